"""The document: tables, figures, lines of three texts, balanced headlines, rows of the colophon, a blank page."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.renderers.docx.sample import HEAD, block, pages, part, rendered, run, sheet
from tests.renderers.docx.structured import (
    CAPTION,
    COLOPHON_MANY,
    NOTE,
    REPORT,
    SVG,
    cell,
    figure,
    grouped,
    ledger,
    lines,
    picture,
    table,
)
from zugong.layout.sheet import PageTurn, Sheet, SheetBlock, SplitBlock
from zugong.model.styles import Role
from zugong.pictures.picture import PictureKind

ROW = 579
LESS = 21
"twips that the first row of a table gives for its frame: 0.35 mm and what is lost by rounding"


def document_of(*blocks: SheetBlock):
    return Document(io.BytesIO(rendered(sheet((*HEAD, *blocks)))))


def heights(found) -> list[int]:
    return [int(one.get(qn("w:val"))) for one in found._tbl.iter(qn("w:trHeight"))]


def kept(found) -> list[int]:
    """Rows whose paragraphs all stay with the next."""
    rows = [
        [p.find(qn("w:pPr")).find(qn("w:keepNext")) is not None for p in tr.iter(qn("w:p"))] for tr in found._tbl.tr_lst
    ]
    assert all(len(set(row)) == 1 for row in rows), "one cell that does not stay parts the row in Word"
    return [index for index, row in enumerate(rows) if row[0]]


def test_rows_are_whole_rows_of_the_grid_and_grow_with_what_is_written() -> None:
    found = document_of(lines(1), ledger(3), NOTE).tables[0]
    assert heights(found) == [2 * ROW - LESS, ROW, 2 * ROW, 2 * ROW, ROW]
    assert {one.get(qn("w:hRule")) for one in found._tbl.iter(qn("w:trHeight"))} == {"atLeast"}
    assert len(list(found._tbl.iter(qn("w:cantSplit")))) == len(found.rows)


def test_columns_are_the_type_area_and_cells_say_so_too() -> None:
    found = document_of(ledger(3)).tables[0]
    widths = [int(one.get(qn("w:w"))) for one in found._tbl.iter(qn("w:gridCol"))]
    assert sum(widths) == 8845
    for row in found._tbl.tr_lst:
        assert sum(int(one.get(qn("w:w"))) for one in row.iter(qn("w:tcW"))) == 8845
    first = found._tbl.tr_lst[-1].tc_lst[0]
    assert (first.grid_span, first.width.twips) == (2, sum(widths[:2]))


def test_the_head_is_repeated_and_stays_with_the_first_row() -> None:
    found = document_of(lines(1), ledger(3)).tables[0]
    assert [bool(list(row.iter(qn("w:tblHeader")))) for row in found._tbl.tr_lst] == [True, False, False, False, False]
    assert kept(found) == [0]


def test_merged_rows_stay_together_and_the_last_with_its_note() -> None:
    found = document_of(lines(1), grouped(2, 3), NOTE).tables[0]
    assert kept(found) == [0, 1, 2, 3, 5, 6, 7]
    merges = [[one.get(qn("w:val"), "continue") for one in row.iter(qn("w:vMerge"))] for row in found._tbl.tr_lst]
    assert merges[:5] == [["restart", "restart"], ["continue", "continue"], ["restart"], ["continue"], ["continue"]]


def test_without_a_head_the_first_row_of_every_page_gives_for_the_frame() -> None:
    body = replace(ledger(20), head_rows=0)
    placed = pages(sheet((*HEAD, lines(5), body)))
    first = {min(one.row for one in part.cells) for page in placed.pages for part in page.tables}
    assert len(first) > 1
    low = {index for index, height in enumerate(heights(document_of(lines(5), body).tables[0])) if height % ROW}
    assert low == first


def test_a_row_in_which_no_cell_begins_takes_one_row() -> None:
    block_of = table(((cell("甲", 0, 1, 2), cell("乙", 1, 1, 2)), (), (cell("丙", 0), cell("丁", 1))), (1, 1), 0)
    assert heights(document_of(lines(1), block_of, NOTE).tables[0]) == [ROW - LESS, ROW, ROW]


def test_cells_have_named_styles_and_their_own_alignment() -> None:
    found = document_of(ledger(1)).tables[0]
    rows = [[(p.style.name, str(p.alignment)) for p in (one.paragraphs[0] for one in row.cells)] for row in found.rows]
    assert {name for name, _ in rows[0]} == {"组工-表头"}
    assert [align.partition(" ")[0] for _, align in rows[1]] == ["None", "LEFT", "RIGHT", "LEFT"]
    assert {name for name, _ in rows[-1]} == {"组工-合计行"}
    assert found._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "县图书馆服务情况"


def test_tables_that_touch_are_parted() -> None:
    body = list(document_of(ledger(1), ledger(1)).element.body)
    kinds = [one.tag.rpartition("}")[2] for one in body]
    assert kinds[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_figure_stands_on_a_line_that_may_not_cut_it() -> None:
    found = document_of(lines(1), figure(300, 150, caption=True), CAPTION)
    paragraph = found.paragraphs[-2]
    assert paragraph.style.name == "组工-图片"
    assert paragraph.paragraph_format.keep_with_next
    spacing = paragraph._p.pPr.find(qn("w:spacing"))
    line, after = int(spacing.get(qn("w:line"))), int(spacing.get(qn("w:after")))
    assert (line + after, spacing.get(qn("w:lineRule"))) == (6 * ROW, "atLeast")
    assert after == pytest.approx((6 * ROW - 150 * 20) / 2, abs=1), "in the middle of its rows"
    extent = next(paragraph._p.iter(qn("wp:extent")))
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (300 * 12700, 150 * 12700)
    assert next(paragraph._p.iter(qn("wp:docPr"))).get("descr") == "各县到馆人次的示意图"


def test_a_figure_never_pushes_its_line_over_its_rows() -> None:
    """As high as its rows, it is drawn a little smaller, both ways."""
    height = 4 * sheet().styles.page.line_pitch
    found = document_of(figure(200, height)).paragraphs[-1]
    extent = next(found._p.iter(qn("wp:extent")))
    cx, cy = int(extent.get("cx")), int(extent.get("cy"))
    assert 4 * ROW * 635 - 20 * 635 < cy < 4 * ROW * 635
    assert cx / cy == pytest.approx(200 / height, rel=1e-3)


def test_a_figure_that_begins_a_page_says_its_spacing_once() -> None:
    of = sheet((*HEAD, PageTurn(), figure(200, 100), lines(1)))
    found = next(
        one for one in Document(io.BytesIO(rendered(of))).paragraphs if one._p.findall(f".//{qn('w:drawing')}")
    )
    assert found.paragraph_format.page_break_before
    spacings = found._p.findall(qn("w:pPr") + "/" + qn("w:spacing"))
    assert [sorted(one.attrib) for one in spacings] == [
        [qn(f"w:{name}") for name in ("after", "before", "line", "lineRule")]
    ]


def test_pictures_are_stored_once_and_a_drawing_beside_its_pixels() -> None:
    package = rendered(sheet((*HEAD, figure(200, 100), figure(200, 100), figure(200, 100, PictureKind.SVG))))
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        media = {name: archive.read(name) for name in archive.namelist() if "/media/" in name}
    assert [name.rpartition(".")[2] for name in sorted(media)] == ["png", "png", "svg"]
    assert SVG in media.values()
    document = part(package, "word/document.xml")
    assert document.count("asvg:svgBlip") == 1
    assert [piece.partition('"')[0] for piece in document.split('<wp:docPr id="')[1:]] == ["1", "2", "3"]


def test_a_jpeg_is_one() -> None:
    package = rendered(sheet((*HEAD, figure(200, 100, PictureKind.JPEG))))
    assert picture(PictureKind.JPEG).data[:2] == b"\xff\xd8"
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.read("word/media/picture1.jpeg")[:2] == b"\xff\xd8"
        assert "image/jpeg" in archive.read("[Content_Types].xml").decode()


def split_text(one: SplitBlock) -> tuple[str, list[str]]:
    found = Document(io.BytesIO(rendered(sheet((one, block(Role.BODY, "正文。")))))).paragraphs[0]
    tabs = [stop.get(qn("w:val")) for stop in found._p.iter(qn("w:tab")) if stop.get(qn("w:val"))]
    return found.text, tabs


@pytest.mark.parametrize(
    ("left", "centre", "right", "text", "tabs"),
    [
        ("内部资料", "", "№001", "内部资料\t№001", []),
        ("总第1期", "共印5份", "签发人：张三", "总第1期\t共印5份\t签发人：张三", ["center"]),
        ("", "共印5份", "", "\t共印5份", ["center"]),
        ("", "", "№001", "\t№001", []),
        ("甲" * 13, "乙" * 6, "丙" * 10, f"{'甲' * 13}\n\t{'乙' * 6}\n\t\t{'丙' * 10}", ["center"]),
    ],
)
def test_a_line_of_sides_has_tabs_where_pages_have_room(left, centre, right, text, tabs) -> None:
    sides = [run(one) if one else None for one in (left, right, centre)]
    found, stops = split_text(SplitBlock(Role.MASTHEAD_LINE, *sides))
    assert (found, stops) == (text, tabs)


def test_an_entry_without_page_is_only_a_link() -> None:
    found = Document(io.BytesIO(rendered(sheet(REPORT))))
    section, entry = (
        next(one for one in found.paragraphs if one.style.name == name) for name in ("组工-目录栏目", "组工-目录条")
    )
    assert section.text.endswith("\t2") and section.hyperlinks[0].fragment == "_item_001"
    assert "\t" not in entry.text and entry.hyperlinks[0].fragment == "_item_001"
    assert " PAGEREF " not in entry._p.xml


def test_a_balanced_headline_takes_over_the_lines_of_pages() -> None:
    placed = pages(sheet(REPORT))
    fragment = next(one for page in placed.pages for one in page.fragments if one.role is Role.CENTRED_HEADLINE)
    assert len(fragment.lines) > 1
    found = next(
        one for one in Document(io.BytesIO(rendered(sheet(REPORT)))).paragraphs if one.style.name == "组工-居中标题"
    )
    assert found.text.split("\n") == [line.content for line in fragment.lines]
    assert found.paragraph_format.keep_together
    assert found.paragraph_format.space_after == 0, "the subtitle belongs to it (tight)"


def test_room_above_is_left_out_where_pages_begin() -> None:
    """Office programs do not agree about it, so such a paragraph is said to begin its page."""
    found = Document(io.BytesIO(rendered(sheet((*HEAD, lines(12), block(Role.CENTRED_HEADLINE, "标题"), lines(2))))))
    headline = next(one for one in found.paragraphs if one.style.name == "组工-居中标题")
    assert (headline.paragraph_format.page_break_before, headline.paragraph_format.space_before) == (True, 0)


def test_room_below_and_above_adds_up() -> None:
    """Word and LibreOffice would take the larger of both."""
    found = document_of(block(Role.CENTRED_HEADLINE, "标题"), lines(2))
    office, headline = found.paragraphs[2:4]
    assert office.paragraph_format.space_after == 0
    assert headline.paragraph_format.space_before.twips > ROW + ROW - 30


def test_levels_of_headings_stand_in_the_navigation_pane() -> None:
    found = Document(io.BytesIO(rendered(sheet(REPORT))))
    levels = [one.get(qn("w:val")) for one in found.element.body.iter(qn("w:outlineLvl"))]
    assert levels == ["0", "1", "2", "3"]


def test_rows_below_the_last_rule_have_none() -> None:
    found = document_of(lines(1), COLOPHON_MANY).tables[-1]
    borders = [len(list(row._tr.iter(qn("w:tcBorders")))) for row in found.rows]
    assert borders == [1, 1, 1, 0]
    texts = [row.cells[0].paragraphs[0] for row in found.rows]
    assert texts[2].text == "某某县图书馆办公室\t2026年7月1日印发"
    assert texts[3].text == "责任编辑：王五\t电话：0000000\t共印50份"
    assert texts[3].style.name == "组工-版记后"


def even(last: tuple[SheetBlock, ...]) -> Sheet:
    return replace(sheet((*HEAD, PageTurn(), lines(2), PageTurn(), *last)), even_pages=True)


@pytest.mark.parametrize("last", [(lines(22),), (ledger(2),)], ids=["text", "table"])
def test_a_blank_last_page_is_a_section_without_footers(last: tuple[SheetBlock, ...]) -> None:
    package = rendered(even(last))
    found = Document(io.BytesIO(package))
    assert len(found.sections) == 2
    assert found.paragraphs[-1].text == ""
    assert [one.footer.paragraphs[0].text for one in found.sections] == ["— 1 —", ""]
    assert [one.even_page_footer.paragraphs[0].text for one in found.sections] == ["— 2 —", ""]


def test_an_even_issue_has_no_blank_page() -> None:
    package = rendered(replace(sheet((*HEAD, PageTurn(), lines(2))), even_pages=True))
    assert len(Document(io.BytesIO(package)).sections) == 1


def test_a_colophon_that_pages_have_alone_begins_its_page() -> None:
    of = sheet((*HEAD, PageTurn(), lines(2), figure(200, 480), COLOPHON_MANY))
    assert not pages(of).carried_lines
    assert len(pages(of).pages) == 3
    anchor = Document(io.BytesIO(rendered(of))).paragraphs[-1]
    assert anchor.paragraph_format.page_break_before
