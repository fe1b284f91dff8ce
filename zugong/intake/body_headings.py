"""Headings inside a body (小标题) and their levels: by number, style, outline level and looks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zugong.intake.emphasis import BodyLook, stretches_out
from zugong.intake.lines import Line

LONGEST = 45
"characters; what is longer is a paragraph"
_LONGEST_PLAIN = 30
"of one that nothing but its looks makes a heading"

_NUMBERS = (
    re.compile(r"[一二三四五六七八九十]{1,3}\s*、"),
    re.compile(r"[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]"),
    re.compile(r"\d{1,2}\s*[.．、](?!\d)"),
    re.compile(r"[（(]\s*\d{1,2}\s*[）)]"),
)
"level 1 to 4, GB/T 9704—2012, 7.3.3"

_STYLE = re.compile(r"(?:heading|标题|toc heading|组工-(?:小标题|[一二三四]级标题))\s*([1-9])", re.IGNORECASE)
_SENTENCE_INSIDE = re.compile(r"[。；;！？!?]")
_OPEN_ENDS = "，、；;：:"
_ENDS = "。！？…" + _OPEN_ENDS


def levels(lines: Sequence[Line], look: BodyLook) -> list[int]:
    """For each line the level of its heading, 1…4; 0: text."""
    found = [
        _numbered(line, look, lines[index + 1] if index + 1 < len(lines) else None) for index, line in enumerate(lines)
    ]
    ranks = _ranks([_styled(line) for line, level in zip(lines, found, strict=True) if not level], lines)
    deepest = 0
    for index, line in enumerate(lines):
        follows = index + 1 < len(lines) and not _is_short(lines[index + 1])
        if not found[index] and _styled(line) in ranks and _may_be(line):
            found[index] = ranks[_styled(line)]
        elif not found[index] and follows and _looks_like_one(line, look):
            found[index] = min(deepest + 1, 4) if deepest else 1
        if found[index] and number_of(line.content):
            deepest = found[index]
    return found


def number_of(text: str) -> int:
    """The level that the number of a heading says; 0: it has none."""
    return next((level for level, form in enumerate(_NUMBERS, start=1) if form.match(text)), 0)


def _may_be(line: Line) -> bool:
    """Nothing that ends like a sentence that goes on, or holds one and another."""
    text = line.content
    return len(text) <= LONGEST and text[-1] not in _OPEN_ENDS and not _SENTENCE_INSIDE.search(text[:-1])


def _is_short(line: Line) -> bool:
    return len(line.content) <= _LONGEST_PLAIN and line.content[-1] not in _ENDS


def _numbered(line: Line, look: BodyLook, following: Line | None) -> int:
    """A number alone makes no heading: 1. and （1） also stand before items of a list."""
    level = number_of(line.content)
    if not level or not _may_be(line):
        return 0
    if _styled(line) or stretches_out(line, look):
        return level
    if line.content[-1] in _ENDS or following is None:
        return 0
    return level if level <= 2 or not _is_short(following) else 0


def _styled(line: Line) -> int:
    """Its outline level, or the number in the name of its style; 0: neither."""
    named = _STYLE.match(line.raw.style)
    return line.raw.outline or (int(named[1]) if named else 0)


def _ranks(styled: list[int], lines: Sequence[Line]) -> dict[int, int]:
    """Level of a style that numbers nothing → ours: the highest in use counts as 1, unless numbers say otherwise."""
    said = {_styled(line): level for line in lines if (level := number_of(line.content)) and _styled(line)}
    used = sorted({one for one in styled if one} | set(said))
    return {one: said.get(one, min(place, 4)) for place, one in enumerate(used, start=1)}


def _looks_like_one(line: Line, look: BodyLook) -> bool:
    return _is_short(line) and len(line.content) >= 2 and stretches_out(line, look) and _may_be(line)
