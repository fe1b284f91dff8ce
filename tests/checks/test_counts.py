"""Counts in headlines and lists (三抓三强化, “甲、乙”的“两个一”), beside the patterns that say the same and are slow to
compile."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from zugong.checks.shape import _counts, _listings

COUNT = re.compile(
    "“?([二两三四五六七八九十])(?:个|项|大|种)?(聚焦|强化|提升|突出|结合|抓|化|聚|强|提|促|建|推|破|严|精|先)"
)
LISTING = re.compile("“([^“”]{2,80})”的“([二两三四五六七八九十])([个大项化种]?)[^”]{0,6}”")

PIECES = [
    "“",
    "”",
    "”的“",
    "三",
    "四",
    "个",
    "化",
    "、",
    "甲乙",
    "丙",
    "“甲、乙”的“三",
    "六个字的一段",
    "抓",
    "强化",
    "强",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


@settings(max_examples=5000, deadline=None)
@given(TEXTS)
@example("高新区“三抓三强化”搭建平台")
def test_counts(text: str) -> None:
    assert list(_counts(text)) == [(one.start(1), one.end(), one[2]) for one in COUNT.finditer(text)]


@settings(max_examples=5000, deadline=None)
@given(TEXTS)
@example("“甲、乙”的“两个一”")
@example("“" + "甲" * 80 + "”的“三个一二三四五六”")
@example("“" + "甲" * 81 + "”的“三个一”")
def test_listings(text: str) -> None:
    assert list(_listings(text)) == [(one.start(), one.end(1), one.end(3)) for one in LISTING.finditer(text)]
