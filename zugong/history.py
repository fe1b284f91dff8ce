"""The one door to git: which lines have changed, what is staged, where hooks live, how files were before."""

from __future__ import annotations

import io
import os
import re
import subprocess
import tarfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


@dataclass(frozen=True, slots=True)
class Changes:
    """Lines that are new or different, by file."""

    lines: Mapping[str, frozenset[int] | None]
    "path relative to the workspace → line numbers; None: the whole file is new"

    def hold(self, place: Location) -> bool:
        """Whether a place was changed; what is told of a whole file stands in no line, or in its first."""
        if place.path not in self.lines:
            return False
        lines = self.lines[place.path]
        return lines is None or place.line <= 1 or place.line in lines


def changed_since(root: Path, revision: str) -> Changes | Problem:
    """Against a commit, files not yet added to git included."""
    changes = _changes(root, ["--end-of-options", revision])
    if isinstance(changes, Problem):
        return changes
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", "issues")
    if isinstance(new, Problem):
        return new
    return Changes({**changes.lines, **dict.fromkeys(_names(new))})


def staged_changes(root: Path) -> Changes | Problem:
    """What the next commit will change."""
    return _changes(root, ["--cached"])


def export_staged(root: Path, target: Path) -> Path | Problem:
    """Writes issues/ as the next commit will have it below `target`; returns the workspace there."""
    names = _git(root, "ls-files", "-z", "--", "issues")
    if isinstance(names, Problem):
        return names
    written = _git(root, "checkout-index", "-z", "--stdin", f"--prefix={target}{os.sep}", given=names)
    prefix = _git(root, "rev-parse", "--show-prefix")
    if isinstance(written, Problem):
        return written
    if isinstance(prefix, Problem):
        return prefix
    return target / os.fsdecode(prefix.rstrip(b"\n"))


def hook_path(root: Path, name: str) -> Path | Problem:
    """Where git looks for a hook of this name; worktrees and core.hooksPath are heeded."""
    found = _git(root, "rev-parse", "--git-path", f"hooks/{name}")
    return found if isinstance(found, Problem) else root / os.fsdecode(found.rstrip(b"\n"))


def prefix_in_repository(root: Path) -> str | Problem:
    """The workspace's path inside its repository, with a final slash; empty when they are one."""
    found = _git(root, "rev-parse", "--show-prefix")
    return found if isinstance(found, Problem) else os.fsdecode(found.rstrip(b"\n"))


def revision_file(root: Path, revision: str, path: str) -> str | Problem:
    """The text of a file as it was in a revision; `path` is relative to the workspace, with forward slashes."""
    found = _git(root, "cat-file", "blob", f"{revision}:./{path}")
    return found if isinstance(found, Problem) else found.decode("utf-8-sig", errors="replace")


def is_revision(root: Path, word: str) -> bool:
    """Whether git knows a commit by that word."""
    return not isinstance(
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}"), Problem
    )


def export_revision(root: Path, revision: str, target: Path) -> Path | Problem:
    """Writes issues/ as it was in a revision below `target`; returns the workspace there."""
    packed = _git(root, "archive", "--format=tar", "--end-of-options", revision, "issues")
    if isinstance(packed, Problem):
        return packed
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(target, filter="data")
    return target


def user_name(root: Path) -> str:
    """Who commits here; empty when git does not know."""
    found = _git(root, "config", "user.name")
    return "" if isinstance(found, Problem) else found.decode("utf-8", errors="replace").strip()


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit (提交)."""

    revision: str
    author: str
    moment: datetime
    subject: str
    "its first line"
    files: tuple[tuple[str, str], ...]
    "status letter (A, M, D, R) and path, relative to the workspace"


def commits(root: Path, path: str = "issues", most: int = 30) -> tuple[Commit, ...] | Problem:
    """The newest commits that changed something below a path, newest first."""
    form = "--format=%x1e%h%x1f%an%x1f%aI%x1f%s%x1f"
    log = _git(root, "log", f"-{most}", "-z", "--name-status", "--relative", "--no-renames", form, "--", path)
    if isinstance(log, Problem):
        return log
    records = log.decode("utf-8", errors="replace").split("\x1e")[1:]
    return tuple(_commit(record) for record in records)


def _commit(record: str) -> Commit:
    revision, author, moment, subject, rest = record.split("\x1f", 4)
    words = [word for word in rest.replace("\n", "\0").split("\0") if word]
    files = tuple(zip(words[::2], words[1::2], strict=False))
    return Commit(revision, author, datetime.fromisoformat(moment), subject, files)


def _changes(root: Path, against: list[str]) -> Changes | Problem:
    """Names and patch in the same order, so that no name has to be read out of a patch."""
    inside = _git(root, "rev-parse", "--git-dir")  # outside a repository diff would compare two folders
    if isinstance(inside, Problem):
        return inside
    common = ["--relative", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=AMT"]
    names = _git(root, "diff", "--name-only", "-z", *common, *against, "--", "issues")
    if isinstance(names, Problem):
        return names
    patch = _git(root, "diff", "--unified=0", *common, *against, "--", "issues")
    if isinstance(patch, Problem):
        return patch
    return Changes(dict(zip(_names(names), _changed_lines(patch), strict=False)))


def _changed_lines(patch: bytes) -> list[frozenset[int]]:
    """New line numbers of each file of a patch without context."""
    files: list[set[int]] = []
    skip = 0
    for line in patch.split(b"\n"):
        hunk = None if skip else _HUNK.match(line)
        if skip:
            skip -= not line.startswith(b"\\")
        elif line.startswith(b"diff --git "):
            files.append(set())
        elif hunk and files:
            removed, start, added = (int(number) if number is not None else 1 for number in hunk.groups())
            files[-1].update(range(start, start + added))
            skip = removed + added
    return [frozenset(lines) for lines in files]


def _names(listing: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listing.split(b"\0") if name]


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | Problem:
    """What git prints, or a sentence why not."""
    command = ["git", "-c", "core.quotepath=off", *arguments]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        ran = subprocess.run(command, cwd=root, input=given, capture_output=True, env=environment, check=False)  # noqa: S603
    except OSError:
        return _refused("这台电脑上没有 git", "装好 git 再用；不装也可以检查整期，去掉 --since、--staged")
    if ran.returncode == 0:
        return ran.stdout
    return _reason(ran.stderr.decode("utf-8", errors="replace"))


def _reason(message: str) -> Problem:
    if "not a git repository" in message:
        return _refused("这个文件夹没有用 git 管理", "在这里执行 git init，或者去掉 --since、--staged")
    if "unknown revision" in message or "bad revision" in message or "ambiguous argument" in message:
        return _refused("git 里没有这个版本", "写提交号、分支名，或者 HEAD")
    if "dubious ownership" in message:
        return _refused("git 不肯用别人的文件夹", "按 git 的提示执行 git config --global --add safe.directory …")
    lines = message.strip().splitlines()
    return _refused(f"git 没有做成：{lines[-1] if lines else '原因不明'}", "")


def _refused(message: str, advice: str) -> Problem:
    return error("git-unavailable", message, Location("", 0), advice)
