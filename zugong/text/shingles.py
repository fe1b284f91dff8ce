"""Texts as sets of short pieces (八字一组), so that two can be compared however they were edited."""

from __future__ import annotations

from zlib import crc32

LENGTH = 8
"characters of a piece"

SAMPLE = 16
"one piece in so many is kept in an index"


def shingles(text: str) -> frozenset[int]:
    """A number for each run of eight 汉字; marks, digits and spaces do not count."""
    data = "".join([one for one in text if "\u4e00" <= one <= "\u9fff"]).encode("utf-16-le")
    width = 2 * LENGTH
    return frozenset(crc32(data[start : start + width]) for start in range(0, len(data) - width + 2, 2))


def sample(pieces: frozenset[int]) -> tuple[int, ...]:
    """The same few of them wherever they occur, sorted."""
    return tuple(sorted(piece for piece in pieces if piece % SAMPLE == 0))
