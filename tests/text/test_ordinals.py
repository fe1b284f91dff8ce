"""Numbers of headings are known by their form."""

from __future__ import annotations

import pytest

from zugong.text.ordinals import ordinal, ordinal_of


@pytest.mark.parametrize("value", [1, 2, 9, 10, 11, 20, 35])
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_number_reads_back(level, value):
    written = ordinal(level, value)
    found = ordinal_of(written + "抓好排查")
    assert (found.level, found.value, found.length) == (level, value, len(written))


@pytest.mark.parametrize(
    "text", ["", "抓好排查", "一抓好", "（甲）乙", "3.5万亩", "2026年", "十十、甲", "（）", "一。甲"]
)
def test_what_is_no_number(text):
    assert ordinal_of(text) is None


def test_half_width_brackets_count_too():
    assert ordinal_of("(一)甲").level == 2
    assert ordinal_of("(1)甲").level == 4
