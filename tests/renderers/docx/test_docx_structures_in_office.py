"""Tables, figures, mastheads and colophons: LibreOffice prints them on the pages and rows of Pages."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from tests.renderers.docx.sample import HEAD, pages, rendered, run, sheet
from tests.renderers.docx.structured import (
    CAPTION,
    COLOPHON_MANY,
    NOTE,
    REPORT,
    TABLE_HEADS,
    figure,
    grouped,
    ledger,
    lines,
)
from tests.support.office import docx_to_pdf
from tests.support.pdf import Drawn, drawn_characters
from zugong.layout.sheet import Colophon, ColophonLine, PageTurn, Sheet, SheetBlock, SplitBlock
from zugong.model.styles import Role
from zugong.typesetting.pages import Page, Pages, PlacedLine

NEAR = 3.0
"pt"


FAR = 12.0
"pt that centred lines may be off where LibreOffice parts 汉字 from figures (see docx_to_pdf)"


def printed(of: Sheet, folder: Path, *, as_written: bool) -> bytes:
    path = folder / "a.docx"
    path.write_bytes(rendered(of))
    return docx_to_pdf(path, folder / "out", as_written=as_written).read_bytes()


def assert_agrees(of: Sheet, folder: Path, *, as_written: bool = False) -> Pages:
    """Every page has the characters of ours, every line begins where ours does, every picture stands where ours does.

    As written only where lines with figures wrap: FODT loses the rule by which merged rows stay together.
    """
    placed, pdf = pages(of), printed(of, folder, as_written=as_written)
    aside = NEAR if as_written else FAR
    drawn = drawn_characters(pdf)
    assert len(drawn) == len(placed.pages)
    for page, found in zip(placed.pages, drawn, strict=True):
        assert Counter(bare("".join(one.text for one in found))) == Counter(bare(text_of(page))), page.number
        for line in page.lines:
            assert stands(line, found, aside), f"page {page.number}: {line.content} at {line.baseline}"
    assert_pictures(placed, pdf)
    return placed


def bare(text: str) -> str:
    return "".join(text.split()).replace("·", "")


def text_of(page: Page) -> str:
    return "".join(line.content for line in page.lines)


def stands(line: PlacedLine, found: list[Drawn], aside: float) -> bool:
    first = next((one for one in line.runs if bare(one.content)), None)
    if first is None:
        return True
    text, x = bare(first.content)[0], first.x
    return any(
        one.text == text and abs(one.baseline - line.baseline) < NEAR and abs(one.x - x) < aside for one in found
    )


def assert_pictures(placed: Pages, pdf: bytes) -> None:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for mine, theirs in zip(placed.pages, document.pages, strict=True):
            found = sorted((one["top"], one["x0"], one["height"]) for one in theirs.images)
            assert len(found) == len(mine.pictures)
            for (top, left, height), one in zip(found, mine.pictures, strict=True):
                assert (top, left, height) == pytest.approx((one.y, one.x, one.height), abs=1.5)


def cases(*found: tuple[SheetBlock, ...]) -> Sheet:
    """Each of them on pages of its own."""
    return sheet((*HEAD, *(one for case in found for one in (PageTurn(), *case))))


def test_a_whole_report_stands_as_in_pages(tmp_path: Path) -> None:
    placed = assert_agrees(sheet((*REPORT, COLOPHON_MANY)), tmp_path)
    assert sum(bool(page.tables) for page in placed.pages) >= 4, "two tables, each over two pages"
    assert any(page.pictures for page in placed.pages)


def test_a_table_agrees_wherever_it_begins(tmp_path: Path) -> None:
    """Title and unit line stay with the head, the head with the first row, 表注 with the last."""
    assert_agrees(
        cases(*((lines(n), *TABLE_HEADS, ledger(4), NOTE, lines(2)) for n in range(8, 23))), tmp_path, as_written=True
    )


def test_a_long_table_repeats_its_head(tmp_path: Path) -> None:
    placed = assert_agrees(cases(*((lines(n), ledger(26), lines(3)) for n in (1, 2, 7, 21))), tmp_path)
    assert sum(bool(table.repeated) for page in placed.pages for table in page.tables) >= 4


def test_merged_rows_are_not_parted(tmp_path: Path) -> None:
    assert_agrees(cases(*((lines(n), grouped(4), lines(2)) for n in range(1, 20, 2))), tmp_path)


def test_a_table_without_head_and_tables_that_touch(tmp_path: Path) -> None:
    headless = replace(ledger(20), head_rows=0)
    assert_agrees(cases(*((lines(n), headless, ledger(3), ledger(3), lines(1)) for n in (1, 4, 9))), tmp_path)


def test_a_figure_stays_with_its_caption(tmp_path: Path) -> None:
    cases_of = ((lines(n), figure(300, 150, caption=True), CAPTION, lines(2)) for n in range(12, 22))
    assert_agrees(cases(*cases_of), tmp_path)


def test_a_figure_at_the_foot_and_one_as_high_as_the_page(tmp_path: Path) -> None:
    page = sheet().styles.page
    assert_agrees(
        cases(
            (lines(18), figure(200, 4 * page.line_pitch), lines(3)),
            (lines(19), figure(200, 4 * page.line_pitch), lines(3)),
            (lines(2), figure(page.type_width, page.type_height), lines(2)),
        ),
        tmp_path,
    )


COLOPHONS = {
    "many": COLOPHON_MANY,
    "two": Colophon((ColophonLine(run("报："), run("某某领导。")), ColophonLine(run("送："), run("各单位。")))),
    "right": Colophon(
        (
            ColophonLine(run("抄送："), run("各县（市、区）" * 8 + "。"), run("共印50份")),
            ColophonLine(None, run("某某县图书馆办公室"), run("2026年7月1日印发")),
        )
    ),
    "after": Colophon(
        (ColophonLine(run("发："), run("各单位。")),),
        (
            SplitBlock(Role.AFTER_COLOPHON, None, run("共印50份")),
            SplitBlock(Role.AFTER_COLOPHON, run("编辑：王五"), None, run("审核：赵六")),
        ),
    ),
    "only after": Colophon((), (SplitBlock(Role.AFTER_COLOPHON, run("编辑：王五"), run("共印50份")),)),
}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("many", 1),
        ("many", 16),
        ("many", 19),
        ("two", 22),
        ("right", 15),
        ("right", 22),
        ("after", 18),
        ("only after", 21),
    ],
)
def test_every_colophon_stands_at_the_foot(name: str, count: int, tmp_path: Path) -> None:
    assert_agrees(sheet((*HEAD, PageTurn(), lines(count), COLOPHONS[name])), tmp_path)


@pytest.mark.parametrize("count", [10, 17])
def test_a_colophon_behind_a_table(count: int, tmp_path: Path) -> None:
    assert_agrees(sheet((*HEAD, PageTurn(), lines(count), ledger(2), COLOPHONS["many"])), tmp_path)


@pytest.mark.parametrize(
    "last", [(lines(22),), (lines(16), ledger(2)), (figure(200, 100),)], ids=["text", "table", "figure"]
)
def test_an_empty_page_makes_the_number_even(last: tuple[SheetBlock, ...], tmp_path: Path) -> None:
    of = replace(sheet((*HEAD, PageTurn(), lines(20), PageTurn(), *last)), even_pages=True)
    placed = assert_agrees(of, tmp_path)
    assert len(placed.pages) == 4
    assert not placed.pages[-1].lines, "not even a page number"
