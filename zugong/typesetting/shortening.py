"""How many characters must go, or come, until a paragraph has fewer or more lines.

Only the lines near the change are broken again: what comes before them does not depend on it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from zugong.classes import dataclass, replace
from zugong.diagnostics import Location
from zugong.layout.sheet import Block
from zugong.model.styles import Accent, Align, Role
from zugong.text.punctuation import is_mark
from zugong.typesetting.cells import Cell
from zugong.typesetting.fitting import TIGHTEST, Fit, Paragraph, extend, fitted, paragraph_of, traced
from zugong.typesetting.sharing import with_shared_cells
from zugong.typesetting.strips import Setter

_SETTLED = 2
"lines before a change from which on lines are broken again: a break looks a few characters ahead"

_REACH = 1.3
"measures before a change within which a line may begin that goes beyond it"

_MOST = 240
"characters that are tried: nobody takes more out of one paragraph to save a line"

_UNREACHED = float("inf")


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph whose words an editor may change."""

    setter: Setter
    role: Role
    cells: tuple[Cell, ...]
    "not yet sharing their blanks"
    own: int
    "cells before this are headline or label and stay"
    tail: int
    "cells from here on stay: the last mark and （供稿单位）"
    ranges: tuple[tuple[int, int], ...]
    "its lines"
    fit: Fit | None
    "of the paragraph as it is; None where lines are broken greedily"
    widths: tuple[float, ...]
    origin: Location

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.ranges)

    def last_line(self) -> int:
        """Characters of its last line, marks aside."""
        start, stop = self.ranges[-1]
        return sum(not is_mark(cell.character) for cell in self.cells[start:stop])


def text_of(block: Block, setter: Setter) -> Text:
    """The Text of a block."""
    style, tracking = setter.styles.paragraph(block.role), setter.tracking(block.role)
    cells = setter.plain_cells(block.runs, block.role)
    shared = with_shared_cells(cells, style.size) if setter.fine else cells
    paragraph = paragraph_of(shared, style.size, tracking)
    first, others = _measures(setter, block.role)
    fit = fitted(paragraph, first, others) if setter.fine and style.align is Align.JUSTIFY else None
    ranges = traced(fit, paragraph) if fit else setter.ranges(shared, block.role, first, others)
    own = sum(cell.accent in (Accent.HEADLINE, Accent.LABEL) for cell in cells)
    origin = next((run.origin for run in block.runs if run.accent in (Accent.PLAIN, Accent.LEAD)), block.runs[0].origin)
    return Text(setter, block.role, cells, own, _tail(cells), ranges, fit, paragraph.widths, origin)


def fewest_to_lose(text: Text, lines: int) -> int | None:
    """The smallest number of characters whose loss before the last mark leaves at most that many lines.

    None when that cannot be had: at least one character of the text itself must stay.
    """
    for count in _counts(text, lines):
        if lines_after(text, -count) <= lines:
            return count if _lines_anew(text, -count) <= lines else None
    return None


def fewest_to_gain(text: Text, lines: int, most: int) -> int | None:
    """The smallest number of 汉字 put before the last mark that makes at least that many lines."""
    for count in range(1, most + 1):
        if lines_after(text, count) >= lines:
            return count if _lines_anew(text, count) >= lines else None
    return None


def lines_after(text: Text, change: int) -> int:
    """Lines of the paragraph with that many characters more, or fewer, before its last mark."""
    at = min(text.tail, text.tail + change)
    return _fitted_lines(text, text.fit, at, change) if text.fit else _greedy_lines(text, at, change)


def changed_cells(text: Text, change: int, start: int = 0) -> tuple[Cell, ...]:
    """The cells from `start` on with that change, sharing their blanks under 精细."""
    before = max(start - 1, 0)
    at = min(text.tail, text.tail + change)
    added = (_sample(text),) * max(change, 0)
    cells = (*text.cells[before:at], *added, *text.cells[text.tail :])
    if text.setter.fine:
        cells = with_shared_cells(cells, text.setter.styles.paragraph(text.role).size)
    return cells[start - before :]


def _lines_anew(text: Text, change: int) -> int:
    """The same as `lines_after`, without any short cut."""
    first, others = _measures(text.setter, text.role)
    return len(text.setter.ranges(changed_cells(text, change), text.role, first, others))


def _measures(setter: Setter, role: Role) -> tuple[float, float]:
    return setter.measure(role, first=True).width, setter.measure(role).width


def _tail(cells: tuple[Cell, ...]) -> int:
    """Where the last mark of the text begins, （供稿单位） behind it aside."""
    tail = len(cells)
    while tail > 1 and cells[tail - 1].accent is Accent.SOURCE_UNIT:
        tail -= 1
    while tail > 1 and is_mark(cells[tail - 1].character):
        tail -= 1
    return tail


def _sample(text: Text) -> Cell:
    """A 汉字 of the text, which is as wide as any other."""
    size = text.setter.styles.paragraph(text.role).size
    plain = replace(text.cells[text.tail - 1], character="字", western=False, kern=0.0)
    return replace(plain, advance=size, trim_before=0.0, trim_after=0.0)


def _counts(text: Text, lines: int) -> Iterator[int]:
    """Numbers of characters worth trying: with fewer the text is wider than so many lines can be."""
    if lines < 1:
        return
    first, others = _measures(text.setter, text.role)
    size = text.setter.styles.paragraph(text.role).size
    room = first + (lines - 1) * others + lines * abs(text.setter.tracking(text.role))
    if text.fit:
        room += lines * size + TIGHTEST * size * len(text.cells)
    behind = text.widths[-1] - text.widths[text.tail]
    for count in range(1, min(text.tail - text.own - 1, _MOST) + 1):
        if text.widths[text.tail - count] + behind <= room + size:
            yield count


def _greedy_lines(text: Text, at: int, change: int) -> int:
    """By breaking again from two lines before the change on."""
    touched = bisect_left([start for start, _ in text.ranges], at) - 1
    line = max(touched - _SETTLED, 0)
    start = text.ranges[line][0]
    first, others = _measures(text.setter, text.role)
    cells = changed_cells(text, change, start)
    return line + len(text.setter.greedy(cells, text.role, others if line else first, others))


def _fitted_lines(text: Text, fit: Fit, at: int, change: int) -> int:
    """By trying again the lines that reach the change; the best ways to where they begin are known."""
    first, others = _measures(text.setter, text.role)
    start = bisect_left(text.widths, text.widths[at] - _REACH * others)
    paragraph = _paragraph(text, change, start)
    count, known = len(paragraph.cells), at - start
    unreached = count + 1 - known
    again = Fit(
        [*fit.cost[start:at], *[_UNREACHED] * unreached], [0] * (count + 1), [*fit.lines[start:at], *[0] * unreached]
    )
    if not start and not known:
        again.cost[0] = 0.0
    extend(again, paragraph, others if start else first, others, 0)
    return again.lines[count]


def _paragraph(text: Text, change: int, start: int) -> Paragraph:
    size = text.setter.styles.paragraph(text.role).size
    return paragraph_of(changed_cells(text, change, start), size, text.setter.tracking(text.role))
