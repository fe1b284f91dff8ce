"""A new issue and a new item."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from zugong.diagnostics import Location, Problem, error
from zugong.model.bulletin import Bulletin
from zugong.model.issue import IssueKey
from zugong.scaffold.creating import create
from zugong.scaffold.schemas import schema_line, write_schemas
from zugong.sources.archive import read_archive
from zugong.sources.bulletin import read_bulletin
from zugong.sources.folder import item_files
from zugong.sources.issue import issue_dir
from zugong.sources.scalars import quoted_if_needed
from zugong.sources.workspace import issue_keys
from zugong.templating import render_template
from zugong.text.dates import format_date

_UNFIT_FOR_FILE_NAMES = re.compile(r'[\s/\\:*?"<>|\x00-\x1f。，、；：？！…“”‘’（）《》]+')
_NAME_LENGTH = 16
"characters of a unit or headline that go into a file name"


def new_issue(root: Path, number: int | None, issued_on: date, series: str = "") -> Path | Problem:
    """Makes issues/<year>/<series><number>/issue.yaml; without a number, the next of that year and series."""
    bulletin = read_bulletin(root).value
    unknown = _unknown_series(bulletin, series)
    if unknown:
        return unknown
    taken = [key.number for key in issue_keys(root) if (key.year, key.series) == (issued_on.year, series)]
    key = IssueKey(issued_on.year, number or max(taken, default=0) + 1, series)
    target = issue_dir(root, key) / "issue.yaml"
    if target.exists():
        return error("already-there", f"{key} 这一期已经有了，没有改动", Location(str(key), 0), "请换一个期号")
    values = {
        "schema": schema_line(root, target, "issue"),
        "title": bulletin.of_series(series).title.content if bulletin else "",
        "key": key,
        "date": format_date(issued_on),
        "serial": _next_serial(root, bulletin, series),
    }
    made = create(target, render_template("new/issue.yaml", values)) or write_schemas(root)
    return made if isinstance(made, Problem) else target


def _unknown_series(bulletin: Bulletin | None, series: str) -> Problem | None:
    known = [one.name.content for one in bulletin.series] if bulletin else []
    if not series or series in known:
        return None
    place = Location("issues/bulletin.yaml", 0)
    if known:
        return error("unknown-series", f"没有“{series}”这个系列", place, f"可以用的系列：{'、'.join(known)}")
    advice = f"先在 issues/bulletin.yaml 里加上“系列:”，下面一行写“  - {series}”"
    return error("unknown-series", f"没有“{series}”这个系列", place, advice)


def _next_serial(root: Path, bulletin: Bulletin | None, series: str) -> int | None:
    """The 总期号 after the highest one of this series; None where none is printed or none was ever given."""
    if bulletin is None or not _prints_serial(bulletin.of_series(series)):
        return None
    given = [entry.serial for entry in read_archive(root).value if entry.key.series == series and entry.serial]
    return max(given) + 1 if given else None


def _prints_serial(bulletin: Bulletin) -> bool:
    sides = [side for row in bulletin.standing.masthead for side in (row.left, row.centre, row.right)]
    texts = [one.content for one in (bulletin.number_format, bulletin.file_name, *sides) if one]
    return any("{总期号" in text for text in texts)


def new_item(root: Path, key: IssueKey, headline: str, section: str, source: str) -> Path | Problem:
    """Makes the next item file of an issue; its name is the next number and the unit or headline."""
    folder = issue_dir(root, key)
    unknown = _unknown_section(root, key, section)
    if unknown:
        return unknown
    taken = [file.leading_number or 0 for file in item_files(folder, "").value]
    name = _UNFIT_FOR_FILE_NAMES.sub("", source or headline)[:_NAME_LENGTH] or "稿件"
    target = folder / f"{max(taken, default=0) + 1:02d}-{name}.md"
    values = {
        "headline": quoted_if_needed(headline.strip()),
        "section": quoted_if_needed(section.strip()),
        "source": quoted_if_needed(source.strip()),
    }
    return create(target, render_template("new/item.md", values)) or target


def _unknown_section(root: Path, key: IssueKey, section: str) -> Problem | None:
    bulletin = read_bulletin(root).value
    known = [one.name.content for one in bulletin.of_series(key.series).standing.sections] if bulletin else []
    if not section or not known or section in known:
        return None
    advice = f"可以用的栏目：{'、'.join(known)}"
    return error("unknown-section", f"没有“{section}”这个栏目", Location("issues/bulletin.yaml", 0), advice)
