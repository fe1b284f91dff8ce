"""Tables (表格) and figures (图片) → what takes whole rows of the grid."""

from __future__ import annotations

import math
from itertools import accumulate, pairwise

from zugong.layout.sheet import Cell, FigureBlock, TableBlock
from zugong.model.styles import Align, Styles
from zugong.typesetting.grid import FigureStrip, SetCell, TableStrip
from zugong.typesetting.setting import Measure, mille, set_line
from zugong.typesetting.sharing import untrimmed
from zugong.typesetting.strips import Setter

_ROUNDING = 1e-6
"rows of the grid that a division may be wrong by"


def table_strip(block: TableBlock, setter: Setter) -> TableStrip:
    """A table: a row takes whole rows of the grid, as many as its highest cell needs."""
    edges = tuple(accumulate(block.widths, initial=setter.styles.page.left))
    rows = tuple(tuple(_set_cell(cell, edges, setter) for cell in row) for row in block.rows)
    return TableStrip(rows, _heights(rows, setter), _groups(block), block.head_rows, block.widths, block.title)


def figure_strip(block: FigureBlock, styles: Styles) -> FigureStrip:
    """A figure in the rows that its height needs."""
    return FigureStrip(block, _rows(block.height, styles))


def _rows(height: float, styles: Styles) -> int:
    return math.ceil(height / styles.page.line_pitch - _ROUNDING)


def cell_measure(cell: Cell, edges: tuple[float, ...], setter: Setter) -> Measure:
    """Where the lines of a cell stand: between its rules, less the padding; `edges` of the columns, pt."""
    style, padding = setter.styles.paragraph(cell.role), setter.styles.table.padding
    left, right = edges[cell.column], edges[cell.column + cell.columns]
    tracking = mille(setter.tracking(cell.role), style.size)
    return Measure(left + padding, right - left - 2 * padding, cell.align, style.size, style.colour, tracking)


def _set_cell(cell: Cell, edges: tuple[float, ...], setter: Setter) -> SetCell:
    """Its lines, broken on their own; a word longer than the cell is cut rather than printed over the rule."""
    measure = cell_measure(cell, edges, setter)
    shared = setter.cells(cell.runs, cell.role)
    cells = shared if cell.align is Align.LEFT else untrimmed(shared)
    ranges = setter.greedy(cells, cell.role, measure.width, measure.width)
    return SetCell(cell, tuple(set_line(cells[start:stop], measure, last=True) for start, stop in ranges))


def _heights(rows: tuple[tuple[SetCell, ...], ...], setter: Setter) -> tuple[int, ...]:
    """Rows of the grid for each row; what a merged cell needs beyond its rows, the last of them gives."""
    heights = [1] * len(rows)
    cells = [(index, one) for index, row in enumerate(rows) for one in row]
    for index, one in sorted(cells, key=lambda pair: pair[0] + pair[1].cell.rows):
        last = index + one.cell.rows - 1
        needed = _rows(len(one.lines) * setter.styles.table.line_height, setter.styles)
        heights[last] = max(heights[last], needed - sum(heights[index:last]))
    return tuple(heights)


def _groups(block: TableBlock) -> tuple[tuple[int, int], ...]:
    """Rows that stand together: the head with the first row below it, and what merged cells join."""
    joined = {
        row for index, cells in enumerate(block.rows) for cell in cells for row in range(index + 1, index + cell.rows)
    }
    joined.update(range(1, block.head_rows + 1))
    starts = [row for row in range(len(block.rows)) if row not in joined]
    return tuple(pairwise((*starts, len(block.rows))))
