"""Headlines of several lines: lines about equal, broken where a mark parts the words (GB/T 9704—2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.text.punctuation import is_mark
from zugong.typesetting.fitting import Paragraph

_UNEVEN, _INSIDE = 100.0, 12.0
"costs: of a line twice as long as it should be (by its square); of a break at no mark"

_MOST = 8
"lines; a longer text is no headline, and the time grows with its square"

_ROUNDING = 0.01
"pt"

_Lines = tuple[tuple[int, int], ...]


def balanced(paragraph: Paragraph, greedy: _Lines, first: float, others: float) -> _Lines:
    """As many lines as `greedy` ones, about equally long; `first` and `others` are measures, pt.

    Where a word or a number with its unit must be cut to fit, and of more lines than `_MOST`, the greedy ones stay.
    """
    if len(greedy) > _MOST:
        return greedy
    count = len(paragraph.cells)
    even = paragraph.line_width(0, count) / len(greedy)
    best: dict[int, tuple[float, _Lines]] = {0: (0.0, ())}
    for line in range(len(greedy)):
        reached: dict[int, tuple[float, _Lines]] = {}
        for start, (cost, lines) in best.items():
            for stop in _ends(paragraph, start, others if line else first):
                begin, end = paragraph.begin(stop), paragraph.end(start, stop)
                own = cost + _cost(paragraph, start, end, even)
                if begin not in reached or own < reached[begin][0]:
                    reached[begin] = (own, (*lines, (start, end)))
        # A way that ends too early leads nowhere: no line begins at the end.
        best = reached
    return best[count][1] if count in best else greedy


def _ends(paragraph: Paragraph, start: int, measure: float) -> Iterator[int]:
    """Where a line that begins at `start` may end and fits."""
    for stop in range(start + 1, len(paragraph.cells) + 1):
        if paragraph.line_width(start, paragraph.end(start, stop)) > measure + _ROUNDING:
            return
        if paragraph.breaks[stop]:
            yield stop


def _cost(paragraph: Paragraph, start: int, end: int, even: float) -> float:
    uneven = _UNEVEN * (paragraph.line_width(start, end) / even - 1) ** 2
    return uneven + (0.0 if _parts(paragraph.text, end) else _INSIDE)


def _parts(text: str, end: int) -> bool:
    """Whether a mark or a space parts the words at the end of a line; so does the end of the text."""
    return end == len(text) or text[end].isspace() or is_mark(text[end - 1]) or is_mark(text[end])
