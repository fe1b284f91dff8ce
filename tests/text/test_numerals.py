"""Numbers as the bulletin writes and reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zugong.text.numerals import chinese_number, digits_in_words, parse_chinese_number, parse_number, plain_digits


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (22, "二十二"), (90, "九十"), (99, "九十九")],
)
def test_chinese_numbers(number, word):
    assert chinese_number(number) == word
    assert parse_chinese_number(word) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (118, "一百一十八"),
        (1008, "一千零八"),
        (1080, "一千零八十"),
        (2026, "二千零二十六"),
        (10_000, "一万"),
        (10_500, "一万零五百"),
        (100_000, "十万"),
        (150_003, "十五万零三"),
        (999_999, "九十九万九千九百九十九"),
    ],
)
def test_larger_numbers(number, words):
    assert chinese_number(number) == words


def test_digits_in_words():
    assert digits_in_words(2026) == "二〇二六"


def test_all_of_them_differ():
    assert len({chinese_number(number) for number in range(1, 100)}) == 99


@pytest.mark.parametrize("number", [0, 1_000_000, -1])
def test_numbers_out_of_reach(number):
    with pytest.raises(ValueError, match=str(number)):
        chinese_number(number)


@pytest.mark.parametrize("written", ["22", "022", "２２", "第22期", " 第 22 期 ", "二十二", "二二", "第二十二期"])
def test_twenty_two(written):
    assert parse_number(written) == 22


@pytest.mark.parametrize("written", ["", "第期", "-1", "2.5", "1e3", "0x16", "²", "٢", "1234567", "9" * 5000, "廿二"])
def test_no_numbers(written):
    assert parse_number(written) is None


@given(st.text(max_size=20))
def test_digits_one_for_one(written):
    assert len(plain_digits(written)) == len(written)
