"""Nothing twice: what has not changed since it was built is neither read nor checked nor built again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from zugong.cache import Entry
from zugong.classes import dataclass
from zugong.diagnostics import has_errors
from zugong.hashes import file_digest, file_stamp
from zugong.model.issue import IssueKey
from zugong.results import Built
from zugong.run import Run


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of every issue."""

    formats: tuple[str, ...]
    folder: Path
    draft: bool = False
    force: bool = False
    strict_fonts: bool = False

    def name(self, suffix: str) -> str:
        """By which the cache knows one format of it."""
        return f"{suffix} {self.draft} {self.strict_fonts} {self.folder}"


@dataclass(frozen=True, slots=True)
class Rebuilder:
    """Builds the issues of one workspace as far as that is needed."""

    run: Run
    order: Order

    def unchanged(self, key: IssueKey) -> Built | None:
        """What came of an earlier build, if another would come to the same; `force` always asks for another."""
        known = {} if self.order.force else self._known(key)
        if len(known) < len(self.order.formats):
            return None
        if not all(entry.checked == self._checks(key) and self._stands(key, entry) for entry in known.values()):
            return None
        entries = [known[suffix].built for suffix in self.order.formats]
        return replace(entries[0], files=tuple(file for built in entries for file in built.files))

    def rebuilt(self, key: IssueKey) -> Built:
        """Builds what is missing; where the paper would be the same, the issue is only checked."""
        known = {} if self.order.force else self._known(key)
        standing = {suffix: one.built for suffix, one in known.items() if one.digest and self._stands(key, one)}
        missing = tuple(suffix for suffix in self.order.formats if suffix not in standing)
        fresh = self._build(key, missing) if missing else self._examined(key, next(iter(standing.values())))
        if not fresh.page_count:
            self._remember(key, fresh, {})
            return fresh
        files = {suffix: file for suffix, built in standing.items() for file in built.files}
        if len(fresh.files) < len(missing) or (has_errors(fresh.problems) and not self.order.draft):
            return replace(fresh, files=(*files.values(), *fresh.files))
        files |= dict(zip(missing, fresh.files, strict=True))
        self._remember(key, fresh, files)
        return replace(fresh, files=tuple(files[suffix] for suffix in self.order.formats))

    def _build(self, key: IssueKey, formats: tuple[str, ...]) -> Built:
        from zugong.pipeline import build

        order = self.order
        return build(
            self.run.open(),
            key,
            formats,
            order.folder,
            draft=order.draft,
            force=order.force,
            strict_fonts=order.strict_fonts,
        )

    def _examined(self, key: IssueKey, before: Built) -> Built:
        """The build of before with the problems of today; errors are in its way now if they were not then."""
        from zugong.pipeline import examine

        examined = examine(self.run.open(), key, draft=self.order.draft)
        blocked = has_errors((*self.run.problems, *examined.problems)) and not self.order.draft
        return replace(before, files=(), page_count=0 if blocked else before.page_count, problems=examined.problems)

    def _known(self, key: IssueKey) -> dict[str, Entry]:
        """What the cache has of the formats wanted."""
        names = {self.order.name(suffix): suffix for suffix in self.order.formats}
        return {names[entry.name]: entry for entry in self._entries(key) if entry.name in names}

    def _entries(self, key: IssueKey) -> tuple[Entry, ...]:
        return self.run.cache.recall(_name(key), self.run.prints.common) or ()

    def _stands(self, key: IssueKey, entry: Entry) -> bool:
        """Whether its file would be made the same and is still as it was made."""
        untouched = all(
            file_stamp(file) == entry.stamp or file_digest(file) == entry.digest for file in entry.built.files
        )
        return entry.made == self.run.prints.of_output(key) and untouched

    def _checks(self, key: IssueKey) -> str:
        return self.run.prints.of_checks(key, self.run.today, self.order.draft, self.order.strict_fonts)

    def _remember(self, key: IssueKey, built: Built, files: Mapping[str, Path]) -> None:
        """Keeps what came of a build; without files errors were in the way.

        Not where the issue was changed meanwhile, nor in a workspace where nothing was ever built.
        """
        if not self.run.is_unchanged(key) or not self.order.folder.is_dir():
            return
        fresh = {self.order.name(suffix): self._entry(key, suffix, built, files) for suffix in self.order.formats}
        others = (one for one in self._entries(key) if one.name not in fresh and self._is_of_use(key, one))
        self.run.cache.store(_name(key), self.run.prints.common, (*others, *fresh.values()))

    def _entry(self, key: IssueKey, suffix: str, built: Built, files: Mapping[str, Path]) -> Entry:
        own = (files[suffix],) if suffix in files else ()
        return Entry(
            self.order.name(suffix),
            self.order.folder,
            checked=self._checks(key),
            made=self.run.prints.of_output(key),
            stamp=file_stamp(own[0]) if own else "",  # before the digest: what changes in between is hashed next time
            digest=file_digest(own[0]) if own else "",
            built=replace(built, files=own, laid_out=None),
        )

    def _is_of_use(self, key: IssueKey, entry: Entry) -> bool:
        """Whether it may spare a build: the paper is the same, and so is what it was printed into."""
        there = all(file.is_file() for file in entry.built.files) and entry.folder.is_dir()
        return there and entry.made == self.run.prints.of_output(key)


def _name(key: IssueKey) -> str:
    return f"{key.year}-{key.folder}"
