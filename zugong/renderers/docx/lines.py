"""Where Pages broke a paragraph, counted in its characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from zugong.layout.sheet import Block, ContentsEntry, NewPage, Sheet, StyledRun
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


def forced_turns(sheet: Sheet, pages: Pages) -> dict[int, int]:
    """Where a page begins though the one before has room: lines that keep the colophon (版记) company.

    Index of the block counted from the end of all paragraphs (1: the last) → characters of it that stay behind.
    """
    if not pages.carried_lines:
        return {}
    turned = [len(pages.pages) - 1]
    if sheet.even_pages and len(pages.pages) > 3 and pages.pages[-3].filled_rows < pages.style.lines:
        turned.append(len(pages.pages) - 2)
    blocks = [block for block in sheet.blocks if isinstance(block, Block)]
    turns: dict[int, int] = {}
    for index in turned:
        first, count = _paragraphs_from(index, pages)
        stays = sum(_lengths(blocks[-count].content, _lines_before(first, index, pages)))
        turns[count] = stays
    return turns


def _paragraphs_from(index: int, pages: Pages) -> tuple[Fragment, int]:
    """The first fragment of a page (from 0), and how many paragraphs stand on it and after it."""
    later = [one for page in pages.pages[index:] for one in page.fragments if one.role is not Role.COLOPHON]
    return later[0], sum(one.begins for one in later[1:]) + 1


def items_begin_a_page(sheet: Sheet, pages: Pages) -> bool:
    """Whether what follows NewPage really begins a page: it does not where the front matter ran over."""
    before = sheet.blocks[: sheet.blocks.index(NewPage())] if NewPage() in sheet.blocks else ()
    beginnings = (
        (position, fragment)
        for page in pages.pages
        for position, fragment in enumerate(page.fragments)
        if fragment.begins and fragment.role is not Role.COLOPHON
    )
    first = next(islice(beginnings, len(before), None), None)
    return first is None or first[0] == 0


def _lines_before(carried: Fragment, index: int, pages: Pages) -> list[PlacedLine]:
    """The lines of the same paragraph on pages before that one (from 0)."""
    lines: list[PlacedLine] = []
    begins = carried.begins
    for page in reversed(pages.pages[:index]):
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
