"""Tables: heights of rows, text inside its cell, rules; figures: rows and place."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from tests.support.printed import faces, styles
from tests.support.rule_sets import paragraph, run, sheet, text_of_lines
from tests.support.tables import caption, cell, even_widths, figure, table, tall_table
from zugong.layout.sheet import Block, Cell, FigureBlock, SheetBlock, TableBlock
from zugong.model.styles import Align, LineRules, Role
from zugong.typesetting.pages import Fragment, Page, Pages, PlacedCell, PlacedPicture, PlacedTable
from zugong.typesetting.typeset import typeset

each = pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)

PITCH = styles().page.line_pitch
WIDTH = styles().page.type_width
LEFT, TOP = styles().page.left, styles().page.top
PADDING = styles().table.padding


def pages_of(*blocks: SheetBlock, rules: LineRules = LineRules.MATCHED) -> Pages:
    return typeset(sheet(*blocks, rules=rules), faces())


def only_page(*blocks: SheetBlock, rules: LineRules = LineRules.MATCHED) -> Page:
    (page,) = pages_of(*blocks, rules=rules).pages
    return page


def only_table(block: TableBlock, rules: LineRules = LineRules.MATCHED) -> PlacedTable:
    (placed,) = only_page(block, rules=rules).tables
    return placed


def one_column(*texts: str) -> TableBlock:
    return table([[text] for text in texts], head_rows=0)


def heights(placed: PlacedTable) -> list[int]:
    """Of the cells, in rows of the grid."""
    return [round(one.height / PITCH, 6) for one in placed.cells]  # type: ignore[misc]


@each
@pytest.mark.parametrize(("lines", "rows"), [(0, 1), (1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (8, 5), (29, 19)])
def test_a_row_takes_whole_rows_of_the_grid(lines: int, rows: int, rules: LineRules) -> None:
    """18 pt a line, 28.99 pt a row."""
    per_line = int((WIDTH - 2 * PADDING) // 12)
    placed = only_table(one_column("党" * (per_line * lines)), rules)
    (one,) = placed.cells
    assert len(one.lines) == lines
    assert heights(placed) == [rows]
    assert one.pitch == 18


def test_the_highest_cell_gives_the_height_and_all_stand_in_the_middle() -> None:
    placed = only_table(table([["一", "党" * 40, ""], ["二", "三", "四"]], 0, (100.0, 100.0, WIDTH - 200.0)))
    assert heights(placed) == [4, 4, 4, 1, 1, 1]
    first, long, empty, *_ = placed.cells
    assert empty.lines == ()
    assert len(long.lines) == 6
    size = 12
    for one in (first, long):
        middles = [line.baseline - 0.38 * size for line in one.lines]
        assert sum(middles) / len(middles) == pytest.approx(one.y + one.height / 2)
    steps = {round(b.baseline - a.baseline, 6) for a, b in zip(long.lines, long.lines[1:], strict=False)}
    assert steps == {18.0}


def test_the_last_row_of_merged_cells_gives_what_they_need() -> None:
    rows = (
        (cell("党" * 18, 0, rows=2), cell("甲", 1)),
        (cell("乙", 1),),
        (cell("党" * 54, 0, rows=3), cell("丙", 1)),
        (cell("党" * 40, 1),),
        (cell("丁", 1),),
    )
    placed = only_table(TableBlock((80.0, WIDTH - 80.0), rows, 0))
    assert {(one.row, one.column): height for one, height in zip(placed.cells, heights(placed), strict=True)} == {
        # 3 lines in two rows: nothing more; 9 lines need 6 rows, of which 1 and 2 are there.
        (0, 0): 2,
        (0, 1): 1,
        (1, 1): 1,
        (2, 0): 6,
        (2, 1): 1,
        (3, 1): 2,
        (4, 1): 3,
    }


@each
@pytest.mark.parametrize("align", [Align.LEFT, Align.CENTRE, Align.RIGHT])
def test_text_stands_as_its_cell_says_and_inside_it(align: Align, rules: LineRules) -> None:
    texts = ("建设“书记项目”，共116个；", "“两新”工委、（市直）工委。", "GB/T 9704—2012，第7.3.3条", "党，", "。")
    rows = tuple((replace(cell(text, 0), align=align), cell("", 1)) for text in texts)
    placed = only_table(TableBlock((60.0, WIDTH - 60.0), rows, 0), rules)
    for one, text in zip(placed.cells[::2], texts, strict=True):
        assert "".join(line.content for line in one.lines).replace(" ", "") == text.replace(" ", "")
        left, right = one.x + PADDING, one.x + one.width - PADDING
        for index, line in enumerate(one.lines):
            # The first “ keeps its blank, as in a paragraph.
            trimmed = index and rules is LineRules.FINE and align is Align.LEFT and line.content[0] in "“（"
            blank = 6 if trimmed else 0
            assert line.runs[0].x + blank >= left - 0.01
            assert line.right <= right + 0.01
            if align is Align.LEFT:
                assert line.runs[0].x + blank == pytest.approx(left, abs=0.01)
            elif align is Align.RIGHT:
                assert line.right == pytest.approx(right, abs=0.01)
            else:
                assert line.runs[0].x - left == pytest.approx(right - line.right, abs=0.01)


@each
def test_a_word_longer_than_its_cell_is_cut(rules: LineRules) -> None:
    rows = ((cell("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0), cell("一", 1)),)
    one, _ = only_table(TableBlock((60.0, WIDTH - 60.0), rows, 0), rules).cells
    assert len(one.lines) > 2
    assert "".join(line.content for line in one.lines) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert all(line.right <= one.x + one.width - PADDING + 0.01 for line in one.lines)


@each
def test_no_mark_begins_a_line_of_a_cell(rules: LineRules) -> None:
    rows = ((cell("建设党群服务中心，推进村级、社区（小区）治理；", 0), cell("一", 1)),)
    for width in range(40, 120, 3):
        one, _ = only_table(TableBlock((float(width), WIDTH - width), rows, 0), rules).cells
        assert not any(line.content[0] in "，、；）" for line in one.lines)
        assert not any(line.content[-1] == "（" for line in one.lines)


def test_fine_keeps_a_number_with_its_unit() -> None:
    rows = ((cell("新建十五116个", 0), cell("一", 1)),)
    found = {
        rules: [line.content for line in only_table(TableBlock((75.0, WIDTH - 75.0), rows, 0), rules).cells[0].lines]
        for rules in LineRules
    }
    assert found == {LineRules.MATCHED: ["新建十五116", "个"], LineRules.FINE: ["新建十五", "116个"]}


def merged_table() -> TableBlock:
    """Head of two rows; 甲 over both columns of figures, 乙 over two rows."""
    rows: tuple[tuple[Cell, ...], ...] = (
        (cell("县", 0, rows=2, head=True), cell("建设", 1, columns=2, head=True)),
        (cell("新建", 1, head=True), cell("改造", 2, head=True)),
        (cell("乙", 0, rows=2), cell("1", 1), cell("2", 2)),
        (cell("3", 1), cell("4", 2)),
        (cell("合计", 0, columns=3),),
    )
    return TableBlock(even_widths(3), rows, 2, "建设情况")


def test_cells_know_where_they_stand() -> None:
    placed = only_table(merged_table())
    assert [(one.row, one.column, one.rows, one.columns, one.is_head) for one in placed.cells] == [
        (0, 0, 2, 1, True),
        (0, 1, 1, 2, True),
        (1, 1, 1, 1, True),
        (1, 2, 1, 1, True),
        (2, 0, 2, 1, False),
        (2, 1, 1, 1, False),
        (2, 2, 1, 1, False),
        (3, 1, 1, 1, False),
        (3, 2, 1, 1, False),
        (4, 0, 1, 3, False),
    ]
    assert (placed.begins, placed.ends, placed.repeated, placed.columns) == (True, True, (), 3)
    assert placed.title == "建设情况"
    assert placed.cells[-1].width == pytest.approx(WIDTH)


def test_rules_stand_between_cells_and_not_in_merged_ones() -> None:
    page = only_page(merged_table())
    frame, inner = styles().table.frame.thickness, styles().table.inner.thickness
    third = WIDTH / 3
    drawn = {
        (one.vertical, round((one.x - LEFT) / third, 2), round((one.y - TOP) / PITCH, 2), round(one.width, 1))
        for one in page.rules
        if one.thickness == inner
    }
    assert drawn == {
        (False, 1, 1, round(2 * third, 1)),  # under 建设
        (False, 0, 2, round(WIDTH, 1)),  # under the head
        (False, 1, 3, round(2 * third, 1)),  # beside 乙
        (False, 0, 4, round(WIDTH, 1)),  # over 合计
        (True, 1, 0, round(4 * PITCH, 1)),
        (True, 2, 1, round(3 * PITCH, 1)),
    }
    outer = [one for one in page.rules if one.thickness == frame]
    assert [(one.vertical, round(one.width, 2)) for one in outer] == [
        (False, round(WIDTH + frame, 2)),
        (False, round(WIDTH + frame, 2)),
        (True, round(5 * PITCH, 2)),
        (True, round(5 * PITCH, 2)),
    ]
    assert [one.y for one in outer[:2]] == pytest.approx([TOP, TOP + 5 * PITCH])
    assert [one.x for one in outer[2:]] == pytest.approx([LEFT, LEFT + WIDTH])


def test_tables_of_a_sheet_are_counted() -> None:
    pages = pages_of(tall_table(2), paragraph("党建。"), tall_table(30), paragraph("党建。"), tall_table(1))
    assert [placed.key for page in pages.pages for placed in page.tables] == [0, 1, 1, 2]


def test_text_tables_and_figures_are_read_from_top_to_bottom() -> None:
    title, note = Block(Role.TABLE_TITLE, (run("表1"),)), Block(Role.TABLE_NOTE, (run("注：无"),))
    page = only_page(
        paragraph("一。"), title, tall_table(2), note, figure(50, caption=True), caption(), paragraph("二。")
    )
    kinds = [one.role.value if isinstance(one, Fragment) else type(one).__name__ for one in page.order]
    assert kinds == ["body", "table_title", "PlacedTable", "table_note", "PlacedPicture", "caption", "body"]
    assert page.filled_rows == 1 + 1 + 3 + 1 + 2 + 1 + 1


@pytest.mark.parametrize(("height", "rows"), [(1, 1), (28, 1), (28.99, 1), (29.1, 2), (57.97, 2), (22 * PITCH, 22)])
def test_a_figure_takes_whole_rows_and_stands_in_their_middle(height: float, rows: int) -> None:
    page = only_page(figure(height))
    (placed,) = page.pictures
    assert page.filled_rows == rows
    assert placed.x - LEFT == pytest.approx(LEFT + WIDTH - placed.x - placed.width)
    assert placed.y - TOP == pytest.approx((rows * PITCH - height) / 2)
    assert (placed.width, placed.height, placed.description) == (200, height, "两个色块")


@pytest.mark.parametrize("fill", range(23))
@pytest.mark.parametrize("height", [100.0, 400.0, 21 * PITCH])
def test_a_figure_that_has_no_room_goes_to_the_next_page_with_its_caption(fill: int, height: float) -> None:
    blocks: list[SheetBlock] = [paragraph(text_of_lines(fill))] if fill else []
    pages = pages_of(*blocks, figure(height, caption=True), caption(), paragraph("党建。"))
    rows = math.ceil(height / PITCH - 1e-6)
    page = pages.pages[0 if fill + rows + 1 <= 22 else 1]
    (placed,) = page.pictures
    (below,) = (one for one in page.fragments if one.role is Role.CAPTION)
    assert placed.y >= TOP - 0.01
    assert placed.y + placed.height <= below.lines[0].baseline - 10
    assert below.lines[0].baseline < TOP + 22 * PITCH


def test_a_heading_stays_with_the_figure_and_its_caption() -> None:
    heading = Block(Role.HEADING_1, (run("一、建设情况"),))
    for fill in range(10, 23):
        pages = pages_of(paragraph(text_of_lines(fill)), heading, figure(100, caption=True), caption())
        (page,) = (page for page in pages.pages if page.pictures)
        assert Role.HEADING_1 in {one.role for one in page.fragments}
        assert page.fragments[-1].role is Role.CAPTION


def test_every_line_of_a_page_is_told() -> None:
    pages = pages_of(tall_table(30)).pages
    second = pages[1]
    lines = [line.content for line in second.lines]
    assert lines.count("表头0") == 1
    assert len(lines) == len(second.tables[0].cells) + len(second.tables[0].repeated) + len(second.furniture)
    assert isinstance(second.tables[0].cells[0], PlacedCell)


def test_a_figure_keeps_its_picture() -> None:
    block = figure(50)
    assert isinstance(block, FigureBlock)
    (placed,) = only_page(block).pictures
    assert isinstance(placed, PlacedPicture)
    assert placed.picture is block.picture
