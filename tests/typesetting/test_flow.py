"""Strips on the grid: pages of 22 rows."""

from dataclasses import replace

import pytest

from tests.support.printed import faces, styles
from tests.support.rule_sets import paragraph, run, sheet
from zugong.layout.sheet import Block
from zugong.model.styles import Role
from zugong.typesetting.ending import Foot
from zugong.typesetting.flow import Flow
from zugong.typesetting.flow import flow as flow_on
from zugong.typesetting.grid import BoxStrip, PageBreak, Piece, Strip
from zugong.typesetting.typeset import typeset

ROWS = 22


def strip(lines: int, *, rows: int = 1, before: int = 0, after: int = 0, keep: bool = False) -> Strip:
    return Strip(Role.BODY, ((),) * lines, rows, before, after, keep)


def flow(pieces: tuple[Piece, ...], page_rows: int, colophon_rows: int, *, even: bool = False) -> Flow:
    return flow_on(pieces, page_rows, Foot(colophon_rows, even))


def places(placed: Flow, piece: int) -> list[tuple[int, int]]:
    return [(slot.page, slot.row) for slot in placed.slots if slot.piece == piece]


def test_a_page_holds_22_lines() -> None:
    placed = flow((strip(45),), ROWS, 0)
    assert [sum(slot.page == page for slot in placed.slots) for page in range(3)] == [22, 22, 1]


def test_a_heading_is_never_last_on_a_page() -> None:
    placed = flow((strip(21), strip(1, keep=True), strip(3)), ROWS, 0)
    assert places(placed, 1) == [(1, 0)]
    assert places(placed, 2)[0] == (1, 1)


def test_two_headings_stay_together_with_the_first_line_of_text() -> None:
    placed = flow((strip(20), strip(1, keep=True), strip(1, keep=True), strip(3)), ROWS, 0)
    assert places(placed, 1) == [(1, 0)]


def test_room_before_is_dropped_at_the_top_of_a_page() -> None:
    placed = flow((strip(22), strip(2, before=3)), ROWS, 0)
    assert places(placed, 1) == [(1, 0), (1, 1)]


def test_the_box_takes_what_the_page_has_left() -> None:
    pieces: tuple[Piece, ...] = (strip(8), BoxStrip((), 1, 4), strip(6, before=1), PageBreak(), strip(2))
    placed = flow(pieces, ROWS, 0)
    assert placed.box is not None
    assert (placed.box.page, placed.box.row, placed.box_rows) == (0, 9, 6)
    assert places(placed, 2)[-1] == (0, 21)
    assert places(placed, 4)[0] == (1, 0)


def test_the_box_is_never_lower_than_its_least_height() -> None:
    placed = flow((strip(8), BoxStrip((), 1, 4), strip(20), PageBreak(), strip(1)), ROWS, 0)
    assert placed.box_rows == 4
    assert places(placed, 2)[-1][0] == 1


def test_a_page_break_on_an_empty_page_makes_none() -> None:
    assert flow((PageBreak(), strip(1), PageBreak(), PageBreak(), strip(1)), ROWS, 0).page_count == 2


@pytest.mark.parametrize("fill", range(1, ROWS + 1))
def test_the_colophon_never_stands_alone(fill: int) -> None:
    """At every fill of the last page it has its rows free, and text above it."""
    placed = flow((strip(ROWS + fill),), ROWS, 4)
    on_page = [slot.row for slot in placed.slots if slot.page == placed.colophon_page]
    assert placed.page_count == placed.colophon_page + 1
    assert on_page, "the colophon stands alone"
    assert max(on_page) + 1 + 4 <= ROWS
    assert len(placed.slots) == ROWS + fill
    assert sorted((slot.page, slot.row) for slot in placed.slots) == [(slot.page, slot.row) for slot in placed.slots]


@pytest.mark.parametrize("role", [Role.CENTRED_HEADLINE, Role.SUBTITLE, Role.ATTACHMENT_TITLE])
def test_a_tight_paragraph_has_no_empty_rows_below(role: Role) -> None:
    headline = Block(role, (run("潜山市扎实推进村级党群服务中心建设"),))
    steps = []
    for one in (headline, replace(headline, tight=True)):
        above, below = typeset(sheet(one, paragraph("党建。")), faces()).pages[0].fragments
        steps.append((below.lines[0].baseline - above.lines[0].baseline) / styles().page.line_pitch)
    loose, tight = steps
    assert loose - tight == pytest.approx(styles().paragraph(role).rows_after)
    assert tight < 1.1 * styles().paragraph(role).rows
