"""报头: the rows that an office wants, top to bottom."""

from __future__ import annotations

from itertools import pairwise

from zugong.classes import replace
from zugong.layout.runs import filled_run, plain
from zugong.layout.sheet import Block, SheetBlock, SplitBlock
from zugong.model.bulletin import Bulletin, MastheadPart, MastheadRow
from zugong.model.issue import Issue
from zugong.model.prose import Text
from zugong.model.styles import Role
from zugong.placeholders import MARKS


def masthead(issue: Issue, values: dict[str, str]) -> tuple[SheetBlock, ...]:
    """The blocks of the masthead; what an issue leaves empty is not printed."""
    rows = (*_marking(issue), *issue.standing.masthead)
    blocks = [block for row in rows for block in _row(row, issue, values)]
    for at, (block, after) in enumerate(pairwise(blocks)):
        if isinstance(block, SplitBlock) and isinstance(after, SplitBlock) and block.role is after.role is Role.MARKING:
            blocks[at] = replace(block, tight=True)
    return tuple(blocks)


def _marking(issue: Issue) -> tuple[MastheadRow, ...]:
    """密级, 份号 and 紧急程度: each that no template says stands at the head of the page, without a masthead too."""
    said = "".join(text.content for text in issue.standing.templates)
    left, right, below = (None if mark in said else Text(mark, issue.origin) for mark in MARKS)
    first = MastheadRow(MastheadPart.LINE, left, None, right, above_title=True)
    return (first, MastheadRow(MastheadPart.LINE, below, above_title=True))


def _row(row: MastheadRow, issue: Issue, values: dict[str, str]) -> tuple[SheetBlock, ...]:
    match row.part:
        case MastheadPart.TITLE:
            return _title(issue.bulletin)
        case MastheadPart.NUMBER:
            number = filled_run(issue.bulletin.number_format, values)
            return (Block(Role.NUMBER, (number,)),) if number else ()
        case MastheadPart.LINE:
            return _line(row, values)


def _title(bulletin: Bulletin) -> tuple[SheetBlock, ...]:
    """刊名: the last of its lines is the large one."""
    lines = bulletin.title_lines or (bulletin.title,)
    roles = (*[Role.TITLE_ABOVE] * (len(lines) - 1), Role.TITLE)
    return tuple(Block(role, (plain(line.content, line.origin),)) for role, line in zip(roles, lines, strict=True))


def _line(row: MastheadRow, values: dict[str, str]) -> tuple[SheetBlock, ...]:
    role = Role.OFFICE if row.rule else Role.MARKING if row.above_title else Role.MASTHEAD_LINE
    left, centre, right = (filled_run(side, values) for side in (row.left, row.centre, row.right))
    return (SplitBlock(role, left, right, centre),) if left or centre or right else ()
