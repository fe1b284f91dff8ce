"""One run of a command over a workspace. What has not changed is known from earlier runs; so the office is opened, and
all that reads and checks imported, only when there is something to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from zugong.cache import Cache
from zugong.classes import dataclass
from zugong.diagnostics import Problem
from zugong.fingerprint import Fingerprints, issue_fingerprint, program_fingerprint, take_fingerprints
from zugong.hashes import digest
from zugong.model.issue import IssueKey
from zugong.neighbours import recall_neighbours
from zugong.sources.workspace import survey

if TYPE_CHECKING:
    from zugong.pipeline import Office

T = TypeVar("T")

_OFFICE = "office"


@dataclass(slots=True, eq=False)
class Run:
    """What is the same for all issues of one run."""

    root: Path
    today: date
    prints: Fingerprints
    "as everything was before any of it was read: what changes meanwhile is found out by the next run"
    cache: Cache
    strays: tuple[Problem, ...]
    "of folders that are no issue"
    _problems: tuple[Problem, ...] | None = None
    _office: Office | None = None

    def open(self) -> Office:
        """The office with all that it sets, read when first wanted."""
        if self._office is None:
            from zugong.pipeline import open_office

            self._office = open_office(self.root, self.today)
        return self._office

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of the office; it need not be opened for them unless it has changed."""
        if self._problems is None:
            known = None if self._office else self.cache.recall(_OFFICE, self._of_office())
            self._problems = self.open().problems if known is None else known
        return self._problems

    def remembered(self, key: IssueKey, what: str, find: Callable[[], T | None]) -> T | None:
        """What `find` finds out by reading and checking an issue; asked only when something has changed since."""
        name, checked = f"{key.year}-{key.folder}-{what}", self.prints.of_checks(key, self.today)
        known: T | None = self.cache.recall(name, checked)
        if known is not None:
            return known
        found = find()
        if found is not None and self.is_unchanged(key) and has_built(self.root):
            self.cache.store(name, checked, found)
        return found

    def is_unchanged(self, key: IssueKey) -> bool:
        """Whether an issue is still as it was at the beginning: what was found in another one is not to be kept."""
        return issue_fingerprint(self.root, key) == self.prints.issues[key]

    def close(self) -> None:
        """Leaves for the next run what this one found out about the office."""
        if self._office is None:
            return
        from zugong.pipeline import keep_index

        keep_index(self._office)
        if has_built(self.root):
            self.cache.store(_OFFICE, self._of_office(), self._office.problems)

    def _of_office(self) -> str:
        return digest([self.prints.common, *map(repr, self.strays)])


def begin(root: Path, today: date, asked: tuple[IssueKey, ...] = ()) -> Run:
    """A run that is about some issues of a workspace."""
    found, program, cache = survey(root), program_fingerprint(), Cache(root)
    neighbours = recall_neighbours(cache, program, frozenset(asked))
    keys = {*found.value, *asked}
    prints = take_fingerprints(root, keys, program=program, issue=neighbours.fingerprint)
    if has_built(root):
        neighbours.keep()
    return Run(root, today, prints, cache, found.problems)


def has_built(root: Path) -> bool:
    """Whether anything was ever built here; `check` alone does not begin to leave files about, so it is not sped up."""
    return (root / "build").is_dir()
