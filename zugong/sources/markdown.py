"""Bodies (正文): paragraphs parted by blank lines, **段首语** in bold; all other text as it stands.

Not CommonMark: there `**双向选择。**发放` is not bold, and every line that begins with a space, a digit or
a dash means something. What looks like more Markdown than this is told to the editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from zugong.diagnostics import Location, Problem, doubt
from zugong.model.prose import Paragraph, PlaceIgnore
from zugong.sources.inline import lone_ignores, read_paragraph
from zugong.sources.nodes import Line
from zugong.sources.reading import Reading

_BLANK = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_STRUCTURES = (
    (re.compile(r"#{1,6}\s"), "“#”"),
    (re.compile(r"[-+*]\s"), "“-”“*”或“+”"),
    (re.compile(r">"), "“>”"),
    (re.compile(r"```|~~~"), "“```”或“~~~”"),
    (re.compile(r"(?:-{3,}|={3,}|_{3,}|\*{3,})$"), "分隔线"),
    (re.compile(r"\|.*\|$"), "竖线表格"),
)


def read_body(lines: Iterable[Line]) -> Reading[tuple[Paragraph, ...]]:
    """The paragraphs of these lines, and what is wrong or unusual in them."""
    problems: list[Problem] = []
    paragraphs: list[Paragraph] = []
    waiting: tuple[PlaceIgnore, ...] = ()
    for full, group in groupby(map(_trimmed, lines), key=lambda line: bool(line.content)):
        if full:
            stretch = list(group)
            problems.extend(found for found in map(_structure, stretch) if found)
            reading = read_paragraph(stretch, waiting)
            problems.extend(reading.problems)
            paragraphs += [reading.value] if reading.value else []
            waiting = () if reading.value else (*waiting, *lone_ignores(stretch))
    if waiting and paragraphs:
        paragraphs[-1] = Paragraph(paragraphs[-1].runs, (*paragraphs[-1].ignores, *waiting))
    return Reading(tuple(paragraphs), tuple(problems))


def _trimmed(line: Line) -> Line:
    """Without indentation, half or full width, and without white space at the end."""
    rest = line.content.rstrip().rstrip(_BLANK).rstrip()
    bare = rest.lstrip().lstrip(_BLANK).lstrip()
    return Line(bare, line.origin.shifted(len(rest) - len(bare)))


def _structure(line: Line) -> Problem | None:
    for pattern, what in _STRUCTURES:
        if pattern.match(line.content):
            return _unsupported(what, line.origin)
    return None


def _unsupported(what: str, origin: Location) -> Problem:
    message = f"行首的{what}在这里没有特别的意思，会原样印出"
    return doubt("markdown-structure", message, origin, "不想印出来就删去；正文只认空行（另起一段）和 **段首语**")
