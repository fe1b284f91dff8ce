"""Word's automatic numbers (自动编号) as the text that is seen: 一、（一）1. ①."""

from __future__ import annotations

import re

from zugong.classes import dataclass
from zugong.intake.xml import Element, child, children, get, value
from zugong.text.numerals import chinese_number

_CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand", "ideographDigital"}
)
_LETTERS = 26
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """numbering.xml, and how far each list has counted."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self.bullets = 0
        "paragraphs whose number is a mere dot"
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        abstract = {get(one, "abstractNumId"): _levels(one) for one in children(root, "abstractNum")}
        for one in children(root, "num"):
            identity, source = get(one, "numId"), value(one, "abstractNumId") or ""
            levels = dict(abstract.get(source, {}))
            overridden = False
            for override in children(one, "lvlOverride"):
                overridden = True
                _override(levels, override)
            self._lists[identity] = levels
            # Lists that share their levels count on together, unless one begins anew (ECMA-376, 17.9.15).
            self._abstract_of[identity] = identity if overridden else f"abstract {source}"

    def next(self, properties: Element | None) -> str:
        """The number of the next paragraph with this w:numPr; empty for none and for bullets."""
        identity, depth = value(properties, "numId") or "", _whole(value(properties, "ilvl"))
        levels = self._lists.get(identity, {})
        level = levels.get(depth)
        if identity in ("", "0") or level is None:
            return ""
        if level.form == "bullet":
            self.bullets += 1
            return ""
        self._count(self._abstract_of[identity], depth, level)
        return self._written(self._abstract_of[identity], level, levels)

    def _count(self, key: str, depth: int, level: _Level) -> None:
        self._counts[key, depth] = self._counts.get((key, depth), level.start - 1) + 1
        for deeper in [one for one in self._counts if one[0] == key and one[1] > depth]:
            del self._counts[deeper]

    def _written(self, key: str, level: _Level, levels: dict[int, _Level]) -> str:
        def replaced(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            other = levels.get(depth, level)
            return formatted(self._counts.get((key, depth), other.start), other.form)

        return re.sub(r"%([1-9])", replaced, level.text)


def _levels(abstract: Element) -> dict[int, _Level]:
    return {_whole(get(one, "ilvl")): _level(one) for one in children(abstract, "lvl")}


def _level(element: Element) -> _Level:
    return _Level(
        value(element, "numFmt") or "decimal", value(element, "lvlText") or "", _whole(value(element, "start"), 1)
    )


def _override(levels: dict[int, _Level], override: Element) -> None:
    depth = _whole(get(override, "ilvl"))
    own = child(override, "lvl")
    if own is not None:
        levels[depth] = _level(own)
    start = value(override, "startOverride")
    if start is not None and depth in levels:
        levels[depth] = _Level(levels[depth].form, levels[depth].text, _whole(start, 1))


def _whole(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default


def formatted(number: int, form: str) -> str:
    """A number in the form that w:numFmt names; in digits where the form is not known."""
    if form == "none":
        return ""
    if form in _CHINESE and 1 <= number <= 99:
        return chinese_number(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if form in ("lowerLetter", "upperLetter") and 1 <= number <= _LETTERS:
        return chr((0x61 if form == "lowerLetter" else 0x41) + number - 1)
    if form in ("lowerRoman", "upperRoman") and 1 <= number < 4000:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, letters in (*_ROMAN, *_ROMAN_SMALL):
        while number >= worth:
            text += letters
            number -= worth
    return text
