"""Figures small enough for the paper: never wider than the type area, nor too high for what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import replace
from zugong.layout.sheet import Block, FigureBlock, SheetBlock
from zugong.model.styles import Role, Styles
from zugong.text.widths import display_width

_ROOM = 6.0
"pt between a figure and the rows around it, which an office program may need"


def fitting(blocks: Sequence[SheetBlock], styles: Styles) -> tuple[SheetBlock, ...]:
    """The blocks, figures scaled so that headings above and the caption below have room on the same page."""
    return tuple(
        _fitted(block, _beside(blocks, at, styles), styles) if isinstance(block, FigureBlock) else block
        for at, block in enumerate(blocks)
    )


def _fitted(figure: FigureBlock, beside: int, styles: Styles) -> FigureBlock:
    page = styles.page
    rows = max(page.lines - beside, page.lines // 2)
    room = rows * page.line_pitch - _ROOM
    scale = min(1.0, page.type_width / figure.width, room / figure.height)
    return replace(figure, width=figure.width * scale, height=figure.height * scale)


def _beside(blocks: Sequence[SheetBlock], at: int, styles: Styles) -> int:
    """Rows of the caption, and of all paragraphs directly above that stay with what follows."""
    rows = 0
    caption = blocks[at + 1] if at + 1 < len(blocks) else None
    if isinstance(caption, Block) and caption.role is Role.CAPTION:
        rows += _rows(caption, styles)
    for block in reversed(blocks[:at]):
        if not isinstance(block, Block) or not (styles.paragraph(block.role).keep_with_next or block.keep):
            break
        rows += _rows(block, styles)
    return rows


def _rows(block: Block, styles: Styles) -> int:
    """By its characters, since nothing is measured here: one row too many does no harm."""
    style = styles.paragraph(block.role)
    lines = max(int(-(-display_width(block.content) * style.size / 2 // styles.page.type_width)), 1)
    return style.rows_before + lines * style.rows + style.rows_after
