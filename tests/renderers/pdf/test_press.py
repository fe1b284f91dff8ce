"""The PDF: every character where Pages says, in the right face, with ink."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from functools import cache

import pypdf
import pypdfium2
import pytest

from tests.support.pdf import Drawn, drawn_characters, require_pango
from tests.support.printed import ISSUE_22, ISSUE_23, ROOT, faces, pages_of, sheet_of
from zugong.layout.sheet import runs_by_role
from zugong.model.issue import IssueKey
from zugong.model.styles import Role
from zugong.renderers import pdf
from zugong.typesetting.pages import Page

BOTH = pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)


@cache
def rendered(key: IssueKey) -> bytes:
    require_pango()
    return pdf.render(sheet_of(key), pages_of(key))


def expected(page: Page) -> list[Drawn]:
    """The visible characters of a page by its Pages."""
    found = []
    for fragment in (*page.fragments, *page.furniture):
        for line in fragment.lines:
            for run in line.runs:
                glyphs = [faces().glyph(face, run.content[0]) for face, _ in faces().chains]
                assert any(glyph and glyph.family == run.family for glyph in glyphs)
                x = run.x
                for character in run.content:
                    if not character.isspace():
                        found.append(Drawn(character, x, line.baseline, run.size, run.family))
                    x += advance(run.family, character) * run.size + run.tracking * run.size / 1000
    return found


def advance(family: str, character: str) -> float:
    from zugong.fonts.faces import _advance

    width = _advance(family, character)
    assert width is not None
    return width


@BOTH
def test_every_character_stands_where_it_was_placed(key: IssueKey) -> None:
    for page, drawn in zip(pages_of(key).pages, drawn_characters(rendered(key)), strict=True):
        wanted = expected(page)
        assert [one.text for one in drawn] == [one.text for one in wanted]
        for want, got in zip(wanted, drawn, strict=True):
            # Leader dots and the title have so much tracking that the first gap differs by up to 1/100 em.
            tolerance = 0.4 if want.text == "·" or want.size > 30 else 0.1
            assert got.x == pytest.approx(want.x, abs=tolerance), (want, got)
            assert got.baseline == pytest.approx(want.baseline, abs=0.01), (want, got)
            assert got.font == want.font


@BOTH
def test_full_lines_end_at_the_edge_of_the_type_area(key: IssueKey) -> None:
    style = pages_of(key).style
    for page in pages_of(key).pages:
        for fragment in page.fragments:
            if fragment.role is Role.BODY:
                full = fragment.lines[:-1] if fragment.ends else fragment.lines
                for line in full:
                    last = line.runs[-1]
                    assert last.x + last.width == pytest.approx(style.left + style.type_width, abs=0.05), line.content


@BOTH
def test_baselines_stand_on_the_grid(key: IssueKey) -> None:
    """225 mm / 22, to 0.05 pt."""
    pitch = pages_of(key).style.line_pitch
    for page in drawn_characters(rendered(key)):
        rows = sorted({round(one.baseline, 3) for one in page if one.size == 16})
        steps = [(row - rows[0]) / pitch for row in rows]
        assert all(abs(step - round(step)) * pitch < 0.05 for step in steps)


@BOTH
def test_the_text_is_that_of_the_sheet(key: IssueKey) -> None:
    """Read back in drawing order, page numbers and leaders aside."""
    sheet = "".join(run.content for _, run in runs_by_role(sheet_of(key)))
    pages = pages_of(key).pages
    drawn = drawn_characters(rendered(key))
    printed = "".join(
        one.text
        for page, characters in zip(pages, drawn, strict=True)
        for one in characters[: len(characters) - furniture_length(page)]
    )
    numbers = "".join(str(number) for _, number in pages_of(key).page_of) if key == ISSUE_22 else ""
    assert len(printed.replace("·", "")) == len("".join(sheet.split())) + len(numbers)
    if not numbers:
        assert printed == "".join(sheet.split())


def furniture_length(page: Page) -> int:
    return sum(len("".join(line.content.split())) for one in page.furniture for line in one.lines)


@BOTH
def test_every_glyph_has_ink(key: IssueKey) -> None:
    """Extracted text proves nothing: a face may draw blanks."""
    document = pypdfium2.PdfDocument(rendered(key))
    scale = 3
    for number, characters in enumerate(drawn_characters(rendered(key))):
        bitmap = document[number].render(scale=scale, grayscale=True)
        pixels = bytes(bitmap.buffer)
        for one in characters:
            assert ink(pixels, bitmap.stride, one, scale), f"page {number + 1}: {one}"


def ink(pixels: bytes, stride: int, one: Drawn, scale: int) -> bool:
    """Whether anything dark lies in a character's cell."""
    left, right = int((one.x - 0.05 * one.size) * scale), int((one.x + one.size) * scale)
    top, bottom = int((one.baseline - one.size) * scale), int((one.baseline + 0.25 * one.size) * scale)
    return any(min(pixels[row * stride + left : row * stride + right]) < 160 for row in range(top, bottom))


@BOTH
def test_outline_links_and_metadata(key: IssueKey) -> None:
    document = pypdfium2.PdfDocument(rendered(key))
    titles = [(item.level, item.get_title()) for item in document.get_toc()]
    assert titles == OUTLINES[key]
    metadata = document.get_metadata_dict()
    assert metadata["Title"] == f"安庆组工信息{key.year}年第{key.number}期"
    assert metadata["Author"] == "中共安庆市委组织部研究室"
    assert metadata["CreationDate"].startswith("D:202")
    assert language(rendered(key)) == "zh-CN"


OUTLINES = {
    ISSUE_22: [
        (0, "市内信息"),
        (1, "桐城市大力实施非公企业党建工作“常青树计划”"),
        (1, "宜秀区抓项目带动　推动村级集体经济发展壮大"),
        (1, "高新区“三抓三强化”搭建党建交流平台　积极融入长三角一体化建设"),
        (0, "市外参考"),
        (1, "甘肃省礼县：“书记项目”激活基层党建新引擎"),
    ],
    ISSUE_23: [
        (0, "潜山市：“书记现场办公”推动基层党建工作提质增效"),
        (0, "怀宁县：“三化模式”扎实推进“书记项目”"),
        (0, "岳西县：“红色指数”管理，提升“书记项目”质效"),
        (0, "宜秀区：精耕“书记项目”激发基层治理新动力"),
    ],
}


def language(content: bytes) -> str:
    """The document language in the catalog."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(content)) as document:
        value = document.doc.catalog["Lang"]
    return value.decode("ascii") if isinstance(value, bytes) else str(value)


def test_contents_entries_are_links() -> None:
    """WeasyPrint makes a rectangle for every span of a link; together they lead to the four items."""
    document = pypdf.PdfReader(io.BytesIO(rendered(ISSUE_22)))
    targets = {str(note.get_object()["/Dest"]) for note in document.pages[0]["/Annots"]}
    assert targets == {"item-001", "item-002", "item-003", "item-004"}
    places = {
        name: document.get_destination_page_number(place) + 1 for name, place in document.named_destinations.items()
    }
    assert places == dict(pages_of(ISSUE_22).page_of)


def test_bold_leads_are_set_in_the_bold_face() -> None:
    drawn = [one for page in drawn_characters(rendered(ISSUE_22)) for one in page]
    bold = "".join(one.text for one in drawn if one.font == "Zg FangSong Bold")
    assert bold == (
        "双向选择。双重职责。双向管理。整合项目资源。借力综合驱动。联结多方共赢。"
        "抓摸排，强化平台搭建。抓典型，强化示范引领。抓落实，强化益企服务。"
        "问题导向入手。项目思维管理。系统理念推进。跟踪问效落实。"
    )


def test_the_title_is_red() -> None:
    bitmap = pypdfium2.PdfDocument(rendered(ISSUE_22))[0].render(scale=1)
    pixels = bytes(bitmap.buffer)
    depth = bitmap.n_channels
    red = sum(
        blue < 60 and green < 60 and red > 200
        for row in range(130, 200)
        for blue, green, red in (
            pixels[at : at + 3]
            for at in range(row * bitmap.stride + 80 * depth, row * bitmap.stride + 520 * depth, depth)
        )
    )
    assert red > 2000


@pytest.mark.parametrize("key", [ISSUE_22], ids=str)
def test_same_bytes_in_another_process(key: IssueKey) -> None:
    require_pango()
    code = (
        "import sys; from tests.support.printed import *; from zugong.renderers import pdf;"
        f"sys.stdout.buffer.write(pdf.render(sheet_of(IssueKey({key.year}, {key.number})), "
        f"pages_of(IssueKey({key.year}, {key.number}))))"
    )
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout == rendered(key)
