"""Tables over pages: heads again, groups together, titles with them, notes below, colophon behind."""

from __future__ import annotations

import pytest

from tests.support.printed import faces, styles
from tests.support.rule_sets import THREE_LINES, paragraph, run, sheet, text_of_lines
from tests.support.tables import cell, even_widths, tall_table
from zugong.layout.sheet import Block, SheetBlock, TableBlock
from zugong.model.styles import Role
from zugong.typesetting.advice import advise
from zugong.typesetting.composed import composed
from zugong.typesetting.ending import Foot
from zugong.typesetting.flow import Flow
from zugong.typesetting.flow import flow as flow_on
from zugong.typesetting.grid import FigureStrip, PageHead, Piece, Strip, TableStrip
from zugong.typesetting.pages import Page, PlacedTable
from zugong.typesetting.typeset import typeset

ROWS = 22
PITCH = styles().page.line_pitch
TOP = styles().page.top


def strip(lines: int, *, keep: bool = False, clings: bool = False, before: int = 0, after: int = 0) -> Strip:
    return Strip(Role.BODY, ((),) * lines, 1, before, after, keep, clings=clings)


def rows_of(*heights: int, head: int = 0, groups: tuple[tuple[int, int], ...] = ()) -> TableStrip:
    """A table of rows of those heights; without `groups` the head and the first row are one, the others alone."""
    singles = ((0, head + 1), *((row, row + 1) for row in range(head + 1, len(heights))))
    return TableStrip(((),) * len(heights), heights, groups or singles, head, (1.0,), "")


def flow(*pieces: Piece, colophon: int = 0, even: bool = False) -> Flow:
    return flow_on(pieces, ROWS, Foot(colophon, even))


def places(placed: Flow, piece: int) -> list[tuple[int, int]]:
    return [(slot.page, slot.row) for slot in placed.slots if slot.piece == piece]


def test_rows_follow_one_another() -> None:
    assert places(flow(strip(3), rows_of(1, 2, 1)), 1) == [(0, 3), (0, 4), (0, 6)]


def test_a_row_is_never_split() -> None:
    assert places(flow(strip(19), rows_of(1, 2, 3)), 1) == [(0, 19), (0, 20), (1, 0)]
    assert places(flow(strip(20), rows_of(1, 2, 3)), 1) == [(0, 20), (1, 0), (1, 2)]


def test_room_for_the_head_is_kept_at_the_head_of_each_page() -> None:
    placed = flow(strip(18), rows_of(2, *[1] * 30, head=1))
    assert places(placed, 1)[:3] == [(0, 18), (0, 20), (0, 21)]
    assert places(placed, 1)[3] == (1, 2)
    assert places(placed, 1)[23] == (2, 2)


@pytest.mark.parametrize("fill", range(ROWS))
def test_the_head_stays_with_the_first_row_and_the_title_with_both(fill: int) -> None:
    table = rows_of(2, 1, 3, 1, 1, head=2)
    before = (strip(fill),) if fill else ()
    placed = flow(*before, strip(1, keep=True), strip(1, keep=True), table)
    title, unit, rows = (places(placed, len(before) + number) for number in range(3))
    assert title[0][0] == unit[0][0] == rows[0][0] == rows[1][0] == rows[2][0]
    assert title[0] == ((0, fill) if fill + 8 <= ROWS else (1, 0))


@pytest.mark.parametrize("fill", range(ROWS + 1))
def test_merged_rows_stay_together(fill: int) -> None:
    table = rows_of(*[1] * 14, head=1, groups=((0, 2), (2, 7), (7, 8), (8, 14)))
    placed = flow(strip(fill), table) if fill else flow(table)
    rows = places(placed, 1 if fill else 0)
    for start, stop in table.groups:
        assert len({page for page, _ in rows[start:stop]}) == 1
        assert [row for _, row in rows[start:stop]] == list(range(rows[start][1], rows[start][1] + stop - start))


@pytest.mark.parametrize("fill", range(10, ROWS + 1))
def test_a_note_stands_below_the_last_row(fill: int) -> None:
    placed = flow(strip(fill), rows_of(1, 1, 1, 1, head=1), strip(2, clings=True), strip(3))
    assert places(placed, 1)[-1][0] == places(placed, 2)[0][0] == places(placed, 2)[-1][0]
    assert places(placed, 2)[0][1] == places(placed, 1)[-1][1] + 1


def test_a_note_does_not_empty_a_page() -> None:
    placed = flow(rows_of(22), strip(1, clings=True))
    assert places(placed, 0) + places(placed, 1) == [(0, 0), (1, 0)]


def test_a_page_turn_always_begins_a_page() -> None:
    placed = flow(strip(3), PageHead(), strip(22), PageHead(), strip(1), PageHead(), PageHead(), strip(1))
    assert [places(placed, piece)[0] for piece in (0, 2, 4, 7)] == [(0, 0), (1, 0), (2, 0), (3, 0)]
    assert placed.page_count == 4


def test_what_a_draft_prints_although_it_is_too_high_stands_alone() -> None:
    placed = flow(strip(3), rows_of(1, 30, 1, head=1), strip(1))
    assert places(placed, 1) == [(1, 0), (1, 1), (2, 1)]
    assert places(placed, 2) == [(2, 2)]


def test_a_kept_title_does_not_leave_an_empty_page_where_the_table_is_too_high_for_both() -> None:
    placed = flow(strip(2, keep=True), rows_of(21), strip(1))
    assert [places(placed, piece)[0] for piece in range(3)] == [(0, 0), (1, 0), (1, 21)]


# The colophon behind tables and figures.


@pytest.mark.parametrize("fill", range(1, ROWS + 1))
@pytest.mark.parametrize("even", [False, True])
def test_rows_of_a_table_do_not_move_for_the_colophon(fill: int, even: bool) -> None:
    table = rows_of(1, *[1] * (fill - 1)) if fill > 1 else rows_of(1)
    placed = flow(strip(ROWS), table, colophon=4, even=even)
    assert places(placed, 1) == [(1, row) for row in range(fill)]
    assert placed.carried == 0
    assert placed.colophon_page >= (1 if fill <= 18 else 2)


@pytest.mark.parametrize("lines", range(1, 9))
def test_lines_behind_a_table_keep_the_colophon_company(lines: int) -> None:
    table = rows_of(*[1] * (22 - lines))
    placed = flow(strip(ROWS), table, strip(lines), colophon=4)
    assert placed.colophon_page == 2
    assert places(placed, 1) == [(1, row) for row in range(22 - lines)]
    # A single line behind a table goes alone, since nothing of the table goes along.
    assert placed.carried == min(lines, 2)
    assert places(placed, 2)[-1] == (2, min(lines, 2) - 1)


@pytest.mark.parametrize("lines", [1, 2])
def test_a_note_is_not_parted_from_its_table_for_the_colophon(lines: int) -> None:
    placed = flow(strip(10), rows_of(*[1] * (12 - lines)), strip(lines, clings=True), colophon=4)
    assert (placed.carried, placed.colophon_page) == (0, 1)


def test_a_caption_is_not_parted_from_its_figure_for_the_colophon() -> None:
    from tests.support.tables import figure

    placed = flow(strip(10), FigureStrip(figure(100.0, caption=True), 10), strip(2, clings=True), colophon=4)
    assert (placed.carried, placed.colophon_page) == (0, 1)
    after = flow(strip(10), FigureStrip(figure(100.0), 10), strip(2), colophon=4)
    assert (after.carried, after.colophon_page) == (2, 1)


def test_text_over_a_page_turn_is_not_carried() -> None:
    placed = flow(strip(10), PageHead(), rows_of(*[1] * 20), colophon=4)
    assert (placed.carried, placed.colophon_page) == (0, 2)


# Pages with tables.


def pages_of(*blocks: SheetBlock) -> tuple[Page, ...]:
    return typeset(sheet(*blocks), faces()).pages


def test_the_head_is_drawn_again_on_every_later_page() -> None:
    pages = pages_of(paragraph(text_of_lines(5)), tall_table(50, head_rows=2))
    tables = [page.tables[0] for page in pages]
    assert [(one.begins, one.ends, one.key) for one in tables] == [
        (True, False, 0),
        (False, False, 0),
        (False, True, 0),
    ]
    assert [bool(one.repeated) for one in tables] == [False, True, True]
    head = [[line.content for line in one.lines] for one in tables[0].cells if one.is_head]
    for later in tables[1:]:
        assert [[line.content for line in one.lines] for one in later.repeated] == head
        assert all(one.is_head for one in later.repeated)
        assert not any(one.is_head for one in later.cells)
        assert later.y == pytest.approx(TOP)
        assert later.cells[0].y == pytest.approx(TOP + 2 * PITCH)
        assert [one.y for one in later.repeated[::3]] == pytest.approx([TOP, TOP + PITCH])
    assert [one.row for table in tables for one in table.cells[::3]] == list(range(52))


@pytest.mark.parametrize("fill", range(1, 23))
@pytest.mark.parametrize("head_rows", [0, 1, 2, 3])
def test_a_head_is_never_alone_at_the_foot_of_a_page(fill: int, head_rows: int) -> None:
    for page in pages_of(paragraph(text_of_lines(fill)), tall_table(4, head_rows)):
        for table in page.tables:
            assert any(not one.is_head for one in table.cells)
            heads = {one.row for one in (*table.cells, *table.repeated) if one.is_head}
            assert heads == set(range(head_rows))


def test_a_row_that_only_a_draft_prints_has_no_head_above_it() -> None:
    """With the head it is higher than a page, so the head would stand above the paper's type area."""
    long = "党" * int((100 - 2 * styles().table.padding) // 12) * 35
    rows = [(cell("县", 0, head=True), cell("项目", 1, head=True))]
    rows += [(cell("一", 0), cell(text, 1)) for text in ("短", long, "短")]
    pages = pages_of(TableBlock((styles().page.type_width - 100, 100.0), tuple(rows), 1))
    assert [bool(page.tables[0].repeated) for page in pages] == [False, False, True]
    assert [page.tables[0].y for page in pages] == pytest.approx([TOP] * 3)


def test_each_part_has_its_frame() -> None:
    frame = styles().table.frame.thickness
    for page in pages_of(paragraph(text_of_lines(5)), tall_table(50, head_rows=2)):
        (table,) = page.tables
        edges = [rule.y for rule in page.rules if rule.thickness == frame and not rule.vertical]
        assert edges == pytest.approx([table.y, table.y + table.height])


def merged(rows_in_group: int, groups: int) -> TableBlock:
    rows = [(cell("县", 0, head=True), cell("项目", 1, head=True))]
    for number in range(groups):
        rows.append((cell(f"第{number}县", 0, rows=rows_in_group), cell("项目", 1)))
        rows.extend((cell("项目", 1),) for _ in range(rows_in_group - 1))  # type: ignore[misc]
    return TableBlock(even_widths(2), tuple(rows), 1)


@pytest.mark.parametrize("size", [2, 3, 5, 7, 20])
def test_merged_cells_are_whole_on_their_page(size: int) -> None:
    pages = pages_of(paragraph(text_of_lines(4)), merged(size, 9))
    foot = TOP + ROWS * PITCH
    cells = [one for page in pages for table in page.tables for one in table.cells]
    assert len(cells) == 2 + 9 * (size + 1)
    assert all(one.y + one.height <= foot + 0.01 for one in cells)


@pytest.mark.parametrize("fill", range(1, 23))
def test_the_colophon_never_stands_on_a_table(fill: int) -> None:
    pages = pages_of(paragraph(text_of_lines(1)), tall_table(fill + 20), THREE_LINES)
    assert sum(len(table.cells) // 3 for page in pages for table in page.tables) == fill + 21
    colophon = TOP + ROWS * PITCH - len(THREE_LINES.lines) * styles().colophon_line_height
    assert all(table.y + table.height <= colophon + 0.01 for table in pages[-1].tables)
    assert any(one.role is Role.COLOPHON for one in pages[-1].fragments)


def test_a_colophon_that_stands_alone_behind_a_table_is_reported() -> None:
    made = sheet(paragraph(text_of_lines(1)), tall_table(20), THREE_LINES)
    (remark,) = advise(composed(made, faces())).remarks
    assert remark.message.startswith("版记独占第 2 面")


def test_rows_of_tables_and_figures_count_as_lines_of_the_last_page() -> None:
    advice = advise(composed(sheet(paragraph(text_of_lines(2)), tall_table(4, lines=2), THREE_LINES), faces()))
    assert (advice.pages, advice.filled, advice.free) == (1, 2 + 1 + 8, 22 - 3 - 11)


def test_a_repeated_head_is_not_told_twice_to_readers() -> None:
    title = Block(Role.TABLE_TITLE, (run("表1　任务"),))
    pages = pages_of(title, tall_table(40))
    told = [line.content for page in pages for table in page.tables for one in table.cells for line in one.lines]
    assert told.count("表头0") == 1
    assert isinstance(pages[1].order[0], PlacedTable)
