"""Pages → HTML whose every line and block is already placed.

One `<p>` for each paragraph fragment, composed lines inside parted by `<br>`. What most of a fragment
shares (face, tracking) stands on the `<p>`, exceptions on spans: WeasyPrint's time grows with the
number of inline boxes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from zugong.layout.sheet import Sheet
from zugong.renderers.pdf.elements import ARTIFACT, Part, parts_of
from zugong.renderers.pdf.tracking import Spacing, spacings_for
from zugong.templating import render_template
from zugong.typesetting.pages import Fragment, Pages, PlacedLine, PlacedRun

_MIDDLE = 0.38
"from the middle of a line box to the baseline, em: every shipped face has ascent 0.88, descent 0.12"

_NEAR = 0.03
"pt that two places may differ and still be one"


@dataclass(frozen=True, slots=True)
class Span:
    """Text with the classes by which it differs from its fragment; none: bare text."""

    content: str
    classes: str
    is_artifact: bool
    "drawn, but no text (目录导引点)"


@dataclass(frozen=True, slots=True)
class Box:
    """One fragment as the template sees it."""

    tag: str
    role: str
    classes: str
    style: str
    "place and size"
    lines: tuple[tuple[Span, ...], ...]
    anchor: str
    link: str
    outline_level: int
    outline_title: str


@dataclass(slots=True)
class ClassTable:
    """CSS declarations in use, each with a short class name in order of first use."""

    names: dict[str, str] = field(default_factory=dict)

    def name(self, declaration: str) -> str:
        """The class for a declaration."""
        return self.names.setdefault(declaration, f"c{len(self.names)}")


def markup(sheet: Sheet, pages: Pages, own_templates: Path | None = None) -> str:
    """The HTML of all pages."""
    table = ClassTable()
    drawer = _Drawer(pages.style.left, sheet.styles.marks.leader, table)
    drawn = [
        {
            "boxes": [drawer.box(part) for part in parts],
            "furniture": [drawer.box(Part(ARTIFACT, fragment)) for fragment in page.furniture],
            "rules": page.rules,
            "frames": page.boxes,
        }
        for page, parts in zip(pages.pages, parts_of(pages), strict=True)
    ]
    values = {"info": sheet.info, "page": pages.style, "pages": drawn, "classes": table.names}
    return render_template("pages.html", values, own_templates)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a run that one letter-spacing is for."""

    content: str
    family: str
    spacing: Spacing
    x: float
    "where its first glyph is to be drawn, pt"


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Makes boxes of parts."""

    left: float
    "where every box begins, pt"
    leader: str
    "目录导引点"
    table: ClassTable

    def box(self, part: Part) -> Box:
        """One part at its place."""
        fragment = part.fragment
        family, spacing = _commonest(fragment)
        first = fragment.lines[0]
        run = first.runs[0]
        top = first.baseline - fragment.pitch / 2 - _MIDDLE * run.size
        look = f"font-size:{run.size:g}pt;color:{run.colour}"
        return Box(
            part.tag,
            fragment.role.value,
            " ".join(map(self.table.name, (_face(family), look, _spaced(spacing)))),
            f"top:{top:.3f}pt;left:{self.left:.3f}pt;line-height:{fragment.pitch:.4f}pt",
            tuple(self._line(line, family, spacing) for line in fragment.lines),
            fragment.anchor,
            fragment.link,
            fragment.outline_level,
            fragment.outline_title,
        )

    def _line(self, line: PlacedLine, family: str, spacing: Spacing) -> tuple[Span, ...]:
        """The spans of a line, on which the pen goes from left to right."""
        spans: list[Span] = []
        pen = self.left
        for run in line.runs:
            is_leader = set(run.content) == {self.leader}
            glyphs = (run.width - (len(run.content) - 1) * run.tracking * run.size / 1000) / len(run.content)
            for piece in _pieces(run):
                declarations = [_face(piece.family)] if piece.family != family else []
                if piece.spacing != spacing:
                    declarations.append(_spaced(piece.spacing))
                if abs(piece.x - pen) > _NEAR:
                    declarations.append(f"margin-left:{piece.x - pen:.2f}pt")
                    pen = piece.x
                spans.append(Span(piece.content, " ".join(map(self.table.name, declarations)), is_leader))
                pen += (glyphs + piece.spacing.laid_out) * len(piece.content)
        return tuple(spans)


def _commonest(fragment: Fragment) -> tuple[str, Spacing]:
    """The face and spacing that most characters of the fragment have."""
    count: Counter[tuple[str, Spacing]] = Counter()
    for line in fragment.lines:
        for run in line.runs:
            for spacing, number in spacings_for(run.tracking, run.size, len(run.content)):
                count[run.family, spacing] += number
    return count.most_common(1)[0][0]


def _pieces(run: PlacedRun) -> list[_Piece]:
    """The run cut where its letter-spacing changes; glyphs of a run that is cut are all one em wide."""
    pieces: list[_Piece] = []
    done = 0
    each = (run.width + run.tracking * run.size / 1000) / len(run.content)
    for spacing, number in spacings_for(run.tracking, run.size, len(run.content)):
        pieces.append(_Piece(run.content[done : done + number], run.family, spacing, run.x + done * each))
        done += number
    return pieces


def _face(family: str) -> str:
    return f"font-family:'{family}'"


def _spaced(spacing: Spacing) -> str:
    return f"letter-spacing:{spacing.css}"
