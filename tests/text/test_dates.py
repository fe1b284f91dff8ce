"""Dates as they are written in a file and on the paper."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zugong.text.dates import DateFault, format_date, parse_date
from zugong.text.numerals import chinese_number

DAY = date(2023, 8, 22)


@pytest.mark.parametrize(
    "written",
    [
        "2023年8月22日",
        "2023-08-22",
        "2023.8.22",
        "2023/8/22",
        "二〇二三年八月二十二日",
        "2023 年 8 月 22 日",
        "２０２３年８月２２日",
        "二零二三年08月22日",
        "2023－08－22",
        "二○二三年八月二十二日",
    ],
)
def test_the_same_day(written):
    assert parse_date(written) == DAY


@pytest.mark.parametrize("written", ["2023年2月30日", "2023-13-01", "2023.0.1", "二〇二三年二月二十九日", "0000-1-1"])
def test_days_that_do_not_exist(written):
    assert parse_date(written) is DateFault.IMPOSSIBLE


@pytest.mark.parametrize(
    "written",
    [
        "",
        "八月底",
        "8月22日",
        "2023年8月",
        "23年8月22日",
        "2023-8.22",
        "2023-8-22-1",
        "2023年8月22",
        "20230822",
        "2023年 月 日",
        "年月日",
        "2023年08月022日",
        "-1-1-1",
        "²023年1月1日",
        "2023-٨-22",
        "今天" * 1000,
    ],
)
def test_no_dates(written):
    assert parse_date(written) is DateFault.SHAPE


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_there_and_back(day):
    assert parse_date(format_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.year}年{chinese_number(day.month)}月{chinese_number(day.day)}日") == day


@given(st.text(max_size=20))
def test_anything(written):
    assert isinstance(parse_date(written), date | DateFault)
