"""Nothing twice: what has not changed since it was built is neither read nor checked nor built again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from zugong.cache import Cache
from zugong.classes import dataclass
from zugong.diagnostics import Fix, Location, Problem, Severity, has_errors
from zugong.fingerprint import Fingerprints, file_digest, issue_fingerprint
from zugong.model.issue import IssueKey
from zugong.pipeline import Built, Office, build, examine


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
class Entry:
    """What is known of one issue in one format."""

    checked: str
    "the fingerprint for which its problems were found"
    made: str
    "the fingerprint for which its file was made"
    digest: str
    "of the file; empty: there is none, because of errors"
    built: Built


CLASSES = (Entry, Built, Problem, Severity, Location, Fix, IssueKey)
"what an Entry is made of"


@dataclass(frozen=True, slots=True)
class Rebuilder:
    """Builds the issues of one workspace as far as that is needed."""

    office: Office
    order: Order
    prints: Fingerprints

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
        order = self.order
        return build(
            self.office,
            key,
            formats,
            order.folder,
            draft=order.draft,
            force=order.force,
            strict_fonts=order.strict_fonts,
        )

    def _examined(self, key: IssueKey, before: Built) -> Built:
        """The build of before with the problems of today; errors are in its way now if they were not then."""
        examined = examine(self.office, key, draft=self.order.draft)
        blocked = has_errors((*self.office.problems, *examined.problems)) and not self.order.draft
        return replace(before, files=(), page_count=0 if blocked else before.page_count, problems=examined.problems)

    def _known(self, key: IssueKey) -> dict[str, Entry]:
        """What the cache has of the formats wanted."""
        entries = self._cache().recall(key)
        names = {suffix: self.order.name(suffix) for suffix in self.order.formats}
        return {suffix: entries[name] for suffix, name in names.items() if isinstance(entries.get(name), Entry)}

    def _stands(self, key: IssueKey, entry: Entry) -> bool:
        """Whether its file would be made the same and is still as it was made."""
        untouched = all(file_digest(file) == entry.digest for file in entry.built.files)
        return entry.made == self.prints.of_output(key) and untouched

    def _checks(self, key: IssueKey) -> str:
        return self.prints.of_checks(key, self.office.today, self.order.draft, self.order.strict_fonts)

    def _remember(self, key: IssueKey, built: Built, files: Mapping[str, Path]) -> None:
        """Keeps what came of a build; without files errors were in the way.

        Not where the issue was changed meanwhile, nor in a workspace where nothing was ever built.
        """
        if issue_fingerprint(self.office.root, key) != self.prints.issues[key] or not self.order.folder.is_dir():
            return
        entries = dict(self._cache().recall(key))
        for suffix in self.order.formats:
            own = (files[suffix],) if suffix in files else ()
            digest = file_digest(own[0]) if own else ""
            one = replace(built, files=own, laid_out=None)
            entries[self.order.name(suffix)] = Entry(self._checks(key), self.prints.of_output(key), digest, one)
        self._cache().store(key, entries)

    def _cache(self) -> Cache:
        return Cache(self.office.root, CLASSES)
