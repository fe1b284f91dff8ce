"""Place comments: taken out of the text, and every other place stays exact."""

from __future__ import annotations

import pytest

from zugong.diagnostics import Location
from zugong.sources.markdown import read_body
from zugong.sources.nodes import Line


def body(text):
    lines = [Line(line, Location("甲.md", number)) for number, line in enumerate(text.split("\n"), start=1)]
    return read_body(lines)


@pytest.mark.parametrize(
    ("text", "content", "ignores"),
    [
        ("甲<!-- zugong: 忽略 错别字 原文 -->乙", "甲乙", [("错别字", "原文", 1)]),
        ("甲<!-- zugong：忽略 错别字 -->乙", "甲乙", [("错别字", "", 1)]),
        ("甲<!--zugong: ignore wrong-word a b-->", "甲", [("wrong-word", "a b", 1)]),
        ("甲\n<!-- zugong: 忽略 错别字 原文 -->\n乙", "甲乙", [("错别字", "原文", None)]),
        ("**甲<!-- zugong: 忽略 错别字 [原文](b) ** -->。**乙", "甲。乙", [("错别字", "[原文](b) **", 1)]),
        ("**甲<!-- zugong: 忽略 错别字 原文 -->乙", "**甲乙", [("错别字", "原文", 3)]),
        ("<!-- 别的说明 -->甲", "<!-- 别的说明 -->甲", []),
    ],
)
def test_an_ignore_is_understood_and_left_out(text, content, ignores):
    (paragraph,) = body(text).value
    assert paragraph.content == content
    assert [(one.rule.content, one.reason, one.at) for one in paragraph.ignores] == ignores


def test_places_behind_it_stay_exact():
    text = "甲<!-- zugong: 忽略 错别字 原文 -->乙丙"
    (paragraph,) = body(text).value
    for run in paragraph.runs:
        for offset, character in enumerate(run.content):
            assert text[run.origin.column + offset - 1] == character


@pytest.mark.parametrize(
    "text", ["甲<!-- zugong: 忽 错别字 -->乙", "甲<!-- zugong -->乙", "甲<!-- zugong: 忽略 错别字\n-->乙"]
)
def test_what_cannot_be_understood_is_told(text):
    assert [one.rule for one in body(text).problems] == ["bad-ignore"]


def test_a_comment_without_a_paragraph_below_belongs_to_the_one_above():
    (paragraph,) = body("甲\n\n<!-- zugong: 忽略 错别字 原文 -->").value
    assert [one.at for one in paragraph.ignores] == [None]
