"""What a build depends on, as hashes: whatever has the same fingerprint need not be done again.

Everything that an editor can write is hashed by content. The program itself, its libraries and all fonts are known
by name, size and time: to hash the fonts alone would take longer than to draw a proof.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from zugong.classes import dataclass
from zugong.fonts.installed import SWITCH
from zugong.fonts.places import font_files
from zugong.model.issue import IssueKey
from zugong.resources import template_dir

_LARGEST = 1024 * 1024
"bytes; what is larger is no text (the readers refuse it) and is known by size and time"

_LIBRARIES = ("site-packages", "dist-packages")
"folders whose time changes when pip installs or removes anything"


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Those of one workspace at one moment."""

    common: str
    "program, libraries, fonts, and what the office sets for all issues"
    issues: Mapping[IssueKey, str]
    "each issue's own folder"
    histories: Mapping[IssueKey, str]
    "the same with all issues before it: checks compare an issue with earlier ones, never with later ones"

    def of_output(self, key: IssueKey) -> str:
        """What the paper of an issue depends on."""
        return _digest([self.common, self.issues[key]])

    def of_checks(self, key: IssueKey, *more: object) -> str:
        """What the problems of an issue depend on; `more` is what else a check knows, such as the day."""
        return _digest([self.common, self.histories[key], *map(str, more)])


def take_fingerprints(root: Path, keys: Iterable[IssueKey]) -> Fingerprints:
    """The fingerprints of a workspace with these issues, all that it has."""
    common = _digest([*_program(), *_fonts(root), *_house(root)])
    issues: dict[IssueKey, str] = {}
    histories: dict[IssueKey, str] = {}
    history = ""
    for key in sorted(keys):
        issues[key] = issue_fingerprint(root, key)
        history = _digest([history, str(key), issues[key]])
        histories[key] = history
    return Fingerprints(common, issues, histories)


def issue_fingerprint(root: Path, key: IssueKey) -> str:
    """Names and contents of everything in an issue's folder."""
    return _digest(_contents(root / "issues" / str(key.year) / key.folder))


def file_digest(path: Path) -> str:
    """The content of one file; empty where there is none that can be read."""
    try:
        return blake2b(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _digest(parts: Iterable[str | bytes]) -> str:
    """One hash of many parts, each with its length, so that no two lists look alike."""
    sum_of_all = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        sum_of_all.update(len(data).to_bytes(8, "big") + data)
    return sum_of_all.hexdigest()


def _program() -> Iterator[str]:
    """Our own files, and the folders of libraries, which pip touches with everything that it installs."""
    yield sys.version
    yield from (_stamp(folder) for folder in sys.path if folder.endswith(_LIBRARIES))
    for folder in (Path(__file__).parent, template_dir()):
        yield from (_stamp(entry.path) for entry in _below(folder) if not entry.name.endswith(".pyc"))


def _fonts(root: Path) -> Iterator[str]:
    """The installed faces, unless they are switched off."""
    switch = os.environ.get(SWITCH, "")
    yield switch
    if switch != "shipped":
        yield from map(_stamp, font_files(root))


def _house(root: Path) -> Iterator[str | bytes]:
    """Everything below issues/ that belongs to no issue: settings, registers, own templates."""
    for entry in _entries(root / "issues"):
        if entry.is_dir(follow_symlinks=False) and entry.name.isdigit():
            continue
        yield from _content(entry)


def _contents(folder: Path | str) -> Iterator[str | bytes]:
    for entry in _entries(folder):
        yield from _content(entry)


def _content(entry: os.DirEntry[str]) -> Iterator[str | bytes]:
    """Name and content of a file, or of all that lies in a folder; a link counts as what it says."""
    yield entry.name
    try:
        if entry.is_symlink():
            yield f"-> {os.readlink(entry.path)} {_stamp(entry.path)}"  # noqa: PTH115 - no Path is at hand
        elif entry.is_dir():
            yield "{"
            yield from _contents(entry.path)
            yield "}"
        elif entry.is_file() and entry.stat().st_size <= _LARGEST:
            yield _bytes(entry.path)
        else:
            yield _stamp(entry.path)
    except OSError as fault:
        yield f"unreadable {fault.errno}"


def _bytes(path: str) -> bytes:
    """Without the layers of open(): there may be a thousand small files."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return os.read(handle, _LARGEST)
    finally:
        os.close(handle)


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _below(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield entry


def _stamp(path: Path | str) -> str:
    """What changes when a file is replaced."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path for each of a thousand files costs more than looking
    except OSError:
        return f"{path} missing"
    return f"{path} {status.st_size} {status.st_mtime_ns}"
