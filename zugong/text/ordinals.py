"""Numbers of headings (结构层次序数): 一、 （一） 1. （1）, GB/T 9704—2012, 7.3.3."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.text.numerals import chinese_number, parse_number
from zugong.text.patterns import Pattern

_WORDS = "[一二三四五六七八九十]{1,4}"
_FORMS = (
    (1, Pattern(rf"({_WORDS})、")),
    (2, Pattern(rf"[（(]({_WORDS})[）)]")),
    (3, Pattern(r"(\d{1,2})[.．](?!\d)")),
    (4, Pattern(r"[（(](\d{1,2})[）)]")),
)


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
    for level, form in _FORMS:
        found = form.match(heading)
        value = parse_number(found[1]) if found else None
        if found and value:
            return Ordinal(level, value, found.end())
    return None


def ordinal(level: int, value: int) -> str:
    """How the number is written on a level: 一、 （一） 1. （1）."""
    words = chinese_number(value)
    return {1: f"{words}、", 2: f"（{words}）", 3: f"{value}.", 4: f"（{value}）"}[level]
