"""The quick reading of the shipped faces gives what HarfBuzz and fontTools read in the same files."""

import io
import subprocess
import sys

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from tests.support.printed import ROOT
from zugong.fonts.choosing import FaceFile
from zugong.fonts.cutting import pared
from zugong.fonts.drawable import InstalledFile, glyph_file
from zugong.fonts.faces import SHIPPED, file_of, measured
from zugong.fonts.shipped import ShippedFile, shipped_file

EVERY = pytest.mark.parametrize("family", SHIPPED)
TEXT = "安庆组工信息：“三化”4—6项，2021年9月…… Ag𠮷"


def of(family: str) -> tuple[ShippedFile, uharfbuzz.Font]:
    return shipped_file(str(file_of(family))), measured(str(file_of(family)), 0)


def outline(font: uharfbuzz.Font, glyph: int) -> list[object]:
    pen = Pen()
    font.draw_glyph_with_pen(glyph, pen)
    return pen.drawn


class Pen:
    """Notes what is drawn."""

    def __init__(self) -> None:
        self.drawn: list[object] = []

    def __getattr__(self, name: str):
        return lambda *points: self.drawn.append((name, points))


@EVERY
def test_the_files_are_of_the_plain_kind(family: str) -> None:
    with TTFont(file_of(family)) as font:
        assert not set(font.keys()) & {"CFF ", "CFF2", "fvar", "gvar", "fpgm", "prep", "cvt "}
        glyphs = font["glyf"]
        assert not [name for name in font.getGlyphOrder() if glyphs[name].isComposite()]
        (table,) = [one for one in font["cmap"].tables if (one.platformID, one.platEncID) == (3, 10)]
        assert table.format == 12
        assert table.cmap == font.getBestCmap()


@EVERY
def test_every_character_has_the_glyph_and_the_width_that_harfbuzz_finds(family: str) -> None:
    file, font = of(family)
    points = [*font.face.unicodes, 0, 9, 0x1F600, 0x10FFFF, 0x2FFFF]
    glyphs = [file.glyph(point) for point in points]
    assert glyphs == [font.get_nominal_glyph(point) or 0 for point in points]
    widths = [file.advance(glyph) for glyph in glyphs]
    assert widths == pytest.approx([font.get_glyph_h_advance(glyph) * 1000 / font.face.upem for glyph in glyphs])


@EVERY
def test_glyphs_that_are_cut_out_are_the_same_and_in_that_order(family: str) -> None:
    """All of a face: backwards, so that no glyph keeps its number by chance."""
    file, font = of(family)
    glyphs = list(range(font.face.glyph_count - 1, 0, -1))
    content, places = file.program(glyphs)
    assert places == tuple(range(1, len(glyphs) + 1))
    cut = uharfbuzz.Font(uharfbuzz.Face(content))
    assert cut.face.glyph_count == len(glyphs) + 1
    for old, new in [(0, 0), *zip(glyphs, places, strict=True)]:
        assert cut.get_glyph_h_advance(new) == font.get_glyph_h_advance(old)
        assert outline(cut, new) == outline(font, old), old


@EVERY
def test_a_font_for_text_has_its_characters_and_no_others(family: str) -> None:
    file, font = of(family)
    content = file.with_characters(frozenset(TEXT))
    known = {one for one in TEXT if font.get_nominal_glyph(ord(one))}
    cut = uharfbuzz.Font(uharfbuzz.Face(content))
    assert {chr(point) for point in cut.face.unicodes} == known
    for one in known:
        new, old = cut.get_nominal_glyph(ord(one)), font.get_nominal_glyph(ord(one))
        assert outline(cut, new) == outline(font, old), one
        assert cut.get_glyph_h_advance(new) == font.get_glyph_h_advance(old)
    assert content == file.with_characters(frozenset(reversed(TEXT)))


@EVERY
def test_what_is_cut_is_sound(family: str) -> None:
    """fontTools reads every table of it, and the frame of the face is the old one."""
    file, _ = of(family)
    with TTFont(file_of(family)) as old, TTFont(io.BytesIO(file.with_characters(frozenset(TEXT)))) as new:
        new.ensureDecompiled()
        assert new["name"].getDebugName(1) == old["name"].getDebugName(1)
        for table, field in (
            ("hhea", "ascent"),
            ("hhea", "descent"),
            ("OS/2", "sTypoAscender"),
            ("head", "unitsPerEm"),
        ):
            assert getattr(new[table], field) == getattr(old[table], field)
        assert len(new.getGlyphOrder()) == new["maxp"].numGlyphs == new["hhea"].numberOfHMetrics
        assert new["post"].formatType == 3.0


def test_a_file_that_is_not_as_shipped_goes_to_harfbuzz(tmp_path) -> None:
    path = tmp_path / "ZgHei.ttf"
    path.write_bytes(file_of("Zg Hei").read_bytes())
    elsewhere = FaceFile("Zg Hei", "Zg Hei", str(path), 0, grown=False)
    here = FaceFile("Zg Hei", "Zg Hei", str(file_of("Zg Hei")), 0, grown=False)
    theirs, ours = glyph_file(elsewhere), glyph_file(here)
    assert isinstance(theirs, InstalledFile)
    assert isinstance(ours, ShippedFile)
    glyphs = [ours.glyph(ord(one)) for one in "安庆组工"]
    assert [theirs.glyph(ord(one)) for one in "安庆组工"] == glyphs
    assert [theirs.advance(glyph) for glyph in glyphs] == [ours.advance(glyph) for glyph in glyphs]
    content, places = theirs.program(glyphs)
    cut = uharfbuzz.Font(uharfbuzz.Face(content))
    font = of("Zg Hei")[1]
    assert [outline(cut, place) for place in places] == [outline(font, glyph) for glyph in glyphs]
    assert outline(uharfbuzz.Font(uharfbuzz.Face(pared(elsewhere, frozenset("安")))), 1) == outline(font, glyphs[0])


def test_a_proof_of_shipped_faces_needs_neither_harfbuzz_nor_openssl() -> None:
    code = (
        "import sys\n"
        "from tests.support.printed import ISSUE_22, pages_of, sheet_of\n"
        "from zugong.renderers import proof\n"
        "assert proof.render(sheet_of(ISSUE_22), pages_of(ISSUE_22)).startswith(b'%PDF')\n"
        "assert not {'uharfbuzz', '_hashlib'} & set(sys.modules)\n"
        "import io, pydyf\n"
        "document, file = pydyf.PDF(), io.BytesIO()\n"
        "document.write(file, identifier=True)\n"
        "assert b'/ID [' in file.getvalue() and '_hashlib' in sys.modules\n"
    )
    environment = {"PYTHONPATH": str(ROOT), "ZUGONG_FONTS": "shipped", "PATH": ""}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)
