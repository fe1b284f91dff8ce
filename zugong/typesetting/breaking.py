"""Greedy line breaking on the grid, as Word, WPS and LibreOffice do it, with kinsoku (避头尾)."""

from __future__ import annotations

from zugong.text.punctuation import may_break, parts_number
from zugong.typesetting.cells import Cell

_ROUNDING = 0.01
"pt that a line may overflow before its last character counts as too much"

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
    start = 0
    measure = first
    while start < len(cells):
        stop = _line_end(cells, start, measure, tracking, keep_units)
        lines.append((start, _without_space(cells, start, stop)))
        start = stop
        while start < len(cells) and cells[start].character.isspace():
            start += 1
        measure = others
    return tuple(lines)


def _line_end(cells: tuple[Cell, ...], start: int, measure: float, tracking: float, keep_units: bool) -> int:
    """Where the line that begins at `start` must end."""
    full = _overflow(cells, start, measure, tracking)
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


def _overflow(cells: tuple[Cell, ...], start: int, measure: float, tracking: float) -> int:
    """The first cell that no longer fits; white space may hang over the edge.

    LibreOffice 7.4 leaves out what closes type up at the end of every run of one script, so no line counts on it.
    """
    pen = -cells[start].trim_before
    at_change = max(tracking, 0.0)
    for index in range(start, len(cells)):
        cell = cells[index]
        if index > start:
            pen += tracking if cell.western is cells[index - 1].western else at_change
        if pen + cell.advance - cell.trim_after > measure + _ROUNDING and not cell.character.isspace():
            return index
        pen += cell.advance + cell.kern
    return len(cells)


def _without_space(cells: tuple[Cell, ...], start: int, stop: int) -> int:
    while stop > start + 1 and cells[stop - 1].character.isspace():
        stop -= 1
    return stop
