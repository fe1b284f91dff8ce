"""Regular expressions that are compiled when a text first needs them: most texts need few, and start-up needs none.

Write a pattern as it reads best, and beside it what a text must hold for it to fit anywhere (its needs), so narrowly
that an ordinary bulletin never has it compiled: `Pattern("[。！？]”[。，；]", pairs("。！？", "”", "。，；"))`.
Needs are a few times `in`; compiling takes Python 3.11 a hundred times as long, above all for

- a range of 汉字, `[一-鿿]`: a millisecond, since every character of it is visited, each time it is written;
- a set of three or more stretches with one above U+00FF, `[，。；]`, or the same as `，|。|；`: a table of 65,536
  entries, 0.1 ms or, at the beginning, 0.25 ms. Neighbours make one stretch: `[、。：；]` is as cheap as `[，。]`.

`\\w`, `\\d`, sets of Latin letters and what is negated of these cost next to nothing. So a pattern that most bulletins
need after all takes a wider class (`\\w`, `[^）]`), and its rule looks again at what was found: `all_han`, `in`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Need: TypeAlias = str | tuple[str, ...] | Callable[[str], bool]
"a string, of whose characters a text must hold one; a tuple, of whose texts one; or a question"


class Pattern:
    """A pattern, and what a text must hold before the pattern is worth trying."""

    __slots__ = ("_compiled", "_needs", "_source")

    def __init__(self, source: str, *needs: Need) -> None:
        self._source = source
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places, from left to right."""
        return self.compiled.finditer(text) if self._may_fit(text) else iter(())

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Whether the text begins so, from character `at` on."""
        return self.compiled.match(text, at) if self._may_fit(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether the whole text is so."""
        return self.compiled.fullmatch(text) if self._may_fit(text) else None

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with `put` in all places."""
        return self.compiled.sub(put, text) if self._may_fit(text) else text

    def search(self, text: str) -> re.Match[str] | None:
        """The first place."""
        return self.compiled.search(text) if self._may_fit(text) else None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        return self._compiled

    def _may_fit(self, text: str) -> bool:
        for need in self._needs:
            if callable(need):
                if not need(text):
                    return False
                continue
            for one in need:  # any() takes four times as long
                if one in text:
                    break
            else:
                return False
        return True


def pairs(*sets: str) -> tuple[str, ...]:
    """A need: one character of each set, side by side."""
    return tuple(map("".join, product(*sets)))


def beside(first: str, second: str, *, digits: bool = False) -> Callable[[str], bool]:
    """A need: one of the first characters right before one of the second, or before any digit."""

    def holds(text: str) -> bool:
        behind = (text[at + 1 : at + 2] for one in first for at in places(text, one))
        return any(after and (after in second or (digits and after.isdecimal())) for after in behind)

    return holds


def places(text: str, word: str) -> Iterator[int]:
    """Wherever a word begins, from left to right."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def all_han(text: str) -> bool:
    """Whether nothing but `[一-鿿]` is in it."""
    return not text or (min(text) >= "\u4e00" and max(text) <= "\u9fff")
