"""Nothing twice: what has not changed since it was built is neither read nor checked nor built again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from zugong.cache import Entry
from zugong.classes import dataclass, field, replace
from zugong.diagnostics import Problem, has_errors
from zugong.hashes import file_digest, file_stamp
from zugong.model.issue import IssueKey
from zugong.outputs import written_digest
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


@dataclass(slots=True, eq=False)
class Rebuilder:
    """Builds the issues of one workspace as far as that is needed."""

    run: Run
    order: Order
    _unchanged: dict[IssueKey, Built] = field(default_factory=dict)
    _rebuilt: dict[IssueKey, Built] = field(default_factory=dict)

    def unchanged(self, key: IssueKey) -> Built | None:
        """What came of an earlier build, if another would come to the same; `force` always asks for another."""
        known = {} if self.order.force else self._known(key)
        if len(known) < len(self.order.formats):
            return None
        if not all(entry.checked == self._checks(key) and self._stands(key, entry) for entry in known.values()):
            return None
        parts = [known[suffix].built for suffix in self.order.formats]
        files = tuple(file for built in parts for file in built.files)
        self._unchanged[key] = replace(parts[0], files=files, substitutes=_substitutes(parts))
        return self._unchanged[key]

    def rebuilt(self, key: IssueKey) -> Built:
        """Builds what is missing; where the paper would be the same, the issue is only checked."""
        known = {} if self.order.force else self._known(key)
        standing = {suffix: one.built for suffix, one in known.items() if one.built.files and self._stands(key, one)}
        missing = tuple(suffix for suffix in self.order.formats if suffix not in standing)
        fresh = self._build(key, missing) if missing else self._examined(key, next(iter(standing.values())))
        if not fresh.page_count:
            return fresh
        fresh = replace(fresh, substitutes=_substitutes((fresh, *standing.values())))
        if fresh.digests is None:
            return replace(fresh, files=(*(file for built in standing.values() for file in built.files), *fresh.files))
        written = dict(zip(missing, zip(fresh.files, fresh.digests, strict=True), strict=True))
        written |= {suffix: (built.files[0], (built.digests or ("",))[0]) for suffix, built in standing.items()}
        files, digests = zip(*(written[suffix] for suffix in self.order.formats), strict=True)
        return replace(fresh, files=files, digests=digests)

    def note(self, built: Built) -> None:
        """What `rebuilt` came to, perhaps in another process."""
        self._rebuilt[built.key] = replace(built, laid_out=None)

    def overwritten(self, keys: tuple[IssueKey, ...]) -> tuple[IssueKey, ...]:
        """Unchanged issues whose file another issue has just written; it is that of the one that was asked for last."""
        results, contested = {**self._unchanged, **self._rebuilt}, self._contested()
        last = {file: key for key in keys if key in results for file in results[key].files if file in contested}
        return tuple(dict.fromkeys(key for key in last.values() if key not in self._rebuilt))

    def close(self) -> None:
        """Leaves for the next run what is built; of issues that write the same file nothing, so they are built anew."""
        contested, seal = self._contested(), self.run.prints.common
        for key, built in {**self._unchanged, **self._rebuilt}.items():
            if contested.intersection(built.files):
                self.run.keep(key, _name(key), seal, ())
            elif key in self._rebuilt and built.digests is not None:
                self.run.keep(key, _name(key), seal, self._entries_with(key, built))
        self.run.close()

    def _contested(self) -> frozenset[Path]:
        """Files of more than one issue."""
        results = {**self._unchanged, **self._rebuilt}
        counts = Counter(file for built in results.values() for file in built.files)
        return frozenset(file for file, count in counts.items() if count > 1)

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
        pages = 0 if blocked else before.page_count
        return replace(before, files=(), digests=(), page_count=pages, problems=examined.problems)

    def _known(self, key: IssueKey) -> dict[str, Entry]:
        """What the cache has of the formats wanted."""
        names = {self.order.name(suffix): suffix for suffix in self.order.formats}
        return {names[entry.name]: entry for entry in self._entries(key) if entry.name in names}

    def _entries(self, key: IssueKey) -> tuple[Entry, ...]:
        return self.run.cache.recall(_name(key), self.run.prints.common) or ()

    def _stands(self, key: IssueKey, entry: Entry) -> bool:
        """Whether its file would be made the same and is still as it was made."""
        untouched = all(
            file_stamp(file) == entry.stamp or (file_digest(file),) == entry.built.digests for file in entry.built.files
        )
        return entry.made == self.run.prints.of_output(key) and untouched

    def _checks(self, key: IssueKey) -> str:
        return self.run.prints.of_checks(key, self.run.today, self.order.draft, self.order.strict_fonts)

    def _entries_with(self, key: IssueKey, built: Built) -> tuple[Entry, ...]:
        """What was known of an issue, as far as it is of use, and what is known now."""
        names = set(map(self.order.name, self.order.formats))
        others = (one for one in self._entries(key) if one.name not in names and self._is_of_use(key, one))
        fresh = (self._entry(key, number, built) for number in range(len(self.order.formats)))
        return (*others, *(one for one in fresh if one))

    def _entry(self, key: IssueKey, number: int, built: Built) -> Entry | None:
        """Of one format; None where its file is not there as it was written."""
        suffix, own = self.order.formats[number], slice(number, number + 1)
        files, digests = built.files[own], (built.digests or ())[own]
        stamp = "".join(map(file_stamp, files))  # before the digest: what changes in between is hashed next time
        if tuple(map(written_digest, files)) != digests:
            return None
        return Entry(
            self.order.name(suffix),
            self.order.folder,
            checked=self._checks(key),
            made=self.run.prints.of_output(key),
            stamp=stamp,
            built=replace(
                built, files=files, digests=digests, substitutes=() if suffix == "docx" else built.substitutes
            ),
        )

    def _is_of_use(self, key: IssueKey, entry: Entry) -> bool:
        """Whether it may spare a build: the paper is the same, and so is what it was printed into."""
        there = all(map(file_stamp, (entry.folder, *entry.built.files)))  # a folder may have become unreadable
        return there and entry.made == self.run.prints.of_output(key)


def _substitutes(parts: Iterable[Built]) -> tuple[Problem, ...]:
    """Those of any PDF; a DOCX has none."""
    return next((built.substitutes for built in parts if built.substitutes), ())


def _name(key: IssueKey) -> str:
    return f"{key.year}-{key.folder}"
