"""What earlier runs found out, in build/: small files, each replaced whole, so that two processes and a kill can do no
worse than lose one. It may be deleted at any time."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from zugong.classes import dataclass
from zugong.diagnostics import Fix, Location, Problem, Severity, Silenced
from zugong.hashes import digest, entries
from zugong.model.issue import IssueKey
from zugong.outputs import RECORDS, replace_file, sweep
from zugong.results import Built

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FOLDER = "build/.zugong-cache"
_ENDING, _OLD_ENDING = "kept", "json"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one issue in one format."""

    name: str
    "of the format, and how it was to be made"
    folder: Path
    "where its file was to be"
    checked: str
    "the fingerprint for which its problems were found"
    made: str
    "the fingerprint for which its file was made"
    stamp: str
    "what the file system told of its file then"
    built: Built
    "without a file where errors were in the way"


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in an issue."""

    problems: tuple[Problem, ...]
    silenced: tuple[Silenced, ...] = ()


@dataclass(frozen=True, slots=True)
class Cache:
    """The stored values of one workspace: strings, numbers, tuples, and whatever _KINDS can make.

    Each is sealed with a fingerprint of what it depends on. What bears another seal, was not written whole or was not
    written by us is as good as not there.
    """

    root: Path

    def recall(self, name: str, seal: str) -> Any:  # noqa: ANN401 - whatever was stored
        """What was stored under a name and with this seal; None where nothing was."""
        try:
            written, _, text = self._file(name).read_bytes().partition(b"\n")
        except OSError:
            return None
        if written != _sealed(seal, text):
            return None
        return _alive(marshal.loads(text))  # noqa: S302 - the seal says that it is ours, of this program and Python

    def store(self, name: str, seal: str, value: object) -> None:
        """Replaces what is stored under a name; a cache that cannot be written is no fault."""
        data = marshal.dumps(_plain(value))
        target = self._file(name)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, b"%s\n%s" % (_sealed(seal, data), data))
        except OSError:
            pass

    def tidy(self, issues: Iterable[IssueKey]) -> None:
        """Drops what is stored of issues that are gone, and what a kill left half-written."""
        there = {f"{key.year}-{key.folder}" for key in issues}
        folder = self.root / _FOLDER
        for entry in entries(folder):
            stem, _, kind = entry.name.rpartition(".")
            of_an_issue = kind == _ENDING and stem[:1].isdigit() and "-" in stem
            gone = of_an_issue and not there.intersection((stem, stem.rpartition("-")[0]))
            if gone or kind == _OLD_ENDING:
                with suppress(OSError):
                    Path(entry.path).unlink()
        for one in (folder, folder.parent, folder.parent / RECORDS):
            sweep(one)

    def _file(self, name: str) -> Path:
        return self.root / _FOLDER / f"{name}.{_ENDING}"


def _sealed(seal: str, text: bytes) -> bytes:
    return digest([seal, text]).encode()


def _problem(severity: int, *more: Any) -> Problem:  # noqa: ANN401 - the other fields
    return Problem(Severity(severity), *more)  # a Severity is stored as the number that it is


_KINDS: dict[str, Callable[..., object]] = {
    **{kind.__name__: kind for kind in (Entry, Findings, Built, Silenced, Location, Fix, IssueKey, Path)},
    "Problem": _problem,
}


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever is stored
    """Strings, numbers, tuples; an object as its class and its fields in order. Only Paths are no dataclasses."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return int(value) if isinstance(value, Severity) else value
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Path):
        return {"Path": (str(value),)}
    return {type(value).__name__: tuple([_plain(getattr(value, field)) for field in type(value).__match_args__])}


def _alive(stored: Any) -> Any:  # noqa: ANN401 - whatever was stored
    """What _plain was given."""
    if isinstance(stored, tuple):
        return tuple(map(_alive, stored))
    if isinstance(stored, dict):
        ((name, fields),) = stored.items()
        return _KINDS[name](*map(_alive, fields))
    return stored
