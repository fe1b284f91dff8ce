"""Adjacent marks share a cell, marks at the edges of a line give up their blank half (标点挤压; clreq 3.1.6).

Only 精细 does this. The faces draw all full-width marks in one half of an em, so the other half can go.
"""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import replace
from zugong.text.punctuation import blank_after, blank_before, is_mark
from zugong.typesetting.cells import Cell

_FULL = 0.9
"em from which on a glyph is a full-width one; some faces have narrow quotes that have nothing to give"


def with_shared_cells(cells: Sequence[Cell], size: float) -> tuple[Cell, ...]:
    """The cells of a paragraph with what goes between marks and at the edges of lines.

    The first cell keeps its blank: a paragraph that begins with “ is indented like all others.
    """
    changed = list(cells)
    for index, cell in enumerate(cells):
        behind, before = _behind(cell, size), _before(cell, size)
        if not behind and not before:
            continue
        kern = -_shared(cell, cells[index + 1], size) if index + 1 < len(cells) else 0.0
        changed[index] = replace(cell, kern=kern, trim_before=before if index else 0.0, trim_after=behind)
    return tuple(changed)


def _shared(cell: Cell, after: Cell, size: float) -> float:
    """What goes between two neighbours, pt: one blank of the two, so that two marks take a cell and a half."""
    if not is_mark(after.character):
        return 0.0
    behind, before = _behind(cell, size), _before(after, size)
    if behind:
        return behind
    # Two opening marks: the second gives up its blank.
    return before if _before(cell, size) else 0.0


def _behind(cell: Cell, size: float) -> float:
    return blank_after(cell.character) * size if cell.advance >= _FULL * size else 0.0


def _before(cell: Cell, size: float) -> float:
    return blank_before(cell.character) * size if cell.advance >= _FULL * size else 0.0


def untrimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Cells that keep their blanks at the edges of a line: one that is centred or flush right is not trimmed there."""
    return tuple(
        replace(cell, trim_before=0.0, trim_after=0.0) if cell.trim_before or cell.trim_after else cell
        for cell in cells
    )
