"""How an issue ends: carried lines, even pages, headings that stay with their text."""

from __future__ import annotations

import pytest

from tests.support.printed import faces
from tests.support.rule_sets import paragraph, run, sheet, text_of_lines
from zugong.layout.sheet import Block, ContentsEntry, NewPage
from zugong.model.styles import Role
from zugong.typesetting.ending import Foot
from zugong.typesetting.flow import Flow, flow
from zugong.typesetting.grid import BoxStrip, PageBreak, Piece, Strip
from zugong.typesetting.typeset import typeset

ROWS, COLOPHON = 22, 4


def strip(lines: int, *, before: int = 0, keep: bool = False, rows: int = 1) -> Strip:
    return Strip(Role.BODY, ((),) * lines, rows, before, 0, keep)


def ended(*pieces: Piece, even: bool = False, rows: int = COLOPHON) -> Flow:
    return flow(pieces, ROWS, Foot(rows, even))


def on_page(placed: Flow, page: int) -> list[tuple[int, int, int]]:
    """(piece, line, row) of what stands on a page."""
    return [(slot.piece, slot.line, slot.row) for slot in placed.slots if slot.page == page]


@pytest.mark.parametrize("fill", range(1, ROWS + 1))
@pytest.mark.parametrize("even", [False, True])
@pytest.mark.parametrize("shape", ["one", "last of one line", "last of two lines", "lines with headings"])
def test_two_lines_of_text_come_along_at_every_fill(fill: int, even: bool, shape: str) -> None:
    pieces = {
        "one": (strip(ROWS + fill),),
        "last of one line": (strip(ROWS + fill - 1), strip(1)),
        "last of two lines": (strip(ROWS + fill - 2), strip(2)),
        "lines with headings": (strip(ROWS + fill - 4), strip(1), strip(1, keep=True), strip(1), strip(1)),
    }[shape]
    placed = ended(*pieces, even=even)
    page = placed.colophon_page
    own = on_page(placed, page)
    assert placed.page_count == page + 1
    assert not even or placed.page_count % 2 == 0
    assert own, "the colophon stands alone"
    assert max(row for _, _, row in own) < ROWS - COLOPHON
    assert placed.carried == 0 or sum(not keeps(pieces, one) for one in own) >= 2
    assert all(on_page(placed, number) for number in range(placed.page_count))
    assert [(slot.piece, slot.line) for slot in placed.slots] == [
        (index, line) for index, piece in enumerate(pieces) for line in range(len(piece.lines))
    ]
    assert no_heading_last(pieces, placed)


def keeps(pieces: tuple[Strip, ...], place: tuple[int, int, int]) -> bool:
    return pieces[place[0]].keep_with_next


def no_heading_last(pieces: tuple[Piece, ...], placed: Flow) -> bool:
    """Whether every page ends with text."""
    lasts = {slot.page: slot.piece for slot in placed.slots}
    return not any(isinstance(piece := pieces[index], Strip) and piece.keep_with_next for index in lasts.values())


def test_a_last_paragraph_of_one_line_takes_the_line_before_along() -> None:
    placed = ended(strip(20), strip(1))
    assert on_page(placed, 1) == [(0, 19, 0), (1, 0, 1)]
    assert placed.carried == 2


def test_a_heading_goes_over_with_its_text() -> None:
    placed = ended(strip(18), strip(1, keep=True), strip(2))
    assert on_page(placed, 1) == [(2, 0, 0), (2, 1, 1)] or on_page(placed, 1)[0] == (1, 0, 0)
    assert on_page(placed, 0)[-1] == (0, 17, 17)
    assert placed.carried == 3


def test_a_heading_of_two_lines_is_not_cut() -> None:
    placed = ended(strip(17), strip(2, keep=True), strip(2))
    assert on_page(placed, 1) == [(1, 0, 0), (1, 1, 1), (2, 0, 2), (2, 1, 3)]


def test_a_page_is_not_emptied_for_the_colophon() -> None:
    """A page that holds only two lines and a long colophon: one of them goes."""
    placed = ended(PageBreak(), strip(2), rows=21)
    assert [on_page(placed, 0), on_page(placed, 1)] == [[(1, 0, 0)], [(1, 1, 0)]]


def test_a_single_line_leaves_the_colophon_alone_rather_than_an_empty_page() -> None:
    placed = ended(strip(1), rows=22)
    assert (placed.colophon_page, placed.carried, on_page(placed, 0)) == (1, 0, [(0, 0, 0)])


def test_even_pages() -> None:
    assert ended(strip(10)).page_count == 1
    placed = ended(strip(10), even=True)
    assert (placed.page_count, placed.colophon_page, placed.carried) == (2, 1, 2)
    assert len(on_page(placed, 1)) == 2
    assert ended(strip(30), even=True).carried == 0


def test_an_even_number_of_pages_without_colophon_ends_with_a_blank_one() -> None:
    placed = ended(strip(10), even=True, rows=0)
    assert placed.page_count == 2
    assert on_page(placed, 1) == []
    assert ended(strip(30), even=True, rows=0).page_count == 2


def test_two_pages_more_share_the_carried_lines() -> None:
    """The colophon has no room on page two, so page three would hold it: text goes over to both of the new pages."""
    placed = ended(strip(ROWS + 20), even=True)
    assert placed.page_count == 4
    assert [len(on_page(placed, page)) for page in range(4)] == [22, 16, 2, 2]


@pytest.mark.parametrize("filled", range(1, ROWS + 1))
@pytest.mark.parametrize("before", [0, 2])
def test_section_headline_and_first_line_stand_together(filled: int, before: int) -> None:
    """栏目, 另行标题 and the first line of the text, with room above the headline."""
    pieces = (strip(filled), strip(1, keep=True), strip(2, keep=True, before=before), strip(5))
    placed = ended(*pieces)
    first = {slot.piece: slot.page for slot in reversed(placed.slots)}
    assert first[1] == first[2] == first[3]
    assert no_heading_last(pieces, placed)


@pytest.mark.parametrize("front", range(1, 60))
@pytest.mark.parametrize("note", [0, 3, 25])
def test_long_front_matter(front: int, note: int) -> None:
    """Contents, 批示 box and 编者按 of any length: the box has its least height and nothing stands upon anything."""
    pieces: tuple[Piece, ...] = (strip(front), BoxStrip((), 1, 4))
    pieces += (strip(note, before=1),) if note else ()
    placed = ended(*pieces, PageBreak(), strip(30))
    assert placed.box is not None
    assert placed.box_rows >= 4
    rows = [(slot.page, slot.row) for slot in placed.slots]
    rows += [(placed.box.page, placed.box.row + row) for row in range(placed.box_rows)]
    assert len(rows) == len(set(rows))
    assert max(row for _, row in rows) < ROWS
    items = min(slot.page for slot in placed.slots if slot.piece == len(pieces) + 1)
    assert items > placed.box.page


@pytest.mark.parametrize("entries", range(1, 45))
def test_a_section_of_long_contents_is_never_last_on_a_page(entries: int) -> None:
    made = sheet(
        *(ContentsEntry((run(f"标题{number}"),), "item") for number in range(entries)),
        Block(Role.CONTENTS_SECTION, (run("★ 市外参考"),)),
        ContentsEntry((run("标题"),), "item"),
        NewPage(),
        Block(Role.SECTION, (run("市外参考"),)),
        Block(Role.HEADLINE, (run("△某县抓党建"),), "item"),
        paragraph(text_of_lines(3)),
    )
    for page in typeset(made, faces()).pages:
        assert page.fragments[-1].role not in (Role.CONTENTS_SECTION, Role.SECTION, Role.HEADLINE)
