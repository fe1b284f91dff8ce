"""Where the workspace is, which issues it holds, and which one is meant."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from zugong.diagnostics import Location, Problem, error, hint
from zugong.hashes import is_folder
from zugong.model.issue import IssueKey
from zugong.sources.files import shown_path
from zugong.sources.naming import issue_of_folder
from zugong.sources.own_files import stray_templates
from zugong.sources.reading import Reading
from zugong.text.numerals import parse_number


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upward, that holds issues/bulletin.yaml."""
    here = start.resolve()
    return next((one for one in (here, *here.parents) if (one / "issues" / "bulletin.yaml").is_file()), None)


def issue_keys(root: Path) -> tuple[IssueKey, ...]:
    """All issues, the oldest first."""
    return survey(root).value


def survey(root: Path) -> Reading[tuple[IssueKey, ...]]:
    """All issues, the oldest first, and a remark on each folder that looks like one and is none."""
    keys: list[IssueKey] = []
    problems: list[Problem] = []
    for year_name, year_path in _folders(root / "issues"):
        if not _plain_number(year_name) or len(year_name) != 4:
            problems += _stray_year(root, year_name, year_path)
            continue
        for name, path in _folders(Path(year_path)):
            found = issue_of_folder(name)
            if found and _has_issue_file(path):
                keys.append(IssueKey(int(year_name), found[1], found[0]))
            else:
                problems.append(_stray_issue(root, name, path))
    return Reading(tuple(sorted(keys)), tuple(problems))


def resolve(root: Path, cwd: Path, argument: str | None) -> IssueKey | Problem:
    """The issue that is meant: `23` (the newest year that has it), `2023/23`, a path, or nothing.

    Nothing means the issue one stands in, else the newest.
    """
    keys = issue_keys(root)
    if not keys:
        return _unknown("还没有任何一期", "先运行 zugong new-issue 新建一期")
    if argument is None:
        here = _key_of_path(root, cwd)
        return here if here in keys else keys[-1]
    found = _meant(root, cwd, argument.strip(), keys)
    if found is None:
        listed = "、".join(str(key) for key in keys[-5:])
        return _unknown(f"找不到“{argument.strip()[:60]}”这一期", f"最近的几期是：{listed}")
    return found


def _meant(root: Path, cwd: Path, argument: str, keys: tuple[IssueKey, ...]) -> IssueKey | None:
    number, alone = parse_number(argument), issue_of_folder(argument)
    if number is not None or alone is not None:
        series, wanted = alone or ("", number)
        return next((key for key in reversed(keys) if (key.series, key.number) == (series, wanted)), None)
    year, _, rest = argument.replace("\\", "/").strip("/").partition("/")
    key = _key(year, rest)
    if key in keys:
        return key
    if "\0" in argument:
        return None
    path = _key_of_path(root, cwd / argument)
    return path if path in keys else None


def _key(year: str, number: str) -> IssueKey | None:
    named, parsed = issue_of_folder(number), parse_number(number)
    if not _plain_number(year) or (named is None and parsed is None):
        return None
    return IssueKey(int(year), named[1], named[0]) if named else IssueKey(int(year), parsed or 0)


def _key_of_path(root: Path, path: Path) -> IssueKey | None:
    """The issue in whose folder a path lies."""
    home = os.path.realpath(root / "issues")
    parts = Path(os.path.realpath(path)).parts
    own = parts[len(Path(home).parts) :]
    if parts[: len(Path(home).parts)] != Path(home).parts or len(own) < 2:
        return None
    found = issue_of_folder(own[1])
    return IssueKey(int(own[0]), found[1], found[0]) if found and _plain_number(own[0]) else None


def _plain_number(name: str) -> bool:
    """Written as the program writes it: no leading zero, so that a number has one folder only."""
    return name.isascii() and name.isdigit() and len(name) <= 6 and not name.startswith("0")


def _folders(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and path of each folder in a folder, sorted; hidden ones left out."""
    try:
        with os.scandir(folder) as entries:
            found = [(one.name, one.path) for one in entries if is_folder(one) and not one.name.startswith(".")]
    except OSError:
        return iter(())
    return iter(sorted(found))


def _has_issue_file(folder: str) -> bool:
    """Also where one may not look: it is told when that issue is read."""
    try:
        return stat.S_ISREG(Path(folder, "issue.yaml").stat().st_mode)
    except PermissionError:
        return True
    except OSError:
        return False


def _stray_year(root: Path, name: str, path: str) -> list[Problem]:
    if name == "templates":
        return [*stray_templates(root, Path(path))]
    place = Location(shown_path(root, Path(path)), 0)
    message = "这个文件夹的名字不是年份，里面的内容不会编进任何一期"
    return [hint("not-a-year", message, place, "年份写四位数字，例如 2023")]


def _stray_issue(root: Path, name: str, path: str) -> Problem:
    place = Location(shown_path(root, Path(path)), 0)
    number = parse_number(name)
    if issue_of_folder(name):
        advice = "用 zugong new-issue 新建，或者补上 issue.yaml"
        return hint("no-issue-file", "这个文件夹里没有 issue.yaml，不算一期", place, advice)
    meant = str(number) if number else _meant_series(name)
    advice = f"把文件夹改名为“{meant}”" if meant else "一期的文件夹用期号作名字，例如 23"
    return hint("not-a-number", "这个文件夹的名字不是期号，不算一期", place, advice)


def _meant_series(name: str) -> str:
    """`增刊1` of `增刊01`, `增刊 1` and `增刊１`; empty when it is nothing of the kind."""
    close = normalize("NFKC", "".join(name.split()))
    series = close.rstrip("0123456789")
    meant = series + close[len(series) :].lstrip("0")
    return meant if series and issue_of_folder(meant) else ""


def _unknown(message: str, advice: str) -> Problem:
    return error("no-such-issue", message, Location("", 0), advice)
