"""What stands outside the flow: colophon at the foot of the last page, page numbers, draft mark."""

from __future__ import annotations

import math

from zugong.classes import dataclass, replace
from zugong.layout.sheet import ADDED, Colophon, ColophonLine, StyledRun
from zugong.model.styles import Accent, Align, Role, Styles
from zugong.typesetting.pages import Fragment, PlacedLine, PlacedRule, PlacedRun
from zugong.typesetting.setting import Measure, natural_width, set_line
from zugong.typesetting.strips import Setter, joined

_MIDDLE = 0.38
"from the middle of an em box to its baseline, em: (ascent 0.88 - descent 0.12) / 2"


def baseline_in(top: float, height: float, size: float) -> float:
    """The baseline of type that stands in the middle of a row, pt from the top of the paper."""
    return top + height / 2 + _MIDDLE * size


_Lines = tuple[tuple[PlacedRun, ...], ...]


@dataclass(frozen=True, slots=True)
class ColophonLines:
    """The composed lines of the colophon, one group for each distribution line."""

    groups: tuple[_Lines, ...]
    line_height: float
    after: tuple[_Lines, ...] = ()
    "what stands below the last rule (版记后)"

    @property
    def height(self) -> float:
        """All of it, pt."""
        return sum(map(len, (*self.groups, *self.after))) * self.line_height

    def rows(self, pitch: float) -> int:
        """Rows of the grid that it takes at the foot."""
        return math.ceil(self.height / pitch - 1e-6)


NO_COLOPHON = ColophonLines((), 1.0)


def colophon_lines(colophon: Colophon, setter: Setter) -> ColophonLines:
    """Composes the colophon; wrapped lines hang after the colon (GB/T 9704—2012, 7.4.2)."""
    groups = tuple(_hanging(line, setter) for line in colophon.lines)
    after = tuple(setter.split(block).lines for block in colophon.after)
    return ColophonLines(groups, setter.styles.colophon_line_height, after)


def _hanging(line: ColophonLine, setter: Setter) -> _Lines:
    """The text behind its label, and what stands at the right edge of its last line or, without room there, below."""
    measure = setter.measure(Role.COLOPHON)
    head = setter.cells((line.label,), Role.COLOPHON) if line.label else ()
    label_width = natural_width(head, measure.size, measure.tracking) if head else 0.0
    indent = label_width + setter.tracking(Role.COLOPHON) if head else 0.0
    hung = replace(measure, x=measure.x + indent, width=measure.width - indent)
    lines = list(_broken(line.content, hung, setter)) or [()]
    if head:
        lines[0] = (*set_line(head, replace(measure, align=Align.LEFT), last=True), *lines[0])
    if line.right is not None:
        joined(lines, _broken(line.right, replace(hung, align=Align.RIGHT), setter), measure.size)
    return tuple(lines)


def _broken(run: StyledRun, measure: Measure, setter: Setter) -> _Lines:
    cells = setter.cells((run,), Role.COLOPHON)
    ranges = setter.ranges(cells, Role.COLOPHON, measure.width, measure.width)
    return tuple(set_line(cells[start:stop], measure, last=stop == ranges[-1][1]) for start, stop in ranges)


def place_colophon(lines: ColophonLines, styles: Styles) -> tuple[tuple[Fragment, ...], tuple[PlacedRule, ...]]:
    """Its fragments and rules; without lines after it its last rule lies on the edge of the type area (7.4.1)."""
    page, foot = styles.page, styles.page.top + styles.page.type_height
    y = foot - lines.height
    fragments: list[Fragment] = []
    rules: list[PlacedRule] = []
    for index, group in enumerate(lines.groups):
        style = styles.colophon_inner if index else styles.colophon_edge
        rules.append(PlacedRule(page.left, y, page.type_width, style.thickness, style.colour))
        fragments.append(_at(y, group, lines.line_height, Role.COLOPHON, styles))
        y += len(group) * lines.line_height
    if lines.groups:
        edge, last = styles.colophon_edge, y if lines.after else foot
        rules.append(PlacedRule(page.left, last, page.type_width, edge.thickness, edge.colour))
    for group in lines.after:
        fragments.append(_at(y, group, lines.line_height, Role.AFTER_COLOPHON, styles))
        y += len(group) * lines.line_height
    return tuple(fragments), tuple(rules)


def _at(top: float, lines: _Lines, height: float, role: Role, styles: Styles) -> Fragment:
    """Lines of that height from `top` on."""
    size = styles.paragraph(role).size
    placed = (PlacedLine(baseline_in(top + n * height, height, size), runs) for n, runs in enumerate(lines))
    return Fragment(role, tuple(placed), height)


def folio(number: int, setter: Setter) -> Fragment:
    """页码: — 1 —, outside, its dash below the type area (7.5)."""
    styles = setter.styles
    page = styles.page
    run = StyledRun(styles.marks.folio.replace("{页码}", str(number)), Accent.PLAIN, ADDED)
    style = styles.paragraph(Role.FOLIO)
    cells = setter.cells((run,), Role.FOLIO)
    inner = setter.measure(Role.FOLIO)
    outside = Align.RIGHT if number % 2 else Align.LEFT
    align = outside if style.align is Align.OUTSIDE else style.align
    runs = set_line(cells, Measure(inner.x, inner.width, align, inner.size, inner.colour, 0), last=True)
    baseline = page.top + page.type_height + styles.folio_drop + _MIDDLE * style.size
    return Fragment(Role.FOLIO, (PlacedLine(baseline, runs),), styles.page.line_pitch)


def draft_mark(text: str, setter: Setter) -> Fragment:
    """草稿: at the head of the page, in the middle of the upper margin."""
    styles = setter.styles
    cells = setter.cells((StyledRun(text, Accent.PLAIN, ADDED),), Role.DRAFT)
    runs = set_line(cells, setter.measure(Role.DRAFT), last=True)
    baseline = styles.page.top * 0.6
    return Fragment(Role.DRAFT, (PlacedLine(baseline, runs),), styles.page.line_pitch)
