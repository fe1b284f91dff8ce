"""compose: Issue → Sheet."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from zugong.diagnostics import Location
from zugong.layout.naming import file_title, number_line
from zugong.layout.sheet import (
    ADDED,
    Block,
    Colophon,
    ColophonLine,
    ContentsEntry,
    DocumentInfo,
    InstructionBox,
    NewPage,
    Sheet,
    SheetBlock,
    SplitBlock,
    StyledRun,
)
from zugong.model.bulletin import EntryNumbering, HeadlinePlacement, LastPage
from zugong.model.issue import Issue, Item
from zugong.model.prose import Paragraph, Text
from zugong.model.styles import Accent, Role, Styles
from zugong.text.dates import format_date
from zugong.text.numerals import chinese_number
from zugong.text.spacing import set_spaces, spaced

_NO_DATE = "（日期待定）"
"stands in a draft (草稿) for a date that cannot be read: no day is made up"


def compose(issue: Issue, styles: Styles, *, draft: bool = False) -> Sheet:
    """The Sheet of an issue; with `draft` it carries the draft mark (草稿)."""
    info = DocumentInfo(
        title=file_title(issue.bulletin, issue.key),
        author=issue.bulletin.issuing_office.content,
        issued_on=issue.issued_on or date(issue.key.year, 1, 1),
    )
    front = (
        *(_contents(issue, styles) if issue.standing.contents else ()),
        *(_instruction_box(issue, styles) if issue.standing.instruction_box else ()),
        *_editors_note(issue, styles),
    )
    blocks = (
        *_masthead(issue),
        *front,
        *((NewPage(),) if front else ()),  # a first page with nothing but the masthead would be empty
        *_items(issue, styles),
        *_colophon(issue),
    )
    even = issue.standing.last_page is LastPage.EVEN
    return Sheet(info, styles, blocks, styles.marks.draft if draft else "", even)


def anchor_of(position: int) -> str:
    """The anchor of the item at that position (from 0)."""
    return f"item-{position + 1:03d}"


def _plain(content: str, origin: Location, accent: Accent = Accent.PLAIN) -> StyledRun:
    return StyledRun(set_spaces(content), accent, origin)


def _masthead(issue: Issue) -> tuple[SheetBlock, ...]:
    """报头: 刊名, 期号, 编发单位 and date."""
    bulletin = issue.bulletin
    return (
        Block(Role.TITLE, (_plain(bulletin.title.content, bulletin.title.origin),)),
        Block(Role.NUMBER, (_plain(number_line(bulletin, issue.key), bulletin.number_format.origin),)),
        SplitBlock(
            Role.OFFICE,
            _plain(bulletin.issuing_office.content, bulletin.issuing_office.origin),
            _plain(format_date(issue.issued_on) if issue.issued_on else _NO_DATE, issue.origin),
        ),
    )


def _contents(issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    """目录: a line for each section, an entry for each item."""
    blocks: list[SheetBlock] = []
    for position, (item, opens_section) in enumerate(_with_openings(issue.items)):
        if opens_section and item.section is not None:
            name = set_spaces(item.section.name.content)
            mark = styles.marks.contents_section
            before = (StyledRun(f"{mark} ", Accent.PLAIN, ADDED),) if mark else ()
            run = StyledRun(name, Accent.PLAIN, item.section.name.origin)
            blocks.append(Block(Role.CONTENTS_SECTION, (*before, run)))
        number = _entry_number(position + 1, issue.standing.entry_numbering)
        numbered = (StyledRun(number, Accent.PLAIN, ADDED),) if number else ()
        blocks.append(ContentsEntry((*numbered, *_exact(item.headline, Accent.PLAIN)), anchor_of(position)))
    return tuple(blocks)


def _entry_number(ordinal: int, numbering: EntryNumbering) -> str:
    match numbering:
        case EntryNumbering.ARABIC:
            return f"{ordinal}."
        case EntryNumbering.CHINESE:
            return f"{chinese_number(ordinal) if ordinal <= 99 else ordinal}、"
        case EntryNumbering.NONE:
            return ""


def _instruction_box(issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    return (InstructionBox(_plain(styles.marks.instruction, issue.origin)),)


def _editors_note(issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    """编者按: its label runs into the first paragraph."""
    blocks: list[SheetBlock] = []
    for index, paragraph in enumerate(issue.editors_note):
        runs = paragraph_runs(paragraph)
        if index == 0:
            runs = (_plain(styles.marks.editors_note, paragraph.origin, Accent.LABEL), *runs)
        blocks.append(Block(Role.EDITORS_NOTE if index == 0 else Role.EDITORS_NOTE_MORE, runs))
    return tuple(blocks)


def _items(issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    blocks: list[SheetBlock] = []
    level = 2 if any(item.section for item in issue.items) else 1
    for position, (item, opens_section) in enumerate(_with_openings(issue.items)):
        if opens_section and item.section is not None:
            name = item.section.name
            blocks.append(Block(Role.SECTION, (_plain(name.content, name.origin),), "", 1, set_spaces(name.content)))
        blocks.extend(_item(item, anchor_of(position), level, styles))
    return tuple(blocks)


def _with_openings(items: tuple[Item, ...]) -> list[tuple[Item, bool]]:
    """Each item with whether it is the first of its section."""
    grouped = groupby(items, key=lambda item: item.section.name.content if item.section else None)
    return [(item, index == 0) for _, group in grouped for index, item in enumerate(group)]


def _item(item: Item, anchor: str, level: int, styles: Styles) -> tuple[SheetBlock, ...]:
    """△ headline, body, （source unit）; the headline run in or on a line of its own."""
    title = set_spaces(item.headline.content)
    paragraphs = [paragraph_runs(paragraph) for paragraph in item.body]
    own_line = item.headline_placement is HeadlinePlacement.OWN_LINE or not paragraphs
    source = _source_runs(item)
    if not own_line:
        paragraphs[0] = (*_headline(item, Accent.HEADLINE, styles), *paragraphs[0])
    if paragraphs:
        paragraphs[-1] = (*paragraphs[-1], *source)
    elif source:
        paragraphs.append(source)
    blocks = [Block(Role.BODY, runs) for runs in paragraphs]
    if own_line:
        return (Block(Role.HEADLINE, _headline(item, Accent.PLAIN, styles), anchor, level, title), *blocks)
    return (Block(Role.BODY, blocks[0].runs, anchor, level, title), *blocks[1:])


def _headline(item: Item, accent: Accent, styles: Styles) -> tuple[StyledRun, ...]:
    """△标题。 with the marks that the program adds."""
    mark = (StyledRun(styles.marks.item, accent, ADDED),) if styles.marks.item else ()
    return (*mark, *_exact(item.headline, accent), StyledRun("。", accent, ADDED))


def _exact(text: Text, accent: Accent) -> tuple[StyledRun, ...]:
    """A field's text, each character of it still at its place in the file."""
    return tuple(_exact_runs(spaced(text.content), accent, text.origin))


def _source_runs(item: Item) -> tuple[StyledRun, ...]:
    """（供稿单位）; several units are parted by 、."""
    if not item.source_units:
        return ()
    runs: list[StyledRun] = []
    for index, unit in enumerate(item.source_units):
        runs.append(StyledRun("、" if index else "（", Accent.SOURCE_UNIT, ADDED))
        runs.extend(_exact(unit, Accent.SOURCE_UNIT))
    return (*runs, StyledRun("）", Accent.SOURCE_UNIT, ADDED))


def paragraph_runs(paragraph: Paragraph) -> tuple[StyledRun, ...]:
    """The runs of a paragraph with their spaces set; a space is judged by its neighbours in the whole paragraph."""
    printed = spaced(paragraph.content)
    runs: list[StyledRun] = []
    start = 0
    for run in paragraph.runs:
        stop = start + len(run.content)
        runs.extend(_exact_runs(printed[start:stop], Accent.LEAD if run.lead else Accent.PLAIN, run.origin))
        start = stop
    return tuple(runs)


def _exact_runs(printed: list[str], accent: Accent, origin: Location) -> list[StyledRun]:
    """A run ends where a space was dropped, so that the place of each character in the file stays exact."""
    runs: list[StyledRun] = []
    begin = 0
    for index in range(len(printed) + 1):
        if index == len(printed) or not printed[index]:
            content = "".join(printed[begin:index])
            if content:
                runs.append(StyledRun(content, accent, origin.shifted(begin)))
            begin = index + 1
    return runs


def _colophon(issue: Issue) -> tuple[SheetBlock, ...]:
    """版记: 报、送、发 …"""
    lines = tuple(
        ColophonLine(
            StyledRun(set_spaces(line.label.content) + "：", Accent.PLAIN, line.label.origin),
            _plain(line.content.content, line.content.origin),
        )
        for line in issue.standing.distribution
    )
    return (Colophon(lines),) if lines else ()
