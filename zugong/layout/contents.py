"""目录: a line for each section, an entry for each item."""

from __future__ import annotations

from itertools import groupby

from zugong.layout.naming import filled
from zugong.layout.runs import added, exact, paragraph_runs, plain
from zugong.layout.sheet import Block, ContentsEntry, SheetBlock, StyledRun
from zugong.model.bulletin import ContentsSections, Counting, EntryNumbering, Section
from zugong.model.issue import Issue, Item
from zugong.model.styles import Role, Styles
from zugong.text.numerals import chinese_number


def anchor_of(position: int) -> str:
    """The anchor of the item at that position (from 0)."""
    return f"item-{position + 1:03d}"


def section_anchor(position: int) -> str:
    """The anchor of the section that the item at that position (from 0) opens."""
    return f"section-{position + 1:03d}"


def heading_anchor(position: int, heading: int) -> str:
    """The anchor of a heading inside the item at that position (both from 0)."""
    return f"heading-{position + 1:03d}-{heading + 1:02d}"


def contents(issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    """The title of the contents, if any, its sections, entries, and headings inside items where they are wanted."""
    standing = issue.standing
    title = standing.contents_title
    blocks: list[SheetBlock] = [Block(Role.CONTENTS_TITLE, (plain(title.content, title.origin),))] if title else []
    ordinal = 0
    for position, (item, opens_section) in enumerate(with_openings(issue.items)):
        if opens_section and item.section is not None:
            blocks.extend(_section(item.section, position, issue, styles))
            ordinal = 0 if _counting(item, issue) is Counting.RESTART else ordinal
        ordinal += 1
        number = _entry_number(ordinal, item, standing.entry_numbering)
        blocks.append(_entry((*added(number), *exact(item.headline)), anchor_of(position), issue))
        blocks.extend(_headings(item, position, issue))
    return tuple(blocks)


def _counting(item: Item, issue: Issue) -> Counting:
    return (item.section.counting if item.section else None) or issue.standing.counting


def _entry(runs: tuple[StyledRun, ...], target: str, issue: Issue) -> ContentsEntry:
    mark = issue.standing.entry_marker
    before = added(mark.content) if mark else ()
    return ContentsEntry((*before, *runs), target, numbered=issue.standing.contents_pages)


def _headings(item: Item, position: int, issue: Issue) -> tuple[ContentsEntry, ...]:
    """目录小标题: the first level only."""
    if not issue.standing.contents_headings:
        return ()
    first = [one for one in item.paragraphs if one.level == 1]
    return tuple(_entry(paragraph_runs(one), heading_anchor(position, at), issue) for at, one in enumerate(first))


def with_openings(items: tuple[Item, ...]) -> list[tuple[Item, bool]]:
    """Each item with whether it is the first of its section."""
    grouped = groupby(items, key=lambda item: item.section.name.content if item.section else None)
    return [(item, index == 0) for _, group in grouped for index, item in enumerate(group)]


def section_title(section: Section, position: int, issue: Issue) -> str | None:
    """The name of the section that the item at that position opens, in its decoration (样式); None without one."""
    template = section.heading or issue.standing.section_heading
    if template is None:
        return None
    openings = [opens and item.section is not None for item, opens in with_openings(issue.items)]
    ordinal = chinese_number(max(sum(openings[: position + 1]), 1))
    return filled(template, {"栏目": section.name.content, "序号": ordinal})


def _section(section: Section, position: int, issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    if issue.standing.contents_sections is ContentsSections.LEFT_OUT:
        return ()
    decorated, mark = section_title(section, position, issue), styles.marks.contents_section
    before = added(f"{mark} ") if mark and decorated is None else ()
    runs = (*before, plain(decorated or section.name.content, section.name.origin))
    if issue.standing.contents_sections is ContentsSections.WITH_PAGES:
        return (ContentsEntry(runs, section_anchor(position), Role.CONTENTS_SECTION),)
    return (Block(Role.CONTENTS_SECTION, runs),)


def _entry_number(ordinal: int, item: Item, numbering: EntryNumbering) -> str:
    """目录序号; where none is asked for, the number that the item itself has."""
    match numbering:
        case EntryNumbering.ARABIC:
            return f"{ordinal}."
        case EntryNumbering.CHINESE:
            return f"{chinese_number(ordinal)}、"
        case EntryNumbering.NONE:
            return (item.marker or "") if item.counted else ""
