"""Blocks of text → paragraphs: body, headlines, contents entries, lines of the masthead."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from zugong.layout.sheet import Block, ContentsEntry, SplitBlock
from zugong.model.styles import Accent, Align, Role
from zugong.renderers.docx import names
from zugong.renderers.docx.lines import Runs, broken, cut
from zugong.renderers.docx.measures import pitch
from zugong.renderers.docx.places import Place
from zugong.renderers.docx.rows import room
from zugong.renderers.docx.runs import add_field, add_text, bookmark, link_all
from zugong.renderers.docx.sides import add_split
from zugong.renderers.docx.writer import Writer
from zugong.typesetting.balancing import BALANCED
from zugong.typesetting.strips import CLINGING


def add_block(writer: Writer, block: Block) -> None:
    stays = writer.forced.get(writer.written, 0)
    paragraph = writer.role(block.role)
    _stack(paragraph)
    _hold(paragraph, writer, block)
    if block.outline_level:
        _outline(paragraph, block.outline_level)
    headline, rest = _parted(block)
    if headline:
        with bookmark(paragraph, block.anchor, writer.written):
            _add_lines(paragraph, headline, block.role, writer.place)
    if stays:
        _add_parted(paragraph, rest, stays - sum(len(run.content) for run in headline))
    else:
        _add_lines(paragraph, rest, block.role, writer.place)


def _stack(paragraph: Paragraph) -> None:
    """Room below a paragraph and above the next adds up in Pages: all of it is given to the next.

    Word and LibreOffice take the larger of both, unless doNotUseHTMLParagraphAutoSpacing is set.
    """
    element = paragraph._p.getprevious()
    above = _own(paragraph, "space_before")
    if not above or element is None or element.tag != qn("w:p"):
        return
    previous = Paragraph(element, paragraph._parent)
    below = _own(previous, "space_after")
    if below:
        previous.paragraph_format.space_after = Twips(0)
        paragraph.paragraph_format.space_before = Twips(above + below)


def _own(paragraph: Paragraph, side: str) -> int:
    """Room of a paragraph, its style's if it says none itself, twips."""
    style = paragraph.style
    found = getattr(paragraph.paragraph_format, side)
    if found is None and style is not None:
        found = getattr(style.paragraph_format, side)
    return 0 if found is None else round(found.twips)


def _hold(paragraph: Paragraph, writer: Writer, block: Block) -> None:
    """What a paragraph has of its own: lines that stay together, no rows below."""
    style = writer.sheet.styles.paragraph(block.role)
    together = style.keep_with_next or block.role in CLINGING
    if together and len(writer.place.lines) > 1:
        paragraph.paragraph_format.keep_together = True
    if block.keep:
        paragraph.paragraph_format.keep_with_next = True
    if block.close and style.rows_before:
        paragraph.paragraph_format.space_before = Twips(0)
    if block.tight:
        _tighten(paragraph, writer, block.role)


def _tighten(paragraph: Paragraph, writer: Writer, role: Role) -> None:
    """Leaves out the empty rows that the style has below."""
    styles = writer.sheet.styles
    rows = styles.paragraph(role).rows_after
    if rows:
        after = room(role, styles, wraps=len(writer.place.lines) > 1).after
        paragraph.paragraph_format.space_after = Twips(max(after - rows * pitch(styles.page), 0))


def _add_lines(paragraph: Paragraph, runs: Runs, role: Role, place: Place) -> None:
    """Text, broken where Pages broke it if its lines are balanced: no office program does that."""
    lines = broken(runs, place.lines) if runs and role in BALANCED else (runs,)
    for number, line in enumerate(lines):
        if number:
            paragraph.add_run().add_break()
        add_text(paragraph, line)


def _add_parted(paragraph: Paragraph, runs: Runs, stays: int) -> None:
    """Text whose end is carried over: the break is hard, since nothing soft moves two lines.

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


def add_line_of_sides(writer: Writer, block: SplitBlock) -> None:
    paragraph = writer.role(block.role)
    _stack(paragraph)
    if writer.sheet.styles.paragraph(block.role).align is not Align.LEFT:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # tabs are counted from the left
    if block.tight:
        _tighten(paragraph, writer, block.role)
    add_split(paragraph, block, writer.place.lines, writer.sheet.styles)


def add_entry(writer: Writer, entry: ContentsEntry) -> None:
    """目录条: broken where Pages broke it, so that its last line has room for the page number."""
    paragraph = writer.role(entry.role)
    lines = broken(entry.runs, writer.place.lines) if entry.numbered else (entry.runs,)
    for index, line in enumerate(lines):
        if index:
            paragraph.add_run().add_break()
        add_text(paragraph, line)
    if entry.numbered:
        paragraph.add_run().add_tab()
        target = names.bookmark_name(entry.target)
        add_field(paragraph, f"PAGEREF {target} \\h", str(writer.pages.page_number(entry.target)))
    link_all(paragraph, entry.target)
