"""Installed faces in the PDF: used for their roles, on the grid, with ink, bold where bold is wanted."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from tests.fonts.official import ALL, FANGSONG, HEI, LATIN, SONG, disguised, install, install_collection
from tests.support.pdf import Drawn, drawn_characters, require_pango
from tests.support.printed import ISSUE_22, ROOT, sheet_of, styles
from zugong.fonts.choosing import FaceFile
from zugong.fonts.cutting import cut
from zugong.fonts.faces import FaceSet, faces_for
from zugong.fonts.name_table import faces_in
from zugong.renderers import pdf
from zugong.typesetting.typeset import typeset


def faces_below(folder: Path) -> FaceSet:
    found = [face for file in sorted(folder.iterdir()) for face in faces_in(file)]
    return faces_for(styles(), found)


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> FaceSet:
    """Every official face, one of them in a collection behind another."""
    folder = tmp_path_factory.mktemp("fonts")
    install(folder, *(one for one in ALL if one not in (HEI, SONG)))
    install_collection(folder / "two.ttc", SONG, HEI)
    return faces_below(folder)


@pytest.fixture(scope="module")
def content(official: FaceSet) -> bytes:
    require_pango()
    sheet = sheet_of(ISSUE_22)
    return pdf.render(sheet, typeset(sheet, official), faces=official)


@pytest.fixture(scope="module")
def drawn(content: bytes) -> list[list[Drawn]]:
    return drawn_characters(content)


def test_every_face_is_used(drawn: list[list[Drawn]]) -> None:
    fonts = Counter(one.font for page in drawn for one in page)
    expected = {one.postscript.replace("-", " ") for one in ALL} | {"FangSong_GB2312 Grown"}
    expected -= {"TimesNewRomanPS BoldMT"}  # no bold lead of this issue has a figure
    assert set(fonts) == expected


def test_the_text_is_complete(drawn: list[list[Drawn]]) -> None:
    text = "".join(one.text for page in drawn for one in page)
    assert "项目思维管理。坚持“抓跟进、解难题”" in text
    assert "△桐城市大力实施非公企业党建工作“常青树计划”" in text


def test_baselines_stand_on_the_grid(drawn: list[list[Drawn]]) -> None:
    """To 0.05 pt, whatever ascent and descent the faces have, and where they are mixed on a line."""
    page = styles().page
    for characters in drawn:
        rows = {round(one.baseline, 3) for one in characters if one.size == 16}
        steps = [(row - page.top - page.line_pitch / 2 - 0.38 * 16) / page.line_pitch for row in rows]
        assert all(abs(step - round(step)) * page.line_pitch < 0.05 for step in steps)


def test_every_character_stands_where_it_was_placed(official: FaceSet, drawn: list[list[Drawn]]) -> None:
    pages = typeset(sheet_of(ISSUE_22), official)
    for page, characters in zip(pages.pages, drawn, strict=True):
        lines = [line for fragment in (*page.fragments, *page.furniture) for line in fragment.lines]
        wanted = [run for line in lines for run in line.runs if not run.content.isspace()]
        starts = {(one.text, round(one.x)) for one in characters}
        assert all((run.content[0], round(run.x)) in starts or run.size > 30 for run in wanted if run.content[0] != "·")


def test_every_glyph_has_ink(content: bytes, drawn: list[list[Drawn]]) -> None:
    document = pypdfium2.PdfDocument(content)
    for number, characters in enumerate(drawn):
        bitmap = document[number].render(scale=3, grayscale=True)
        pixels = bytes(bitmap.buffer)
        for one in characters:
            left, right = int((one.x - 0.05 * one.size) * 3), int((one.x + one.size) * 3)
            top, bottom = int((one.baseline - one.size) * 3), int((one.baseline + 0.25 * one.size) * 3)
            cell = [min(pixels[row * bitmap.stride + left : row * bitmap.stride + right]) for row in range(top, bottom)]
            assert min(cell) < 160, f"page {number + 1}: {one}"


def test_bold_leads_are_bold_though_the_face_has_no_bold(official: FaceSet, drawn: list[list[Drawn]]) -> None:
    bold = "".join(one.text for page in drawn for one in page if one.font == "FangSong_GB2312 Grown")
    assert bold.startswith("双向选择。双重职责。")
    assert official.file("FangSong_GB2312 Grown").title == "仿宋_GB2312"


def test_a_grown_face_is_heavier_by_32_thousandths_and_no_wider(tmp_path: Path) -> None:
    install(tmp_path, FANGSONG)
    path = str(tmp_path / "FangSong_GB2312.ttf")

    def glyph(grown: bool) -> tuple[int, int]:
        file = FaceFile("Test", "Test", path, 0, grown)
        font = TTFont(io.BytesIO(cut(file, frozenset("—双"))))
        name = font.getBestCmap()[ord("—")]
        drawn = font["glyf"][name]
        return drawn.yMax - drawn.yMin, font["hmtx"][name][0]

    (regular, advance), (bold, same) = glyph(False), glyph(True)
    assert (bold - regular, same) == (32, advance)


def test_a_glyph_put_together_from_others_is_made_bold_too(tmp_path: Path) -> None:
    """é of a western face is e and an accent; its bearing may differ from its outline."""
    font = disguised(LATIN)
    cmap, pen = font.getBestCmap(), TTGlyphPen(font.getGlyphSet())
    pen.addComponent(cmap[ord("e")], (1, 0, 0, 1, 0, 0))
    pen.addComponent(cmap[ord("´")], (1, 0, 0, 1, 40, 0))
    font["glyf"][cmap[ord("é")]] = pen.glyph()
    font["hmtx"][cmap[ord("é")]] = (font["hmtx"][cmap[ord("e")]][0], 100)
    font.save(tmp_path / "font.ttf")
    bold = TTFont(io.BytesIO(cut(FaceFile("T", "T", str(tmp_path / "font.ttf"), 0, grown=True), frozenset("é"))))
    name = bold.getBestCmap()[ord("é")]
    glyph = bold["glyf"][name]
    assert glyph.numberOfContours == 3, "e has two"
    assert glyph.xMin == bold["hmtx"][name][1] == pytest.approx(100 - 0.016 * bold["head"].unitsPerEm, abs=2)


def test_cutting_makes_the_same_bytes(tmp_path: Path) -> None:
    install(tmp_path, FANGSONG)
    file = FaceFile("Test", "Test", str(tmp_path / "FangSong_GB2312.ttf"), 0, grown=True)
    assert cut(file, frozenset("组工信息")) == cut(file, frozenset("息信工组"))


def test_a_broken_font_is_refused_by_name(tmp_path: Path) -> None:
    install(tmp_path, FANGSONG)
    path = tmp_path / "FangSong_GB2312.ttf"
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(ValueError, match="仿宋_GB2312"):
        cut(FaceFile("Test", "仿宋_GB2312", str(path), 0, grown=False), frozenset("组"))


def test_embedded_files_are_small(content: bytes) -> None:
    """Only glyphs in use are embedded."""
    assert len(content) < 500_000
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 6


def test_same_bytes_in_another_process(content: bytes, official: FaceSet) -> None:
    folder = Path(official.file("FangSong_GB2312").path).parent
    code = (
        "import sys; from pathlib import Path; from tests.fonts.test_drawn_faces import *;"
        f"faces = faces_below(Path({str(folder)!r})); sheet = sheet_of(ISSUE_22);"
        "sys.stdout.buffer.write(pdf.render(sheet, typeset(sheet, faces), faces=faces))"
    )
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout == content
