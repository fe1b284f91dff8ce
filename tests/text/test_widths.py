"""The width of text on a Chinese console, and lines folded by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zugong.text.punctuation import NOT_AT_LINE_START
from zugong.text.widths import display_width, fill, fold

NEWS = "怀宁县坚持“三个到位”，扎实推进……（2023年）“常青树计划”——企业党建PDF与docs/2023/23/01.md；效果好！"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc 1", 5),
        ("组工信息", 8),
        ("，。（）", 8),
        ("“”‘’……——·", 18),  # ambiguous, but two bytes in GBK
        ("～①×α", 8),
        ("²ø", 2),  # ambiguous, and GBK has neither ² nor ø
        ("✅😀𠮷", 6),
        ("e\u0301", 1),
        ("中\ufe0f\u200b文", 4),
        ("ｱｲ", 2),
        ("a\u3000b", 4),
        ("\x07\x1b", 0),
    ],
)
def test_columns(text, columns):
    assert display_width(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("组工信息", 8, ["组工信息"]),
        ("组工信息", 7, ["组工信", "息"]),
        ("组工信息。", 8, ["组工信", "息。"]),  # the stop takes its character along
        ("组工（信息）", 6, ["组工", "（信", "息）"]),  # no opening bracket at the end
        ("组工……信息", 6, ["组", "工……", "信息"]),
        ("生成 PDF 文件", 8, ["生成 PDF", "文件"]),  # the space at the break is gone
        ("生成PDFX文件", 7, ["生成", "PDFX文", "件"]),
        ("用 --dry-run", 9, ["用", "--dry-run"]),  # a hyphen is no place to break
        ("路径abcdefghij", 4, ["路径", "abcd", "efgh", "ij"]),
        ("组e\u0301e\u0301", 2, ["组", "e\u0301e\u0301"]),
        ("组", 1, ["组"]),  # nothing fits: still no endless loop
    ],
)
def test_fold(text, width, lines):
    assert fold(text, width) == lines


@pytest.mark.parametrize("width", range(20, 70))
def test_no_line_is_wider_or_begins_with_closing_punctuation(width):
    lines = fold(NEWS, width)
    assert max(map(display_width, lines)) <= width
    assert not [line for line in lines[1:] if line[0] in NOT_AT_LINE_START]
    assert "".join(lines) == NEWS


@given(st.text(st.sampled_from("中文，。“”（）…— aZ-/\u0301😀")), st.integers(2, 30))
def test_folding_loses_only_spaces_and_stays_inside(text, width):
    lines = fold(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(display_width(line) <= width for line in lines)


def test_fill_breaks_only_between_parts():
    assert fill(["[选项]", " ", "[期号]…"], 8) == ["[选项]", "[期号]…"]
