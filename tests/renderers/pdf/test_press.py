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

from tests.support.examples import Example
from tests.support.pdf import Drawn, drawn_characters, lines_as_drawn, require_pango
from tests.support.printed import ISSUE_22, ISSUE_23, ROOT, pages_of, sheet_of
from tests.support.rule_sets import EVERY, file_of, on_paper, pages_under
from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import Block, Colophon, ContentsEntry, InstructionBox, NewPage, SheetBlock, SplitBlock
from zugong.model.issue import IssueKey
from zugong.model.styles import LineRules, Role
from zugong.typesetting.pages import Page, Pages

EACH = pytest.mark.parametrize("key", EVERY, ids=str)
BOTH = pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)
AT_FOOT = (Role.COLOPHON, Role.AFTER_COLOPHON)

RULES = pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)


def rendered(key: IssueKey | Example, rules: LineRules = LineRules.MATCHED) -> bytes:
    require_pango()
    return file_of(key, "pdf", rules)


@cache
def drawn_of(key: IssueKey | Example, rules: LineRules) -> list[list[Drawn]]:
    return drawn_characters(rendered(key, rules))


def expected(page: Page, faces: FaceSet) -> list[Drawn]:
    """The visible characters of a page by its Pages."""
    found = []
    for line in lines_as_drawn(page):
        for run in line.runs:
            x = run.x
            for character in run.content:
                if not character.isspace():
                    found.append(Drawn(character, x, line.baseline, run.size, run.family))
                x += advance(run.family, character, faces) * run.size + run.tracking * run.size / 1000
    return found


def advance(family: str, character: str, faces: FaceSet) -> float:
    """Fails where the face does not have it."""
    glyphs = [faces.glyph(face, character) for face, _ in faces.chains]
    return next(glyph.advance for glyph in glyphs if glyph and glyph.family == family)


@RULES
@EACH
def test_every_character_stands_where_it_was_placed(key: IssueKey | Example, rules: LineRules) -> None:
    """Cells of tables too; and it is that character, in that face."""
    for page, drawn in zip(pages_under(key, rules).pages, drawn_of(key, rules), strict=True):
        wanted = expected(page, on_paper(key).faces)
        assert [one.text for one in drawn] == [one.text for one in wanted]
        for want, got in zip(wanted, drawn, strict=True):
            assert got.x == pytest.approx(want.x, abs=0.03), (want, got)
            assert got.baseline == pytest.approx(want.baseline, abs=0.001), (want, got)
            assert got.font == want.font


@RULES
@EACH
def test_full_lines_end_at_the_edge_of_the_type_area(key: IssueKey | Example, rules: LineRules) -> None:
    """By the last character that is drawn; half of a mark may hang over under 精细."""
    pages = pages_under(key, rules)
    edge = pages.style.left + pages.style.type_width
    checked = 0
    for page, drawn in zip(pages.pages, drawn_of(key, rules), strict=True):
        ends = {round(one.baseline, 1): one for one in drawn}
        for fragment in page.fragments:
            full = fragment.lines[:-1] if fragment.ends else fragment.lines
            for line in full if fragment.role is Role.BODY else ():
                last, run = ends[round(line.baseline, 1)], line.runs[-1]
                assert last.text == line.content[-1]
                right = last.x + advance(run.family, last.text, on_paper(key).faces) * run.size - run.overhang
                assert right == pytest.approx(edge, abs=0.05), line.content
                checked += 1
    assert checked > (60 if isinstance(key, IssueKey) else 0)


@RULES
@EACH
def test_baselines_stand_on_the_grid(key: IssueKey | Example, rules: LineRules) -> None:
    """225 mm / 22, to 0.05 pt; lines of the masthead that take several rows stand in the middle of them."""
    pages, size = pages_under(key, rules), on_paper(key).sheet.styles.paragraph(Role.BODY).size
    pitch = pages.style.line_pitch
    first = pages.style.top + pitch / 2 + 0.38 * size
    for page, drawn in zip(pages.pages, drawn_of(key, rules), strict=True):
        own = [one for one in page.fragments if one.pitch > pitch + 1 or one.role in AT_FOOT]
        off = {round(line.baseline) for one in own for line in one.lines}
        of_size = {one.baseline for one in drawn if one.size == pytest.approx(size, abs=0.01)}
        rows = [row for row in of_size if round(row) not in off]
        assert rows
        assert all(abs((row - first) / pitch - round((row - first) / pitch)) * pitch < 0.05 for row in rows)


@BOTH
def test_the_text_is_that_of_the_sheet(key: IssueKey) -> None:
    """Read back in drawing order, leaders aside; contents entries end with their page numbers."""
    wanted = "".join("".join(text_of(block, pages_of(key)).split()) for block in sheet_of(key).blocks)
    pages = pages_of(key).pages
    drawn = drawn_characters(rendered(key))
    printed = "".join(
        one.text
        for page, characters in zip(pages, drawn, strict=True)
        for one in characters[: len(characters) - furniture_length(page)]
    )
    assert printed.replace("·", "") == wanted


def text_of(block: SheetBlock, pages: Pages) -> str:
    """What a block prints."""
    match block:
        case Block():
            return block.content
        case ContentsEntry():
            return f"{block.content}{pages.page_number(block.target)}"
        case SplitBlock(left=left, right=right):
            return left.content + right.content
        case InstructionBox(label=label):
            return label.content
        case Colophon(lines=lines):
            return "".join(line.label.content + line.content.content for line in lines)
        case NewPage():
            return ""


def furniture_length(page: Page) -> int:
    return sum(len("".join(line.content.split())) for one in page.furniture for line in one.lines)


@RULES
@EACH
def test_every_glyph_has_ink(key: IssueKey | Example, rules: LineRules) -> None:
    """Extracted text proves nothing: a face may draw blanks."""
    document = pypdfium2.PdfDocument(rendered(key, rules))
    scale = 3
    for number, characters in enumerate(drawn_of(key, rules)):
        bitmap = document[number].render(scale=scale, grayscale=True)
        pixels = bytes(bitmap.buffer)
        for one in characters:
            width = advance(one.font, one.text, on_paper(key).faces) * one.size
            assert ink(pixels, bitmap.stride, one, width, scale), f"page {number + 1}: {one}"


def ink(pixels: bytes, stride: int, one: Drawn, width: float, scale: int) -> bool:
    """Whether anything dark lies in a character's cell; its edges are left out, where a neighbour's ink may be."""
    left, right = int((one.x + 0.04 * one.size) * scale), int((one.x + width - 0.04 * one.size) * scale)
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
