"""Where a contents entry (目录条) must be broken."""

from __future__ import annotations

from dataclasses import replace

from zugong.layout.sheet import ContentsEntry, StyledRun
from zugong.typesetting.pages import Pages


def broken_lines(entry: ContentsEntry, pages: Pages) -> tuple[tuple[StyledRun, ...], ...]:
    """The runs of an entry, line by line as Pages has them.

    An office program would fill the first line to the edge, where our composer keeps room for the
    page number; a right indent would do, but for what it does to the tab (see stylesheet).
    """
    lines: list[tuple[StyledRun, ...]] = []
    rest = entry.runs
    for length in _lengths(entry, pages):
        line, rest = _cut(rest, length)
        lines.append(line)
    return (*lines, rest)


def _lengths(entry: ContentsEntry, pages: Pages) -> list[int]:
    """Characters on each line but the last, with the white space at which it was broken."""
    placed = [
        line
        for page in pages.pages
        for fragment in page.fragments
        if fragment.link == entry.target
        for line in fragment.lines
    ]
    lengths: list[int] = []
    start = 0
    for line in placed[:-1]:
        stop = start + len(line.content)
        while entry.content[stop : stop + 1].isspace():
            stop += 1
        lengths.append(stop - start)
        start = stop
    return lengths


def _cut(runs: tuple[StyledRun, ...], length: int) -> tuple[tuple[StyledRun, ...], tuple[StyledRun, ...]]:
    """The first `length` characters of runs, and what is left."""
    head: list[StyledRun] = []
    for index, run in enumerate(runs):
        if len(run.content) > length:
            before = (replace(run, content=run.content[:length]),) if length else ()
            after = replace(run, content=run.content[length:])
            return (*head, *before), (after, *runs[index + 1 :])
        head.append(run)
        length -= len(run.content)
    return tuple(head), ()
