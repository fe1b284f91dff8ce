"""How wide a text stands on a Chinese console, in columns (列): len() counts 中 as one, and it takes two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

from zugong.text.punctuation import may_break

_ZERO_WIDTH_CATEGORIES = frozenset({"Mn", "Me", "Cf", "Cc"})
"combining marks, variation selectors, joiners and controls"


def display_width(text: str) -> int:
    """Columns taken by `text`; tabs, line ends and escape sequences must be gone before."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_character_width, text))


def fold(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; breaks at spaces and beside 汉字, never before closing punctuation."""
    return fill(_atoms(text), width)


def fill(atoms: Iterable[str], width: int) -> list[str]:
    """Lines of at most `width` columns from parts that stay whole unless one alone is wider than a line."""
    lines = [""]
    for atom in atoms:
        if display_width(lines[-1]) + display_width(atom) <= width:
            lines[-1] += atom
        elif not atom.isspace():
            begun = lines.pop()
            lines += [*filter(None, [begun]), *_chopped(atom, width)]
    return [line.rstrip() for line in lines]


@lru_cache(maxsize=4096)
def _character_width(character: str) -> int:
    if category(character) in _ZERO_WIDTH_CATEGORIES:
        return 0
    kind = east_asian_width(character)
    return 2 if kind in "WF" or (kind == "A" and _is_two_bytes_in_gbk(character)) else 1


def _is_two_bytes_in_gbk(character: str) -> bool:
    """Whether a GBK (cp936) console draws an ambiguous character (UAX #11, class A) two wide.

    There a byte is a column, so “ ” … — · ① × α are wide, and ² or ø, which GBK lacks, are not.
    A terminal that draws “ in one column gets shorter lines from this, never longer ones.
    """
    try:
        return len(character.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


def _atoms(text: str) -> Iterator[str]:
    start = 0
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        # A combining mark may be cut off here; of no width, it always finds room on the line of its character.
        if before.isspace() != after.isspace() or may_break(before, after):
            yield text[start:index]
            start = index
    yield text[start:]


def _chopped(atom: str, width: int) -> list[str]:
    """A part wider than a whole line (a long path), cut wherever the line is full."""
    pieces = [""]
    for character in atom:
        if pieces[-1] and display_width(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
