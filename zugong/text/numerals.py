"""Numbers as the bulletin writes and reads them: 22, ２２, 二十二."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_PLAIN = str.maketrans("０１２３４５６７８９" + _DIGITS + "零○", "0123456789" + "0123456789" + "00")


_PLACES = ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"))


def chinese_number(number: int) -> str:
    """1…999999 as 一…九十九万九千九百九十九."""
    if not 1 <= number <= 999_999:
        raise ValueError(number)
    words = _words(number)
    return words[1:] if words.startswith("一十") else words


def _words(number: int) -> str:
    """Every place with its digit; a gap between places is one 零 (一百零三)."""
    for value, place in _PLACES:
        if number >= value:
            head, rest = divmod(number, value)
            gap = "零" if rest and rest * 10 < value else ""
            return _words(head) + place + gap + (_words(rest) if rest else "")
    return _DIGITS[number]


def digits_in_words(number: int) -> str:
    """2026 as 二〇二六."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))


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
