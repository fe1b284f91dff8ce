"""Blocks of text → paragraphs: body, headlines, contents entries, lines of the masthead."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.layout.sheet import Block, ContentsEntry, SplitBlock
from zugong.model.styles import Accent, Align, Role
from zugong.renderers.docx.lines import Runs, broken, cut
from zugong.renderers.docx.measures import pitch
from zugong.renderers.docx.names import bookmark_name
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.rows import room
from zugong.renderers.docx.runs import BREAK, PAGE_BREAK, TAB, bookmarked, field, linked, styled
from zugong.renderers.docx.sides import add_split
from zugong.renderers.docx.writer import Writer
from zugong.typesetting.pages import PlacedLine
from zugong.typesetting.strips import BALANCED, CLINGING


def add_block(writer: Writer, block: Block) -> None:
    """A paragraph of text.

    Of a run-in headline the navigation pane (导航窗格) shows the whole paragraph, the headline first. Only a style
    separator (w:specVanish) would cut it there, but LibreOffice 7.4 prints that as two paragraphs and moves every
    line behind it; a long entry in the pane is the smaller harm.
    """
    stays = writer.forced.get(writer.done, 0)
    paragraph = _stacked(writer, block.role)
    paragraph.outline_level = block.outline_level
    _hold(paragraph, writer, block)
    headline, rest = _parted(block)
    if headline:
        lines = _lines(headline, block.role, writer.place.lines, paragraph.is_body)
        paragraph.content += bookmarked(lines, block.anchor, writer.done)
    if stays:
        paragraph.content += _carried(rest, stays - sum(len(run.content) for run in headline), paragraph.is_body)
    else:
        paragraph.content += _lines(rest, block.role, writer.place.lines, paragraph.is_body)


def _stacked(writer: Writer, role: Role) -> Paragraph:
    """A new paragraph. Room below one and above the next adds up in Pages: all of it is given to the next.

    Word and LibreOffice take the larger of both, unless doNotUseHTMLParagraphAutoSpacing is set.
    """
    previous = writer.flow[-1] if writer.flow else None
    paragraph = writer.role(role)
    if isinstance(previous, Paragraph) and previous.after and paragraph.before:
        paragraph.spacing["before"] = previous.after + paragraph.before
        previous.spacing["after"] = 0
    return paragraph


def _hold(paragraph: Paragraph, writer: Writer, block: Block) -> None:
    """What a paragraph has of its own: lines that stay together, no rows below."""
    style = writer.sheet.styles.paragraph(block.role)
    together = style.keep_with_next or block.role in CLINGING
    paragraph.keeps_together = together and len(writer.place.lines) > 1
    paragraph.keeps_next = block.keep
    if block.close and style.rows_before:
        paragraph.spacing["before"] = 0
    if block.tight:
        _tighten(paragraph, writer, block.role)


def _tighten(paragraph: Paragraph, writer: Writer, role: Role) -> None:
    """Leaves out the empty rows that the style has below."""
    styles = writer.sheet.styles
    rows = styles.paragraph(role).rows_after
    if rows:
        after = room(role, styles, wraps=len(writer.place.lines) > 1).after
        paragraph.spacing["after"] = max(after - rows * pitch(styles.page), 0)


def _lines(runs: Runs, role: Role, placed: Sequence[PlacedLine], body: bool) -> str:
    """Text, broken where Pages broke it if its lines are balanced: no office program does that."""
    lines = broken(runs, placed) if runs and role in BALANCED else (runs,)
    return BREAK.join(styled(line, body=body) for line in lines)


def _carried(runs: Runs, stays: int, body: bool) -> str:
    """Text whose end is carried over: the break is hard, since nothing soft moves two lines.

    (With w:keepNext LibreOffice 7.4 moves the whole paragraph.)
    """
    if stays <= 0:
        return styled(runs, body=body)
    staying, moved = cut(runs, stays)
    return styled(staying, body=body) + PAGE_BREAK + styled(moved, body=body)


def _parted(block: Block) -> tuple[Runs, Runs]:
    """What carries the anchor, and the rest: a run-in headline and its body, or a whole headline."""
    if not block.anchor:
        return (), block.runs
    run_in = next((index for index, run in enumerate(block.runs) if run.accent is not Accent.HEADLINE), None)
    count = run_in or len(block.runs)
    return block.runs[:count], block.runs[count:]


def add_line_of_sides(writer: Writer, block: SplitBlock) -> None:
    """One line of up to three texts."""
    paragraph = _stacked(writer, block.role)
    if writer.sheet.styles.paragraph(block.role).align is not Align.LEFT:
        paragraph.align = "left"  # tabs are counted from the left
    if block.tight:
        _tighten(paragraph, writer, block.role)
    add_split(paragraph, block, writer.place.lines, writer.sheet.styles)


def add_entry(writer: Writer, entry: ContentsEntry) -> None:
    """目录条: broken where Pages broke it, so that its last line has room for the page number."""
    paragraph = writer.role(entry.role)
    if not entry.numbered:
        paragraph.content = linked(styled(entry.runs), entry.target)
        return
    lines = BREAK.join(styled(line) for line in broken(entry.runs, writer.place.lines))
    number = field(f"PAGEREF {bookmark_name(entry.target)} \\h", str(writer.pages.page_number(entry.target)))
    paragraph.content = linked(lines + TAB + number, entry.target)
