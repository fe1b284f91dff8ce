"""Tables, figures and headings of a body → blocks of the sheet."""

from __future__ import annotations

from zugong.layout.runs import added, exact, paragraph_runs, styled
from zugong.layout.sheet import Block, Cell, FigureBlock, SheetBlock, TableBlock
from zugong.model.prose import Paragraph
from zugong.model.structures import BodyBlock, Figure, Table, TableCell, TableRow
from zugong.model.styles import Align, Role, Styles

HEADINGS = {1: Role.HEADING_1, 2: Role.HEADING_2, 3: Role.HEADING_3, 4: Role.HEADING_4}
"level → role"

_FIGURES = frozenset("0123456789.,，%％+-－—±~～/·…万亿 ")
"what a cell of figures is made of: such a column stands right"

MISSING_PICTURE = "〔缺图片：{name}〕"
"stands in a draft (草稿) for a picture that cannot be read"


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
            return _figure(part)


def _heading(paragraph: Paragraph, level: int) -> Block:
    runs = paragraph_runs(paragraph)
    title = "".join(run.content for run in runs)
    return Block(HEADINGS[min(paragraph.level, 4)], runs, "", level + paragraph.level, title)


def _table(table: Table, styles: Styles) -> tuple[SheetBlock, ...]:
    """Title, unit line, the table itself, notes."""
    from zugong.layout.table_widths import column_widths  # few issues have any tables

    size, padding = styles.paragraph(Role.TABLE_CELL).size, styles.table.padding
    rows, aligns = (*table.head, *table.rows), _aligns(table)
    block = TableBlock(
        column_widths(table, styles.page.type_width, size, padding),
        tuple(_row(row, aligns, is_head=index < len(table.head)) for index, row in enumerate(rows)),
        len(table.head),
        table.title.content if table.title else "",
    )
    above = [(Role.TABLE_TITLE, table.title), (Role.TABLE_UNIT, table.unit)]
    titles = tuple(Block(role, exact(text)) for role, text in above if text)
    return (*titles, block, *(Block(Role.TABLE_NOTE, exact(note)) for note in table.notes))


def _row(row: TableRow, aligns: tuple[Align, ...], *, is_head: bool) -> tuple[Cell, ...]:
    role = Role.TABLE_HEAD if is_head else Role.TABLE_TOTAL if row.total else Role.TABLE_CELL
    return tuple(
        Cell(role, styled(cell.runs), cell.column, _align(cell, aligns, is_head), cell.columns, cell.rows)
        for cell in row.cells
    )


def _align(cell: TableCell, aligns: tuple[Align, ...], is_head: bool) -> Align:
    """Heads and what covers several columns in the middle; else as the column."""
    return Align.CENTRE if is_head or cell.columns > 1 else aligns[cell.column]


def _aligns(table: Table) -> tuple[Align, ...]:
    """Of each column: as an office says, else figures right and all else in the middle."""
    texts: list[list[str]] = [[] for _ in table.columns]
    for cell in (cell for row in table.rows for cell in row.cells if cell.columns == 1):
        texts[cell.column].append(cell.content)
    return tuple(
        one.align or (Align.RIGHT if _are_figures(found) else Align.CENTRE)
        for one, found in zip(table.columns, texts, strict=True)
    )


def _are_figures(texts: list[str]) -> bool:
    return any(texts) and all(set(text) <= _FIGURES for text in texts)


def _figure(figure: Figure) -> tuple[SheetBlock, ...]:
    """The figure as large as it is or as an editor says (`fitting` makes it small enough); its caption below."""
    picture, file = figure.picture, figure.file.content.rpartition("/")[2]
    caption = (Block(Role.CAPTION, exact(figure.caption)),) if figure.caption else ()
    if picture is None:  # only a draft is printed then
        return (Block(Role.CAPTION, added(MISSING_PICTURE.format(name=file))), *caption)
    scale = (figure.width or picture.width) / picture.width
    description = figure.description or (figure.caption.content if figure.caption else f"图片 {file}")
    block = FigureBlock(picture, picture.width * scale, picture.height * scale, description, bool(caption))
    return (block, *caption)
