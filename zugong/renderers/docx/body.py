"""Sheet blocks → paragraphs and tables of the document."""

from __future__ import annotations

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
from zugong.renderers.docx.colophon import colophon_table
from zugong.renderers.docx.fitting import rooms
from zugong.renderers.docx.lines import forced_turns
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.paragraphs import add_block, add_entry, add_line_of_sides
from zugong.renderers.docx.parts import Part
from zugong.renderers.docx.places import colophon_is_alone, ends_blank, places
from zugong.renderers.docx.section import blank_section, section_properties
from zugong.renderers.docx.tables import instruction_box
from zugong.renderers.docx.writer import Writer
from zugong.typesetting.pages import Pages
from zugong.typesetting.strips import CLINGING


def written_body(sheet: Sheet, pages: Pages) -> tuple[str, list[Part]]:
    """Everything on the sheet, top to bottom, as `w:body`, and the pictures in it."""
    placed = places(sheet, pages)
    writer = Writer(sheet, pages, rooms(sheet.styles, pages), placed, forced_turns(sheet, pages, placed))
    for block in sheet.blocks:
        _write(writer, block)
        writer.done += 1
    if writer.ends_with_table():
        writer.other(names.ANCHOR)
    section = _end_blank(writer) if ends_blank(pages) else section_properties(sheet)
    flow = (one.markup() if isinstance(one, Paragraph) else one for one in writer.flow)
    return w("body", *flow, section), writer.pictures


def _write(writer: Writer, block: SheetBlock) -> None:
    drops = isinstance(block, Block) and writer.drops_room(block)
    writer.turns = writer.turns or drops or writer.forced.get(writer.done) == 0
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
            writer.turns = writer.done > 0 and writer.next_place().leads


def _box(writer: Writer, box: InstructionBox) -> None:
    styles = writer.sheet.styles
    _part_tables(writer)
    above = 0 if writer.turns else styles.paragraph(Role.INSTRUCTION).rows_before
    for _ in range(above):
        writer.other(names.EMPTY_ROOM)
    writer.flow.append(instruction_box(box, styles, writer.pages.box_rows, turns=writer.turns))
    writer.turns = False


def _table(writer: Writer, block: TableBlock) -> None:
    from zugong.renderers.docx.matrix import Setting, matrix  # few issues have tables

    ends = all(isinstance(block, Colophon) for block in writer.sheet.blocks[writer.done + 1 :])
    setting = Setting(writer.turns, writer.next_is(*CLINGING), _part_tables(writer) or ends)
    writer.flow.append(matrix(block, writer.place, writer.sheet.styles, setting))
    writer.turns = False


def _figure(writer: Writer, figure: FigureBlock) -> None:
    from zugong.renderers.docx.figures import add_figure  # few issues have pictures

    add_figure(writer, figure)


def _colophon(writer: Writer, colophon: Colophon) -> None:
    _part_tables(writer)
    writer.flow.append(colophon_table(colophon, writer.sheet.styles, writer.pages))
    writer.turns = writer.turns or colophon_is_alone(writer.pages)
    writer.other(names.ANCHOR)


def _part_tables(writer: Writer) -> bool:
    """A paragraph behind a table: two tables that touch become one."""
    parted = writer.ends_with_table()
    if parted:
        writer.flow.append(Paragraph(names.other_id(names.ANCHOR)))
    return parted


def _end_blank(writer: Writer) -> str:
    """An empty page without number: a section of its own that begins behind the last paragraph."""
    last = writer.flow[-1]
    assert isinstance(last, Paragraph), "a body does not end with a table"
    last.section = section_properties(writer.sheet)
    writer.other(names.ANCHOR)
    return blank_section(writer.sheet)
