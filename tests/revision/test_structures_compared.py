"""Headings, tables, figures and all that stands beside a text, compared: told by place, and lossless in the DOCX."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.revision.test_comparing import document, side, texts_of
from tests.support.docx_verify import faults
from tests.support.examples import Example, examples, laid_out
from tests.support.structured import picture
from tests.support.tracked import accepted_and_rejected
from zugong.layout.sheet import runs_by_role
from zugong.model.issue import ItemDraft
from zugong.model.styles import Accent, Role
from zugong.revision.comparing import Change, compare
from zugong.revision.naming import places
from zugong.revision.passages import Passage, item_passages, sheet_passages
from zugong.revision.summary import count
from zugong.sources.item import read_item

ITEM = """---
标题: 全县书屋建设情况
副标题: 上半年小结
署名: [李文清]
落款: [某县图书馆, 2026年8月3日]
稿件信息: （8月3日报送）
按语: 现予刊发，供参阅。
供稿单位: 某县图书馆
---

# 一、总体情况

书屋已建成48个。

表题：表1 各乡镇进度
单位：个
| 乡镇 | 计划 | 建成 |
|:-:|--:|--:|
| 临湖镇 | 12 | 10 |
| 松岭镇 | 15 | 15 |
| 合计 | 27 | 25 |
注：截至7月底。

![图1 书屋一角](图片/一.png)

下半年再建12个。
"""


def item(folder: Path, text: str = ITEM, seed: int = 1) -> ItemDraft:
    (folder / "图片").mkdir(parents=True, exist_ok=True)
    (folder / "图片" / "一.png").write_bytes(picture(seed))
    path = folder / "01.md"
    path.write_text(text, encoding="utf-8")
    return read_item(folder, path).value


def told(before: ItemDraft, after: ItemDraft) -> list[str]:
    return [place.name for place in places(compare(item_passages(before), item_passages(after))) if place.touched]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("一、总体情况", "一、总体进展", "第 5 段（小标题）"),
        ("| 12 | 10 |", "| 12 | 11 |", "表格 1 第 2 行第 3 列"),
        ("| 乡镇 |", "| 乡镇名 |", "表格 1 第 1 行第 1 列"),
        ("各乡镇进度", "各乡镇建设进度", "第 7 段（表题）"),
        ("单位：个", "单位：处", "第 8 段（计量单位）"),
        ("截至7月底", "截至8月底", "第 13 段（表注）"),
        ("书屋一角", "书屋", "第 15 段（图片和图注）"),
        ("上半年小结", "上半年总结", "第 3 段（副标题）"),
        ("李文清", "赵一鸣", "第 4 段（署名）"),
        ("现予刊发", "现予印发", "第 1 段（按语）"),
        ("（8月3日报送）", "（8月4日报送）", "第 17 段（稿件信息）"),
        ("2026年8月3日]", "2026年8月4日]", "第 19 段（落款）"),
    ],
)
def test_every_place_is_told(tmp_path: Path, old: str, new: str, name: str) -> None:
    assert old in ITEM
    assert told(item(tmp_path / "a"), item(tmp_path / "b", ITEM.replace(old, new))) == [name]


def test_another_picture_under_the_same_name(tmp_path: Path) -> None:
    before, after = item(tmp_path / "a"), item(tmp_path / "b", seed=2)
    assert told(before, after) == ["第 14 段（图片和图注）"]


def test_a_row_more_and_a_merge(tmp_path: Path) -> None:
    before = item(tmp_path / "a")
    after = item(tmp_path / "b", ITEM.replace("| 合计 | 27 |", "| 河湾镇 | 9 | 8 |\n| 合计 | < |"))
    assert told(before, after) == ["表格 1 第 4 行", "表格 1 第 5 行第 2 列"]


MADE_BY_PROGRAM = (Role.CONTENTS_TITLE, Role.CONTENTS_SECTION, Role.CONTENTS_ENTRY, Role.INSTRUCTION)
CELLS = st.text(st.sampled_from("甲乙丙12，。"), max_size=4)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4)


def rows(table: list[list[str]]) -> list[Passage]:
    body = [Passage(Role.BODY, (("上文。", Accent.PLAIN),))]
    table_rows = [Passage(Role.TABLE_CELL, (("\t".join(row), Accent.PLAIN),)) for row in table]
    return [*body, *table_rows, Passage(Role.BODY, (("下文。", Accent.PLAIN),))]


@settings(max_examples=150, deadline=None)
@given(ROWS, ROWS)
def test_any_tables(before: list[list[str]], after: list[list[str]]) -> None:
    old, new = rows(before), rows(after)
    compared = compare(old, new)
    assert [text for _, text in side(compared, Change.DELETED)] == [one.content for one in new]
    assert [text for _, text in side(compared, Change.INSERTED)] == [one.content for one in old]
    for place in places(compared):
        assert "\t" not in "".join(span.content for span in place.spans) or place.is_row


def test_the_docx_gives_both_sides(tmp_path: Path) -> None:
    """To the character, in LibreOffice too."""
    chance = random.Random(5)
    pairs = []
    for _ in range(6):
        old = [[chance.choice("甲乙丙丁") * 2, str(chance.randint(1, 99)), "完成"] for _ in range(4)]
        new = [[cell if chance.random() < 0.7 else f"{cell}改" for cell in row] for row in old]
        new = new[1:] if chance.random() < 0.4 else [*new, ["合计", "100", ""]]
        pairs.append((rows(old), rows(new)))
    documents = [document(old, new) for old, new in pairs]
    for made, (old, new) in zip(documents, pairs, strict=True):
        assert not faults(made)
        assert texts_of(made, "del") == [one.content for one in new]
        assert texts_of(made, "ins") == [one.content for one in old]
    for (accepted, rejected), (old, new) in zip(accepted_and_rejected(documents, tmp_path), pairs, strict=True):
        assert accepted == [one.content for one in new]
        assert rejected == [one.content for one in old]


@pytest.mark.parametrize("example", examples(), ids=str)
def test_whole_issues(example: Example) -> None:
    """Everything on the paper but contents and box is compared; nothing differs from itself."""
    sheet = laid_out(example).sheet
    passages = sheet_passages(sheet)
    assert count(compare(passages, passages)).chinese == "没有改动"
    text = "".join(one.content for one in passages)
    printed = [run for role, run in runs_by_role(sheet) if role not in MADE_BY_PROGRAM]
    assert all(run.content in text for run in printed)


def test_cells_are_compared_cell_by_cell() -> None:
    """Not 10 inserted before and 40 deleted behind, though that is shorter."""
    old = [["河湾镇全年进度", "20", "30", "40"]]
    new = [["河湾镇全年进度", "10", "20", "30"]]
    touched = [place.name for place in places(compare(rows(old), rows(new))) if place.touched]
    assert touched == [f"表格 1 第 1 行第 {column} 列" for column in (2, 3, 4)]
