"""compose: Issue → Sheet."""

from __future__ import annotations

from datetime import date

from zugong.layout.colophon import colophon
from zugong.layout.contents import contents
from zugong.layout.figure_sizes import fitting
from zugong.layout.items import items
from zugong.layout.masthead import masthead
from zugong.layout.naming import file_title, values_of
from zugong.layout.runs import paragraph_runs, plain
from zugong.layout.sheet import Block, DocumentInfo, InstructionBox, NewPage, Sheet, SheetBlock
from zugong.model.bulletin import LastPage
from zugong.model.issue import Issue
from zugong.model.styles import Accent, Role, Styles


def compose(issue: Issue, styles: Styles, *, draft: bool = False) -> Sheet:
    """The Sheet of an issue; with `draft` it carries the draft mark (草稿)."""
    info = DocumentInfo(
        title=file_title(issue.bulletin, issue.key, issue.serial),
        author=issue.bulletin.issuing_office.content,
        issued_on=issue.issued_on or date(issue.key.year, 1, 1),
    )
    values, standing = values_of(issue), issue.standing
    front = (
        *(contents(issue, styles) if standing.contents else ()),
        *(_instruction_box(issue, styles) if standing.instruction_box else ()),
        *_editors_note(issue, styles),
    )
    turns = front and standing.body_on_new_page  # a first page with nothing but the masthead would be empty
    blocks = (
        *masthead(issue, values),
        *front,
        *((NewPage(),) if turns else ()),
        *items(issue, styles),
        *colophon(issue, values),
    )
    even = standing.last_page is LastPage.EVEN
    return Sheet(info, styles, fitting(blocks, styles), styles.marks.draft if draft else "", even)


def _instruction_box(issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    return (InstructionBox(plain(styles.marks.instruction, issue.origin)),)


def _editors_note(issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    """编者按: its label runs into the first paragraph."""
    blocks: list[SheetBlock] = []
    for index, paragraph in enumerate(issue.editors_note):
        runs = paragraph_runs(paragraph)
        if index == 0:
            runs = (plain(styles.marks.editors_note, paragraph.origin, Accent.LABEL), *runs)
        blocks.append(Block(Role.EDITORS_NOTE if index == 0 else Role.EDITORS_NOTE_MORE, runs))
    return tuple(blocks)
