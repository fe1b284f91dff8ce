"""One YAML text value, taken from the lines of the file so that every character keeps its place."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem
from zugong.sources.characters import invisible_problems, without_harm
from zugong.sources.colons import known_colon_problems
from zugong.sources.nodes import Line, Scalar
from zugong.sources.yaml_library import yaml


@dataclass(frozen=True, slots=True)
class LastScalar:
    """The text value that was read last before the parser gave up; lines and columns from 0."""

    style: str = ""
    line: int = 0
    column: int = 0
    end_line: int = -1
    end_column: int = 0

    @property
    def quoted(self) -> bool:
        """Written in quotes."""
        return self.style in ("'", '"')


@dataclass(slots=True)
class Span:
    """Where an event begins and ends; lines and columns from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


def span_of(event: yaml.Event) -> Span:
    """The marks of an event; only the ends of documents and streams have none, and they are not asked for."""
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None
    return Span(start.line, start.column, end.line, end.column)


def scalar_lines(event: yaml.ScalarEvent, span: Span, lines: tuple[str, ...], start: Location) -> tuple[Line, ...]:
    """The value's lines; exact places but for quoted text with escapes, where the start must do."""
    if event.style in ("|", ">"):
        return _block(span, lines, start)
    if event.style in ("'", '"'):
        return _quoted(event, span, lines, start)
    return _stretch(span, lines, start, 0)


def scalar_problems(event: yaml.ScalarEvent, span: Span, node: Scalar, lines: tuple[str, ...]) -> list[Problem]:
    """Harm that came in through an escape (`"\\u202e"`), and keys swallowed by the value above them."""
    if event.style == '"' and "\\" in _raw(span, lines):
        return [_moved(problem, node.origin) for problem in invisible_problems(event.value, node.origin)]
    return known_colon_problems(node.lines[1:]) if not event.style else []


def _moved(problem: Problem, origin: Location) -> Problem:
    return Problem(problem.severity, problem.rule, problem.message, origin, problem.hint)


def _block(span: Span, lines: tuple[str, ...], start: Location) -> tuple[Line, ...]:
    """Raw lines: for folded text (>) too, because the body joins lines by its own rule."""
    end = span.end_line + (1 if span.end_column else 0)
    first = span.line + 1
    return tuple(_bare(lines[index], index, 0, start, first - 1) for index in range(first, min(end, len(lines))))


def _stretch(span: Span, lines: tuple[str, ...], start: Location, quotes: int) -> tuple[Line, ...]:
    found: list[Line] = []
    for index in range(span.line, min(span.end_line + 1, len(lines))):
        begin = span.column + quotes if index == span.line else 0
        end = span.end_column - quotes if index == span.end_line else len(lines[index])
        found.append(_bare(lines[index][:end], index, begin, start, span.line))
    return tuple(found)


def _bare(line: str, index: int, begin: int, start: Location, start_index: int) -> Line:
    """The line from `begin` on, without white space at its ends; `start` stands on line `start_index`."""
    rest = line[begin:]
    column = begin + len(rest) - len(rest.lstrip()) + 1
    here = index == start_index and column == start.column
    return Line(rest.strip(), start if here else Location(start.path, start.line + index - start_index, column))


def _quoted(event: yaml.ScalarEvent, span: Span, lines: tuple[str, ...], start: Location) -> tuple[Line, ...]:
    raw = _raw(span, lines)
    escaped = "\\" in raw if event.style == '"' else "''" in raw
    if not escaped:
        return _stretch(span, lines, start, 1)
    return tuple(Line(without_harm(line.strip()), start.shifted(1)) for line in event.value.split("\n"))


def _raw(span: Span, lines: tuple[str, ...]) -> str:
    """What stands between the quotes."""
    if span.line == span.end_line:
        return lines[span.line][span.column + 1 : span.end_column - 1]
    middle = lines[span.line + 1 : span.end_line]
    return "\n".join((lines[span.line][span.column + 1 :], *middle, lines[span.end_line][: span.end_column - 1]))
