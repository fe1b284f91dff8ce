"""`check --fix`: files rewritten in place with what cannot change the meaning, until nothing is left to do."""

from __future__ import annotations

from pathlib import Path

from zugong.checks.fixing import fixed
from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.model.issue import IssueKey
from zugong.outputs import replace_file
from zugong.pipeline import Office, examine

_BOM = b"\xef\xbb\xbf"
_MOST_ROUNDS = 100
"a correction may make room for another, and of one rule only some are told at a time"


@dataclass(frozen=True, slots=True)
class Repair:
    """One file before and after."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """All files that are different now, or would be."""

    repairs: tuple[Repair, ...]
    problems: tuple[Problem, ...]
    "files that could not be rewritten"


def repair(office: Office, keys: tuple[IssueKey, ...], *, write: bool) -> Repaired:
    """Makes the fixes of these issues; without `write` only says what the first round would do."""
    originals: dict[str, str] = {}
    latest: dict[str, str] = {}
    problems: dict[str, Problem] = {}
    for _ in range(_MOST_ROUNDS if write else 1):
        changed = _round(office, keys, problems, write=write)
        for path, (before, after) in changed.items():
            originals.setdefault(path, before)
            latest[path] = after
        if not changed:
            break
    repairs = tuple(Repair(path, originals[path], latest[path]) for path in sorted(latest))
    return Repaired(repairs, tuple(problems.values()))


def _round(
    office: Office, keys: tuple[IssueKey, ...], refused: dict[str, Problem], *, write: bool
) -> dict[str, tuple[str, str]]:
    by_path: dict[str, list[Problem]] = {}
    for key in keys:
        for problem in examine(office, key).problems:
            if problem.fix and problem.origin.path not in refused:
                by_path.setdefault(problem.origin.path, []).append(problem)
    changed: dict[str, tuple[str, str]] = {}
    for path, problems in by_path.items():
        result = _rewrite(office.root / path, path, problems, write=write)
        if isinstance(result, Problem):
            refused[path] = result
        elif result[0] != result[1]:
            changed[path] = result
    return changed


def _rewrite(file: Path, path: str, problems: list[Problem], *, write: bool) -> tuple[str, str] | Problem:
    """The text before and after; the byte order mark and the line ends stay as they are."""
    try:
        data = file.read_bytes()
        before = data.removeprefix(_BOM).decode("utf-8")
    except OSError:
        return error("cannot-fix", "读不了这个文件，没有改", Location(path, 0))
    except UnicodeDecodeError:
        advice = "请用记事本另存为 UTF-8，再运行一次"
        return error("cannot-fix", "这个文件不是 UTF-8，没有改", Location(path, 0), advice)
    after = fixed(before, problems)
    if write and after != before:
        mark = _BOM if data.startswith(_BOM) else b""
        try:
            replace_file(file, mark + after.encode("utf-8"))
        except OSError:
            return error("cannot-fix", "写不了这个文件，没有改", Location(path, 0), "请关闭正在打开它的软件")
    return before, after
