"""Tables of one column across the type area, and the first of them: the 批示 box."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.table import CT_Tbl
from docx.table import Table

from zugong.layout.sheet import InstructionBox
from zugong.model.styles import Role, Styles
from zugong.renderers.docx.borders import border
from zugong.renderers.docx.markup import W_NAMESPACE, w
from zugong.renderers.docx.measures import pitch, twips, type_width
from zugong.renderers.docx.names import PARAGRAPH_NAMES
from zugong.renderers.docx.runs import add_text

SIDES = ("top", "left", "bottom", "right")


def add_instruction_box(document: Document, box: InstructionBox, styles: Styles, rows: int) -> Table:
    """A frame of one cell as high as that many rows of the grid, its lines inside them."""
    rule = styles.instruction_box
    height = rows * pitch(styles.page) - 2 * twips(rule.thickness)
    room = w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="exact"))
    borders = w("tblBorders", *(border(side, rule) for side in SIDES))
    table = add_table_across(document, styles, borders, (row_across(styles, room, ""),))
    label = table.cell(0, 0).paragraphs[0]
    label.style = PARAGRAPH_NAMES[Role.INSTRUCTION]
    add_text(label, (box.label,))
    return table


def add_table_across(document: Document, styles: Styles, borders: str, rows: tuple[str, ...], place: str = "") -> Table:
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
    return appended(document, f"{properties}{w('tblGrid', w('gridCol', w=width))}{''.join(rows)}")


def appended(document: Document, content: str) -> Table:
    """A table of that markup at the end of the document."""
    element = parse_xml(f"<w:tbl {W_NAMESPACE}>{content}</w:tbl>")
    document.element.body.sectPr.addprevious(element)
    if not isinstance(element, CT_Tbl):
        raise TypeError("python-docx made no table of w:tbl")
    return Table(element, document)


def row_across(styles: Styles, room: str, borders: str) -> str:
    """A row of one cell with an empty paragraph."""
    cell = w("tcPr", w("tcW", w=type_width(styles.page), type="dxa"), borders)
    return w("tr", room, w("tc", cell, w("p")))
