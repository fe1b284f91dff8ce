"""How wide the columns of a table are: as an office says, else after what stands in them."""

from __future__ import annotations

from itertools import pairwise

from zugong.model.structures import Table
from zugong.text.punctuation import is_western
from zugong.text.widths import display_width

_LONGEST = 14.0
"characters; a longer text wraps, and does not ask for more room than this"

_SHORTEST = 2.0
"characters that every column has room for"


def column_widths(table: Table, measure: float, size: float, padding: float) -> tuple[float, ...]:
    """Widths that together are the measure, all pt; `size` is that of the type in the cells, `padding` of one side."""
    least = [_least(table, column) * size + 2 * padding for column in range(len(table.columns))]
    wanted = [(one.width or _wanted(table, column)) * size + 2 * padding for column, one in enumerate(table.columns)]
    wanted = [max(pair) for pair in zip(wanted, least, strict=True)]
    spare = measure - sum(wanted)
    if spare >= 0:
        return _rounded([one + spare * one / sum(wanted) for one in wanted], measure)
    room = measure - sum(least)
    if room <= 0:
        return _rounded([one * measure / sum(least) for one in least], measure)
    asked = sum(wanted) - sum(least)
    return _rounded([low + (high - low) * room / asked for low, high in zip(least, wanted, strict=True)], measure)


def _rounded(widths: list[float], measure: float) -> tuple[float, ...]:
    """To 1/20 pt, the step that DOCX knows; edges are rounded, not widths, so that no error adds up."""
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    whole = [round(edge * 20) / 20 for edge in edges[:-1]] + [measure]
    return tuple(after - before for before, after in pairwise(whole))


def _texts(table: Table, column: int) -> list[str]:
    """What stands in a column alone."""
    rows = (*table.head, *table.rows)
    return [cell.content for row in rows for cell in row.cells if cell.column == column and cell.columns == 1]


def _wanted(table: Table, column: int) -> float:
    return min(max((display_width(text) / 2 for text in _texts(table, column)), default=_SHORTEST), _LONGEST)


def _least(table: Table, column: int) -> float:
    """Room for the longest number or Latin word, which is not parted."""
    return max((_longest_word(text) for text in _texts(table, column)), default=_SHORTEST)


def _longest_word(text: str) -> float:
    longest, run = _SHORTEST, 0
    for character in text:
        run = run + 1 if is_western(character) else 0
        longest = max(longest, run * 0.55)
    return min(longest, _LONGEST)
