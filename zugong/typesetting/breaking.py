"""Greedy line breaking on the grid, as Word, WPS and LibreOffice do it, with kinsoku (避头尾)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from operator import add, attrgetter, ne

from zugong.classes import dataclass
from zugong.text.punctuation import may_break, parts_number
from zugong.typesetting.cells import Cell

_ROUNDING = 0.01
"pt that a line may overflow before its last character counts as too much"

_advance_of, _kern_of, _western_of = map(attrgetter, ("advance", "kern", "western"))

_UNIT_REACH = 5
"characters before a break that tell whether a number ends there"


def break_lines(
    cells: tuple[Cell, ...], first: float, others: float, tracking: float, *, keep_units: bool = False
) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of cells, one a line.

    `first` and `others` are the measures of the first and of all other lines, `tracking` what follows
    each character, all pt. White space at the ends of lines is in no range. With `keep_units` a number
    stays with its unit, which office programs do not know.
    """
    lines: list[tuple[int, int]] = []
    row = _Row(cells, _pens(cells, tracking), max(map(_advance_of, cells), default=0.0))
    start = 0
    measure = first
    while start < len(cells):
        stop = _line_end(row, start, measure, keep_units)
        lines.append((start, _without_space(cells, start, stop)))
        start = stop
        while start < len(cells) and cells[start].character.isspace():
            start += 1
        measure = others
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Row:
    """A paragraph as if it were one long line."""

    cells: tuple[Cell, ...]
    pens: Sequence[float]
    "where each cell begins, pt from the first"
    widest: float
    "of its cells, pt"


def _pens(cells: tuple[Cell, ...], tracking: float) -> Sequence[float]:
    """Where each cell begins.

    LibreOffice 7.4 leaves out what closes type up at the end of every run of one script, so no line counts on it.
    """
    scripts = tuple(map(_western_of, cells))
    at_change = max(tracking, 0.0)
    gaps = [at_change if change else tracking for change in map(ne, scripts, scripts[1:])]
    steps = map(add, map(add, map(_advance_of, cells), map(_kern_of, cells)), gaps)
    return tuple(accumulate(steps, initial=0.0))


def _line_end(row: _Row, start: int, measure: float, keep_units: bool) -> int:
    """Where the line that begins at `start` must end."""
    cells = row.cells
    full = _overflow(row, start, measure)
    if full == len(cells):
        return full
    stop = full
    while stop > start and not _may_end(cells, stop, keep_units):
        stop -= 1
    # A word longer than the line, or nothing but marks: cut where the line is full.
    return stop if stop > start else max(full, start + 1)


def _may_end(cells: tuple[Cell, ...], stop: int, keep_units: bool) -> bool:
    if not may_break(cells[stop - 1].character, cells[stop].character):
        return False
    around = "".join(cell.character for cell in cells[max(stop - _UNIT_REACH, 0) : stop + 1])
    return not (keep_units and parts_number(around, len(around) - 1))


def _overflow(row: _Row, start: int, measure: float) -> int:
    """The first cell that no longer fits; white space may hang over the edge."""
    cells, pens = row.cells, row.pens
    edge = pens[start] + cells[start].trim_before + measure + _ROUNDING
    for index in range(max(bisect_left(pens, edge - row.widest), start), len(cells)):
        cell = cells[index]
        if pens[index] + cell.advance - cell.trim_after > edge and not cell.character.isspace():
            return index
    return len(cells)


def _without_space(cells: tuple[Cell, ...], start: int, stop: int) -> int:
    while stop > start + 1 and cells[stop - 1].character.isspace():
        stop -= 1
    return stop
