"""Where Pages broke a paragraph, counted in its characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zugong.layout.sheet import Block, ContentsEntry, StyledRun
from zugong.model.styles import Role
from zugong.typesetting.pages import Fragment, Pages, PlacedLine

Runs = tuple[StyledRun, ...]


def entry_lines(entry: ContentsEntry, pages: Pages) -> tuple[Runs, ...]:
    """The runs of a contents entry (目录条), line by line.

    An office program would fill the first line to the edge, where our composer keeps room for the
    page number; a right indent would do, but for what it does to the tab (see stylesheet).
    """
    placed = [line for fragment in _fragments(pages) if fragment.link == entry.target for line in fragment.lines]
    found: list[Runs] = []
    rest = entry.runs
    for length in _lengths(entry.content, placed[:-1]):
        line, rest = cut(rest, length)
        found.append(line)
    return (*found, rest)


def left_behind(last: Block, pages: Pages) -> int | None:
    """Characters of the last paragraph that stay when its end goes over, so that the colophon is not alone.

    None when nothing was carried over: the page before is full.
    """
    if len(pages.pages) < 2 or pages.pages[-2].filled_rows >= pages.style.lines:
        return None
    carried = [fragment for fragment in pages.pages[-1].fragments if fragment.role is not Role.COLOPHON]
    if len(carried) != 1 or carried[0].role is not last.role:
        return None
    return sum(_lengths(last.content, _lines_before(carried[0], pages)))


def _lines_before(carried: Fragment, pages: Pages) -> list[PlacedLine]:
    """The lines of the same paragraph on earlier pages."""
    lines: list[PlacedLine] = []
    begins = carried.begins
    for page in reversed(pages.pages[:-1]):
        if begins:
            break
        lines = [*page.fragments[-1].lines, *lines]
        begins = page.fragments[-1].begins
    return lines


def _fragments(pages: Pages) -> list[Fragment]:
    return [fragment for page in pages.pages for fragment in page.fragments]


def _lengths(content: str, lines: Sequence[PlacedLine]) -> list[int]:
    """Characters that each line takes, with the white space at which it was broken."""
    lengths: list[int] = []
    start = 0
    for line in lines:
        stop = start + len(line.content)
        while content[stop : stop + 1].isspace():
            stop += 1
        lengths.append(stop - start)
        start = stop
    return lengths


def cut(runs: Runs, length: int) -> tuple[Runs, Runs]:
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
