"""稿件标记: literal marks, and samples that are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.printed import ISSUE_22, issue_of
from zugong.assembly.marking import marked
from zugong.model.bulletin import Counting, Section
from zugong.model.prose import Text

ISSUE = issue_of(ISSUE_22)
PLACE = ISSUE.origin


def marks(standing, *sections):
    items = [replace(ISSUE.items[0], section=section) for section in sections]
    return [item.marker for item in marked(tuple(items), standing)]


def with_mark(sample):
    return replace(ISSUE.standing, item_marker=None if sample is None else Text(sample, PLACE))


@pytest.mark.parametrize(
    ("sample", "found"),
    [
        ("一、", ["一、", "二、", "三、"]),
        ("（一）", ["（一）", "（二）", "（三）"]),
        ("1.", ["1.", "2.", "3."]),
        ("①", ["①", "②", "③"]),
        ("【1】", ["【1】", "【2】", "【3】"]),
        ("■", ["■", "■", "■"]),
        ("", ["", "", ""]),
        (None, [None, None, None]),
    ],
)
def test_a_mark_is_repeated_or_counted(sample, found):
    assert marks(with_mark(sample), None, None, None) == found


def test_there_are_no_more_than_twenty_circled_numbers():
    assert marks(with_mark("①"), *[None] * 21)[19:] == ["⑳", "21"]


def test_numbers_run_on_or_restart_with_a_section():
    first, second = Section(Text("甲", PLACE)), Section(Text("乙", PLACE))
    order = (first, first, second, second)
    assert marks(with_mark("一、"), *order) == ["一、", "二、", "三、", "四、"]
    restarting = replace(with_mark("一、"), counting=Counting.RESTART)
    assert marks(restarting, *order) == ["一、", "二、", "一、", "二、"]
    own = replace(second, counting=Counting.RESTART)
    assert marks(with_mark("一、"), first, first, own, own) == ["一、", "二、", "一、", "二、"]


def test_a_section_has_a_mark_of_its_own():
    plain, marked_section = Section(Text("甲", PLACE)), Section(Text("乙", PLACE), item_marker=Text("■", PLACE))
    none = replace(plain, item_marker=Text("", PLACE))
    assert marks(with_mark("1."), plain, marked_section, none, plain) == ["1.", "■", "", "2."]
