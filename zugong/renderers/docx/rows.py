"""Rows of the grid as line heights and paragraph spacing."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.model.styles import ParagraphStyle, Role, Styles
from zugong.renderers.docx.measures import TWIPS_PER_POINT, eighths, pitch, twips

_BASELINE = 0.8
"of an exact line from its top (LibreOffice 7.4, which does as Word does)"

_MIDDLE = 0.38
"from the middle of an em box to its baseline, em"

_IN_MARGINS = frozenset({Role.FOLIO, Role.DRAFT})
"roles of headers and footers"

_IN_CELLS = frozenset({Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_TOTAL})
"roles whose lines have the distance that lines of tables have"

_TALLEST = 1.45
"height of a line of the tallest face (宋体 of the shipped set), em: above the grid's pitch it would take two rows"


_FARTHEST = 31
"pt between a text and its border (ECMA-376, 17.3.4)"


@dataclass(frozen=True, slots=True)
class Room:
    """The vertical room of a paragraph, twips; all of it together is whole rows of the grid."""

    before: int = 0
    line: int = 0
    "exact height of a line; 0: it stands on the document grid (docGrid)"
    after: int = 0
    above_rule: int = 0
    "from the text to the rule below it, pt"


def room(role: Role, styles: Styles, *, wraps: bool) -> Room:
    """The room of a role; `wraps`: some paragraph of it has several lines, so that their distance counts."""
    outside = _outside_grid(role, styles)
    return _on_grid(role, styles, wraps=wraps) if outside is None else outside


def _outside_grid(role: Role, styles: Styles) -> Room | None:
    """In margins, cells and colophon lines have a distance of their own."""
    style = styles.paragraph(role)
    if role in _IN_MARGINS:
        return Room(line=twips(style.size))
    if role in _IN_CELLS:
        return Room(line=twips(styles.table.line_height))
    if role not in (Role.COLOPHON, Role.AFTER_COLOPHON):
        return None
    # The rules of a table come on top of its rows.
    rule = eighths(styles.colophon_inner.thickness) * TWIPS_PER_POINT // 8 if role is Role.COLOPHON else 0
    row = pitch(styles.page)
    return _centred(style, twips(styles.colophon_line_height) - rule, style.rows_before * row, style.rows_after * row)


def _on_grid(role: Role, styles: Styles, *, wraps: bool) -> Room:
    style = styles.paragraph(role)
    row = pitch(styles.page)
    # Of the box it is empty paragraphs, because a table has no room above it.
    before = 0 if role is Role.INSTRUCTION else style.rows_before * row
    after = style.rows_after * row
    if style.rule_below is not None:
        return _above_rule(style, style.rows * row, before, after)
    if style.rows == 1 and style.size * _TALLEST <= styles.page.line_pitch:
        return Room(before, 0, after)
    return Room(before, style.rows * row, after) if wraps else _centred(style, style.rows * row, before, after)


def _centred(style: ParagraphStyle, height: int, before: int, after: int) -> Room:
    """A line in the middle of its rows.

    An exact line sets its type low, so it is made so low itself that the baseline is where the PDF has
    it; the rest goes below. (Raised type, w:position, is shrunk by LibreOffice 7.4.)
    """
    line = min(round((height / 2 + _MIDDLE * twips(style.size)) / _BASELINE), height)
    return Room(before, line, height - line + after)


def spread(role: Role, styles: Styles, lines: int, height: int) -> Room:
    """So many lines of a paragraph over rows of `height` twips each.

    Exact lines set close put the first where the PDF has it and the last too high, set wide all too low: between
    the two no line is further off than a point and a half.
    """
    style = styles.paragraph(role)
    middle = height / 2 + _MIDDLE * twips(style.size)
    line = round(((lines - 1) * height + 2 * middle) / (lines - 1 + 2 * _BASELINE))
    return Room(0, line, lines * (height - line))


def _above_rule(style: ParagraphStyle, height: int, before: int, after: int) -> Room:
    """A line with its rule inside its rows: a border would add its own height to them."""
    thickness = eighths(style.rule_below.thickness) * TWIPS_PER_POINT // 8 if style.rule_below else 0
    centred = _centred(style, height - thickness, before, 0)
    space = min(centred.after // TWIPS_PER_POINT, _FARTHEST)
    return Room(before, centred.line, centred.after - space * TWIPS_PER_POINT + after, space)
