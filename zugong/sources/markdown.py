"""Notes (编者按、按语): paragraphs parted by blank lines, **段首语** in bold; all other text as it stands.

Not CommonMark: there `**双向选择。**发放` is not bold, and every line that begins with a space, a digit or
a dash means something. What looks like more Markdown than this is told to the editor. Bodies of items may hold
more (blocks.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from zugong.diagnostics import Problem, doubt
from zugong.model.prose import Paragraph, PlaceIgnore
from zugong.sources.inline import lone_ignores, read_paragraph
from zugong.sources.nodes import Line
from zugong.sources.reading import Reading
from zugong.text.patterns import Pattern

_BLANK = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_STRUCTURES = (
    (Pattern(r"#{1,6}\s", "#"), "“#”"),
    (Pattern(r"[-+*]\s", "-+*"), "“-”“*”或“+”"),
    (Pattern(r">", ">"), "“>”"),
    (Pattern(r"```|~~~", ("```", "~~~")), "“```”或“~~~”"),
    (Pattern(r"(?:-{3,}|={3,}|_{3,}|\*{3,})$", ("---", "===", "___", "***")), "分隔线"),
    (Pattern(r"\|.*\|$", "|"), "竖线表格"),
)

_ADVICE = "不想印出来就删去；这里只认空行（另起一段）和 **段首语**"


def read_body(lines: Iterable[Line]) -> Reading[tuple[Paragraph, ...]]:
    """The paragraphs of these lines, and what is wrong or unusual in them."""
    problems: list[Problem] = []
    paragraphs: list[Paragraph] = []
    waiting: tuple[PlaceIgnore, ...] = ()
    for full, group in groupby(map(trimmed, lines), key=lambda line: bool(line.content)):
        if full:
            stretch = list(group)
            problems.extend(found for line in stretch if (found := structure_problem(line, _ADVICE)))
            reading = read_paragraph(stretch, waiting)
            problems.extend(reading.problems)
            paragraphs += [reading.value] if reading.value else []
            waiting = () if reading.value else (*waiting, *lone_ignores(stretch))
    if waiting and paragraphs:
        paragraphs[-1] = Paragraph(paragraphs[-1].runs, (*paragraphs[-1].ignores, *waiting))
    return Reading(tuple(paragraphs), tuple(problems))


def trimmed(line: Line) -> Line:
    """Without indentation, half or full width, and without white space at the end."""
    rest = line.content.rstrip().rstrip(_BLANK).rstrip()
    bare = rest.lstrip().lstrip(_BLANK).lstrip()
    return Line(bare, line.origin.shifted(len(rest) - len(bare)))


def structure_problem(line: Line, advice: str) -> Problem | None:
    """What is told about a trimmed line that looks like Markdown and is none."""
    for pattern, what in _STRUCTURES:
        if pattern.match(line.content):
            message = f"行首的{what}在这里没有特别的意思，会原样印出"
            return doubt("markdown-structure", message, line.origin, advice)
    return None
