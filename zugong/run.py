"""One run of a command over a workspace. What has not changed is known from earlier runs; so the office is opened, and
all that reads and checks imported, only when there is something to do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from zugong.cache import Cache
from zugong.classes import dataclass, field
from zugong.diagnostics import Problem
from zugong.fingerprint import Fingerprints, program_fingerprint, take_fingerprints
from zugong.hashes import digest, entries, is_folder, told
from zugong.model.issue import IssueKey
from zugong.neighbours import recall_neighbours
from zugong.sources.workspace import survey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from zugong.pipeline import Office

    T = TypeVar("T")


_OFFICE = "office"


@dataclass(slots=True, eq=False)
class Run:
    """What is the same for all issues of one run."""

    root: Path
    today: date
    prints: Fingerprints
    "as everything was before any of it was read"
    take_again: Callable[[], Fingerprints]
    cache: Cache
    strays: tuple[Problem, ...]
    "of folders that are no issue"
    _problems: tuple[Problem, ...] | None = None
    _office: Office | None = None
    _stamps: Mapping[IssueKey | None, str] = field(default_factory=dict)
    "how everything lay before any of it was read; empty: nothing was"
    _found: list[tuple[IssueKey | None, str, str, object]] = field(default_factory=list)

    def start(self) -> None:
        """To be called before anything is read, if anything is."""
        self._stamps = self._stamps or _stamps(self.root, self.prints.issues)

    def open(self) -> Office:
        """The office with all that it sets, read when first wanted."""
        if self._office is None:
            from zugong.pipeline import open_office

            self.start()
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
        if found is not None:
            self.keep(key, name, checked, found)
        return found

    def keep(self, key: IssueKey | None, name: str, seal: str, found: object) -> None:
        """For `close` to leave for the next run; it depends on an issue and those before it, or on no issue (None)."""
        self._found.append((key, name, seal, found))

    def close(self) -> None:
        """Leaves for the next run what this one found out, unless anything was changed meanwhile."""
        if self._office is not None:
            from zugong.pipeline import keep_index

            keep_index(self._office)
            self.keep(None, _OFFICE, self._of_office(), self._office.problems)
        still = self._still() if self._found and has_built(self.root) else ()
        for key, name, seal, found in self._found:
            if key in still:
                self.cache.store(name, seal, found)
        if still:
            self.cache.tidy(self.prints.issues)

    def _still(self) -> frozenset[IssueKey | None]:
        """The issues of which all was read as the fingerprints have it, None for what belongs to no issue.

        Stamps tell of a change that was taken back before the run ended. They are younger than the fingerprints: what
        changed between the two is known by taking these again.
        """
        stamps, now, before = _stamps(self.root, self.prints.issues), self.take_again(), self.prints
        if now.common != before.common:
            return frozenset()
        same = {None, *(key for key in before.issues if now.histories[key] == before.histories[key])}
        return frozenset(key for key in same if stamps[key] == self._stamps.get(key))

    def _of_office(self) -> str:
        return digest([self.prints.common, *map(repr, self.strays)])


def begin(root: Path, today: date, asked: tuple[IssueKey, ...] = ()) -> Run:
    """A run that is about some issues of a workspace."""
    found, program, cache = survey(root), program_fingerprint(), Cache(root)
    neighbours = recall_neighbours(cache, program, frozenset(asked))
    keys = {*found.value, *asked}
    take = partial(take_fingerprints, root, keys, program=program, issue=neighbours.fingerprint)
    prints = take()
    if has_built(root):
        neighbours.keep()
    return Run(root, today, prints, take, cache, found.problems)


def has_built(root: Path) -> bool:
    """Whether build/ exists, the one place for what is remembered; neither `check` nor `build -o` begins to make it."""
    try:
        return (root / "build").is_dir()
    except OSError:
        return False


def _stamps(root: Path, keys: Iterable[IssueKey]) -> dict[IssueKey | None, str]:
    """What the file system tells of what belongs to no issue (None), and with that of each issue and all before it."""
    issues, names = root / "issues", {str(key): key for key in keys}
    parts: dict[IssueKey | None, list[str]] = {None: [_told(issues)]}
    for top in entries(issues):
        parts[None] += _lines_of(top)
        for entry in entries(top.path) if is_folder(top) else ():
            parts.setdefault(names.get(f"{top.name}/{entry.name}"), []).extend(_below(entry))
    last = digest(parts.pop(None))
    stamps: dict[IssueKey | None, str] = {None: last}
    for key in sorted(names.values()):
        last = stamps[key] = digest([last, *parts.get(key, ())])
    return stamps


def _below(entry: os.DirEntry[str]) -> Iterator[str]:
    """Of a file, or of a folder and everything in it; what lies deep behind links is never unchanged anyway."""
    yield from _lines_of(entry)
    if is_folder(entry):
        for inner in entries(entry.path):
            yield from _lines_of(inner) if entry.is_symlink() else _below(inner)


def _lines_of(entry: os.DirEntry[str]) -> Iterator[str]:
    """Of a file, of a folder, whose time changes with what comes and goes, or of a link and where it leads to."""
    yield f"{entry.name} {_told(entry.path, follow_symlinks=False)}"
    if entry.is_symlink():
        yield _told(entry.path)


def _told(path: Path | str, *, follow_symlinks: bool = True) -> str:
    try:
        return told(os.stat(path, follow_symlinks=follow_symlinks))  # noqa: PTH116 - a thousand files: no Paths
    except OSError:
        return ""
