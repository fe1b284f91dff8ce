"""What is told to the editor: a Problem, where it is (Location) and how bad (Severity)."""

from __future__ import annotations

from enum import IntEnum

from zugong.classes import dataclass


class Severity(IntEnum):
    """错误 stops a build; 疑问 is worth a look; 提示 is shown on request."""

    ERROR = 3
    DOUBT = 2
    HINT = 1

    @property
    def chinese(self) -> str:
        """The word shown to the editor."""
        return {Severity.ERROR: "错误", Severity.DOUBT: "疑问", Severity.HINT: "提示"}[self]

    @property
    def word(self) -> str:
        """The word written in JSON."""
        return {Severity.ERROR: "error", Severity.DOUBT: "doubt", Severity.HINT: "hint"}[self]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the workspace (行、列)."""

    path: str
    "file, relative to the workspace root, with forward slashes; empty when no file is meant"
    line: int = 1
    "1-based line (行); 0 when the file as a whole is meant"
    column: int = 1
    "1-based column in characters (列)"

    def shifted(self, characters: int) -> Location:
        """The place that many characters further on in the same line."""
        return Location(self.path, self.line, self.column + characters)


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction that cannot change the meaning, made by `check --fix`."""

    found: str
    "what stands at the problem's place, on one line of the file"
    put: str
    "what is put there; empty: it is deleted"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell the editor, always collected, never thrown."""

    severity: Severity
    rule: str
    "id in words, e.g. missing-source-unit"
    message: str
    "what is wrong, in Chinese, one line"
    origin: Location
    hint: str = ""
    "what to do, in Chinese, one line"
    length: int = 1
    "characters marked by the caret (插入符)"
    fix: Fix | None = None
    "None: an editor must decide"


@dataclass(frozen=True, slots=True)
class Silenced:
    """A problem that is not told, and why not."""

    problem: Problem
    reason: str
    "理由; empty when none was given"
    by: Location
    "where it was silenced"


def error(rule: str, message: str, origin: Location, hint: str = "", length: int = 1) -> Problem:
    """A Problem that stops the build (错误)."""
    return Problem(Severity.ERROR, rule, message, origin, hint, length)


def doubt(rule: str, message: str, origin: Location, hint: str = "", length: int = 1) -> Problem:
    """A Problem worth a look that stops nothing (疑问)."""
    return Problem(Severity.DOUBT, rule, message, origin, hint, length)


def hint(rule: str, message: str, origin: Location, advice: str = "", length: int = 1) -> Problem:
    """A remark (提示)."""
    return Problem(Severity.HINT, rule, message, origin, advice, length)


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether any of them stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """By file, line and column, the worse first at one place; doubles left out."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.origin, -p.severity, p.rule, p.message)))
