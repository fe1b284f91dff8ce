"""What of a table stands on one page: its cells with their text, and the rules between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby, pairwise

from zugong.classes import dataclass
from zugong.model.styles import Styles
from zugong.typesetting.foot import baseline_in
from zugong.typesetting.grid import SetCell, Slot, TableStrip
from zugong.typesetting.pages import PlacedCell, PlacedLine, PlacedRule, PlacedTable


@dataclass(frozen=True, slots=True)
class TablePart:
    """The rows of a table on one page, the repeated head among them."""

    strip: TableStrip
    styles: Styles
    rows: tuple[int, ...]
    "indices into the rows of the table"
    top: int
    "row of the page's grid at which the first of them begins"
    repeated: int
    "how many of them are the head drawn again"

    @property
    def xs(self) -> tuple[float, ...]:
        """The edges of its columns, pt."""
        return tuple(accumulate(self.strip.widths, initial=self.styles.page.left))

    @property
    def ys(self) -> tuple[float, ...]:
        """The edges of its rows, pt: they lie on the grid."""
        page = self.styles.page
        tops = accumulate((self.strip.heights[row] for row in self.rows), initial=self.top)
        return tuple(page.top + top * page.line_pitch for top in tops)


def table_part(slots: tuple[Slot, ...], strip: TableStrip, styles: Styles) -> TablePart:
    """The part of a table that the slots of one page hold; a part that begins below room for a head repeats it."""
    first, rows = slots[0], tuple(slot.line for slot in slots)
    if first.line < strip.head_rows or first.row < strip.head_height:
        return TablePart(strip, styles, rows, first.row, 0)
    head = tuple(range(strip.head_rows))
    return TablePart(strip, styles, (*head, *rows), first.row - strip.head_height, len(head))


def placed_table(part: TablePart, key: int) -> PlacedTable:
    """The part with every line of text at its place; `key` tells which table of the sheet it is."""
    strip, xs, ys = part.strip, part.xs, part.ys
    cells = [
        [_placed_cell(one, row, y, part) for one in strip.rows[row]] for row, y in zip(part.rows, ys[:-1], strict=True)
    ]
    return PlacedTable(
        key,
        _flat(cells[part.repeated :]),
        _flat(cells[: part.repeated]),
        begins=part.rows[part.repeated] == 0,
        ends=part.rows[-1] == len(strip.rows) - 1,
        columns=len(strip.widths),
        title=strip.title,
        x=xs[0],
        y=ys[0],
        width=xs[-1] - xs[0],
        height=ys[-1] - ys[0],
    )


def _flat(rows: Iterable[list[PlacedCell]]) -> tuple[PlacedCell, ...]:
    return tuple(cell for row in rows for cell in row)


def _placed_cell(one: SetCell, row: int, y: float, part: TablePart) -> PlacedCell:
    """A cell with its lines in the middle of its height."""
    cell, styles = one.cell, part.styles
    left, right = part.xs[cell.column], part.xs[cell.column + cell.columns]
    height = part.strip.height((row, row + cell.rows)) * styles.page.line_pitch
    pitch = styles.table.line_height
    top = y + (height - len(one.lines) * pitch) / 2
    size = styles.paragraph(cell.role).size
    lines = tuple(
        PlacedLine(baseline_in(top + number * pitch, pitch, size), runs) for number, runs in enumerate(one.lines)
    )
    is_head = row < part.strip.head_rows
    return PlacedCell(
        cell.role, lines, pitch, cell.column, row, cell.columns, cell.rows, is_head, left, y, right - left, height
    )


def table_rules(part: TablePart) -> tuple[PlacedRule, ...]:
    """Inner rules, none through merged cells, and over them the frame around the part."""
    return (*_across(part), *_down(part), *_frame(part))


def _across(part: TablePart) -> Iterator[PlacedRule]:
    inner, owners = part.styles.table.inner, _owners(part.strip)
    for y, (above, below) in zip(part.ys[1:-1], pairwise(part.rows), strict=True):
        ruled = [owners[above, column] != owners[below, column] for column in range(len(part.strip.widths))]
        for start, stop in _stretches(ruled):
            x = part.xs[start]
            yield PlacedRule(x, y, part.xs[stop] - x, inner.thickness, inner.colour)


def _down(part: TablePart) -> Iterator[PlacedRule]:
    inner, owners = part.styles.table.inner, _owners(part.strip)
    for column, x in enumerate(part.xs[1:-1]):
        ruled = [owners[row, column] != owners[row, column + 1] for row in part.rows]
        for start, stop in _stretches(ruled):
            y = part.ys[start]
            yield PlacedRule(x, y, part.ys[stop] - y, inner.thickness, inner.colour, vertical=True)


def _frame(part: TablePart) -> Iterator[PlacedRule]:
    """The rules across are longer by their thickness, so that the corners are closed."""
    frame, (left, *_, right), (top, *_, foot) = part.styles.table.frame, part.xs, part.ys
    half = frame.thickness / 2
    for y in (top, foot):
        yield PlacedRule(left - half, y, right - left + frame.thickness, frame.thickness, frame.colour)
    for x in (left, right):
        yield PlacedRule(x, top, foot - top, frame.thickness, frame.colour, vertical=True)


def _owners(strip: TableStrip) -> dict[tuple[int, int], tuple[int, int]]:
    """(row, column) → where the cell begins that covers it."""
    return {
        (row, column): (index, one.cell.column)
        for index, cells in enumerate(strip.rows)
        for one in cells
        for row in range(index, index + one.cell.rows)
        for column in range(one.cell.column, one.cell.column + one.cell.columns)
    }


def _stretches(flags: list[bool]) -> Iterator[tuple[int, int]]:
    """Half-open ranges in which the flags are set."""
    start = 0
    for flag, group in groupby(flags):
        stop = start + len(list(group))
        if flag:
            yield start, stop
        start = stop
