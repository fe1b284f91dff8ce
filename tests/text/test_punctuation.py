"""Where a line may end (避头尾)."""

import pytest

from zugong.text.punctuation import blank_after, blank_before, is_western, may_break, parts_number

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


WITH_UNIT = ["116|名", "1000|元", "98.5|%", "20余|家", "3万|亩", "3|万亩", "1.2亿|元", "2023|年", "第|22期", "4—|6项"]
WITHOUT_UNIT = ["年|8月", "2023|全市", "三|个", "万|亩", "党|员", "共|20家", "项目|20个", "建—|海", "第|三"]


@pytest.mark.parametrize("text", WITH_UNIT)
def test_a_number_stays_with_its_unit(text: str) -> None:
    assert parts_number(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize("text", WITHOUT_UNIT)
def test_other_words_may_be_parted(text: str) -> None:
    assert not parts_number(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("mark", "before", "after"), [("，", 0, 0.5), ("“", 0.5, 0), ("？", 0, 0.25), ("—", 0, 0), ("党", 0, 0)]
)
def test_what_may_go_of_a_mark(mark: str, before: float, after: float) -> None:
    assert (blank_before(mark), blank_after(mark)) == (before, after)
