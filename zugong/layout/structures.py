"""Tables, figures and headings of a body → blocks of the sheet."""

from __future__ import annotations

from zugong.layout.runs import exact, paragraph_runs, styled
from zugong.layout.sheet import Block, Cell, FigureBlock, SheetBlock, TableBlock
from zugong.layout.table_widths import column_widths
from zugong.model.prose import Paragraph
from zugong.model.structures import BodyBlock, Figure, Table, TableCell, TableRow
from zugong.model.styles import Align, Role, Styles

HEADINGS = {1: Role.HEADING_1, 2: Role.HEADING_2, 3: Role.HEADING_3, 4: Role.HEADING_4}
"level → role"

_FIGURES = frozenset("0123456789.,，%％+-－—±~～/·…万亿 ")
"what a cell of figures is made of: such a column stands right"

_ROOM = 6.0
"pt between a figure and the rows around it, which an office program may need"


def body_blocks(body: tuple[BodyBlock, ...], level: int, styles: Styles) -> tuple[SheetBlock, ...]:
    """The blocks of a body; its headings stand below `level` in the navigation pane."""
    return tuple(block for part in body for block in _blocks(part, level, styles))


def _blocks(part: BodyBlock, level: int, styles: Styles) -> tuple[SheetBlock, ...]:
    match part:
        case Paragraph(level=0):
            return (Block(Role.BODY, paragraph_runs(part)),)
        case Paragraph():
            return (_heading(part, level),)
        case Table():
            return _table(part, styles)
        case Figure():
            return _figure(part, styles)


def _heading(paragraph: Paragraph, level: int) -> Block:
    runs = paragraph_runs(paragraph)
    title = "".join(run.content for run in runs)
    return Block(HEADINGS[min(paragraph.level, 4)], runs, "", level + paragraph.level, title)


def _table(table: Table, styles: Styles) -> tuple[SheetBlock, ...]:
    """Title, unit line, the table itself, notes."""
    size, padding = styles.paragraph(Role.TABLE_CELL).size, styles.table.padding
    rows = (*table.head, *table.rows)
    block = TableBlock(
        column_widths(table, styles.page.type_width, size, padding),
        tuple(_row(row, table, is_head=index < len(table.head)) for index, row in enumerate(rows)),
        len(table.head),
        table.title.content if table.title else "",
    )
    above = [(Role.TABLE_TITLE, table.title), (Role.TABLE_UNIT, table.unit)]
    titles = tuple(Block(role, exact(text)) for role, text in above if text)
    return (*titles, block, *(Block(Role.TABLE_NOTE, exact(note)) for note in table.notes))


def _row(row: TableRow, table: Table, *, is_head: bool) -> tuple[Cell, ...]:
    role = Role.TABLE_HEAD if is_head else Role.TABLE_TOTAL if row.total else Role.TABLE_CELL
    return tuple(
        Cell(role, styled(cell.runs), cell.column, _align(cell, table, is_head), cell.columns, cell.rows)
        for cell in row.cells
    )


def _align(cell: TableCell, table: Table, is_head: bool) -> Align:
    """Heads in the middle; else as the column says, figures right and all else in the middle."""
    if is_head or cell.columns > 1:
        return Align.CENTRE
    return table.columns[cell.column].align or (Align.RIGHT if _is_of_figures(table, cell.column) else Align.CENTRE)


def _is_of_figures(table: Table, column: int) -> bool:
    texts = [cell.content for row in table.rows for cell in row.cells if cell.column == column and cell.columns == 1]
    return any(texts) and all(set(text) <= _FIGURES for text in texts)


def _figure(figure: Figure, styles: Styles) -> tuple[SheetBlock, ...]:
    """The figure as large as it is or as an editor says, but never off the type area; its caption below."""
    picture = figure.picture
    caption = Block(Role.CAPTION, exact(figure.caption)) if figure.caption else None
    if picture is None:
        return (caption,) if caption else ()
    page = styles.page
    rows = page.lines - (styles.paragraph(Role.CAPTION).rows if caption else 0)
    wanted = (figure.width or picture.width) / picture.width
    room = min(page.type_width / picture.width, (rows * page.line_pitch - _ROOM) / picture.height)
    scale = min(wanted, room)
    description = figure.description or (figure.caption.content if figure.caption else "")
    block = FigureBlock(picture, picture.width * scale, picture.height * scale, description, caption is not None)
    return (block, caption) if caption else (block,)
