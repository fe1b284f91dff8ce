"""The document: its text, its styles, its bookmarks, fields and tables."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml import parse_xml

from tests.renderers.docx.sample import (
    BLOCKS,
    COLOPHON,
    HEAD,
    LONG_HEADLINE,
    W,
    block,
    ending,
    pages,
    part,
    read_back,
    rendered,
    run,
    sheet,
    text_of,
)
from tests.support.printed import ISSUE_22, ISSUE_23, pages_of, sheet_of
from zugong.layout.sheet import Block, InstructionBox, NewPage
from zugong.model.issue import IssueKey
from zugong.model.styles import Role
from zugong.renderers import docx
from zugong.renderers.docx.names import CHARACTER_NAMES, PARAGRAPH_NAMES

BOTH = pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)


@pytest.fixture(scope="module")
def package() -> bytes:
    return rendered(sheet())


@pytest.fixture(scope="module")
def document(package: bytes):
    return Document(io.BytesIO(package))


def paragraph(document, text: str):
    return next(one for one in document.paragraphs if text in one.text)


@BOTH
def test_the_text_of_a_printed_issue_is_that_of_its_sheet(key: IssueKey) -> None:
    read = read_back(docx.render(sheet_of(key), pages_of(key)))
    assert read == [text for one in sheet_of(key).blocks for text in text_of(one, pages_of(key))]


def test_the_text_is_that_of_the_sheet(package: bytes) -> None:
    placed = pages(sheet())
    assert read_back(package) == [text for one in BLOCKS for text in text_of(one, placed)]


def test_every_block_has_the_named_style_of_its_role(document) -> None:
    expected = [PARAGRAPH_NAMES[one.role] for one in BLOCKS if isinstance(one, Block)]
    assert [p.style.name for p in document.paragraphs if p.style.name in set(expected)] == expected
    assert paragraph(document, "某某办公室").style.name == "组工-编发单位"
    assert paragraph(document, "乙县\t").style.name == "组工-目录条"


def test_runs_carry_style_names_and_a_hint_and_nothing_else(package: bytes) -> None:
    for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml"):
        for properties in parse_xml(part(package, name).encode()).iter(f"{W}rPr"):
            assert {child.tag for child in properties} <= {f"{W}rStyle", f"{W}rFonts"}
            assert all(set(fonts.attrib) == {f"{W}hint"} for fonts in properties.iter(f"{W}rFonts"))


def test_accents_are_character_styles(document) -> None:
    found = {one.text: one.style.name for one in paragraph(document, "双向选择").runs}
    assert found["双向选择。"] == "组工-段首语"
    assert found["（某部）"] == "组工-供稿单位"
    assert found[f"△{LONG_HEADLINE}。"] == "组工-接排标题"
    assert found["好。"] == "Default Paragraph Font"
    assert set(CHARACTER_NAMES.values()) <= {style.name for style in document.styles}


def test_only_the_superscript_two_goes_to_the_western_face(document) -> None:
    hints = {one.text: one._r.rPr is not None for one in paragraph(document, "1000m").runs}
    assert hints["²"] is False
    assert hints["以上，“书记”——<b>&"] is True


def test_a_contents_entry_leads_to_the_bookmark_on_its_headline(package: bytes, document) -> None:
    entry = paragraph(document, "乙县\t")
    link = entry.hyperlinks[0]
    assert (link.fragment, link.text) == ("_item_002", "乙县\t2")
    xml = part(package, "word/document.xml")
    assert '<w:bookmarkStart w:id="12" w:name="_item_002"/>' in xml
    assert " PAGEREF _item_002 \\h " in xml
    assert "w:dirty" not in xml and "updateFields" not in part(package, "word/settings.xml")


def test_the_bookmark_holds_the_run_in_headline_alone(document) -> None:
    children = list(paragraph(document, "双向选择")._p)
    start = next(i for i, one in enumerate(children) if one.tag == f"{W}bookmarkStart")
    assert children[start + 1].text == f"△{LONG_HEADLINE}。"
    assert children[start + 2].tag == f"{W}bookmarkEnd"


def test_a_long_entry_is_broken_where_the_pages_broke_it(document) -> None:
    entry = paragraph(document, "甲县")
    assert entry.text == "甲县“三抓三强化”搭建党建交流平台　积极融入长三\n角一体化建设\t2"


def test_outline_levels_stand_on_sections_and_headlines(document) -> None:
    levels = {
        one.text[:3]: level.get(f"{W}val")
        for one in document.paragraphs
        if (level := one._p.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    assert levels == {"本地": "0", "△甲县": "1", "△乙县": "1"}


def test_items_begin_a_page_without_an_empty_paragraph(document) -> None:
    breaking = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert breaking == ["本地"]
    assert [one.style.name for one in document.paragraphs if not one.text] == ["组工-空行", "组工-版记定位"]


def test_a_sheet_that_opens_with_a_new_page_has_no_break() -> None:
    package = rendered(sheet((NewPage(), block(Role.BODY, "正文。"))))
    assert "pageBreakBefore" not in part(package, "word/document.xml")


def test_the_box_is_as_high_as_its_rows(document) -> None:
    box = document.tables[0]
    rows = pages(sheet()).box_rows
    assert box.rows[0].height.twips == rows * 579 - 2 * 15
    assert box.cell(0, 0).paragraphs[0].style.name == "组工-领导批示"


def test_a_box_behind_a_new_page_begins_it() -> None:
    package = rendered(sheet((*HEAD, NewPage(), InstructionBox(run("领导批示：")))))
    found = Document(io.BytesIO(package))
    assert found.tables[0].cell(0, 0).paragraphs[0].paragraph_format.page_break_before
    assert found.paragraphs[-1].style.name == "组工-版记定位", "a body may not end with a table"


def test_the_colophon_hangs_after_its_colons(document) -> None:
    table = document.tables[1]
    formats = [row.cells[0].paragraphs[0].paragraph_format for row in table.rows]
    assert [one.left_indent.pt for one in formats] == [14 + 28, 14 + 42, 14 + 28]
    assert [one.first_line_indent.pt for one in formats] == [-28, -42, -28]


def test_the_colophon_is_ruled_and_tied_to_the_foot(package: bytes) -> None:
    xml = part(package, "word/document.xml")
    table = xml[xml.rindex("<w:tbl>") :]
    assert 'w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="1587" w:tblpYSpec="bottom"' in table
    sizes = [piece.partition('"')[0] for piece in table.split('w:val="single" w:sz="')[1:]]
    assert sizes == ["8", "6", "6", "6", "6", "8"], "1/8 pt: 0.35 mm at both ends, 0.25 mm between"
    assert table.count('w:w="8845"') == 1 + 1 + len(COLOPHON.lines), "tblW, gridCol and every tcW"


@pytest.mark.parametrize(("lines", "carried"), [(17, 0), (18, 2), (22, 2), (23, 2), (24, 0), (40, 2)])
def test_the_end_of_the_last_paragraph_is_carried_over_as_in_the_pages(lines: int, carried: int) -> None:
    """The colophon takes 5 rows of 22; where the page before is full and two lines are left over (24) the break
    comes by itself; a single line (23) gets company."""
    xml = part(rendered(ending(lines)), "word/document.xml")
    behind = xml.partition('<w:br w:type="page"/>')[2].partition("</w:p>")[0]
    assert behind.count("字") == 28 * carried


def test_page_numbers_stand_outside(package: bytes) -> None:
    document = Document(io.BytesIO(package))
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, odd.style.name) == ("— 1 —", "组工-页码")
    assert (even.text, even.style.name) == ("— 2 —", "组工-页码（双面）")
    assert " PAGE " in part(package, "word/footer1.xml")


def test_the_draft_mark_stands_on_every_page() -> None:
    package = rendered(sheet(draft_mark="草稿　不得印发"))
    section = Document(io.BytesIO(package)).sections[0]
    for header in (section.header, section.even_page_header):
        assert [(one.text, one.style.name) for one in header.paragraphs] == [("草稿　不得印发", "组工-草稿")]


def test_a_final_issue_has_no_header(package: bytes) -> None:
    assert "headerReference" not in part(package, "word/document.xml")


def test_metadata_is_that_of_the_sheet(document) -> None:
    core = document.core_properties
    assert (core.title, core.author, core.language) == ("某地简报2024年第3期", "某某办公室", "zh-CN")
    assert core.created.isoformat() == core.modified.isoformat() == "2024-03-01T00:00:00+00:00"
