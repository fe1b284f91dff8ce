"""Nothing twice, for `list`: what it tells of an issue is read again only when that issue has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from zugong.classes import dataclass
from zugong.diagnostics import Problem
from zugong.model.issue import IssueKey
from zugong.run import Run, begin, has_built
from zugong.sources.workspace import survey

_NAME = "list"

_Told = tuple[int, int]
"the day as an ordinal, 0: none; the number of items"


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of an issue among all others."""

    key: IssueKey
    issued_on: date | None
    "None when it cannot be read"
    items: int
    "how many 稿件 it has"


@dataclass(frozen=True, slots=True)
class Overview:
    """All issues, the oldest first, and a remark on each folder that is none."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def overview(root: Path, today: date) -> Overview:
    """What is told of all issues."""
    if has_built(root):
        run = begin(root, today)
        return Overview(tuple(_row(key, told) for key, told in _remembered(run).items()), run.strays)
    found = survey(root)
    return Overview(tuple(_row(key, _read(root, key)) for key in found.value), found.problems)


def _remembered(run: Run) -> dict[IssueKey, _Told]:
    """By issue, in their order."""
    left = {tuple(one[:2]): one[2:] for one in run.cache.recall(_NAME, run.prints.program) or ()}
    contents = run.prints.issues
    if all((str(key), contents[key]) in left for key in contents):
        return {key: left[str(key), contents[key]] for key in contents}
    run.start()
    told = {key: left.get((str(key), contents[key])) or _read(run.root, key) for key in contents}
    rows = tuple((str(key), contents[key], *one) for key, one in told.items())
    run.keep(max(told), _NAME, run.prints.program, rows)
    run.close()
    return told


def _read(root: Path, key: IssueKey) -> _Told:
    from zugong.sources.archive import read_entry
    from zugong.sources.folder import item_files
    from zugong.sources.issue import issue_dir

    day = read_entry(root, key).issued_on
    return day.toordinal() if day else 0, len(item_files(issue_dir(root, key), "").value)


def _row(key: IssueKey, told: _Told) -> Row:
    return Row(key, date.fromordinal(told[0]) if told[0] else None, told[1])
