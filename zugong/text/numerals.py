"""Numbers as the bulletin writes and reads them: 22, ２２, 二十二."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_PLAIN = str.maketrans("０１２３４５６７８９" + _DIGITS + "零○", "0123456789" + "0123456789" + "00")


def chinese_number(number: int) -> str:
    """1…99 as 一…九十九."""
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def plain_digits(text: str) -> str:
    """Full-width and Chinese digits turned into 0…9, one for one."""
    return text.translate(_PLAIN)


def parse_number(text: str) -> int | None:
    """`22`, `022`, `２２`, `二十二` or `第22期` as 22; None when it is no whole number of at most six digits."""
    bare = text.strip().removeprefix("第").removesuffix("期").strip()
    plain = plain_digits(bare)
    whole = plain.isascii() and plain.isdigit() and len(plain) <= 6
    return int(plain) if whole else parse_chinese_number(bare)


def parse_chinese_number(text: str) -> int | None:
    """一…九十九 as 1…99; None for anything else."""
    return _SPELLED.get(text)


_SPELLED = {chinese_number(number): number for number in range(1, 100)}
