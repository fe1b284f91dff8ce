"""Any table on any page: nothing overlaps, nothing leaves the type area, every cell is placed exactly once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.lines import random_text
from tests.support.printed import faces, styles
from tests.support.rule_sets import THREE_LINES, paragraph, run, sheet, text_of_lines
from tests.support.tables import caption, cell, figure
from zugong.layout.sheet import Block, Cell, SheetBlock, TableBlock
from zugong.model.styles import Align, LineRules, Role
from zugong.typesetting.limits import limit_problems
from zugong.typesetting.pages import Fragment, Page, PlacedCell, PlacedPicture, PlacedTable
from zugong.typesetting.typeset import typeset

PAGE = styles().page
FOOT = PAGE.top + PAGE.type_height
ALIGNS = st.sampled_from([Align.LEFT, Align.CENTRE, Align.RIGHT])
TEXTS = st.one_of(st.just(""), st.sampled_from(["12", "1,250.5", "已完成", "党群服务中心"]), random_text)


@st.composite
def tables(draw: st.DrawFn) -> TableBlock:
    """Cells merged to the right and down at random, never from the head into the body."""
    columns, head, body = draw(st.integers(1, 6)), draw(st.integers(0, 2)), draw(st.integers(1, 25))
    shares = draw(st.lists(st.integers(2, 9), min_size=columns, max_size=columns))
    edges = [round(PAGE.type_width * sum(shares[:index]) / sum(shares) * 20) / 20 for index in range(columns)]
    taken: set[tuple[int, int]] = set()
    rows = []
    for row in range(head + body):
        last = head if row < head else head + body
        rows.append(tuple(_row(draw, row, columns, last, taken, is_head=row < head)))
    widths = tuple(after - before for before, after in pairwise([*edges, PAGE.type_width]))
    return TableBlock(widths, tuple(rows), head, "任务")


def _row(
    draw: st.DrawFn, row: int, columns: int, last: int, taken: set[tuple[int, int]], *, is_head: bool
) -> Sequence[Cell]:
    cells = []
    for column in range(columns):
        if (row, column) in taken:
            continue
        free = next((other for other in range(column, columns) if (row, other) in taken), columns)
        wide = draw(st.integers(1, free - column)) if draw(st.integers(0, 5)) == 0 else 1
        high = draw(st.integers(1, min(last - row, 4))) if draw(st.integers(0, 5)) == 0 else 1
        taken.update((row + down, column + right) for down in range(high) for right in range(wide))
        made = cell(draw(TEXTS).strip(), column, columns=wide, rows=high, head=is_head)
        cells.append(replace(made, align=draw(ALIGNS)))
    return cells


@st.composite
def blocks(draw: st.DrawFn) -> tuple[SheetBlock, ...]:
    """Text, tables with title and note, figures with caption, a colophon or none."""
    made: list[SheetBlock] = []
    for _ in range(draw(st.integers(1, 3))):
        lines = draw(st.integers(0, 24))
        made += [paragraph(text_of_lines(lines))] if lines else []
        if draw(st.booleans()):
            made.append(Block(Role.TABLE_TITLE, (run("表1　任务"),)))
        made.append(draw(tables()))
        if draw(st.booleans()):
            made.append(Block(Role.TABLE_NOTE, (run("注：无"),)))
        if draw(st.booleans()):
            made += [figure(draw(st.floats(10, 600)), caption=True), caption()]
    return (*made, THREE_LINES) if draw(st.booleans()) else tuple(made)


@settings(max_examples=120, deadline=None)
@given(blocks(), st.sampled_from(LineRules), st.booleans())
def test_any_table(made: tuple[SheetBlock, ...], rules: LineRules, even: bool) -> None:
    made_sheet = sheet(*made, rules=rules, even=even)
    if any(problem.rule == "table-row-too-high" for problem in limit_problems(made_sheet, faces())):
        return
    pages = typeset(made_sheet, faces()).pages
    for page in pages:
        nothing_leaves_the_type_area(page)
        nothing_overlaps(page)
        for table in page.tables:
            cells_tile(table)
            for one in (*table.cells, *table.repeated):
                text_is_inside(one)
    wanted = [block for block in made if isinstance(block, TableBlock)]
    for key, block in enumerate(wanted):
        parts = [table for page in pages for table in page.tables if table.key == key]
        every_cell_once(block, parts)
        is_whole(block, parts)


def nothing_leaves_the_type_area(page: Page) -> None:
    for one in (*page.tables, *page.pictures):
        assert one.y >= PAGE.top - 0.01
        assert one.y + one.height <= FOOT + 0.01
        assert one.x >= PAGE.left - 0.01
        assert one.x + one.width <= PAGE.left + PAGE.type_width + 0.01
    for rule in page.rules:
        length = rule.width if rule.vertical else 0
        assert PAGE.top - 0.01 <= rule.y <= rule.y + length <= FOOT + 0.01


def nothing_overlaps(page: Page) -> None:
    spans = [span(one) for one in page.order]
    assert spans == sorted(spans)
    for (_, bottom), (top, _) in pairwise(spans):
        assert bottom <= top + 0.01


def span(placed: Fragment | PlacedTable | PlacedPicture) -> tuple[float, float]:
    """Upper and lower edge, pt; of text its em boxes."""
    if not isinstance(placed, Fragment):
        return placed.y, placed.y + placed.height
    size = styles().paragraph(placed.role).size
    return placed.lines[0].baseline - 0.88 * size, placed.lines[-1].baseline + 0.12 * size


def cells_tile(table: PlacedTable) -> None:
    """Cells cover the table without a gap, on grid boundaries."""
    cells = (*table.repeated, *table.cells)
    area = sum(one.width * one.height for one in cells)
    assert abs(area - table.width * table.height) < 0.1
    for one in cells:
        rows = (one.y - PAGE.top) / PAGE.line_pitch
        assert abs(rows - round(rows)) < 1e-6
        assert one.y + one.height <= table.y + table.height + 0.01
    for index, one in enumerate(cells):
        assert not any(_meet(one, other) for other in cells[index + 1 :])


def _meet(one: PlacedCell, other: PlacedCell) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0.01 and down > 0.01


def text_is_inside(one: PlacedCell) -> None:
    # A column that cannot hold a character is an error of its own.
    narrow = one.width - 2 * styles().table.padding < 12.1
    for line in one.lines:
        assert line.baseline - 0.88 * 12 >= one.y - 0.01
        assert line.baseline + 0.12 * 12 <= one.y + one.height + 0.01
        if not narrow and line.runs:
            # Half of a “ at the head of a line lies outside the measure, blank as it is.
            assert line.runs[0].x >= one.x + styles().table.padding - 6.01
            assert line.right <= one.x + one.width - styles().table.padding + 0.02


def every_cell_once(block: TableBlock, parts: list[PlacedTable]) -> None:
    placed = [one for part in parts for one in part.cells]
    wanted = [(row, one) for row, cells in enumerate(block.rows) for one in cells]
    assert [(one.row, one.column, one.rows, one.columns) for one in placed] == [
        (row, one.column, one.rows, one.columns) for row, one in wanted
    ]
    for found, (row, one) in zip(placed, wanted, strict=True):
        text = "".join(line.content for line in found.lines)
        assert "".join(text.split()) == "".join(one.content.split())
        assert found.is_head is (row < block.head_rows)


def is_whole(block: TableBlock, parts: list[PlacedTable]) -> None:
    assert [part.begins for part in parts] == [True, *[False] * (len(parts) - 1)]
    assert [part.ends for part in parts] == [*[False] * (len(parts) - 1), True]
    head = sum(len(row) for row in block.rows[: block.head_rows])
    assert [len(part.repeated) for part in parts[1:]] == [head] * (len(parts) - 1)
    # The head is never alone on a page.
    assert all(any(not one.is_head for one in part.cells) for part in parts)
