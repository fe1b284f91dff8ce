"""The shipped faces as files. They are of one plain kind, made by tools/make_fonts.py: TrueType outlines without parts
of parts or hints, one map of characters. To take out what an issue draws is then a matter of slices; HarfBuzz, which
can do it for any font, takes longer to import than they to cut (a test compares both, glyph by glyph)."""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from struct import iter_unpack, pack, unpack_from

_BY_CHARACTER = (3, 10)
"platform and encoding of the map that holds every character (OpenType, cmap)"

_KEPT_FOR_TEXT = ("OS/2", "name")
"tables that a drawing of text asks for, beside those of the outlines"


class ShippedFile:
    """One file, of which only the parts in use are read."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        (count,) = unpack_from(">H", self._data, 4)
        directory = iter_unpack(">4sLLL", self._data[12 : 12 + 16 * count])
        self._tables = {tag.decode("ascii"): (offset, size) for tag, _, offset, size in directory}
        self._glyf, self._hmtx, self._loca = (self._tables[tag][0] for tag in ("glyf", "hmtx", "loca"))
        head = self._table("head")
        self.upem: int = unpack_from(">H", head, 18)[0]
        self._entry = 4 if head[51] else 2
        "bytes that loca has for each glyph; short ones count pairs of bytes"
        self._metrics: int = unpack_from(">H", self._table("hhea"), 34)[0]
        groups = self._read_map()
        self._firsts, self._lasts, self._glyphs = groups[0::3], groups[1::3], groups[2::3]

    def glyph(self, point: int) -> int:
        """The glyph of a character; 0 where there is none."""
        at = bisect_right(self._firsts, point) - 1
        if at < 0 or point > self._lasts[at]:
            return 0
        return self._glyphs[at] + point - self._firsts[at]

    def advance(self, glyph: int) -> float:
        """Its width, 1/1000 em."""
        at = self._hmtx + 4 * min(glyph, self._metrics - 1)  # from the last width on all glyphs have that one
        width: int = unpack_from(">H", self._data, at)[0]
        return width * 1000 / self.upem

    def program(self, glyphs: Sequence[int]) -> tuple[bytes, tuple[int, ...]]:
        """A file with the sign for what is missing and these glyphs, and their numbers in it."""
        return self._cut(glyphs, {}), tuple(range(1, len(glyphs) + 1))

    def with_characters(self, characters: Iterable[str]) -> bytes:
        """A file for text of these characters; those that the face lacks are left out."""
        found = [(point, glyph) for point in sorted(map(ord, characters)) if (glyph := self.glyph(point))]
        more = {tag: self._table(tag) for tag in _KEPT_FOR_TEXT}
        more |= {"cmap": _map([point for point, _ in found]), "post": _nameless(self._table("post"))}
        return self._cut([glyph for _, glyph in found], more)

    def _cut(self, glyphs: Sequence[int], more: Mapping[str, bytes]) -> bytes:
        kept = (0, *glyphs)
        outlines = [self._outline(glyph) for glyph in kept]
        places = _big(array("I", accumulate(map(len, outlines), initial=0)))
        head, across, most = self._table("head"), self._table("hhea"), self._table("maxp")
        count = pack(">H", len(kept))
        return _file(
            {
                "glyf": b"".join(outlines),
                "head": head[:50] + b"\0\1" + head[52:],
                "hhea": across[:34] + count,
                "hmtx": b"".join(map(self._metric, kept)),
                "loca": places.tobytes(),
                "maxp": most[:4] + count + most[6:],
                **more,
            }
        )

    def _outline(self, glyph: int) -> bytes:
        start, stop = unpack_from(">LL" if self._entry == 4 else ">HH", self._data, self._loca + self._entry * glyph)
        if self._entry == 2:
            start, stop = 2 * start, 2 * stop
        return self._data[self._glyf + start : self._glyf + stop]

    def _metric(self, glyph: int) -> bytes:
        """Its line of hmtx: width and bearing; from the last width on there are only bearings."""
        last = self._metrics - 1
        at = self._hmtx + 4 * min(glyph, last)
        bearing = at + 2 if glyph <= last else at + 4 + 2 * (glyph - last - 1)
        return self._data[at : at + 2] + self._data[bearing : bearing + 2]

    def _table(self, tag: str) -> bytes:
        offset, size = self._tables[tag]
        return self._data[offset : offset + size]

    def _read_map(self) -> array[int]:
        """The groups of the map of characters (format 12): first, last, glyph of the first, and so on."""
        table = self._tables["cmap"][0]
        (count,) = unpack_from(">H", self._data, table + 2)
        entries = iter_unpack(">HHL", self._data[table + 4 : table + 4 + 8 * count])
        at = table + next(offset for *kind, offset in entries if tuple(kind) == _BY_CHARACTER)
        (groups,) = unpack_from(">L", self._data, at + 12)
        return _big(array("I", self._data[at + 16 : at + 16 + 12 * groups]))


@cache
def shipped_file(path: str) -> ShippedFile:
    """A file, opened once."""
    return ShippedFile(Path(path))


def _big(numbers: array[int]) -> array[int]:
    """Numbers of a font, whose first byte is the highest, from or to those of this machine."""
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _map(points: Sequence[int]) -> bytes:
    """The map of characters that have the glyphs 1, 2, 3 …"""
    groups: list[list[int]] = []
    for glyph, point in enumerate(points, start=1):
        if groups and groups[-1][1] == point - 1:
            groups[-1][1] = point
        else:
            groups.append([point, point, glyph])
    head = pack(">HHHHL", 0, 1, *_BY_CHARACTER, 12)
    return (
        head
        + pack(">HHLLL", 12, 0, 16 + 12 * len(groups), 0, len(groups))
        + b"".join(pack(">LLL", *group) for group in groups)
    )


def _nameless(table: bytes) -> bytes:
    """post without names of glyphs (version 3)."""
    return pack(">L", 0x00030000) + table[4:32]


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Tables as a font; without sums of their contents, which nobody looks at in a font that is part of a document."""
    count = len(tables)
    power = count.bit_length() - 1
    head = pack(">LHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    at = len(head) + 16 * count
    entries, parts = [], []
    for tag in sorted(tables):
        table = tables[tag]
        entries.append(pack(">4sLLL", tag.encode("ascii"), 0, at, len(table)))
        parts.append(table + bytes(-len(table) % 4))
        at += len(parts[-1])
    return b"".join((head, *entries, *parts))
