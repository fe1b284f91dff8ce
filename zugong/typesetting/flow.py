"""Strips of composed lines → rows of the grid, page after page."""

from __future__ import annotations

from dataclasses import dataclass, field

from zugong.typesetting.ending import Foot, ending
from zugong.typesetting.grid import BoxStrip, PageBreak, Piece, Slot, Strip


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


@dataclass(slots=True)
class _Cursor:
    """The next free row while flowing."""

    page_rows: int
    page: int = 0
    row: int = 0
    slots: list[Slot] = field(default_factory=list)

    def turn(self) -> None:
        self.page, self.row = self.page + 1, 0

    def fits(self, rows: int) -> bool:
        return self.row + rows <= self.page_rows


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
            case BoxStrip():
                box, box_rows = _place_box(cursor, pieces, index, piece)
            case Strip():
                _place_strip(cursor, pieces, index, piece)
    end = ending(tuple(cursor.slots), pieces, cursor.page, cursor.row, page_rows, foot)
    return Flow(end.slots, box, box_rows, end.colophon_page, end.page_count, end.carried)


def _place_strip(cursor: _Cursor, pieces: tuple[Piece, ...], index: int, strip: Strip) -> None:
    before = strip.rows_before if cursor.row else 0
    if not cursor.fits(before + _head_rows(pieces, index)):
        cursor.turn()
        before = 0
    cursor.row += before
    for line in range(len(strip.lines)):
        if not cursor.fits(strip.rows):
            cursor.turn()
        cursor.slots.append(Slot(cursor.page, cursor.row, index, line))
        cursor.row += strip.rows
    cursor.row = min(cursor.row + strip.rows_after, cursor.page_rows)


def _head_rows(pieces: tuple[Piece, ...], index: int) -> int:
    """Rows that must stand together: a kept heading whole, and the first line of what follows."""
    rows = 0
    for number, piece in enumerate(pieces[index:]):
        if not isinstance(piece, Strip):
            return rows
        rows += piece.rows_before if number else 0
        if not piece.keep_with_next:
            return rows + piece.rows
        rows += piece.rows * len(piece.lines) + piece.rows_after
    return rows


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
        if isinstance(piece, PageBreak):
            return rows
        if isinstance(piece, Strip):
            rows += piece.rows_before + piece.rows * len(piece.lines) + piece.rows_after
    return rows
