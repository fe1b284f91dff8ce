"""Cells of one line → placed runs: justified by tracking, in 1/1000 em."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

from zugong.model.styles import Align
from zugong.typesetting.cells import Cell
from zugong.typesetting.pages import PlacedRun

_MILLE = 1000.0
_WIDEST_FIT = 500
"1/1000 em that letters of a short 刊名 may be parted at most"


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
    """The placed runs of a line; `last` lines of a justified paragraph stay as they are."""
    gap = _gap(cells, measure, last=last)
    return _shifted(_runs(cells, measure, gap), measure)


def natural_width(cells: tuple[Cell, ...], size: float, tracking: float) -> float:
    """Width of a line before it is justified, pt."""
    return sum(cell.advance for cell in cells) + (len(cells) - 1) * tracking * size / _MILLE


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
    stretched = measure.align is Align.FIT or (measure.align is Align.JUSTIFY and not last)
    gaps = sum(_open(before, after) for before, after in pairwise(cells))
    if not stretched or not gaps:
        return measure.tracking
    free = measure.width - natural_width(cells, measure.size, measure.tracking)
    gap = measure.tracking + mille(free / gaps, measure.size)
    return min(gap, _WIDEST_FIT) if measure.align is Align.FIT else gap


def _open(before: Cell, after: Cell) -> bool:
    """Whether the gap between two cells takes part in justification: Latin words stay as they are."""
    return not (before.western and after.western) or " " in (before.character, after.character)


def _runs(cells: tuple[Cell, ...], measure: Measure, gap: float) -> list[PlacedRun]:
    """Runs of one face and one accent from x = 0 on, each with one tracking."""
    runs: list[PlacedRun] = []
    pen = 0.0
    start = 0
    for index, cell in enumerate(cells):
        after = cells[index + 1] if index + 1 < len(cells) else None
        if after is not None and _same_run(cell, after):
            continue
        inside = measure.tracking if cell.western else gap
        group = cells[start : index + 1]
        width = natural_width(group, measure.size, inside)
        content = "".join(c.character for c in group)
        runs.append(
            PlacedRun(content, pen, width, cell.family, measure.size, inside, measure.colour, cell.accent),
        )
        if after is not None:
            pen += width + (gap if _open(cell, after) else measure.tracking) * measure.size / _MILLE
        start = index + 1
    return runs


def _same_run(cell: Cell, after: Cell) -> bool:
    return (cell.family, cell.western, cell.accent) == (after.family, after.western, after.accent) and not (
        cell.western and _open(cell, after)
    )


def _shifted(runs: list[PlacedRun], measure: Measure) -> tuple[PlacedRun, ...]:
    """The runs moved to where the line stands."""
    width = runs[-1].x + runs[-1].width if runs else 0.0
    free = measure.width - width
    match measure.align:
        case Align.CENTRE | Align.FIT:
            left = measure.x + free / 2
        case Align.RIGHT:
            left = measure.x + free
        case _:
            left = measure.x
    return tuple(replace(run, x=run.x + left) for run in runs)
