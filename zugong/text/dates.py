"""Dates as the bulletin writes and reads them: 2023年8月22日, 2023-08-22, 二〇二三年八月二十二日."""

from __future__ import annotations

from datetime import date
from enum import Enum

from zugong.text.numerals import chinese_number, digits_in_words, parse_chinese_number, plain_digits

_SEPARATORS = "-./"


class DateFault(Enum):
    """Why a text is no date."""

    SHAPE = "shape"
    "it is written in no way we know"
    IMPOSSIBLE = "impossible"
    "no such day in the calendar (2月30日)"


def format_date(day: date) -> str:
    """2023年8月22日."""
    return f"{day.year}年{day.month}月{day.day}日"


def format_date_in_words(day: date) -> str:
    """二〇二三年八月二十二日."""
    return f"{digits_in_words(day.year)}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


def parse_date(text: str) -> date | DateFault:
    """The day a text names; spaces inside are ignored, a whole year of four digits is asked for."""
    parts = _parts("".join(text.split()))
    if parts is None:
        return DateFault.SHAPE
    numbers = (_year(parts[0]), _small(parts[1]), _small(parts[2]))
    if None in numbers:
        return DateFault.SHAPE
    year, month, day = (number or 0 for number in numbers)
    try:
        return date(year, month, day)
    except ValueError:
        return DateFault.IMPOSSIBLE


def _parts(text: str) -> tuple[str, str, str] | None:
    if text.endswith("日"):
        year, _, rest = text[:-1].partition("年")
        month, _, day = rest.partition("月")
        return year, month, day
    plain = plain_digits(text).translate(str.maketrans("－．／", _SEPARATORS))
    separator = next((mark for mark in _SEPARATORS if mark in plain), "-")
    parts = plain.split(separator)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None


def _year(text: str) -> int | None:
    plain = plain_digits(text)
    return int(plain) if len(plain) == 4 and _digits(plain) else None


def _small(text: str) -> int | None:
    plain = plain_digits(text)
    if 1 <= len(plain) <= 2 and _digits(plain):
        return int(plain)
    return parse_chinese_number(text)


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
