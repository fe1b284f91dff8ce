"""Widths of the shipped faces, known beforehand: a DOCX then needs no HarfBuzz, which takes longer to import than lines
to break. Made by tools/make_widths.py; a test compares every character."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from zugong.classes import dataclass, field
from zugong.resources import font_dir

TABLE = "widths.tsv"
"a line for each face: family, size of its file in bytes, then in turns a width in em and all characters that have it"


@dataclass(frozen=True, slots=True)
class Widths:
    """What is known of one face."""

    usual: float
    "width of most characters, em"
    characters: str
    "those that have it, in order"
    rest: bytes
    "widths and characters of the table that are not read yet"
    read: dict[str, float] = field(default_factory=dict, compare=False, repr=False)

    def advance(self, character: str) -> float | None:
        """The width of a character, em; None when the face lacks it."""
        at = bisect_left(self.characters, character)  # `in` takes ten times as long to find a 汉字
        return self.usual if self.characters[at : at + 1] == character else self.others.get(character)

    @property
    def others(self) -> Mapping[str, float]:
        """Characters of another width; most texts ask a Chinese face for none."""
        if not self.read:
            fields = self.rest.decode("utf-8").split("\t")
            pairs = zip(map(float, fields[::2]), fields[1::2], strict=True) if self.rest else ()
            self.read.update((one, width) for width, alike in pairs for one in alike)
        return self.read


def known_widths(family: str, path: str) -> Widths | None:
    """Those of a shipped face; None where it is no shipped one, or not as it was shipped."""
    line = _lines().get(family)
    if line is None or not path.startswith(str(font_dir())):
        return None
    size, usual, characters, *rest = line.split(b"\t", 3)
    if Path(path).stat().st_size != int(size):
        return None
    return Widths(float(usual), characters.decode("utf-8"), rest[0] if rest else b"")


@cache
def _lines() -> Mapping[str, bytes]:
    """By family what the table says of it; few families of it are used, so it is not decoded yet."""
    lines = (font_dir() / TABLE).read_bytes().split(b"\n")[:-1]
    return {family.decode("utf-8"): rest for family, _, rest in (line.partition(b"\t") for line in lines)}
