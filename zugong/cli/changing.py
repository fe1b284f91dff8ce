"""Which files and lines `zugong check --since` and `--staged` look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zugong.classes import dataclass
from zugong.cli.console import MisusedError
from zugong.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from zugong.history import Changes
    from zugong.model.issue import IssueKey

    T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to read, and of which changes to tell."""

    root: Path
    "the workspace, or a copy of it as the next commit will have it"
    changes: Changes | None
    "None: everything"

    def concerns(self, problem: Problem) -> bool:
        """Whether a problem is about something that has changed."""
        return self.changes is None or self.changes.hold(problem.origin)

    def touched(self, keys: tuple[IssueKey, ...]) -> tuple[IssueKey, ...]:
        """The issues in whose folders something has changed."""
        assert self.changes is not None
        return tuple(key for key in keys if any(path.startswith(f"issues/{key}/") for path in self.changes.lines))


@contextmanager
def scope(root: Path, since: str | None, *, staged: bool) -> Iterator[Scope]:
    """What was asked for; a usage error when git cannot tell."""
    import tempfile

    from zugong.history import changed_since, export_staged, staged_changes

    if staged:
        with tempfile.TemporaryDirectory(prefix="zugong-") as folder:
            copy = _or_refuse(export_staged(root, Path(folder).resolve()))
            yield Scope(copy, _or_refuse(staged_changes(root)))
    else:
        yield Scope(root, _or_refuse(changed_since(root, since)) if since else None)


def _or_refuse(found: T | Problem) -> T:
    if isinstance(found, Problem):
        raise MisusedError(f"{found.message}。{found.hint}" if found.hint else f"{found.message}。")
    return found
