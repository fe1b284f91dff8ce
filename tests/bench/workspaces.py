"""Workspaces with as many issues as one likes: the two printed ones again and again, renumbered."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

from tests.support.printed import ISSUE_22, ISSUE_23, ROOT
from zugong.model.issue import IssueKey

_A_YEAR = 25


def make_workspace(folder: Path, count: int) -> tuple[IssueKey, ...]:
    """Writes `count` issues; their keys, the oldest first."""
    issues = folder / "issues"
    issues.mkdir(parents=True)
    for file in (ROOT / "issues").glob("*.yaml"):
        shutil.copy(file, issues)
    keys = tuple(IssueKey(2001 + index // _A_YEAR, 1 + index % _A_YEAR) for index in range(count))
    for index, key in enumerate(keys):
        printed = (ISSUE_22, ISSUE_23)[index % 2]
        _copy(ROOT / "issues" / str(printed.year) / str(printed.number), issues / str(key.year) / str(key.number), key)
    return keys


def _copy(source: Path, target: Path, key: IssueKey) -> None:
    shutil.copytree(source, target)
    file = target / "issue.yaml"
    day = 13 * key.number
    dated = f"日期: {key.year}年{1 + day // 28}月{1 + day % 28}日"
    file.write_text(re.sub("日期:.*", dated, file.read_text(encoding="utf-8")), encoding="utf-8")
    for item in target.glob("*.md"):
        _shuffle(item, f"{key} {item.name}")


def _shuffle(item: Path, seed: str) -> None:
    """The same 汉字 in another order: the same length and the same glyphs, yet no item printed for a second time."""
    _, head, body = item.read_text(encoding="utf-8").split("---", 2)
    characters = [character for character in body if "\u4e00" <= character <= "\u9fff"]
    random.Random(seed).shuffle(characters)
    rest = iter(characters)
    mixed = "".join(next(rest) if "\u4e00" <= character <= "\u9fff" else character for character in body)
    item.write_text(f"---{head}---{mixed}", encoding="utf-8")


def change_one_word(workspace: Path, key: IssueKey, number: int) -> None:
    """A small edit in the first item, another one for every number."""
    folder = workspace / "issues" / str(key.year) / str(key.number)
    file = min(folder.glob("*.md"))
    text = re.sub(r"(?:第\d+处)?。\s*$", f"第{number}处。\n", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
