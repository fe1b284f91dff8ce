"""The two tables of the sheet: the 批示 box and the colophon (版记)."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.table import CT_Tbl
from docx.shared import Twips
from docx.table import Table

from zugong.layout.sheet import Colophon, ColophonLine, InstructionBox
from zugong.model.styles import Role, Styles
from zugong.renderers.docx.borders import border
from zugong.renderers.docx.markup import W_NAMESPACE, w
from zugong.renderers.docx.measures import pitch, twips, type_width
from zugong.renderers.docx.names import PARAGRAPH_NAMES
from zugong.renderers.docx.runs import add_text
from zugong.text.punctuation import is_full_width

_SIDES = ("top", "left", "bottom", "right")


def add_instruction_box(document: Document, box: InstructionBox, styles: Styles, rows: int) -> Table:
    """A frame of one cell as high as that many rows of the grid, its lines inside them."""
    rule = styles.instruction_box
    height = rows * pitch(styles.page) - 2 * twips(rule.thickness)
    room = w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="exact"))
    borders = w("tblBorders", *(border(side, rule) for side in _SIDES))
    table = _add(document, styles, borders, (_row(styles, room, ""),))
    label = table.cell(0, 0).paragraphs[0]
    label.style = PARAGRAPH_NAMES[Role.INSTRUCTION]
    add_text(label, (box.label,))
    return table


def add_colophon(document: Document, colophon: Colophon, styles: Styles) -> None:
    """The lines at the foot of the type area; what follows must be the paragraph it is tied to.

    Placed from the page's edge: LibreOffice 7.4 loses the table when it is placed from the margin
    (horzAnchor=margin), when it is a frame, or when nothing follows it.
    """
    place = w(
        "tblpPr",
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=twips(styles.page.left),
        tblpYSpec="bottom",
    )
    rows = tuple(_row(styles, w("trPr", w("cantSplit")), rules) for rules in _rules(len(colophon.lines), styles))
    table = _add(document, styles, "", rows, place + w("tblOverlap", val="never"))
    for index, line in enumerate(colophon.lines):
        _fill(table, index, line, styles)


def _rules(count: int, styles: Styles) -> list[str]:
    """The borders of each row: thick at both ends, thin between (GB/T 9704—2012, 7.4.1)."""
    edge, inner = styles.colophon_edge, styles.colophon_inner

    def side(name: str, at_end: bool) -> str:
        return border(name, edge if at_end else inner)

    return [w("tcBorders", side("top", index == 0), side("bottom", index == count - 1)) for index in range(count)]


def _fill(table: Table, index: int, line: ColophonLine, styles: Styles) -> None:
    """One line of the colophon; what wraps hangs after its colon (7.4.2), however long the label is."""
    paragraph = table.cell(index, 0).paragraphs[0]
    paragraph.style = PARAGRAPH_NAMES[Role.COLOPHON]
    hang = sum(map(_width, line.label.content)) * styles.character(Role.COLOPHON)
    left = styles.paragraph(Role.COLOPHON).indent_left * styles.character(Role.COLOPHON)
    paragraph.paragraph_format.left_indent = Twips(twips(left + hang))
    paragraph.paragraph_format.first_line_indent = Twips(-twips(hang))
    add_text(paragraph, (line.label, line.content))


def _width(character: str) -> float:
    return 1.0 if is_full_width(character) else 0.5


def _add(document: Document, styles: Styles, borders: str, rows: tuple[str, ...], place: str = "") -> Table:
    """A table across the type area; WPS takes its width from gridCol, so that equals tcW."""
    width = type_width(styles.page)
    properties = w(
        "tblPr",
        place,
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=0, type="dxa") if not place else "",
        borders,
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in _SIDES)),
    )
    grid = w("tblGrid", w("gridCol", w=width))
    element = parse_xml(f"<w:tbl {W_NAMESPACE}>{properties}{grid}{''.join(rows)}</w:tbl>")
    document.element.body.sectPr.addprevious(element)
    if not isinstance(element, CT_Tbl):
        raise TypeError("python-docx made no table of w:tbl")
    return Table(element, document)


def _row(styles: Styles, room: str, borders: str) -> str:
    """A row of one cell with an empty paragraph."""
    cell = w("tcPr", w("tcW", w=type_width(styles.page), type="dxa"), borders)
    return w("tr", room, w("tc", cell, w("p")))
