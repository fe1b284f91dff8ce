"""Strips of composed lines, tables and figures → rows of the grid, page after page."""

from __future__ import annotations

from zugong.classes import dataclass, field
from zugong.typesetting.ending import Foot, company, ending
from zugong.typesetting.grid import (
    BoxStrip,
    FigureStrip,
    PageBreak,
    PageHead,
    Piece,
    Slot,
    Strip,
    TableStrip,
    rows_at,
)


@dataclass(frozen=True, slots=True)
class Flow:
    """Where everything stands."""

    slots: tuple[Slot, ...]
    box: Slot | None
    "first row of the 批示 box"
    box_rows: int
    colophon_page: int
    "page at whose foot the colophon stands"
    page_count: int
    carried: int
    "lines that went over to the colophon's page, so that it does not stand alone"
    pulled: tuple[int, ...] = ()
    "pages (from 0) whose first lines had room on the page before, but keep a signature company"


@dataclass(slots=True)
class _Cursor:
    """The next free row while flowing."""

    page_rows: int
    page: int = 0
    row: int = 0
    slots: list[Slot] = field(default_factory=list)
    pulled: list[int] = field(default_factory=list)
    "pages to which lines went over with a signature"

    def turn(self) -> None:
        self.page, self.row = self.page + 1, 0

    def fits(self, rows: int) -> bool:
        return self.row + rows <= self.page_rows

    def take(self, piece: int, line: int, rows: int) -> None:
        self.slots.append(Slot(self.page, self.row, piece, line))
        self.row += rows

    def skip(self, rows: int) -> None:
        """Leaves rows empty; what is left of a page at most."""
        self.row = min(self.row + rows, self.page_rows)


def flow(pieces: tuple[Piece, ...], page_rows: int, foot: Foot) -> Flow:
    """Places every line; rows are whole lines of the grid, those of the foot are kept free at the end."""
    cursor = _Cursor(page_rows)
    box: Slot | None = None
    box_rows = 0
    for index, piece in enumerate(pieces):
        match piece:
            case PageBreak():
                if cursor.row and not cursor.page:
                    cursor.turn()
            case PageHead():
                if cursor.row:
                    cursor.turn()
            case BoxStrip():
                box, box_rows = _place_box(cursor, pieces, index, piece)
            case Strip():
                _place_strip(cursor, pieces, index, piece)
            case TableStrip():
                _place_table(cursor, pieces, index, piece)
            case FigureStrip():
                _place_figure(cursor, pieces, index, piece)
    end = ending(tuple(cursor.slots), pieces, cursor.page, cursor.row, page_rows, foot)
    return Flow(end.slots, box, box_rows, end.colophon_page, end.page_count, end.carried, tuple(cursor.pulled))


def _place_strip(cursor: _Cursor, pieces: tuple[Piece, ...], index: int, strip: Strip) -> None:
    before = strip.rows_before if cursor.row else 0
    if cursor.row and not cursor.fits(before + _kept_rows(cursor, pieces, index)):
        before = _turn_before(cursor, pieces, strip)
    cursor.row += before
    for line in range(len(strip.lines)):
        if not cursor.fits(strip.rows):
            cursor.turn()
        cursor.take(index, line, strip.rows)
    cursor.skip(strip.rows_after)


def _kept_rows(cursor: _Cursor, pieces: tuple[Piece, ...], index: int) -> int:
    """Rows that must stand together; what no page could hold need not."""
    rows = _head_rows(pieces, index)
    piece = pieces[index]
    return piece.rows if isinstance(piece, Strip) and rows > cursor.page_rows else rows


def _turn_before(cursor: _Cursor, pieces: tuple[Piece, ...], strip: Strip) -> int:
    """Begins a page with a paragraph, or with lines that keep a signature company; rows to leave empty then."""
    count = company(tuple(cursor.slots), pieces) if strip.signs else 0
    taken = cursor.slots[len(cursor.slots) - count :]
    del cursor.slots[len(cursor.slots) - count :]
    cursor.turn()
    for slot in taken:
        cursor.take(slot.piece, slot.line, rows_at(slot, pieces))
    if taken:
        cursor.pulled.append(cursor.page)
    return strip.rows_before if taken else 0


def _place_table(cursor: _Cursor, pieces: tuple[Piece, ...], index: int, table: TableStrip) -> None:
    """Group after group of rows; the head stands again at the head of every page but the first."""
    for number, group in enumerate(table.groups):
        rows = table.height(group)
        below = _clinging_rows(pieces, index + 1) if group is table.groups[-1] else 0
        if cursor.row and not cursor.fits(rows + below):
            cursor.turn()
            if number and cursor.fits(table.head_height + rows):
                cursor.row = table.head_height
        for row in range(*group):
            cursor.take(index, row, table.heights[row])
    cursor.skip(0)


def _place_figure(cursor: _Cursor, pieces: tuple[Piece, ...], index: int, figure: FigureStrip) -> None:
    if cursor.row and not cursor.fits(figure.rows + _clinging_rows(pieces, index + 1)):
        cursor.turn()
    cursor.take(index, 0, figure.rows)
    cursor.skip(0)


def _head_rows(pieces: tuple[Piece, ...], index: int) -> int:
    """Rows that must stand together: a kept heading whole, and the first of what follows that a page may end after."""
    rows = 0
    for number in range(index, len(pieces)):
        piece = pieces[number]
        match piece:
            case Strip():
                rows += piece.rows_before if number > index else 0
                if not piece.keep_with_next:
                    return rows + piece.rows
                rows += piece.rows * len(piece.lines) + piece.rows_after
            case TableStrip(groups=groups):
                below = _clinging_rows(pieces, number + 1) if len(groups) == 1 else 0
                return rows + piece.height(groups[0]) + below
            case FigureStrip():
                return rows + piece.rows + _clinging_rows(pieces, number + 1)
            case _:
                return rows
    return rows


def _clinging_rows(pieces: tuple[Piece, ...], index: int) -> int:
    """Rows of 图注 or 表注 below a figure or the last row of a table; of several notes those of the first."""
    piece = pieces[index] if index < len(pieces) else None
    if not isinstance(piece, Strip) or not piece.clings:
        return 0
    return piece.rows_before + piece.rows * len(piece.lines)


def _place_box(cursor: _Cursor, pieces: tuple[Piece, ...], index: int, box: BoxStrip) -> tuple[Slot, int]:
    if not cursor.fits(box.rows_before + box.min_rows):
        cursor.turn()
    before = box.rows_before if cursor.row else 0
    cursor.row += before
    left = cursor.page_rows - cursor.row - _rows_until_break(pieces, index + 1)
    rows = max(box.min_rows, left)
    slot = Slot(cursor.page, cursor.row, index, 0)
    cursor.row += rows
    return slot, rows


def _rows_until_break(pieces: tuple[Piece, ...], index: int) -> int:
    """Rows of what follows the box on its page; without a page break nothing is kept free."""
    rows = 0
    for piece in pieces[index:]:
        match piece:
            case PageBreak() | PageHead():
                return rows
            case Strip():
                rows += piece.rows_before + piece.rows * len(piece.lines) + piece.rows_after
            case TableStrip():
                rows += sum(piece.heights)
            case FigureStrip():
                rows += piece.rows
    return rows
