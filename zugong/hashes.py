"""Files and folders as hashes: whatever has the same hash was not changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from time import time_ns

try:
    from _blake2 import blake2b  # what hashlib hands on, without loading OpenSSL for all the others
except ImportError:  # another Python may call it otherwise
    from hashlib import blake2b

_LARGEST = 1024 * 1024
"bytes; what is larger is no text (the readers refuse it) and is known by size and time"

_DIGEST = 32
"bytes"

_SETTLED = 2_000_000_000
"ns; the clocks of some file systems (FAT) are no finer, so a file may change twice within one of their ticks"


def digest(parts: Iterable[str | bytes]) -> str:
    """One hash of many parts, each with its length, so that no two lists look alike.

    A name may hold what is no text, half a character for instance; each code point has bytes of its own all the same.
    """
    sum_of_all = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        sum_of_all.update(len(data).to_bytes(8, "big") + data)
    return sum_of_all.hexdigest()


def data_digest(data: bytes) -> str:
    """The hash of a file with this content."""
    return blake2b(data, digest_size=_DIGEST).hexdigest()


def file_digest(path: Path) -> str:
    """The content of one file; empty where there is none that can be read."""
    try:
        return data_digest(path.read_bytes())
    except OSError:
        return ""


def file_stamp(path: Path) -> str:
    """What the file system tells of a file; empty where there is none."""
    try:
        return told(path.stat())
    except OSError:
        return ""


def folder_digest(folder: Path | str) -> str:
    """Names and contents of everything in a folder."""
    return digest(part for entry in entries(folder) for part in content(entry))


def content(entry: os.DirEntry[str]) -> Iterator[str | bytes]:
    """Name and content of a file, or of all that lies in a folder."""
    yield entry.name
    try:
        if entry.is_symlink():
            yield from _behind(entry)
        elif entry.is_dir():
            yield "{"
            yield from (part for inner in entries(entry.path) for part in content(inner))
            yield "}"
        else:
            yield _of_file(entry)
    except OSError as fault:
        yield f"unreadable {fault.errno}"


def _behind(entry: os.DirEntry[str]) -> Iterator[str | bytes]:
    """What a link says and leads to; beyond the files of one folder it may lead anywhere: then nothing is unchanged.

    Where it lies decides whether it leads out of the workspace, which may have been moved.
    """
    yield f"{entry.path} -> {os.readlink(entry.path)}"  # noqa: PTH115 - no Path is at hand
    if not entry.is_dir():
        yield _of_file(entry)
        return
    for inner in entries(entry.path):
        yield inner.name
        yield os.urandom(16) if inner.is_dir() else _of_file(inner)


def _of_file(entry: os.DirEntry[str]) -> str | bytes:
    """Of what is no file (a pipe would be waited for, for ever) and of large files only what stat tells."""
    status = entry.stat()
    if not entry.is_file() or status.st_size > _LARGEST:
        return told(status)
    handle = os.open(entry.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))  # a thousand files: no layers of open()
    try:
        return os.read(handle, status.st_size + 1)
    finally:
        os.close(handle)


def told(status: os.stat_result) -> str:
    """What the file system tells of a file: a copy in its place with the times of the old one differs all the same."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def folder_stamp(folder: Path | str) -> str:
    """What the file system tells of everything in a folder: the same stamp, the same content, as git has it.

    Empty where that is not certain: there is a link, or a file changed just now and may do so again unnoticed.
    """
    lines: list[str] = []
    try:
        newest = _look_through(folder, lines)
    except OSError:
        return ""
    return digest(lines) if _is_settled(newest) else ""


def settled_stamp(status: os.stat_result) -> str:
    """What the file system tells of a file; empty while it may change again unnoticed."""
    return told(status) if _is_settled(_changed(status)) else ""


def _changed(status: os.stat_result) -> int:
    return max(status.st_mtime_ns, status.st_ctime_ns)


def _is_settled(changed: int) -> bool:
    return changed < time_ns() - _SETTLED


def _look_through(folder: Path | str, lines: list[str]) -> int:
    """Adds a line for each file and says when the last one changed (ns)."""
    newest = 0
    for entry in entries(folder):
        lines.append(entry.name)
        if entry.is_symlink():
            raise OSError
        if entry.is_dir():
            newest = max(newest, _look_through(entry.path, lines))
            lines.append("}")
            continue
        status = entry.stat()
        newest = max(newest, _changed(status))
        lines.append(told(status))
    return newest


def is_folder(entry: Path | os.DirEntry[str]) -> bool:
    """Whether it is or leads to a folder; a link to itself leads nowhere, and what may not be looked at is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def entries(folder: Path | str) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=attrgetter("name"))
    except OSError:
        return []
