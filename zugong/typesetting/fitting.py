"""Total-fit line breaking (精细): the breaks of a paragraph are chosen together, so that all its lines are even.

Dynamic programming over the places where a line may begin. From each only the few breaks are tried whose
line comes near the measure, so the time grows with the length of the paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from zugong.classes import dataclass
from zugong.text.punctuation import is_mark, may_break, parts_number
from zugong.typesetting.cells import Cell, is_open

_WIDEST, TIGHTEST = 0.044, 0.02
"em that each gap may gain or lose: of 16 pt type on the grid a pitch of 15.47 to 16.5 pt"

_SHORT = 2
"characters, marks aside, that are too few for a last line"

_LINE, _EVEN, _OVER, _SHORT_LAST, _CUT = 10.0, 100.0, 4000.0, 600.0, 1e6
"costs: of a line; of a gap at its limit (by its square); of each limit beyond it; of a short last line; of a word cut"

_NEAR = 0.92
"share of the measure from which on a line is tried before looser ones"

_ROUNDING = 0.01
"pt"

_FAR = float("inf")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Cells with their sums, so that the width of any line is one subtraction."""

    cells: tuple[Cell, ...]
    text: str
    widths: tuple[float, ...]
    "widths[i]: of the cells before i, with what follows each of them, pt"
    gaps: tuple[int, ...]
    "gaps[i]: gaps that may be widened after the cells before i"
    breaks: tuple[bool, ...]
    "breaks[i]: whether a line may end before cell i"
    size: float
    tracking: float

    def line_width(self, start: int, stop: int) -> float:
        """Natural width of a line, its edges trimmed, pt."""
        first, last = self.cells[start], self.cells[stop - 1]
        between = self.widths[stop] - self.widths[start] - self.tracking - last.kern
        return between - first.trim_before - last.trim_after

    def line_gaps(self, start: int, stop: int) -> int:
        """Gaps inside a line that may be widened."""
        return self.gaps[stop - 1] - self.gaps[start]

    def begin(self, stop: int) -> int:
        """Where the next line begins: white space at the break is dropped."""
        while stop < len(self.cells) and self.text[stop].isspace():
            stop += 1
        return stop

    def end(self, start: int, stop: int) -> int:
        """Where a line ends without its white space."""
        while stop > start + 1 and self.text[stop - 1].isspace():
            stop -= 1
        return stop


def paragraph_of(cells: tuple[Cell, ...], size: float, tracking: float) -> Paragraph:
    """The paragraph of cells that already share their blanks."""
    widths, gaps = [0.0], [0]
    for index, cell in enumerate(cells):
        after = cells[index + 1] if index + 1 < len(cells) else None
        widths.append(widths[-1] + cell.advance + cell.kern + tracking)
        gaps.append(gaps[-1] + (after is not None and is_open(cell, after)))
    text = "".join(cell.character for cell in cells)
    inside = (may_break(text[at - 1], text[at]) and not parts_number(text, at) for at in range(1, len(text)))
    return Paragraph(cells, text, tuple(widths), tuple(gaps), (False, *inside, True), size, tracking)


@dataclass(slots=True)
class Fit:
    """The best way to reach each place where a line may begin."""

    cost: list[float]
    previous: list[int]
    "where the line before begins"
    lines: list[int]
    "how many lines there are up to here"


def fit_lines(paragraph: Paragraph, first: float, others: float) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of cells, one a line; `first` and `others` are measures, pt."""
    return traced(fitted(paragraph, first, others), paragraph)


def traced(fit: Fit, paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
    """The lines of the best way to the end of a paragraph."""
    ranges: list[tuple[int, int]] = []
    begin = len(paragraph.cells)
    while begin > 0:
        start = fit.previous[begin]
        stop = begin
        ranges.append((start, paragraph.end(start, stop)))
        begin = start
    return tuple(reversed(ranges))


def fitted(paragraph: Paragraph, first: float, others: float) -> Fit:
    """The Fit of a whole paragraph."""
    count = len(paragraph.cells)
    fit = Fit([_FAR] * (count + 1), [0] * (count + 1), [0] * (count + 1))
    fit.cost[0] = 0.0
    extend(fit, paragraph, first, others, 0)
    return fit


def extend(fit: Fit, paragraph: Paragraph, first: float, others: float, start: int) -> None:
    """Tries all lines that begin at `start` or later."""
    for begin in range(start, len(paragraph.cells)):
        if fit.cost[begin] == _FAR:
            continue
        measure = others if begin else first
        for stop, cost in _lines_from(paragraph, begin, measure):
            after = paragraph.begin(stop)
            if fit.cost[begin] + cost < fit.cost[after]:
                fit.cost[after] = fit.cost[begin] + cost
                fit.previous[after] = begin
                fit.lines[after] = fit.lines[begin] + 1


def _lines_from(paragraph: Paragraph, start: int, measure: float) -> Iterator[tuple[int, float]]:
    """Ends of lines that begin at `start`, each with its cost; at least one."""
    near = bisect_left(paragraph.widths, paragraph.widths[start] + _NEAR * measure, start + 1)
    stop, found = min(near, len(paragraph.cells)), False
    while stop <= len(paragraph.cells) and not _overfull(paragraph, start, stop, measure):
        if paragraph.breaks[stop]:
            cost = _cost(paragraph, start, stop, measure)
            if cost < _FAR:
                found = True
                yield stop, cost
        stop += 1
    if not found:
        yield _last_resort(paragraph, start, stop - 1, measure)


def _overfull(paragraph: Paragraph, start: int, stop: int, measure: float) -> bool:
    """Whether a line cannot be closed up to the measure, even if a mark that may be trimmed ended it."""
    room = paragraph.line_width(start, stop) - measure - paragraph.size
    return room > TIGHTEST * paragraph.size * paragraph.line_gaps(start, stop)


def _cost(paragraph: Paragraph, start: int, stop: int, measure: float) -> float:
    """How bad a line is; infinite when it does not fit."""
    end = paragraph.end(start, stop)
    free = measure - paragraph.line_width(start, end)
    last = paragraph.begin(stop) == len(paragraph.cells)
    cost = _LINE + (_SHORT_LAST if last and start and _is_short(paragraph.text[start:end]) else 0.0)
    if last and free >= -_ROUNDING:
        return cost
    gaps = paragraph.line_gaps(start, end)
    if free < -_ROUNDING - TIGHTEST * paragraph.size * gaps:
        return _FAR
    limit = _WIDEST if free > 0 else TIGHTEST
    share = abs(free) / (max(gaps, 1) * limit * paragraph.size)
    return cost + _EVEN * share**2 + (_OVER * (share - 1) if share > 1 else 0.0)


def _is_short(line: str) -> bool:
    return sum(not is_mark(character) for character in line) <= _SHORT


def _last_resort(paragraph: Paragraph, start: int, full: int, measure: float) -> tuple[int, float]:
    """The break before a word that is too long; a word longer than a line is cut where the line is full."""
    for stop in range(full, start, -1):
        cost = _cost(paragraph, start, stop, measure) if paragraph.breaks[stop] else _FAR
        if cost < _FAR:
            return stop, cost
    stop = full
    while stop > start + 1 and paragraph.line_width(start, stop) > measure + _ROUNDING:
        stop -= 1
    return max(stop, start + 1), _CUT
