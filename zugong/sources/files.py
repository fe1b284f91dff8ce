"""The one door through which the editors' files are read: whole, small, inside the workspace, and text."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from pathlib import Path

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.sources.characters import invisible_problems, without_harm
from zugong.sources.encoding import decode
from zugong.sources.reading import Reading, capped

_CONFLICTS = ("<<<<<<< ", ">>>>>>> ", "||||||| ")
"what git leaves in a file where two changes met"

LARGEST = 1024 * 1024
"bytes; an item of 1 MiB is a hundred times the longest one"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text file, line by line."""

    path: str
    "relative to the workspace root, with forward slashes"
    lines: tuple[str, ...]
    "without line ends; line 1 first"


def shown_path(root: Path, path: Path) -> str:
    """The path as told to the editor; bytes that are no text become �, or the message could not be printed."""
    relative = path.relative_to(root) if path.is_relative_to(root) else path
    return relative.as_posix().encode("utf-8", errors="replace").decode("utf-8")


def read_text(root: Path, path: Path) -> Reading[SourceText | None]:
    """The lines of a file below the root; None with an error when it may not or cannot be read."""
    shown = shown_path(root, path)
    refusal = _refusal(root, path, shown)
    if refusal is not None:
        return Reading(None, (refusal,))
    try:
        data = _content(path)
    except OSError as fault:
        return Reading(None, (_unreadable(fault, shown),))
    if len(data) > LARGEST:
        return Reading(None, (_too_large(shown),))
    decoded = decode(data, shown)
    if decoded.value is None:
        return Reading(None, decoded.problems)
    return _lines(decoded.value, shown, decoded.problems)


def lines_for_display(path: Path) -> tuple[str, ...]:
    """The lines of a file as the readers count them; what cannot be decoded shows as �, none for what is no file."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return ()
        data = _content(path)
    except OSError:
        return ()
    text = decode(data, "").value
    return _split(data.decode("utf-8", errors="replace") if text is None else text)


def _refusal(root: Path, path: Path, shown: str) -> Problem | None:
    """Looks before opening: a pipe would wait for ever, a link may lead anywhere."""
    place = Location(shown, 0)
    real, home = os.path.realpath(path), _home(root)
    if real != home and not real.startswith(home.rstrip(os.sep) + os.sep):
        return error("outside-workspace", "这是一个指到工作目录以外的链接，不会读取", place, "请把文件本身复制到这里")
    try:
        status = Path(real).stat()
    except OSError as fault:
        return _unreadable(fault, shown)
    if stat.S_ISDIR(status.st_mode):
        return error("not-a-file", "这是文件夹，不是文件", place, "请改个名字，或者移到别处")
    if not stat.S_ISREG(status.st_mode):
        return error("not-a-file", "这不是普通文件，不会读取", place, "请换成文本文件")
    return _too_large(shown) if status.st_size > LARGEST else None


@lru_cache(4)
def _home(root: Path) -> str:
    """Where the workspace really lies: the same as long as the program runs."""
    return os.path.realpath(root)


def _conflict(place: Location, length: int) -> Problem:
    advice = "比较上下两种写法，留下要的文字，把 <<<<<<<、=======、>>>>>>> 这几行删去"
    return error("merge-conflict", "两个人改了同一处，git 没有合好", place, advice, length)


def _content(path: Path) -> bytes:
    with path.open("rb", buffering=0) as stream:  # small, as _refusal has seen: read at once
        return stream.readall()


def _too_large(shown: str) -> Problem:
    advice = "一篇稿件或一份设置不会这么大，请看看是不是放错了文件"
    return error("file-too-large", "文件太大，超过 1 MB", Location(shown, 0), advice)


def _unreadable(fault: OSError, shown: str) -> Problem:
    place = Location(shown, 0)
    if isinstance(fault, FileNotFoundError):
        return error("file-missing", "找不到这个文件", place, "请看看文件名是不是改过，或者链接是不是断了")
    if isinstance(fault, PermissionError):
        advice = "请关掉正在使用它的软件，或者在文件属性里允许读取"
        return error("file-unreadable", "没有读取这个文件的权限", place, advice)
    return error("file-unreadable", "这个文件打不开", place, "请看看磁盘或者网络盘是不是正常")


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _lines(text: str, shown: str, before: tuple[Problem, ...]) -> Reading[SourceText | None]:
    raw = _split(text)
    problems = list(before)
    for number, line in enumerate(raw, start=1):
        problems += invisible_problems(line, Location(shown, number))
        if line.startswith(_CONFLICTS):
            problems.append(_conflict(Location(shown, number), len(line)))
    return Reading(SourceText(shown, tuple(map(without_harm, raw))), capped(problems))
