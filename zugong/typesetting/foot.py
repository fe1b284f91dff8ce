"""What stands outside the flow: colophon at the foot of the last page, page numbers, draft mark."""

from __future__ import annotations

import math
from dataclasses import dataclass

from zugong.layout.sheet import ADDED, Colophon, StyledRun
from zugong.model.styles import Accent, Align, Role, Styles
from zugong.typesetting.pages import Fragment, PlacedLine, PlacedRule, PlacedRun
from zugong.typesetting.setting import Measure, natural_width, set_line
from zugong.typesetting.strips import Setter

_MIDDLE = 0.38
"from the middle of an em box to its baseline, em: (ascent 0.88 - descent 0.12) / 2"


def baseline_in(top: float, height: float, size: float) -> float:
    """The baseline of type that stands in the middle of a row, pt from the top of the paper."""
    return top + height / 2 + _MIDDLE * size


@dataclass(frozen=True, slots=True)
class ColophonLines:
    """The composed lines of the colophon, one group for each distribution line."""

    groups: tuple[tuple[tuple[PlacedRun, ...], ...], ...]
    line_height: float

    @property
    def height(self) -> float:
        """All of it, pt."""
        return sum(map(len, self.groups)) * self.line_height

    def rows(self, pitch: float) -> int:
        """Rows of the grid that it takes at the foot."""
        return math.ceil(self.height / pitch - 1e-6)


NO_COLOPHON = ColophonLines((), 1.0)


def colophon_lines(colophon: Colophon, setter: Setter) -> ColophonLines:
    """Composes the colophon; wrapped lines hang after the colon (GB/T 9704—2012, 7.4.2)."""
    measure = setter.measure(Role.COLOPHON)
    groups = tuple(_hanging(line.label, line.content, measure, setter) for line in colophon.lines)
    return ColophonLines(groups, setter.styles.colophon_line_height)


def _hanging(
    label: StyledRun, content: StyledRun, measure: Measure, setter: Setter
) -> tuple[tuple[PlacedRun, ...], ...]:
    head = setter.cells((label,), Role.COLOPHON)
    indent = natural_width(head, measure.size, measure.tracking) + setter.tracking(Role.COLOPHON)
    hung = Measure(
        measure.x + indent, measure.width - indent, measure.align, measure.size, measure.colour, measure.tracking
    )
    cells = setter.cells((content,), Role.COLOPHON)
    ranges = setter.ranges(cells, Role.COLOPHON, hung.width, hung.width)
    lines = [set_line(cells[start:stop], hung, last=stop == ranges[-1][1]) for start, stop in ranges] or [()]
    plain = Measure(measure.x, measure.width, Align.LEFT, measure.size, measure.colour, measure.tracking)
    lines[0] = (*set_line(head, plain, last=True), *lines[0])
    return tuple(lines)


def place_colophon(lines: ColophonLines, styles: Styles) -> tuple[tuple[Fragment, ...], tuple[PlacedRule, ...]]:
    """Its fragments and rules; the last rule lies on the bottom edge of the type area (7.4.1)."""
    page = styles.page
    size = styles.paragraph(Role.COLOPHON).size
    y = page.top + page.type_height - lines.height
    fragments: list[Fragment] = []
    rules: list[PlacedRule] = []
    for index, group in enumerate(lines.groups):
        style = styles.colophon_inner if index else styles.colophon_edge
        rules.append(PlacedRule(page.left, y, page.type_width, style.thickness, style.colour))
        placed = tuple(
            PlacedLine(baseline_in(y + n * lines.line_height, lines.line_height, size), runs)
            for n, runs in enumerate(group)
        )
        fragments.append(Fragment(Role.COLOPHON, placed, lines.line_height))
        y += len(group) * lines.line_height
    edge = styles.colophon_edge
    rules.append(PlacedRule(page.left, page.top + page.type_height, page.type_width, edge.thickness, edge.colour))
    return tuple(fragments), tuple(rules)


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
