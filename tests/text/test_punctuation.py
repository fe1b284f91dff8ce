"""Where a line may end (避头尾)."""

import pytest

from zugong.text.punctuation import is_western, may_break

FORBIDDEN = [
    ("发", "。"), ("发", "”"), ("”", "。"), ("（", "市"), ("“", "三"), ("企", "—"), ("—", "—"), ("…", "…"),
    ("9", "2"), ("a", "b"), ("4", "-"), ("-", "6"), ("2", "%"), ("发", "、"), ("》", "，"), ("发", " "),
]  # fmt: skip
ALLOWED = [("发", "展"), ("。", "发"), ("”", "发"), ("发", "“"), ("4", "项"), ("全", "4"), ("—", "海"), (" ", "b")]


@pytest.mark.parametrize(("before", "after"), FORBIDDEN)
def test_no_line_ends_here(before: str, after: str) -> None:
    assert not may_break(before, after)


@pytest.mark.parametrize(("before", "after"), ALLOWED)
def test_a_line_may_end_here(before: str, after: str) -> None:
    assert may_break(before, after)


@pytest.mark.parametrize("character", "aZ09-/%²é°")
def test_western(character: str) -> None:
    assert is_western(character)


@pytest.mark.parametrize("character", "汉“”‘’—…·×÷±△①℃㎡　")
def test_chinese_marks_are_not_western(character: str) -> None:
    assert not is_western(character)
