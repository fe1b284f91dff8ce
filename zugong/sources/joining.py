"""Lines of a file joined to one line of Chinese: no space between 汉字, one between Latin words."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import east_asian_width


def needs_space(before: str, after: str) -> bool:
    """Whether a line end between these two characters stands for a space."""
    return _latin(before) and _latin(after)


def joined(lines: Iterable[str]) -> str:
    """The lines as one; white space at both ends of each is taken off."""
    result = ""
    pieces: list[str] = []
    for line in filter(None, (one.strip() for one in lines)):
        if result and needs_space(result[-1], line[0]):
            pieces.append(" ")
        pieces.append(line)
        result = line
    return "".join(pieces)


def _latin(char: str) -> bool:
    """Letters, digits and marks that are half as wide as a 汉字; “ ” — … count as Chinese marks."""
    return char.isascii() or (char.isalpha() and east_asian_width(char) not in "WF")
