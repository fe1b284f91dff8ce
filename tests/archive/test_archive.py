"""Archive quality: PDF/A-2a and PDF/UA-1 by the real veraPDF, a tree with true paragraphs, text that can be found."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest

from tests.archive.tagged import Tagged, artifacts, read_tagged
from tests.archive.vera import validate
from tests.fonts.official import ALL, install
from tests.support.command_line import small_workspace
from tests.support.everything import everything, odd_tables
from tests.support.examples import Example, examples, written
from tests.support.pdf import require_pango
from tests.support.printed import ISSUE_22, ISSUE_23, faces, issue_of, pages_of, sheet_of, styles
from tests.support.rule_sets import EVERY, file_of, on_paper
from zugong.fonts.faces import faces_for
from zugong.fonts.name_table import faces_in
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, lay_out, open_office
from zugong.renderers import pdf
from zugong.renderers.pdf.tags import table_outlines
from zugong.typesetting.pages import Page
from zugong.typesetting.typeset import typeset

BOTH = pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)
FLAVOURS = ("2a", "ua1")


def rendered(key: IssueKey | Example) -> bytes:
    require_pango()
    return file_of(key, "pdf")


def test_vera_pdf_is_content(tmp_path: Path) -> None:
    """Both issues, every example, one with installed faces, one with everything a body can have, one with a decorated
    masthead; and one that lost its tags: a guard that never fails guards nothing. One test, since Java starts slowly.
    """
    for number, key in enumerate(EVERY):
        (tmp_path / f"{number}.pdf").write_bytes(rendered(key))
    (tmp_path / "official.pdf").write_bytes(with_installed_faces(tmp_path / "fonts"))
    (tmp_path / "everything.pdf").write_bytes(rendered_everything())
    (tmp_path / "tables.pdf").write_bytes(pdf.render(odd_tables(), typeset(odd_tables(), faces())))
    (tmp_path / "decorated.pdf").write_bytes(decorated(tmp_path / "templates"))
    bare = pypdf.PdfWriter(clone_from=io.BytesIO(rendered(ISSUE_23)))
    del bare.root_object["/StructTreeRoot"], bare.root_object["/Metadata"]
    bare.write(tmp_path / "bare.pdf")
    verdicts = validate(sorted(tmp_path.glob("*.pdf")), FLAVOURS, tmp_path)
    assert len(verdicts) == (5 + len(EVERY)) * len(FLAVOURS)
    for verdict in verdicts:
        if Path(verdict.file).stem == "bare":
            assert not verdict.passed
            assert verdict.broken
        else:
            assert (verdict.passed, verdict.broken) == (True, ()), verdict
            assert verdict.checks > least(Path(verdict.file).stem), "it has looked at all"


def least(name: str) -> int:
    """Checks that veraPDF must have made at least; it makes several for every character of an issue."""
    if name.isdecimal():
        lines = (line for page in on_paper(EVERY[int(name)]).pages.pages for line in page.lines)
        return 3 * sum(len(spaceless(line.content)) for line in lines)
    return 200 if name == "tables" else 5_000


def with_installed_faces(folder: Path) -> bytes:
    install(folder, *ALL)
    faces = faces_for(styles(), [face for file in sorted(folder.iterdir()) for face in faces_in(file)])
    return pdf.render(sheet_of(ISSUE_23), typeset(sheet_of(ISSUE_23), faces), faces=faces)


@cache
def rendered_everything() -> bytes:
    require_pango()
    return pdf.render(everything(), typeset(everything(), faces()))


def decorated(folder: Path) -> bytes:
    folder.mkdir()
    (folder / "masthead.html").write_text(
        '{% extends "shipped/masthead.html" %}{% block after %}<svg style="position:absolute" width="9" height="9">'
        '<circle r="4" cx="4" cy="4" fill="#e60012"/></svg><p>只看不读</p>{% endblock %}',
        encoding="utf-8",
    )
    return pdf.render(sheet_of(ISSUE_22), pages_of(ISSUE_22), folder)


# ---- the tree ----


@cache
def tree(key: IssueKey) -> Tagged:
    return read_tagged(rendered(key))


def spaceless(text: str) -> str:
    return "".join(text.split())


def test_the_elements_of_an_issue_with_contents() -> None:
    top = [(one.tag, spaceless(one.text)[:8]) for one in tree(ISSUE_22).kids]
    assert top[:8] == [
        ("H1", "安庆组工信息"),
        ("P", "第22期"),
        ("P", "中共安庆市委组织"),
        ("P", "★市内信息"),
        ("TOC", "桐城市大力实施非"),
        ("P", "★市外参考"),
        ("TOC", "甘肃省礼县：“书"),
        ("P", "领导批示："),
    ]
    headings = [(one.tag, spaceless(one.text)) for one in tree(ISSUE_22).kids if one.tag[0] == "H"]
    assert headings[1:] == [
        ("H2", "市内信息"),
        ("H3", "△桐城市大力实施非公企业党建工作“常青树计划”。"),
        ("H3", "△宜秀区抓项目带动推动村级集体经济发展壮大。"),
        ("H3", "△高新区“三抓三强化”搭建党建交流平台积极融入长三角一体化建设。"),
        ("H2", "市外参考"),
        ("H3", "△甘肃省礼县：“书记项目”激活基层党建新引擎。"),
    ]


def test_no_level_of_headings_is_left_out() -> None:
    """The printed issue of 2023 has no sections: its items stand right below the title."""
    headings = [one.tag for one in tree(ISSUE_23).kids if one.tag[0] == "H"]
    assert headings == ["H1", "H2", "H2", "H2", "H2"]


def test_an_entry_of_the_contents_is_one_link() -> None:
    entries = [one for one in tree(ISSUE_22).all() if one.tag == "TOCI"]
    assert [[kid.tag for kid in entry.kids] for entry in entries] == [["Link"]] * 4
    assert [spaceless(entry.text)[-4:] for entry in entries] == ["计划”2", "展壮大3", "化建设3", "新引擎4"]
    page = pypdf.PdfReader(io.BytesIO(rendered(ISSUE_22))).pages[0]
    notes = [note.get_object() for note in page["/Annots"]]
    assert [note["/Contents"] for note in notes] == [
        "桐城市大力实施非公企业党建工作“常青树计划”，第 2 面",
        "宜秀区抓项目带动　推动村级集体经济发展壮大，第 3 面",
        "高新区“三抓三强化”搭建党建交流平台　积极融入长三角一体化建设，第 3 面",
        "甘肃省礼县：“书记项目”激活基层党建新引擎，第 4 面",
    ]


def test_an_entry_cut_by_a_page_break_stays_one_entry(tmp_path: Path) -> None:
    require_pango()
    root, headline = small_workspace(tmp_path), "县图书馆延长开放时间方便群众" * 5
    for number in range(2, 9):
        item = f"---\n标题: {headline}\n供稿单位: 县图书馆\n---\n\n开放至{number}时。\n"
        (root / f"issues/2026/1/0{number}-某馆.md").write_text(item, encoding="utf-8")
    office = open_office(root, date(2026, 1, 6))
    issue = examine(office, IssueKey(2026, 1), draft=True).issue
    assert issue is not None
    laid_out = lay_out(office, issue)
    assert laid_out is not None
    found = read_tagged(pdf.render(laid_out.sheet, laid_out.pages))
    entries = [one for one in found.all() if one.tag == "TOCI"]
    assert len(entries) == 8
    assert (1, 2) in [entry.pages for entry in entries]
    assert all(entry.text.startswith("县图书馆延长开放时间") for entry in entries)


@BOTH
def test_every_paragraph_is_one_element_across_pages(key: IssueKey) -> None:
    paragraphs = {spaceless(one.text) for one in tree(key).all() if one.tag == "P"}
    for item in issue_of(key).items:
        first, *others = (spaceless(paragraph.content) for paragraph in item.body)
        assert any(found.endswith(first) or first in found for found in paragraphs), first[:20]
        for other in others:
            assert any(found.startswith(other) for found in paragraphs), other[:20]
    assert any(len(one.pages) == 2 for one in tree(key).kids)


@BOTH
def test_what_is_no_text_is_an_artifact(key: IssueKey) -> None:
    for number, text in enumerate(artifacts(rendered(key)), 1):
        assert spaceless(text).replace("·", "") == f"—{number}—"
    assert "··" not in tree(key).text


# ---- headings, tables, figures ----


@cache
def tree_of_everything() -> Tagged:
    return read_tagged(rendered_everything())


def test_a_title_of_two_lines_is_one_heading_and_bodies_have_deeper_ones() -> None:
    headings = [(one.tag, spaceless(one.text)) for one in tree_of_everything().kids if re.fullmatch("H[1-6]", one.tag)]
    assert headings == [
        ("H1", "某县图书馆工作专报"),
        ("H2", "读书活动"),
        ("H3", "某县图书馆开展读书月活动情况"),
        ("H4", "一、主要做法"),
        ("H5", "（一）延长开放时间"),
        ("H6", "1.周末不闭馆"),
        ("H6", "（1）值班安排"),
        ("H4", "二、下一步打算"),
        ("H3", "△各馆藏书情况"),
        ("H2", "任务清单"),
    ]


def test_contents_hold_sections_and_entries_without_page_numbers() -> None:
    (contents,) = (one for one in tree_of_everything().kids if one.tag == "TOC")
    assert [(one.tag, [kid.tag for kid in one.kids]) for one in contents.kids] == [("TOCI", ["Link"])] * 3
    assert [spaceless(one.text) for one in contents.kids] == [
        "读书活动2",
        "1.某县图书馆开展读书月活动情况2",
        "2.各馆藏书情况",
    ]


def test_a_table_over_three_pages_is_one_table_and_its_repeated_head_is_not_read() -> None:
    (table,) = (one for one in tree_of_everything().kids if one.tag == "Table")
    assert table.pages == (4, 5, 6)
    assert {row.tag for row in table.kids} == {"TR"}
    rows = [[(cell.tag, spaceless(cell.text)) for cell in row.kids] for row in table.kids]
    assert rows[:3] == [
        [("TH", "单位"), ("TH", "藏书")],
        [("TH", "册数"), ("TH", "种类")],
        [("TD", "第1馆"), ("TD", "1000"), ("TD", "100")],
    ]
    assert rows[3] == [("TD", "甲镇文化站（含分馆和流动服务点，每周二、周五开放）"), ("TD", ""), ("TD", "200")]
    assert rows[-1] == [("TD", "合计"), ("TD", "465000")]
    assert len(rows) == 2 + 30 + 1
    assert [spaceless(text)[:8] for text in artifacts(rendered_everything())[4:6]] == ["单位藏书册数种类"] * 2


def elements(kind: str) -> list[Any]:
    """The records of one structure type, in reading order."""
    found: list[Any] = []

    def walk(record: Any) -> None:
        if record["/S"] == kind:
            found.append(record)
        for kid in record["/K"]:
            entry = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(entry, dict) and "/S" in entry:
                walk(entry)

    reader = pypdf.PdfReader(io.BytesIO(rendered_everything()))
    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object())  # type: ignore[index]
    return found


def test_cells_say_what_they_cover_and_what_they_are_for() -> None:
    heads = [dict(record["/A"]) for record in elements("/TH")]
    assert heads == [
        {"/O": "/Table", "/RowSpan": 2, "/Scope": "/Column"},
        {"/O": "/Table", "/ColSpan": 2, "/Scope": "/Column"},
        {"/O": "/Table", "/Scope": "/Column"},
        {"/O": "/Table", "/Scope": "/Column"},
    ]
    spans = [dict(record["/A"]) for record in elements("/TD") if len(record["/A"]) > 1]
    assert spans == [{"/O": "/Table", "/RowSpan": 2}, {"/O": "/Table", "/ColSpan": 2}, {"/O": "/Table", "/ColSpan": 2}]
    assert [record["/A"]["/Summary"] for record in elements("/Table")] == ["各馆藏书情况"]


def test_a_row_in_which_no_cell_begins_is_no_row() -> None:
    require_pango()
    found = read_tagged(pdf.render(odd_tables(), typeset(odd_tables(), faces())))
    tables = [[len(row.kids) for row in one.kids] for one in found.kids if one.tag == "Table"]
    assert tables == [[2, 2], [2, 1, 2], [2]]
    outlines = table_outlines(typeset(odd_tables(), faces()))
    assert outlines[1].spans == ((1, 2), (1, 1), (1, 1), (1, 1), (1, 1))


def test_a_figure_says_what_it_shows_and_where_it_is() -> None:
    figures = elements("/Figure")
    assert [record["/Alt"] for record in figures] == ["各季借阅量的柱形图", "阅览室一角", "流动服务车"]
    pages = typeset(everything(), faces())
    placed = [picture for page in pages.pages for picture in page.pictures]
    for record, picture in zip(figures, placed, strict=True):
        top = pages.style.height - picture.y
        box = (picture.x, top - picture.height, picture.x + picture.width, top)
        assert [float(number) for number in record["/A"]["/BBox"]] == pytest.approx(box, abs=0.01)


def test_bookmarks_go_as_deep_as_the_headings() -> None:
    found = [(item.level, item.get_title()) for item in pypdfium2.PdfDocument(rendered_everything()).get_toc()]
    assert found[:6] == [
        (0, "读书活动"),
        (1, "某县图书馆开展读书月活动情况"),
        (2, "一、主要做法"),
        (3, "（一）延长开放时间"),
        (4, "1. 周末不闭馆"),
        (5, "（1）值班安排"),
    ]


# ---- metadata ----


@BOTH
def test_both_standards_are_claimed(key: IssueKey) -> None:
    document = pypdf.PdfReader(io.BytesIO(rendered(key)))
    root = document.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode("utf-8")
    assert 'pdfaid:part="2"' in metadata
    assert 'pdfaid:conformance="A"' in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert metadata.count("<rdf:RDF") == 1
    assert root["/Lang"] == "zh-CN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]


def test_files_have_identifiers_of_their_own() -> None:
    first, second = (pypdf.PdfReader(io.BytesIO(rendered(key))).trailer["/ID"][0] for key in (ISSUE_22, ISSUE_23))
    assert first != second


# ---- finding text ----


def by_pdfium(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def by_pypdf(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def by_poppler(content: bytes) -> list[str]:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    return run.stdout.decode("utf-8").split("\f")[:-1]


@pytest.mark.parametrize("reader", [by_pdfium, by_pypdf, by_poppler])
def test_a_table_is_read_row_by_row(reader: object) -> None:
    assert callable(reader)
    pages = [spaceless(page) for page in reader(rendered_everything())]
    assert "单位藏书册数种类第1馆1000100甲镇文化站（含分馆和流动服务点，每周二、周五开放）200第3馆" in pages[3]
    assert "合并的馆40005000500第6馆" in pages[3]
    assert "第12馆120001200第13馆130001300" in pages[4]


@BOTH
@pytest.mark.parametrize("reader", [by_pdfium, by_pypdf, by_poppler])
def test_any_phrase_of_the_source_is_found(key: IssueKey, reader: object) -> None:
    """Whole paragraphs, once line breaks and page numbers are taken out."""
    assert callable(reader)
    pages = [re.sub(r"—\s*\d+\s*—\s*$", "", page.strip()) for page in reader(rendered(key))]
    text = spaceless("".join(pages))
    issue = issue_of(key)
    for item in issue.items:
        assert spaceless(item.headline.content) in text
        for paragraph in item.body:
            assert spaceless(paragraph.content) in text, paragraph.content[:20]
    for line in issue.standing.distribution:
        assert spaceless(line.content.content) in text


@pytest.mark.parametrize("example", examples(), ids=str)
@pytest.mark.parametrize("reader", [by_pdfium, by_pypdf, by_poppler])
def test_any_phrase_of_an_example_is_found(example: Example, reader: object) -> None:
    """Headings, cells, captions and all else that its files say, by readers that do not look at places."""
    assert callable(reader)
    numbers = [page_number(page) for page in on_paper(example).pages.pages]
    pages = [spaceless(page) for page in reader(rendered(example))]
    assert all(page.endswith(number) for page, number in zip(pages, numbers, strict=True))
    text = "".join(page.removesuffix(number) for page, number in zip(pages, numbers, strict=True))
    phrases = written(example).phrases
    assert phrases
    assert [phrase for phrase in phrases if phrase not in text] == []


def page_number(page: Page) -> str:
    return spaceless("".join(line.content for one in page.furniture for line in one.lines))
