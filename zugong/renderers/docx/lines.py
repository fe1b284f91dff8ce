"""Where Pages broke a paragraph, counted in its characters."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import replace
from zugong.layout.sheet import Sheet, StyledRun
from zugong.renderers.docx.places import Place
from zugong.typesetting.pages import Fragment, Pages, PlacedLine

Runs = tuple[StyledRun, ...]


def broken(runs: Runs, lines: Sequence[PlacedLine]) -> tuple[Runs, ...]:
    """The runs of a paragraph, line by line as Pages have them.

    An office program would break otherwise: it fills the first line of a contents entry (目录条) to the
    edge, where our composer keeps room for the page number, and balances no headline.
    """
    found: list[Runs] = []
    for length in _lengths("".join(run.content for run in runs), lines[:-1]):
        line, runs = cut(runs, length)
        found.append(line)
    return (*found, runs)


def forced_turns(sheet: Sheet, pages: Pages, placed: Sequence[Place]) -> dict[int, int]:
    """Where a page begins though the one before has room: lines that keep a colophon (版记) or 落款 company.

    Index of the block → characters of it that stay behind.
    """
    turned = [*pages.pulled, *([len(pages.pages) - 1] if pages.carried_lines else [])]
    even = pages.carried_lines and sheet.even_pages and len(pages.pages) > 3
    if even and pages.pages[-3].filled_rows < pages.style.lines:
        turned.append(len(pages.pages) - 2)
    turns: dict[int, int] = {}
    for page in turned:
        index = next((n for n, place in enumerate(placed) if place.parts and _opens(place, page)), None)
        if index is not None:
            content = "".join(run.content for run in _runs(sheet, index))
            turns[index] = sum(_lengths(content, _lines_before(placed[index], page)))
    return turns


def _runs(sheet: Sheet, index: int) -> Runs:
    return getattr(sheet.blocks[index], "runs", ())


def _opens(place: Place, page: int) -> bool:
    """Whether the first thing on a page (from 0) is this or a part of it."""
    return place.page < page <= place.last_page or (place.page == page and place.leads)


def _lines_before(place: Place, page: int) -> list[PlacedLine]:
    """The lines of a paragraph on pages before that one (from 0)."""
    parts = [part for part in place.parts[: page - place.page] if isinstance(part, Fragment)]
    return [line for part in parts for line in part.lines]


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
