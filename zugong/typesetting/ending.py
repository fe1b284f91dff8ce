"""How an issue ends: room for the colophon (版记), lines carried over to it, an even number of pages (双数页)."""

from __future__ import annotations

from zugong.classes import dataclass, replace
from zugong.typesetting.grid import FigureStrip, Piece, Slot, Strip, TableStrip, rows_at

CARRIED_LINES = 2
"lines of text that come along when the colophon has to begin a page"


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot of the last page needs."""

    rows: int
    "rows of the grid that the colophon takes; 0: there is none"
    even: bool = False
    "双数页: the number of pages must be even"


@dataclass(frozen=True, slots=True)
class Ending:
    """The last lines and the colophon at their places."""

    slots: tuple[Slot, ...]
    colophon_page: int
    carried: int
    "lines that went over to the page of the colophon, so that it does not stand alone"
    page_count: int


def ending(
    slots: tuple[Slot, ...], pieces: tuple[Piece, ...], page: int, row: int, page_rows: int, foot: Foot
) -> Ending:
    """The end of an issue whose text ends before `row` of `page` (both from 0)."""
    needed = page if row + foot.rows <= page_rows else page + 1
    target = needed + 1 if foot.even and needed % 2 == 0 else needed
    if not foot.rows:
        return Ending(slots, page, 0, target + 1)
    carried = 0
    for turned in range(_first_turned(slots, pieces, page, target), target + 1):
        # Each page on the way gets lines, and leaves as many for those after it.
        carried = _carried(slots, pieces, turned, page_rows - foot.rows, CARRIED_LINES * (target - turned + 1))
        slots = _moved(slots, pieces, carried, turned)
    return Ending(slots, target, carried, target + 1)


def _first_turned(slots: tuple[Slot, ...], pieces: tuple[Piece, ...], page: int, target: int) -> int:
    """The first page that gets lines: the last page of text itself, if it has too few, or too few to give any away."""
    own = tuple(slot for slot in slots if slot.page == page)
    if target == page:
        text_only = all(isinstance(pieces[slot.piece], Strip) for slot in own)
        lonely = text_only and _lines_of_text(own, pieces) < CARRIED_LINES
        return page if page and own and lonely else page + 1
    short = page and len(own) <= CARRIED_LINES * (target - page)
    return page if short else page + 1


def _moved(slots: tuple[Slot, ...], pieces: tuple[Piece, ...], count: int, page: int) -> tuple[Slot, ...]:
    """The slots, the last `count` of them at the head of another page."""
    over = slots[len(slots) - count :]
    rows = _stacked(over, pieces)
    placed = (replace(slot, page=page, row=row) for slot, row in zip(over, rows, strict=True))
    return (*slots[: len(slots) - count], *placed)


def _stacked(slots: tuple[Slot, ...], pieces: tuple[Piece, ...]) -> list[int]:
    """Rows of lines that begin a page, with the room between them that they have now."""
    rows: list[int] = []
    for index, slot in enumerate(slots):
        before = slots[index - 1]
        if not index:
            rows.append(0)
        elif before.page == slot.page:
            rows.append(rows[-1] + slot.row - before.row)
        else:
            rows.append(rows[-1] + rows_at(before, pieces))
    return rows


def _carried(slots: tuple[Slot, ...], pieces: tuple[Piece, ...], page: int, room: int, most: int) -> int:
    """How many of the last lines go over to a page: as few as make that many lines of text, else fewer, else none."""
    for wanted in range(most, 0, -1):
        for count in range(wanted, len(slots)):
            if slots[-count - 1].page < page - 1 or _stacked(slots[-count:], pieces)[-1] >= room:
                break
            leaves = slots[-count - 1].page == page - 1
            if leaves and _may_part(slots, pieces, count) and _lines_of_text(slots[-count:], pieces) >= wanted:
                return count
    return 0


def _may_part(slots: tuple[Slot, ...], pieces: tuple[Piece, ...], count: int) -> bool:
    """Whether a page may end before the last `count` lines: not after or inside a heading, nor before or inside 图注.

    Rows of tables and figures stay where they are.
    """
    before = pieces[slots[-count - 1].piece]
    first, *others = pieces[slots[-count].piece :]
    whole = isinstance(before, TableStrip | FigureStrip) or (isinstance(before, Strip) and not before.keep_with_next)
    movable = isinstance(first, Strip) and not first.clings and not first.signs
    return whole and movable and all(isinstance(one, Strip) for one in others)


def _lines_of_text(slots: tuple[Slot, ...], pieces: tuple[Piece, ...]) -> int:
    """Lines that are no headings and no signature."""
    strips = (pieces[slot.piece] for slot in slots)
    return sum(isinstance(strip, Strip) and not (strip.keep_with_next or strip.signs) for strip in strips)


def company(slots: tuple[Slot, ...], pieces: tuple[Piece, ...]) -> int:
    """How many of the last lines of a page go over with a signature (落款) that has no room on it; 0: none can."""
    for count in range(CARRIED_LINES, 0, -1):
        stays = len(slots) > count and slots[-count - 1].page == slots[-1].page
        if stays and _may_part(slots, pieces, count) and _lines_of_text(slots[-count:], pieces) == count:
            return count
    return 0
