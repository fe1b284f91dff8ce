"""Numbers of headings (结构层次序数): 一、 （一） 1. （1）, GB/T 9704—2012, 7.3.3."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.text.numerals import chinese_number, parse_number

_WORDS, _DIGITS = "一二三四五六七八九十", "0123456789０１２３４５６７８９"
_BEHIND = {1: ("、",), 2: ("）", ")"), 3: (".", "．"), 4: ("）", ")")}
"what follows the number on each level"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number that a heading begins with."""

    level: int
    "that its form belongs to, 1…4"
    value: int
    length: int
    "characters, with its marks"


def ordinal_of(heading: str) -> Ordinal | None:
    """The number of a heading; None when it has none."""
    opening = heading[:1] if heading.startswith(("（", "(")) else ""
    inner = heading.removeprefix(opening)
    spelled = inner[:1] in _WORDS
    rest = inner.lstrip(_WORDS if spelled else _DIGITS)
    number = inner.removesuffix(rest)
    level = (1 if spelled else 3) + bool(opening)
    decimal = level == 3 and rest[1:2].isdecimal()
    if not rest.startswith(_BEHIND[level]) or decimal or len(number) > (4 if spelled else 2):
        return None
    value = parse_number(number)
    return Ordinal(level, value, len(opening) + len(number) + 1) if value else None


def ordinal(level: int, value: int) -> str:
    """How the number is written on a level: 一、 （一） 1. （1）."""
    words = chinese_number(value)
    return {1: f"{words}、", 2: f"（{words}）", 3: f"{value}.", 4: f"（{value}）"}[level]
