"""What every reader gives back: the value, and the problems met on the way."""

from __future__ import annotations

from collections.abc import Iterable

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Generic, TypeVar

    T = TypeVar("T")
else:
    T = None

    class Generic:
        """In place of the one of `typing`, which only type checkers need."""

        __slots__ = ()

        def __class_getitem__(cls, _: object) -> type:
            return cls


MOST_OF_ONE_RULE = 50
"so many problems of one rule are shown for one file; a million of them help nobody"


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value with the problems found while it was read."""

    value: T
    problems: tuple[Problem, ...] = ()


def capped(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one file; where one rule fires too often, its last line counts the rest."""
    counts: dict[str, int] = {}
    kept: list[Problem] = []
    for problem in problems:
        counts[problem.rule] = counts.get(problem.rule, 0) + 1
        if counts[problem.rule] <= MOST_OF_ONE_RULE:
            kept.append(problem)
    return tuple(_counting(problem, counts, kept) for problem in kept)


def _counting(problem: Problem, counts: dict[str, int], kept: list[Problem]) -> Problem:
    rest = counts[problem.rule] - MOST_OF_ONE_RULE
    if rest <= 0 or problem is not next(one for one in reversed(kept) if one.rule == problem.rule):
        return problem
    origin = Location(problem.origin.path, problem.origin.line, problem.origin.column)
    message = f"{problem.message}（同样的问题后面还有 {rest} 处，不再一一列出）"
    return Problem(problem.severity, problem.rule, message, origin, problem.hint, problem.length)
