"""The one place that writes outputs: whole or not at all, and never over an editor's own changes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import time

from zugong.diagnostics import Location, Problem, error
from zugong.hashes import data_digest, entries, file_digest, file_stamp

RECORDS = ".zugong-outputs"
"what this program wrote into a folder: for each file one with its hash, so that two processes never share one"

_WRITTEN: dict[Path, tuple[str, str]] = {}
"what this process wrote: the stamp right afterwards, and the hash"

_LEFT = 3600
"seconds; nothing takes that long to write"


def write_output(target: Path, content: bytes, digest: str = "", *, force: bool = False) -> tuple[Problem, ...]:
    """Puts a finished file in its place; problems instead of exceptions. `digest` is its hash, where that is known.

    A file that somebody changed since it was built (a DOCX edited in WPS) is only overwritten with `force`.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        new, there = digest or data_digest(content), _digest_of(target)
        if not force and there and there != new and not _is_ours(target, there):
            advice = "改动还要的，请写进稿件，并把这个文件另存到别处（PDF 只按稿件生成）；不要的，加 --force 重新生成"
            return (error("output-changed", "生成以后被人改过，没有覆盖", Location(_shown(target), 0), advice),)
        _remember(target, new, there)
        replace_file(target, content)
        _WRITTEN[target] = (file_stamp(target), new)
    except OSError as failure:
        return (
            error("cannot-write", f"写不了文件：{_reason(failure)}", Location(_shown(target), 0), _advice(failure)),
        )
    return ()


def written_digest(target: Path) -> str:
    """The hash of a file; it is not read for that when this process wrote it and it has not been touched since."""
    stamp, digest = _WRITTEN.get(target, ("", ""))
    return digest if stamp and stamp == file_stamp(target) else file_digest(target)


def replace_file(target: Path, content: bytes) -> None:
    """Writes beside the target and moves it into place, so that a half-written file never bears its name."""
    handle, temporary = _fresh_file(target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Takes away what a kill left half-written in a folder, but not what may be in the middle of being written."""
    for entry in entries(folder):
        if entry.name.startswith(".zugong-") and entry.name.endswith(".tmp"):
            with suppress(OSError):
                if entry.stat().st_mtime < time() - _LEFT:
                    Path(entry.path).unlink()


def _fresh_file(folder: Path) -> tuple[int, Path]:
    """A file that nobody else has; `tempfile` would take longer to import than an output to write."""
    name = folder / f".zugong-{os.urandom(8).hex()}.tmp"
    return os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), name


def _digest_of(target: Path) -> str:
    """That of the file that is there; empty when there is none."""
    return data_digest(target.read_bytes()) if target.is_file() else ""


def _record_of(target: Path) -> Path:
    """Named by hash: the name of an output is nearly as long as a name may be."""
    return target.parent / RECORDS / data_digest(target.name.encode("utf-8", "surrogatepass"))[:24]


def _is_ours(target: Path, there: str) -> bool:
    """Whether a file is as it was written here last, or as it was before that."""
    return there in _recorded(_record_of(target)) or _is_of_old(target)


def _is_of_old(target: Path) -> bool:
    """Whether it was written by zugong as of November 2026, in whose records names and contents have another hash."""
    from hashlib import sha256

    record = target.parent / RECORDS / sha256(target.name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return sha256(target.read_bytes()).hexdigest() in _recorded(record)


def _recorded(record: Path) -> tuple[str, ...]:
    """The hashes of a record; none without a usable one."""
    try:
        return tuple(record.read_text(encoding="ascii").split())
    except (OSError, ValueError):
        return ()


def _remember(target: Path, new: str, there: str) -> None:
    """Notes the new content beside the old, before it is written: a kill in between must not look like an edit."""
    record = _record_of(target)
    record.parent.mkdir(exist_ok=True)
    replace_file(record, "\n".join(dict.fromkeys(filter(None, (new, there)))).encode("ascii"))


def _shown(target: Path) -> str:
    """Relative to where the editor stands, if it lies below."""
    here = Path.cwd()
    return (target.relative_to(here) if target.is_relative_to(here) else target).as_posix()


def _reason(failure: OSError) -> str:
    match failure:
        case PermissionError():
            return "没有写入权限，或者文件正被 WPS、Word 打开"
        case FileExistsError() | NotADirectoryError():
            return "输出文件夹的位置上有一个同名文件"
        case IsADirectoryError():
            return "输出文件的位置上有一个同名文件夹"
        case _ if failure.errno == _DISK_FULL:
            return "磁盘满了"
        case _ if failure.errno == _READ_ONLY:
            return "磁盘是只读的"
        case _:
            return failure.strerror or "原因不明"


_DISK_FULL, _READ_ONLY = 28, 30


def _advice(failure: OSError) -> str:
    match failure:
        case PermissionError():
            return "请关闭正在打开的文件，或者用 -o 换一个能写的文件夹"
        case FileExistsError() | NotADirectoryError() | IsADirectoryError():
            return "请把它改名或移走，或者用 -o 换一个文件夹"
        case _:
            return "请腾出空间，或者用 -o 换一个文件夹"
