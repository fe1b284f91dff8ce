"""fmt changes no word, whatever it is given, and has nothing to do the second time."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.examples import EXAMPLES
from tests.support.printed import ROOT
from tests.support.structured import picture
from zugong.diagnostics import Problem, has_errors
from zugong.intake.canonical import tidy
from zugong.intake.canonical_fields import canonical_fields
from zugong.intake.wording import wording
from zugong.sources.item import read_item
from zugong.sources.tables import ITEM, ITEM_HEAD

ITEMS = sorted(
    path
    for home in (ROOT / "issues", EXAMPLES)
    for path in (*home.glob("**/[0-9]*.md"), *home.glob("**/[0-9]*.yaml"))
    if "附件" not in path.parts and "build" not in path.parts
)

FIELDS = (
    "标题: 甲乙",
    "栏目: 丙",
    "供稿单位: [某县, 某局]",
    "署名:\n  - 一\n  - 二",
    "落款:\n- 三\n- 四",
    "按语: |\n  第一段。  \n\n\n  第二段。",
    "# 说明\n副标题: 戊",
    "采用: 综合",
)
BLOCKS = (
    "正文 一段。  ",
    "  缩进的**段首语。**一段\n接着",
    "# 一、小标题",
    "## （一）小标题\n紧跟着的正文",
    "| 甲 | 乙 |\n|:-:|--:|\n| 丙 | 1 |  \n注：说明",
    "表题：表1\n单位：人\n| 甲 | 乙 |\n| 丙 | 丁 |",
    "```表格\n表题: 表2\n行:\n  - [甲,  乙]\n\n  - ['a  b', '<']\n```",
    "  ```图片\n  文件: 图片/x.png\n\n  图注: 图2\n  ```",
    "![图1](图片/x.png)",
    "\\# 不是小标题",
    "<!-- zugong: 忽略 abc 理由 -->",
    "",
)


def copied(path: Path, folder: Path) -> Path:
    shutil.copytree(path.parent, folder / "issues" / "2026" / "1")
    return folder / "issues" / "2026" / "1" / path.name


@pytest.mark.parametrize("path", ITEMS, ids=lambda path: path.name)
def test_real_items(path: Path, tmp_path: Path) -> None:
    copy = copied(path, tmp_path)
    before = wording(read_item(tmp_path, copy).value)
    assert not isinstance(tidy(tmp_path, copy, write=True), Problem)
    assert wording(read_item(tmp_path, copy).value) == before
    assert tidy(tmp_path, copy, write=True) is False


def _tidied(text: str, name: str) -> None:
    """Whatever came of it, words are the same, and a second time nothing is left to do."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", newline="\n")
        (Path(folder) / "图片").mkdir()
        (Path(folder) / "图片" / "x.png").write_bytes(picture(1))
        before = read_item(Path(folder), path)
        done = tidy(Path(folder), path, write=True)
        if isinstance(done, Problem):
            assert path.read_text(encoding="utf-8") == text
            assert has_errors(before.problems), (done, text)
            return
        assert wording(read_item(Path(folder), path).value) == wording(before.value), text
        assert tidy(Path(folder), path, write=True) is False, text


HEADS = st.lists(st.sampled_from(FIELDS), unique=True, min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(HEADS, st.lists(st.sampled_from(BLOCKS), max_size=7), st.sampled_from(("\n\n", "\n", "\n\n\n")))
def test_any_markdown_item(head: list[str], blocks: list[str], gap: str) -> None:
    _tidied("---\n" + "\n".join(head) + "\n---\n" + gap.join(blocks) + "\n", "01.md")


@settings(max_examples=100, deadline=None)
@given(HEADS, st.sampled_from(("\n", "\n\n", "  \n")))
def test_any_yaml_item(head: list[str], gap: str) -> None:
    body = "段落:\n  - 一段。\n  - {段首语: 甲。, 正文: 乙}\n  - 表格:\n      行:\n        - [甲, 乙]\n        - [1, 2]"
    _tidied(gap.join([body, *head]) + "\n", "01.yaml")


def test_the_order_of_fields() -> None:
    lines = ["正文: |", "  一段。", "", "", "  又一段。", "", "# 单位", "供稿单位: 某县  ", "标题: 甲", "# 末尾"]
    wanted = ["标题: 甲", "# 单位", "供稿单位: 某县", "正文: |", "  一段。", "", "  又一段。", "# 末尾"]
    assert canonical_fields(lines, ITEM) == wanted


def test_what_is_not_understood_keeps_its_order() -> None:
    lines = ["栏目: 甲", "  乱", "标题 乙", "标题: 丙"]
    assert canonical_fields(lines, ITEM_HEAD) == lines
