"""Made-up tables and figures, plain ones and random ones with merged cells."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache

from tests.support.printed import styles
from tests.support.rule_sets import run
from zugong.layout.sheet import Block, Cell, FigureBlock, TableBlock
from zugong.model.styles import Align, Role
from zugong.pictures.picture import Picture, PictureKind

ROLES = (Role.TABLE_HEAD, Role.TABLE_CELL)


def cell(
    content: str, column: int, *, columns: int = 1, rows: int = 1, head: bool = False, align: Align = Align.CENTRE
) -> Cell:
    """A cell of plain text; an empty one has no runs."""
    role = Role.TABLE_HEAD if head else Role.TABLE_CELL
    return Cell(role, (run(content),) if content else (), column, align, columns, rows)


def even_widths(columns: int) -> tuple[float, ...]:
    """Columns of one width that together fill the type area."""
    return (styles().page.type_width / columns,) * columns


def table(texts: Sequence[Sequence[str]], head_rows: int = 1, widths: tuple[float, ...] = ()) -> TableBlock:
    """A table without merged cells."""
    rows = tuple(
        tuple(cell(text, column, head=index < head_rows) for column, text in enumerate(row))
        for index, row in enumerate(texts)
    )
    return TableBlock(widths or even_widths(len(texts[0])), rows, head_rows, "各县（市、区）任务")


def tall_table(body: int, head_rows: int = 1, lines: int = 1, columns: int = 3) -> TableBlock:
    """A table of so many rows below its head; each takes `lines` rows of the grid (at most two)."""
    # Three lines of text take two rows of the grid.
    per_line = int((styles().page.type_width / columns - 2 * styles().table.padding) // 12)
    long = "党" * (per_line * 2 + 1) if lines == 2 else "党建"
    texts = [[f"表头{index}", *["项目"] * (columns - 1)] for index in range(head_rows)]
    texts += [[f"第{index}行", *[long] * (columns - 1)] for index in range(body)]
    return table(texts, head_rows)


@cache
def picture(width: float = 200.0, height: float = 100.0) -> Picture:
    """A PNG of four dots, as large as it says."""
    rows = b"".join(b"\x00" + bytes([shade, 0, 0, 0, 0, shade]) for shade in (255, 128))
    parts = [
        (b"IHDR", (2).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    chunks = [
        len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big") for kind, data in parts
    ]
    return Picture(PictureKind.PNG, b"\x89PNG\r\n\x1a\n" + b"".join(chunks), width, height)


def figure(height: float, *, caption: bool = False, width: float = 200.0) -> FigureBlock:
    """A figure of that height, pt."""
    return FigureBlock(picture(width, height), width, height, "两个色块", caption)


def caption(content: str = "图1　某县党群服务中心") -> Block:
    """图注."""
    return Block(Role.CAPTION, (run(content),))
