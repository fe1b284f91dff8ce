"""What no page can hold, told before it is printed over other text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from zugong.diagnostics import Location, Problem, error
from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import ADDED, Block, Cell, Colophon, FigureBlock, Sheet, SheetBlock, StyledRun, TableBlock
from zugong.model.styles import Styles
from zugong.typesetting.ending import CARRIED_LINES
from zugong.typesetting.foot import colophon_lines
from zugong.typesetting.grid import TableStrip
from zugong.typesetting.strips import Setter

_ROUNDING = 0.01
"pt"


def limit_problems(sheet: Sheet, faces: FaceSet) -> tuple[Problem, ...]:
    """Errors for a colophon (版记), a row of a table or a figure that no page can hold, and for columns too narrow."""
    setter = Setter(sheet.styles, faces)
    problems: list[Problem] = []
    for block, after in pairwise((*sheet.blocks, None)):
        match block:
            case Colophon():
                problems.extend(_colophon(block, setter))
            case TableBlock():
                problems.extend((*_rows(block, setter), *_columns(block, setter)))
            case FigureBlock():
                problems.extend(_figure(block, after, sheet.styles))
    return tuple(problems)


def _colophon(block: Colophon, setter: Setter) -> Iterator[Problem]:
    page = setter.styles.page
    most, rows = page.lines - CARRIED_LINES, colophon_lines(block, setter).rows(page.line_pitch)
    if rows > most:
        runs = [line.content for line in block.lines] + [run for line in block.after for run in line.runs]
        message = f"版记太长，要占 {rows} 行，一面最多放 {most} 行"
        advice = "请把报、送、发的单位合并或减少；单位太多的，可写成“各县（市、区）委……”"
        yield error("colophon-too-long", message, _origin(runs), advice)


def _rows(block: TableBlock, setter: Setter) -> Iterator[Problem]:
    """Rows that must stand together but are higher than a page, the head that is repeated above them included."""
    from zugong.typesetting.tables import table_strip  # few issues have any

    strip, most = table_strip(block, setter), setter.styles.page.lines
    for number, group in enumerate(strip.groups):
        rows = strip.height(group) + (strip.head_height if number else 0)
        if rows > most:
            cells = [one for row in strip.rows[slice(*group)] for one in row]
            longest = max(cells, key=lambda one: len(one.lines))
            message = f"表格{_named(group, strip)}要占 {rows} 行，一面最多 {most} 行"
            advice = "请把文字拆成几行来写，或者加宽文字多的那一列；上下合并的行不能跨面，请少合并几行"
            yield error("table-row-too-high", message, _origin(longest.cell.runs), advice)


def _named(group: tuple[int, int], strip: TableStrip) -> str:
    """第 3 行, 第 3—5 行, with 连同表头; head rows are not counted."""
    head = strip.head_rows
    first, last = max(group[0] - head, 0) + 1, group[1] - head
    if last < 1:
        return "表头"
    rows = f"第 {first} 行" if first == last else f"第 {first}—{last} 行（上下合并）"
    return f"{rows}连同表头" if head else rows


def _columns(block: TableBlock, setter: Setter) -> Iterator[Problem]:
    """The first cell of each column that is narrower than a character in it."""
    edges = tuple(accumulate(block.widths, initial=0.0))
    told: set[int] = set()
    for cell in (cell for row in block.rows for cell in row):
        if cell.column not in told and _is_narrow(cell, edges, setter):
            told.add(cell.column)
            message = f"表格第 {cell.column + 1} 列太窄，放不下一个字"
            yield error("table-column-too-narrow", message, _origin(cell.runs), "请加宽这一列，或者减少列数")


def _is_narrow(cell: Cell, edges: tuple[float, ...], setter: Setter) -> bool:
    widest = max((one.advance for one in setter.cells(cell.runs, cell.role)), default=0.0)
    from zugong.typesetting.tables import cell_measure

    return widest > cell_measure(cell, edges, setter).width + _ROUNDING


def _figure(block: FigureBlock, after: SheetBlock | None, styles: Styles) -> Iterator[Problem]:
    """The composer makes figures fit; one that does not was made by somebody else."""
    page = styles.page
    from zugong.typesetting.tables import figure_strip

    if block.width > page.type_width + _ROUNDING or figure_strip(block, styles).rows > page.lines:
        caption = after.runs if block.has_caption and isinstance(after, Block) else ()
        size = f"宽 {block.width:.0f} 磅、高 {block.height:.0f} 磅"
        message = f"图片{size}，版心只有宽 {page.type_width:.0f} 磅、高 {page.type_height:.0f} 磅"
        yield error("figure-too-large", message, _origin(caption), "请把图片的宽改小")


def _origin(runs: list[StyledRun] | tuple[StyledRun, ...]) -> Location:
    """Where the first of them was written."""
    return next((run.origin for run in runs), ADDED)
