"""Strips of composed lines → rows of the grid, page after page."""

from __future__ import annotations

from dataclasses import dataclass, field

from zugong.model.styles import Role
from zugong.typesetting.pages import PlacedRun

CARRIED_LINES = 2
"lines of text that come along when the colophon (版记) has to begin a page"


@dataclass(frozen=True, slots=True)
class Strip:
    """A paragraph whose lines are composed but have no place yet."""

    role: Role
    lines: tuple[tuple[PlacedRun, ...], ...]
    rows: int
    "rows of the grid that one line takes"
    rows_before: int
    rows_after: int
    keep_with_next: bool
    anchor: str = ""
    link: str = ""
    outline_level: int = 0
    outline_title: str = ""


@dataclass(frozen=True, slots=True)
class BoxStrip:
    """The 批示 box: it takes the rows that its page has left."""

    label: tuple[PlacedRun, ...]
    rows_before: int
    min_rows: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page, unless the page is still empty."""


Piece = Strip | BoxStrip | PageBreak


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one line."""

    page: int
    "from 0"
    row: int
    "from 0, of the page's grid"
    piece: int
    "index into the pieces"
    line: int
    "index into its lines"


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


def flow(pieces: tuple[Piece, ...], page_rows: int, colophon_rows: int) -> Flow:
    """Places every line; rows are whole lines of the grid, `colophon_rows` are kept free at the end."""
    cursor = _Cursor(page_rows)
    box: Slot | None = None
    box_rows = 0
    for index, piece in enumerate(pieces):
        match piece:
            case PageBreak():
                if cursor.row:
                    cursor.turn()
            case BoxStrip():
                box, box_rows = _place_box(cursor, pieces, index, piece)
            case Strip():
                _place_strip(cursor, pieces, index, piece)
    slots, colophon_page = _room_for_colophon(tuple(cursor.slots), pieces, cursor, colophon_rows)
    return Flow(slots, box, box_rows, colophon_page, max(colophon_page, cursor.page) + 1)


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
    for piece in pieces[index:]:
        if not isinstance(piece, Strip):
            return rows
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


def _room_for_colophon(
    slots: tuple[Slot, ...], pieces: tuple[Piece, ...], cursor: _Cursor, rows: int
) -> tuple[tuple[Slot, ...], int]:
    """The slots and the page of the colophon: it takes lines of text along rather than stand alone."""
    if cursor.fits(rows):
        return slots, cursor.page
    carried = _lines_to_carry(slots, pieces)
    kept = slots[: len(slots) - carried]
    moved = tuple(
        Slot(cursor.page + 1, row, slot.piece, slot.line) for row, slot in enumerate(slots[len(slots) - carried :])
    )
    return (*kept, *moved), cursor.page + 1


def _lines_to_carry(slots: tuple[Slot, ...], pieces: tuple[Piece, ...]) -> int:
    """How many of the last lines may go over: of one plain paragraph, and never its page's only ones."""
    if not slots:
        return 0
    last = slots[-1]
    piece = pieces[last.piece]
    if not isinstance(piece, Strip) or piece.rows != 1:
        return 0
    same = [slot for slot in slots if (slot.piece, slot.page) == (last.piece, last.page)]
    others = any(slot.page == last.page and slot.piece != last.piece for slot in slots)
    return min(CARRIED_LINES, len(same) if others else len(same) - 1)
