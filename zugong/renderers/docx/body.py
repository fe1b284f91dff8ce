"""Sheet blocks → paragraphs and tables of the document."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from zugong.layout.sheet import (
    Block,
    Colophon,
    ContentsEntry,
    InstructionBox,
    NewPage,
    Sheet,
    SheetBlock,
    SplitBlock,
)
from zugong.model.styles import Accent, Role
from zugong.renderers.docx import names
from zugong.renderers.docx.lines import Runs, cut, entry_lines, forced_turns, items_begin_a_page
from zugong.renderers.docx.runs import add_field, add_text, bookmark, link_all
from zugong.renderers.docx.tables import add_colophon, add_instruction_box
from zugong.typesetting.pages import Pages


@dataclass(slots=True)
class _Writer:
    """The document while it is being written."""

    document: Document
    sheet: Sheet
    pages: Pages
    written: int = 0
    "blocks so far"
    turns: bool = False
    "the next paragraph begins a page"
    left: int = 0
    "paragraphs of the text that are still to come, the one being written included"

    def paragraph(self, style: str) -> Paragraph:
        """A new paragraph; a page begins with its first paragraph, not with an empty one before it."""
        added = self.document.add_paragraph(style=style)
        if self.turns:
            added.paragraph_format.page_break_before = True
            added.paragraph_format.space_before = Twips(0)  # rows above are for the middle of a page
            self.turns = False
        return added

    def role(self, role: Role) -> Paragraph:
        """A new paragraph of a role."""
        return self.paragraph(names.PARAGRAPH_NAMES[role])


def write_body(document: Document, sheet: Sheet, pages: Pages) -> None:
    """Everything on the sheet, top to bottom."""
    writer = _Writer(document, sheet, pages, left=sum(isinstance(block, Block) for block in sheet.blocks))
    forced = forced_turns(sheet, pages)
    for block in sheet.blocks:
        _write(writer, block, forced)
        writer.written += 1
    if _ends_with_table(document):
        writer.paragraph(names.ANCHOR)


def _write(writer: _Writer, block: SheetBlock, forced: dict[int, int]) -> None:
    match block:
        case Block():
            _block(writer, block, forced.get(writer.left))
            writer.left -= 1
        case SplitBlock():
            _split(writer, block)
        case ContentsEntry():
            _entry(writer, block)
        case InstructionBox():
            _box(writer, block)
        case Colophon():
            _colophon(writer, block)
        case NewPage():
            writer.turns = writer.written > 0 and items_begin_a_page(writer.sheet, writer.pages)


def _block(writer: _Writer, block: Block, stays: int | None) -> None:
    """A paragraph; `stays` characters of it stay behind when its end has to begin a page."""
    writer.turns = writer.turns or stays == 0
    paragraph = writer.role(block.role)
    if block.outline_level:
        _outline(paragraph, block.outline_level)
    headline, rest = _parted(block)
    if headline:
        with bookmark(paragraph, block.anchor, writer.written):
            add_text(paragraph, headline)
    _add_body(paragraph, rest, (stays or 0) - sum(len(run.content) for run in headline))


def _add_body(paragraph: Paragraph, runs: Runs, stays: int) -> None:
    """Text whose end is carried over, if `stays` says so: the break is hard, since nothing soft moves two lines.

    (With w:keepNext LibreOffice 7.4 moves the whole paragraph.)
    """
    if stays > 0:
        staying, runs = cut(runs, stays)
        add_text(paragraph, staying)
        paragraph.add_run().add_break(WD_BREAK.PAGE)
    add_text(paragraph, runs)


def _parted(block: Block) -> tuple[Runs, Runs]:
    """What carries the anchor, and the rest: a run-in headline and its body, or a whole headline."""
    if not block.anchor:
        return (), block.runs
    run_in = next((index for index, run in enumerate(block.runs) if run.accent is not Accent.HEADLINE), None)
    count = run_in or len(block.runs)
    return block.runs[:count], block.runs[count:]


def _outline(paragraph: Paragraph, level: int) -> None:
    """The place in the navigation pane (导航窗格).

    Of a run-in headline the pane shows the whole paragraph, the headline first. Only a style separator
    (w:specVanish) would cut it there, but LibreOffice 7.4 prints that as two paragraphs and moves every
    line behind it; a long entry in the pane is the smaller harm.
    """
    properties = paragraph._p.get_or_add_pPr()
    properties.append(OxmlElement("w:outlineLvl", {qn("w:val"): str(level - 1)}))


def _split(writer: _Writer, block: SplitBlock) -> None:
    paragraph = writer.role(block.role)
    add_text(paragraph, (block.left,))
    placed = [fragment for page in writer.pages.pages for fragment in page.fragments if fragment.role is block.role]
    if any(len(fragment.lines) > 1 for fragment in placed):
        paragraph.add_run().add_break()
    paragraph.add_run().add_tab()
    add_text(paragraph, (block.right,))


def _entry(writer: _Writer, entry: ContentsEntry) -> None:
    """目录条: broken where Pages broke it, so that its last line has room for the page number."""
    paragraph = writer.role(Role.CONTENTS_ENTRY)
    for index, line in enumerate(entry_lines(entry, writer.pages)):
        if index:
            paragraph.add_run().add_break()
        add_text(paragraph, line)
    paragraph.add_run().add_tab()
    target = names.bookmark_name(entry.target)
    add_field(paragraph, f"PAGEREF {target} \\h", str(writer.pages.page_number(entry.target)))
    link_all(paragraph, entry.target)


def _box(writer: _Writer, box: InstructionBox) -> None:
    styles = writer.sheet.styles
    above = 0 if writer.turns else styles.paragraph(Role.INSTRUCTION).rows_before
    for _ in range(above):
        writer.paragraph(names.EMPTY_ROOM)
    table = add_instruction_box(writer.document, box, styles, writer.pages.box_rows)
    table.cell(0, 0).paragraphs[0].paragraph_format.page_break_before = writer.turns or None
    writer.turns = False


def _colophon(writer: _Writer, colophon: Colophon) -> None:
    if _ends_with_table(writer.document):  # two tables that touch become one
        writer.paragraph(names.ANCHOR)
    add_colophon(writer.document, colophon, writer.sheet.styles)
    writer.paragraph(names.ANCHOR)


def _ends_with_table(document: Document) -> bool:
    last = document.element.body.sectPr.getprevious()
    return last is not None and last.tag == qn("w:tbl")
