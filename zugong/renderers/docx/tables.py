"""Tables of one column across the type area, and the first of them: the 批示 box."""

from __future__ import annotations

from zugong.layout.sheet import InstructionBox
from zugong.model.styles import Role, Styles
from zugong.renderers.docx.borders import border
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.measures import pitch, twips, type_width
from zugong.renderers.docx.names import paragraph_id
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.runs import styled

SIDES = ("top", "left", "bottom", "right")


def instruction_box(box: InstructionBox, styles: Styles, rows: int, *, turns: bool) -> str:
    """A frame of one cell as high as that many rows of the grid, its lines inside them; `turns`: it begins a page."""
    rule = styles.instruction_box
    height = rows * pitch(styles.page) - 2 * twips(rule.thickness)
    room = w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="exact"))
    borders = w("tblBorders", *(border(side, rule) for side in SIDES))
    label = Paragraph(paragraph_id(Role.INSTRUCTION), turns=turns, content=styled((box.label,)))
    return table_across(styles, borders, (row_across(styles, room, "", label),))


def table_across(styles: Styles, borders: str, rows: tuple[str, ...], place: str = "") -> str:
    """A table across the type area; WPS takes its width from gridCol, so that equals tcW."""
    width = type_width(styles.page)
    properties = w(
        "tblPr",
        place,
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=0, type="dxa") if not place else "",
        borders,
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in SIDES)),
    )
    return w("tbl", properties, w("tblGrid", w("gridCol", w=width)), *rows)


def row_across(styles: Styles, room: str, borders: str, paragraph: Paragraph) -> str:
    """A row of one cell with one paragraph."""
    cell = w("tcPr", w("tcW", w=type_width(styles.page), type="dxa"), borders)
    return w("tr", room, w("tc", cell, paragraph.markup()))
