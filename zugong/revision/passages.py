"""What is compared: paragraphs of one role, each character with its accent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from zugong.classes import dataclass
from zugong.layout.runs import paragraph_runs
from zugong.layout.sheet import (
    Block,
    Cell,
    Colophon,
    ColophonLine,
    FigureBlock,
    Sheet,
    SheetBlock,
    SplitBlock,
    StyledRun,
    TableBlock,
)
from zugong.model.issue import ItemDraft, bare_headline
from zugong.model.prose import Paragraph, Text
from zugong.model.structures import BodyBlock, Figure, Table, TableCell
from zugong.model.styles import Accent, Role
from zugong.pictures.picture import Picture
from zugong.text.spacing import set_spaces

ROW_ROLES = frozenset({Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_TOTAL})
"a passage of one of these is a whole row of a table, its cells parted by tabs"
LEFTWARD, UPWARD = "←", "↑"
"stand in for a cell that its left or upper neighbour covers, so that a merge (合并) that changed is seen"
PICTURE = "〔图片〕"
_PICTURE = re.compile(r"〔图片：\d+×\d+磅，图像编号\d{5}〕")
_HEADINGS = (Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


_Looks = tuple[tuple[str, Accent], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, or one row of a table."""

    role: Role
    runs: _Looks

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(text for text, _ in self.runs)


def item_passages(item: ItemDraft) -> tuple[Passage, ...]:
    """An item by itself: headline on its own line, body, （供稿单位）, what stands below it, attachments."""
    extras = item.extras
    headline = [] if item.headline is None else [bare_headline(item.headline)]
    body = [passage for block in item.body for passage in _of_body(block)]
    found = [passage for one in extras.note for passage in _of_body(one, Role.NOTE)]
    found += _lines(Role.HEADLINE, headline)
    found += _lines(Role.SUBTITLE, [extras.subtitle] if extras.subtitle else [])
    found += _lines(Role.BYLINE, extras.byline)
    found += _signed(body, item.source_units)
    found += _lines(Role.METADATA, [extras.metadata] if extras.metadata else [])
    found += _lines(Role.SIGN_OFF, extras.sign_off)
    for one in extras.attachments:
        found += _lines(Role.ATTACHMENT_TITLE, [one.title] if one.title else [])
        found += [passage for block in one.body for passage in _of_body(block)]
    return tuple(found)


def _lines(role: Role, texts: Iterable[Text]) -> list[Passage]:
    return [Passage(role, ((set_spaces(one.content), Accent.PLAIN),)) for one in texts]


def _signed(body: list[Passage], units: tuple[Text, ...]) -> list[Passage]:
    """（单位） runs on behind the last paragraph of text; below anything else it has a line of its own."""
    if not units:
        return body
    signature = ("（" + "、".join(set_spaces(unit.content) for unit in units) + "）", Accent.SOURCE_UNIT)
    if body and body[-1].role is Role.BODY:
        return [*body[:-1], Passage(Role.BODY, (*body[-1].runs, signature))]
    return [*body, Passage(Role.BODY, (signature,))]


def _of_body(block: BodyBlock, role: Role = Role.BODY) -> Iterator[Passage]:
    match block:
        case Paragraph():
            yield _passage(_HEADINGS[block.level] if block.level else role, paragraph_runs(block))
        case Table():
            yield from _lines(Role.TABLE_TITLE, [block.title] if block.title else [])
            yield from _lines(Role.TABLE_UNIT, [block.unit] if block.unit else [])
            yield from _table(block)
            yield from _lines(Role.TABLE_NOTE, block.notes)
        case Figure():
            yield _figure(block.picture) if block.picture else _unread(block.file)
            yield from _lines(Role.CAPTION, [block.caption] if block.caption else [])


def _table(table: Table) -> Iterator[Passage]:
    grid = _Grid(len(table.columns))
    for number, row in enumerate((*table.head, *table.rows)):
        role = Role.TABLE_HEAD if number < len(table.head) else Role.TABLE_TOTAL if row.total else Role.TABLE_CELL
        yield grid.row(role, [_written(cell) for cell in row.cells])


@dataclass(frozen=True, slots=True)
class _Filled:
    """A cell and what it covers."""

    column: int
    columns: int
    rows: int
    runs: _Looks


def _written(cell: TableCell) -> _Filled:
    runs = paragraph_runs(Paragraph(cell.runs)) if cell.runs else ()
    return _Filled(cell.column, cell.columns, cell.rows, tuple((one.content, one.accent) for one in runs))


def _printed(cell: Cell) -> _Filled:
    return _Filled(cell.column, cell.columns, cell.rows, tuple((one.content, one.accent) for one in cell.runs))


class _Grid:
    """Rows of a table one after the other, with the cells that reach down into the next ones."""

    def __init__(self, columns: int) -> None:
        self._open = [0] * columns
        "rows that a cell above still covers, column by column"

    def row(self, role: Role, cells: list[_Filled]) -> Passage:
        """A passage whose tabs part the columns of the grid."""
        columns: list[_Looks] = [((UPWARD, Accent.PLAIN),) if covered else () for covered in self._open]
        self._open = [max(covered - 1, 0) for covered in self._open]
        for cell in cells:
            for column in range(cell.column, min(cell.column + cell.columns, len(columns))):
                columns[column] = cell.runs if column == cell.column else ((LEFTWARD, Accent.PLAIN),)
                self._open[column] = cell.rows - 1
        return Passage(role, _tabbed(columns))


def _tabbed(columns: Sequence[_Looks]) -> _Looks:
    found: list[tuple[str, Accent]] = []
    for index, runs in enumerate(columns):
        found += [("\t", Accent.PLAIN)] if index else []
        found += [(text.replace("\t", " "), accent) for text, accent in runs]
    return tuple(found)


def sheet_passages(sheet: Sheet) -> tuple[Passage, ...]:
    """A whole issue; contents and the empty 批示 box are made by the program and are not compared."""
    return tuple(passage for block in sheet.blocks for passage in _of_block(block))


def _of_block(block: SheetBlock) -> Iterable[Passage]:
    match block:
        case Block(role=role, runs=runs):
            made_by_program = role in (Role.CONTENTS_TITLE, Role.CONTENTS_SECTION)
            return () if made_by_program else (_passage(role, runs),)
        case SplitBlock(role=role):
            return (_parted(role, block.runs),)
        case TableBlock(rows=rows, widths=widths):
            grid = _Grid(len(widths))
            return tuple(grid.row(_role(row), [_printed(cell) for cell in row]) for row in rows)
        case FigureBlock(picture=picture):
            return (_figure(picture),)
        case Colophon(lines=lines, after=after):
            return (*map(_colophon_line, lines), *(_parted(one.role, one.runs) for one in after))
        case _:
            return ()


def _role(row: tuple[Cell, ...]) -> Role:
    return row[0].role if row else Role.TABLE_CELL


def _parted(role: Role, runs: Iterable[StyledRun]) -> Passage:
    """Texts at the left, in the middle and at the right of one line."""
    return Passage(role, _tabbed([((run.content, run.accent),) for run in runs]))


def _colophon_line(line: ColophonLine) -> Passage:
    runs = [line.content] if line.label is None else [line.label, line.content]
    found = _passage(Role.COLOPHON, runs)
    return found if line.right is None else Passage(found.role, _tabbed([found.runs, _runs([line.right])]))


def _figure(picture: Picture) -> Passage:
    """A picture in words: its size, and a number that changes with what is in the file, whatever its name."""
    number = int(sha256(picture.data).hexdigest(), 16) % 100_000
    words = f"〔图片：{picture.width:.0f}×{picture.height:.0f}磅，图像编号{number:05d}〕"
    return Passage(Role.CAPTION, ((words, Accent.PLAIN),))


def is_picture(text: str) -> bool:
    """Whether a text stands for a picture."""
    return bool(_PICTURE.fullmatch(text))


def _unread(file: Text) -> Passage:
    return Passage(Role.CAPTION, ((f"〔图片：{file.content}，读不出〕", Accent.PLAIN),))


def _passage(role: Role, runs: Iterable[StyledRun]) -> Passage:
    return Passage(role, _runs(runs))


def _runs(runs: Iterable[StyledRun]) -> _Looks:
    return tuple((run.content, run.accent) for run in runs if run.content)
