"""Cells of one line → placed runs: justified by tracking, in 1/1000 em."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import compress, count, pairwise
from operator import attrgetter, ne

from zugong.classes import dataclass, replace
from zugong.model.styles import Align
from zugong.typesetting.cells import Cell, is_open
from zugong.typesetting.pages import PlacedRun

_MILLE = 1000.0
_WIDEST_FIT = 500
"1/1000 em that letters of a short 刊名 may be parted at most"


_FLUSH_LEFT = (Align.JUSTIFY, Align.LEFT)
"alignments whose lines begin at the left edge: only there marks at the edges of a line are trimmed"


_advance_of, _kern_of, _western_of, _character_of = map(attrgetter, ("advance", "kern", "western", "character"))
_look_of = attrgetter("family", "western", "accent")
"of a cell; lines are long and many, so their cells are looked at without a step of Python for each"

_Stretch = tuple[tuple[Cell, ...], float, float, float]
"cells, where they begin, their width (pt), what follows each of them (1/1000 em)"


@dataclass(frozen=True, slots=True)
class Measure:
    """Where a line stands and how."""

    x: float
    "left edge, pt"
    width: float
    "pt"
    align: Align
    size: float
    "of the type, pt"
    colour: str
    tracking: float
    "after every character before justification, 1/1000 em"


def mille(points: float, size: float) -> float:
    """Points as 1/1000 em of a size, to 1/100 of that: far less than can be seen, and few different values."""
    return round(points / size * _MILLE, 2)


def set_line(cells: tuple[Cell, ...], measure: Measure, *, last: bool) -> tuple[PlacedRun, ...]:
    """The placed runs of a line; `last` lines of a justified paragraph stay as they are if they fit."""
    gap = _gap(cells, measure, last=last)
    runs = _placed(_stretches(cells, measure, gap), measure)
    return _trimmed(runs, cells) if measure.align in _FLUSH_LEFT else runs


def natural_width(cells: tuple[Cell, ...], size: float, tracking: float) -> float:
    """Width of a line before it is justified, its edges untrimmed, pt."""
    kerns: float = sum(map(_kern_of, cells[:-1]))
    advances: float = sum(map(_advance_of, cells))
    return advances + kerns + (len(cells) - 1) * tracking * size / _MILLE


def shrunk(cells: tuple[Cell, ...], measure: Measure) -> tuple[tuple[Cell, ...], Measure]:
    """A line of 撑满 in smaller type if it is too long for its measure: letters never overlap."""
    natural = natural_width(cells, measure.size, 0)
    if natural <= measure.width:
        return cells, measure
    size = math.floor(2 * measure.size * measure.width / natural) / 2
    narrower = tuple(replace(cell, advance=cell.advance * size / measure.size) for cell in cells)
    return narrower, replace(measure, size=size)


def _gap(cells: tuple[Cell, ...], measure: Measure, *, last: bool) -> float:
    """Tracking between two cells that are not both Latin, 1/1000 em."""
    gaps = _open_gaps(cells)
    if measure.align not in (Align.FIT, Align.JUSTIFY) or not gaps:
        return measure.tracking
    free = measure.width - natural_width(cells, measure.size, measure.tracking)
    if measure.align is Align.JUSTIFY:
        free += cells[0].trim_before + cells[-1].trim_after
        if last and free >= 0:
            return measure.tracking
    gap = measure.tracking + mille(free / gaps, measure.size)
    return min(gap, _WIDEST_FIT) if measure.align is Align.FIT else gap


def _open_gaps(cells: tuple[Cell, ...]) -> int:
    """Gaps that take part in justification: in a line without Latin all of them."""
    if not any(map(_western_of, cells)):
        return len(cells) - 1
    return sum(is_open(before, after) for before, after in pairwise(cells))


def _stretches(cells: tuple[Cell, ...], measure: Measure, gap: float) -> list[_Stretch]:
    """Stretches of one face and one accent from x = 0 on, each with one tracking."""
    found: list[_Stretch] = []
    pen = 0.0
    for start, end in pairwise((0, *_changes(cells), len(cells)) if cells else ()):
        cell = cells[end - 1]
        inside = measure.tracking if cell.western else gap
        group = cells[start:end]
        width = natural_width(group, measure.size, inside)
        found.append((group, pen, width, inside))
        if end < len(cells):
            between = gap if is_open(cell, cells[end]) else measure.tracking
            pen += width + cell.kern + between * measure.size / _MILLE
    return found


def _changes(cells: tuple[Cell, ...]) -> Iterable[int]:
    """Where another stretch begins."""
    if any(map(_kern_of, cells)) or " " in map(_character_of, cells):
        return (at for at, (cell, after) in enumerate(pairwise(cells), start=1) if not _same_run(cell, after))
    looks = tuple(map(_look_of, cells))
    return compress(count(1), map(ne, looks, looks[1:]))


def _same_run(cell: Cell, after: Cell) -> bool:
    if cell.family != after.family or cell.accent is not after.accent or cell.western != after.western or cell.kern:
        return False
    return not (cell.western and is_open(cell, after))


def _placed(stretches: list[_Stretch], measure: Measure) -> tuple[PlacedRun, ...]:
    """The runs where the line stands."""
    _, pen, last, _ = stretches[-1] if stretches else ((), 0.0, 0.0, 0.0)
    width = pen + last
    free = measure.width - width
    match measure.align:
        case Align.CENTRE | Align.FIT:
            left = measure.x + free / 2
        case Align.RIGHT:
            left = measure.x + free
        case _:
            left = measure.x
    return tuple(
        PlacedRun(
            "".join(map(_character_of, cells)),
            pen + left,
            width,
            cells[0].family,
            measure.size,
            tracking,
            measure.colour,
            cells[0].accent,
        )
        for cells, pen, width, tracking in stretches
    )


def _trimmed(runs: tuple[PlacedRun, ...], cells: tuple[Cell, ...]) -> tuple[PlacedRun, ...]:
    """The blank halves of marks at the edges of a line lie outside its measure."""
    before, after = (cells[0].trim_before, cells[-1].trim_after) if cells else (0.0, 0.0)
    if before:
        runs = tuple(replace(run, x=run.x - before) for run in runs)
    return (*runs[:-1], replace(runs[-1], overhang=after)) if after else runs
