"""The pages of both issues beside those of the printed bulletins."""

from __future__ import annotations

import pytest

from tests.support.printed import ISSUE_22, ISSUE_23, pages_of
from zugong.model.issue import IssueKey
from zugong.model.styles import Role
from zugong.typesetting.pages import Page

LINE = 28
"characters"

# page → what stood on both sides of the break in print, and how many characters our break is further on
BREAKS = [
    (ISSUE_22, 3, "扩大“千", "亿园区”", 6),
    (ISSUE_22, 4, "保障和示范点", "建设、软弱", -3),
    (ISSUE_22, 5, "切实解决老", "百姓", -68),
    (ISSUE_23, 2, "4-6项核心", "指标。", 0),
    (ISSUE_23, 3, "“一季度一评议”，", "采取党（工）委", -3),
    (ISSUE_23, 4, "一体推进，及", "时总结", 27),
]


def text_of(page: Page) -> str:
    """What stands in the type area of a page, colophon aside."""
    fragments = [fragment for fragment in page.fragments if fragment.role is not Role.COLOPHON]
    return "".join(line.content for fragment in fragments for line in fragment.lines)


def test_contents_show_the_pages_of_the_printed_issue() -> None:
    pages = pages_of(ISSUE_22)
    assert [number for _, number in pages.page_of] == [2, 3, 3, 4]
    entries = [fragment for fragment in pages.pages[0].fragments if fragment.role is Role.CONTENTS_ENTRY]
    assert [entry.lines[-1].runs[-1].content for entry in entries] == ["2", "3", "3", "4"]


def test_page_one_of_the_23rd_holds_the_note_and_page_two_begins_with_qianshan() -> None:
    first, second = pages_of(ISSUE_23).pages[:2]
    roles = [fragment.role for fragment in first.fragments]
    assert roles[-2:] == [Role.INSTRUCTION, Role.EDITORS_NOTE]
    assert text_of(first).endswith("供参考借鉴。")
    assert first.filled_rows == 22
    assert text_of(second).startswith("△潜山市：")


@pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)
def test_inner_pages_are_full(key: IssueKey) -> None:
    assert [page.filled_rows for page in pages_of(key).pages[1:-1]] == [22] * (len(pages_of(key).pages) - 2)


@pytest.mark.parametrize(("key", "page", "before", "after", "further"), BREAKS, ids=str)
def test_page_breaks_beside_the_printed_ones(key: IssueKey, page: int, before: str, after: str, further: int) -> None:
    """All but one lie within one line of where the printed page ended; that one printed page holds two lines more."""
    pages = pages_of(key).pages
    ours = text_of(pages[page - 1]) + "|" + text_of(pages[page])
    joined = ours.replace("|", "")
    printed = joined.index(before + after) + len(before)
    assert ours.index("|") - printed == further
    assert abs(further) <= LINE or (key, page) == (ISSUE_22, 5)
