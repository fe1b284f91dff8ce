"""Headings, tables, notes and attachments as the rules read them: each with the rules that fit it, no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.corpus.texts import BULLETIN, issue_of
from zugong.checks import Context, check_draft
from zugong.checks.passages import Kind, manuscript
from zugong.diagnostics import Location
from zugong.model.issue import Extras
from zugong.model.prose import Text
from zugong.model.structures import Attachment
from zugong.sources.blocks import read_blocks
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line

NOWHERE = Materials(Path("nowhere"), Path("nowhere/issue"))
LONG = "各乡镇按照统一口径逐项核对书屋藏书数量" * 9
TABLE = "| 乡镇 | {} |\n|---|---|\n| 东河镇 | {} |\n| 西山乡 | {} |\n| 合计 | {} |"


def blocks(text):
    lines = enumerate(text.split("\n"), start=1)
    return read_blocks((Line(line, Location("text.txt", number)) for number, line in lines), NOWHERE).value


def draft_of(body, note="", attachment=""):
    issue = issue_of(["正文。"])
    attached = (
        (Attachment(Text("清单", Location("b.txt")), blocks(attachment), Location("b.txt")),) if attachment else ()
    )
    extras = Extras(note=blocks(note), attachments=attached)
    return replace(issue, items=(replace(issue.items[0], body=blocks(body), extras=extras),))


def rules(body, **parts):
    """What is told, but that the bodies are short and their headings have no text below."""
    aside = ("item-length", "heading-without-text")
    context = Context(BULLETIN, (), issue_of([]).issued_on.day)
    return [one.rule for one in check_draft(draft_of(body, **parts), context) if one.rule not in aside]


def kinds(body, **parts):
    issue = manuscript(draft_of(body, **parts))
    return [(one.kind, one.content, one.item) for one in (*issue.passages, *issue.labels)][1:]


def test_what_is_what():
    found = kinds("# 一、甲\n\n乙。\n\n表题：丙\n| 丁 | 戊 |\n| 己 |  |\n注：庚", note="辛。", attachment="壬。")
    assert found == [
        (Kind.HEADING, "一、甲", 0),
        (Kind.BODY, "乙。", 0),
        (Kind.NOTE, "辛。", -2),
        (Kind.HEADING, "清单", -3),
        (Kind.NOTE, "壬。", -3),
        *((Kind.LABEL, text, 0) for text in ("丙", "注：庚", "丁", "戊", "己")),
    ]


@pytest.mark.parametrize("text", [f"# {LONG}", "# 一、**布置任务**", "# 一、甲\n\n# 二、**甲**"])
def test_a_heading_is_no_sentence(text):
    assert rules(text) == []


def test_words_of_a_heading_are_read():
    assert rules("# 一、布署任务") == ["wrong-word"]
    assert rules("# 一、抓好(一)排查,整改") == ["half-width-mark"] * 3


def test_words_of_a_table_are_read_and_nothing_else():
    assert rules(TABLE.format("布署任务", 1, 2, 3)) == ["wrong-word"]
    assert rules(TABLE.format("面积(m²)", "1,5-6", "12000户", "a,b(甲)")) == []
    assert rules("表题：布署情况\n| 甲 | 乙 |\n| 丙 | 丁 |\n注：布署。") == ["wrong-word"] * 2


def test_notes_and_attachments_are_read():
    assert rules("正文。", note="布署。") == ["wrong-word"]
    assert rules("正文。", attachment="布署。\n\n| 布署 | 1 |\n| 乙 | 2 |") == ["wrong-word"] * 2
    assert rules("正文。", attachment="<br>") == ["pasted-markup"]


def test_an_ignore_in_a_cell():
    remark = "<!-- zugong: 忽略 错别字 原文如此 -->"
    assert rules(f"| 布署{remark} | 1 |\n| 乙 | 2 |") == []
    assert rules(f"| 布置{remark} | 1 |\n| 乙 | 2 |") == ["unused-ignore"]


def test_an_item_may_be_a_table_alone():
    assert "empty-body" not in rules("| 甲 | 1 |\n| 乙 | 2 |")


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ((1, 2, 3), False),
        ((1, 2, 4), True),
        (("1,200", "800", "2,000"), False),
        (("1，200", "800", "2,001"), True),
        (("1.2万", "8000", "2万"), False),
        (("1.2万", "8000", "2.1万"), False),
        (("1.2万", "8000", "2.2万"), True),
        (("1.25", "1.25", "2.5"), False),
        (("33.3", "33.3", "66.7"), False),
        (("33.3", "33.3", "67.7"), True),
        (("33.3%", "66.7%", "100%"), False),
        (("33.3%", "60.7%", "100%"), True),
        (("33.3%", "60.7%", "47%"), False),
        (("12人", "8人", "20人"), False),
        (("12人", "8人", "21人"), True),
        (("12人", "8户", "21人"), False),
        (("12", "—", "13"), False),
        (("-12", "20", "8"), False),
        (("甲", "8", "9"), False),
        (("12", "8", "—"), False),
        (("1" * 15, "1", "1" * 14 + "2"), False),
    ],
)
def test_totals(numbers, wrong):
    assert rules(TABLE.format("书屋", *numbers)) == (["table-total"] if wrong else [])


@pytest.mark.parametrize("head", ["占比", "增长（%）", "达标率", "人均", "序号", "单价"])
def test_columns_that_no_one_adds_up(head):
    assert rules(TABLE.format(head, 1, 2, 4)) == []


def test_parts_of_parts_are_not_added_up():
    assert rules("| 甲 | 1 |\n| 乙 | 2 |\n| 其中：丙 | 1 |\n| 合计 | 3 |") == []
    assert rules("| 甲 | 1 |\n| 小计 | 1 |\n| 乙 | 2 |\n| 合计 | 3 |") == []


def test_cells_over_several_places_count_once():
    assert rules("| 甲 | 1 | 5 |\n| 乙 | ^ | 6 |\n| 丙 | 3 | < |\n| 丁 | 4 | 9 |\n| 合计 | 9 | 7 |") == []
    assert rules("| 甲 | 1 |\n| 乙 | ^ |\n| 丙 | 3 |\n| 合计 | 4 |") == []


@pytest.mark.parametrize(
    "headings",
    [
        ["# 甲", "# 乙"],
        ["# 一、甲", "# 乙", "# 二、丙"],
        ["# 一、甲", "### 1.乙", "### 2.丙", "# 二、丁", "### 1.戊"],
        ["# 一、甲", "## （一）乙", "### 1.丙", "#### （1）丁", "## （二）戊", "### 1.己"],
    ],
)
def test_orders_that_are_right(headings):
    assert rules("\n\n".join(headings)) == []


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["# 二、甲"], ["heading-order"]),
        (["# 一、甲", "## （一）乙", "# 二、丙", "## （二）丁"], ["heading-order"]),
        (["## （一）甲", "## （二）乙"], ["heading-order"]),
        (["# 1.甲", "# 2.乙"], ["heading-level"] * 2),
        (["# 十、甲"], ["heading-order"]),
    ],
)
def test_orders_that_are_wrong(headings, found):
    assert rules("\n\n".join(headings)) == found


def test_an_attachment_counts_anew():
    assert rules("# 一、甲\n\n# 二、乙", attachment="# 一、丙") == []
