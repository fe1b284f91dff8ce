"""Sheet blocks → paragraphs and tables of the document."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from zugong.layout.sheet import (
    Block,
    Colophon,
    ContentsEntry,
    FigureBlock,
    InstructionBox,
    NewPage,
    PageTurn,
    Sheet,
    SheetBlock,
    SplitBlock,
    TableBlock,
)
from zugong.model.styles import Role
from zugong.renderers.docx import names
from zugong.renderers.docx.colophon import add_colophon
from zugong.renderers.docx.figures import Figures
from zugong.renderers.docx.lines import forced_turns
from zugong.renderers.docx.markup import R_NAMESPACE, W_NAMESPACE
from zugong.renderers.docx.matrix import Setting, add_matrix
from zugong.renderers.docx.paragraphs import add_block, add_entry, add_line_of_sides
from zugong.renderers.docx.places import colophon_is_alone, ends_blank, places
from zugong.renderers.docx.section import blank_section
from zugong.renderers.docx.tables import add_instruction_box
from zugong.renderers.docx.writer import Writer
from zugong.typesetting.pages import Pages
from zugong.typesetting.strips import CLINGING


def write_body(document: Document, sheet: Sheet, pages: Pages) -> None:
    """Everything on the sheet, top to bottom."""
    placed = places(sheet, pages)
    writer = Writer(document, sheet, pages, placed, Figures(document), forced_turns(sheet, pages, placed))
    for block in sheet.blocks:
        _write(writer, block)
        writer.written += 1
    if _ends_with_table(document):
        writer.paragraph(names.ANCHOR)
    if ends_blank(pages):
        _end_blank(writer)


def _write(writer: Writer, block: SheetBlock) -> None:
    drops = isinstance(block, Block) and writer.drops_room(block)
    writer.turns = writer.turns or drops or writer.forced.get(writer.written) == 0
    match block:
        case Block():
            add_block(writer, block)
        case SplitBlock():
            add_line_of_sides(writer, block)
        case ContentsEntry():
            add_entry(writer, block)
        case InstructionBox():
            _box(writer, block)
        case TableBlock():
            _table(writer, block)
        case FigureBlock():
            _figure(writer, block)
        case Colophon():
            _colophon(writer, block)
        case NewPage() | PageTurn():
            writer.turns = writer.written > 0 and writer.next_place().leads


def _box(writer: Writer, box: InstructionBox) -> None:
    styles = writer.sheet.styles
    _part_tables(writer)
    above = 0 if writer.turns else styles.paragraph(Role.INSTRUCTION).rows_before
    for _ in range(above):
        writer.paragraph(names.EMPTY_ROOM)
    table = add_instruction_box(writer.document, box, styles, writer.pages.box_rows)
    table.cell(0, 0).paragraphs[0].paragraph_format.page_break_before = writer.turns or None
    writer.turns = False


def _table(writer: Writer, block: TableBlock) -> None:
    ends = all(isinstance(block, Colophon) for block in writer.sheet.blocks[writer.written + 1 :])
    setting = Setting(writer.turns, writer.next_is(*CLINGING), _part_tables(writer) or ends)
    add_matrix(writer.document, block, writer.place, writer.sheet.styles, setting)
    writer.turns = False


def _figure(writer: Writer, figure: FigureBlock) -> None:
    paragraph = writer.paragraph(names.FIGURE)
    paragraph.paragraph_format.keep_with_next = figure.has_caption or None
    writer.figures.add(paragraph, figure, writer.sheet.styles)


def _colophon(writer: Writer, colophon: Colophon) -> None:
    _part_tables(writer)
    add_colophon(writer.document, colophon, writer.sheet.styles, writer.pages)
    writer.turns = writer.turns or colophon_is_alone(writer.pages)
    writer.paragraph(names.ANCHOR)


def _part_tables(writer: Writer) -> bool:
    """A paragraph behind a table: two tables that touch become one."""
    parted = _ends_with_table(writer.document)
    if parted:
        writer.document.add_paragraph(style=names.ANCHOR)
    return parted


def _ends_with_table(document: Document) -> bool:
    last = document.element.body.sectPr.getprevious()
    return last is not None and last.tag == qn("w:tbl")


def _end_blank(writer: Writer) -> None:
    """An empty page without number: a section of its own that begins behind the last paragraph."""
    body = writer.document.element.body
    ending = body.sectPr
    last = Paragraph(ending.getprevious(), writer.document._body)
    last._p.get_or_add_pPr()._insert_sectPr(ending)
    markup = blank_section(writer.sheet).replace("<w:sectPr", f"<w:sectPr {W_NAMESPACE} {R_NAMESPACE}", 1)
    body.append(parse_xml(markup))
    writer.paragraph(names.ANCHOR)
