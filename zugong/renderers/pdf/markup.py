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
from zugong.model.styles import Role
from zugong.renderers.pdf.tracking import Spacing, spacings_for
from zugong.templating import render_template
from zugong.typesetting.pages import Fragment, Pages, PlacedLine, PlacedRun

_TAGS = {Role.TITLE: "h1", Role.SECTION: "h2", Role.HEADLINE: "h3"}
"""Elements of roles that are headings; all others are `<p>`."""

_MIDDLE = 0.38
"from the middle of a line box to the baseline, em: every shipped face has ascent 0.88, descent 0.12"

_NEAR = 0.03
"pt that two places may differ and still be one"


@dataclass(frozen=True, slots=True)
class Span:
    """Text with the classes by which it differs from its fragment; none: bare text."""

    content: str
    classes: str


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
    drawn = [
        {
            "boxes": [_box(fragment, pages, table) for fragment in page.fragments],
            "furniture": [_box(fragment, pages, table) for fragment in page.furniture],
            "rules": page.rules,
            "frames": page.boxes,
        }
        for page in pages.pages
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


def _box(fragment: Fragment, pages: Pages, table: ClassTable) -> Box:
    family, spacing = _commonest(fragment)
    first = fragment.lines[0]
    run = first.runs[0]
    top = first.baseline - fragment.pitch / 2 - _MIDDLE * run.size
    left = pages.style.left
    style = f"top:{top:.3f}pt;left:{left:.3f}pt;line-height:{fragment.pitch:.4f}pt"
    lines = tuple(_line(line, family, spacing, left, table) for line in fragment.lines)
    look = f"font-size:{run.size:g}pt;color:{run.colour}"
    classes = f"{table.name(_face(family))} {table.name(look)} {table.name(_spaced(spacing))}"
    return Box(
        _TAGS.get(fragment.role, "p"),
        fragment.role.value,
        classes,
        style,
        lines,
        fragment.anchor,
        fragment.link,
        fragment.outline_level,
        fragment.outline_title,
    )


def _commonest(fragment: Fragment) -> tuple[str, Spacing]:
    """The face and spacing that most characters of the fragment have."""
    count: Counter[tuple[str, Spacing]] = Counter()
    for line in fragment.lines:
        for run in line.runs:
            for spacing, number in spacings_for(run.tracking, run.size, len(run.content)):
                count[run.family, spacing] += number
    return count.most_common(1)[0][0]


def _line(line: PlacedLine, family: str, spacing: Spacing, left: float, table: ClassTable) -> tuple[Span, ...]:
    """The spans of a line; `left` is where the pen stands at its start."""
    spans: list[Span] = []
    pen = left
    for run in line.runs:
        glyphs = (run.width - (len(run.content) - 1) * run.tracking * run.size / 1000) / len(run.content)
        for piece in _pieces(run):
            declarations = [_face(piece.family)] if piece.family != family else []
            if piece.spacing != spacing:
                declarations.append(_spaced(piece.spacing))
            if abs(piece.x - pen) > _NEAR:
                declarations.append(f"margin-left:{piece.x - pen:.2f}pt")
                pen = piece.x
            spans.append(Span(piece.content, " ".join(map(table.name, declarations))))
            pen += glyphs * len(piece.content) + len(piece.content) * piece.spacing.laid_out
    return tuple(spans)


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
