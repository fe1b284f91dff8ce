"""Regular expressions that are compiled when a text first needs them: most texts need few, and start-up needs none.

Python takes half a millisecond for one with sets of 汉字.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


class Pattern:
    """A pattern, and what a text must hold before the pattern is worth trying.

    Each group of needs is a string, of whose characters one must occur, or a tuple, of whose texts one must.
    """

    __slots__ = ("_compiled", "_needs", "_source")

    def __init__(self, source: str, *needs: str | tuple[str, ...]) -> None:
        self._source = source
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places, from left to right."""
        for group in self._needs:
            if not any(one in text for one in group):
                return iter(())
        return self.compiled.finditer(text)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Whether the text begins so, from character `at` on."""
        return self.compiled.match(text, at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether the whole text is so."""
        return self.compiled.fullmatch(text)

    def sub(self, put: str, text: str) -> str:
        """The text with `put` in all places."""
        return self.compiled.sub(put, text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place."""
        return next(self.finditer(text), None)

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        return self._compiled
