"""New files for the editor: a workspace, an issue, an item. Nothing that is there is ever overwritten."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from zugong.diagnostics import Location, Problem, error
from zugong.model.issue import IssueKey
from zugong.sources.bulletin import read_bulletin
from zugong.sources.folder import item_files
from zugong.sources.issue import issue_dir
from zugong.sources.scalars import quoted_if_needed
from zugong.sources.workspace import find_root, issue_keys
from zugong.templating import render_template
from zugong.text.dates import format_date

_NEW_FILES = {
    "issues/bulletin.yaml": "new/bulletin.yaml",
    ".gitignore": "new/gitignore",
    ".gitattributes": "new/gitattributes",
}
"""What `init` makes: file → template."""

_UNFIT_FOR_FILE_NAMES = re.compile(r'[\s/\\:*?"<>|\x00-\x1f。，、；：？！…“”‘’（）《》]+')
_NAME_LENGTH = 16
"characters of a unit or headline that go into a file name"


def init(folder: Path) -> tuple[Path, ...] | Problem:
    """Makes a workspace; files that are there already stay as they are."""
    if (folder / "issues" / "bulletin.yaml").exists():
        advice = "要另建一个，请换一个文件夹名"
        return error("already-there", f"{folder} 已经是工作文件夹，没有改动", Location(str(folder), 0), advice)
    outer = find_root(folder.resolve().parent)
    if outer is not None:
        message = f"{folder} 在工作文件夹 {outer} 里面，没有新建"
        return error("already-there", message, Location(str(folder), 0), "请换到工作文件夹外面再建")
    made: list[Path] = []
    for name, template in _NEW_FILES.items():
        target = folder / name
        if target.exists():
            continue
        problem = _create(target, render_template(template, {}))
        if problem:
            return problem
        made.append(target)
    return tuple(made)


def new_issue(root: Path, number: int | None, issued_on: date) -> Path | Problem:
    """Makes issues/<year>/<number>/issue.yaml; without a number, the next of that year."""
    taken = [key.number for key in issue_keys(root) if key.year == issued_on.year]
    key = IssueKey(issued_on.year, number or max(taken, default=0) + 1)
    bulletin = read_bulletin(root).value
    values = {
        "title": bulletin.title.content if bulletin else "",
        "year": key.year,
        "number": key.number,
        "date": format_date(issued_on),
    }
    target = issue_dir(root, key) / "issue.yaml"
    if target.exists():
        return error("already-there", f"第 {key} 期已经有了，没有改动", Location(str(key), 0), "请换一个期号")
    return _create(target, render_template("new/issue.yaml", values)) or target


def new_item(root: Path, key: IssueKey, headline: str, section: str, source: str) -> Path | Problem:
    """Makes the next item file of an issue; its name is the next number and the unit or headline."""
    folder = issue_dir(root, key)
    unknown = _unknown_section(root, section)
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
    return _create(target, render_template("new/item.md", values)) or target


def _unknown_section(root: Path, section: str) -> Problem | None:
    bulletin = read_bulletin(root).value
    known = [one.name.content for one in bulletin.standing.sections] if bulletin else []
    if not section or not known or section in known:
        return None
    advice = f"可以用的栏目：{'、'.join(known)}"
    return error("unknown-section", f"没有“{section}”这个栏目", Location("issues/bulletin.yaml", 0), advice)


def _create(target: Path, text: str) -> Problem | None:
    """Writes a new file, and only a new one."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        advice = "没有改动它；请换一个名字"
        return error("already-there", f"{target} 已经有了", Location(str(target), 0), advice)
    except OSError as failure:
        reason = failure.strerror or "原因不明"
        return error("cannot-write", f"建不了 {target}：{reason}", Location(str(target), 0), "请检查文件夹能不能写入")
    return None
