"""`--fix`: only what was reported changes, every other character stays, and a second time there is nothing to do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus.texts import issue_of, reports
from zugong.checks.fixing import fixed

PIECES = [
    "双向选择",
    "签定",
    "布署",
    ",",
    "，",
    "，，",
    '"',
    "“",
    "”",
    "...",
    "…",
    "。。。",
    "。",
    " ",
    "14",
    "个",
    "(",
    ")",
    "A",
    "、",
]


def repaired(text):
    """The text after as many rounds as `check --fix` makes."""
    for _ in range(100):  # as `repair` does
        after = fixed(text, reports(text.splitlines(), everything=True))
        if after == text:
            break
        text = after
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("组织签定承诺书,布署工作。", "组织签订承诺书，部署工作。"),
        ('实施"常青树计划"。', "实施“常青树计划”。"),
        ('单个"引号。', '单个"引号。'),
        ("茶叶。。。水稻...", "茶叶……水稻……"),
        ("设立 14 个指导站", "设立14个指导站"),
        ("壮大，，提升。。", "壮大，提升。"),
        ("甲(市)乙", "甲（市）乙"),
        ("网址http://a.cn/a,b，签订。", "网址http://a.cn/a,b，签订。"),
    ],
)
def test_what_is_put(before, after):
    assert repaired(before) == after


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_nothing_changes_that_no_rule_reported(text):
    text = text.strip()
    found = [one for one in reports([text], everything=True) if one.fix] if text else []
    after = fixed(text, found)
    spans = sorted((one.origin.column - 1, one.origin.column - 1 + len(one.fix.found)) for one in found)
    kept, done = [], 0
    for start, end in spans:
        kept.append(text[done : max(start, done)])
        done = max(done, end)
    kept.append(text[done:])
    rest = after
    for piece in kept:
        assert piece in rest
        rest = rest[rest.index(piece) + len(piece) :]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=100, deadline=None)
def test_a_second_time_there_is_nothing_to_do(text):
    once = repaired(text.strip()) if text.strip() else ""
    assert (repaired(once) if once else "") == once


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end):
    lines = ["---", "正文,有话。", "", "签定", "尾"]
    problems = [one for one in reports(lines, everything=True) if one.fix]
    assert fixed(end.join(lines), problems) == end.join(["---", "正文，有话。", "", "签订", "尾"])


def test_a_place_that_holds_something_else_is_left_alone():
    problems = reports(["签定"], everything=True)
    assert fixed("别的", problems) == "别的"


def test_the_issue_is_read_as_it_stands():
    assert [one.content for one in issue_of(["甲", "乙"]).items[0].body] == ["甲", "乙"]
