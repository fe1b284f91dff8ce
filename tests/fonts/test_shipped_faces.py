"""The font files in the package: every character of the standard list can be printed, one baseline, no blank glyph."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

import pytest
import uharfbuzz as hb

from zugong.resources import font_dir

FILES = {
    "ZgFangSong": "fandol/ZgFangSong.ttf",
    "ZgFangSong-Bold": "fandol/ZgFangSong-Bold.ttf",
    "ZgKai": "fandol/ZgKai.ttf",
    "ZgHei": "ofl/ZgHei.ttf",
    "ZgSong": "ofl/ZgSong.ttf",
    "ZgSong-Bold": "ofl/ZgSong-Bold.ttf",
    "ZgWenKai": "ofl/ZgWenKai.ttf",
    "ZgLatin": "ofl/ZgLatin.ttf",
    "ZgLatin-Bold": "ofl/ZgLatin-Bold.ttf",
}
CHAINS = {
    "fangsong": ("ZgFangSong", "ZgSong", "ZgHei"),
    "fangsong_bold": ("ZgFangSong-Bold", "ZgSong-Bold", "ZgHei", "ZgSong"),
    "kai": ("ZgKai", "ZgWenKai", "ZgSong"),
    "hei": ("ZgHei", "ZgSong"),
    "song": ("ZgSong", "ZgHei"),
    "title": ("ZgSong-Bold", "ZgHei", "ZgSong"),
}
LATIN = ("ZgLatin", "ZgLatin-Bold")
CHINESE = tuple(name for name in FILES if name not in LATIN)
COMPLETE = tuple(name for name in CHINESE if name != "ZgWenKai")

SYMBOLS = "²³㎡㎏㎎㎜㎝㎞①②⑩⑪⑳⑴⑽ⅠⅫ℃‰№△▲★☆■□●○◆◇※→·～…—〇々±×÷"
BRACKETS = "“”‘’【】〔〕〖〗「」『』《》〈〉（）"
NAMES = "祎玥赟昉堃䶮龑峯珮頔髙贇"
PUNCTUATION = "，。、；：？！" + BRACKETS + "…—·\u3000"
"""What every Chinese face has itself, on one em."""


@cache
def font(name: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(font_dir() / FILES[name]))))


@cache
def characters(name: str) -> frozenset[int]:
    return frozenset(font(name).face.unicodes)


def advance(name: str, character: str) -> float:
    face = font(name)
    return face.get_glyph_h_advance(face.get_nominal_glyph(ord(character))) / face.face.upem


def numbers(name: str, table: str, *fields: tuple[str, int]) -> tuple[int, ...]:
    """The fields of a table, each given by its struct format and offset (OpenType 1.9)."""
    data = font(name).face.reference_table(table).data
    return tuple(struct.unpack_from(">" + kind, data, offset)[0] for kind, offset in fields)


@pytest.fixture(scope="module")
def tonggui() -> str:
    """通用规范汉字表."""
    path = Path(__file__).parents[1] / "data" / "tonggui-8105.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))


def test_the_list_has_8105_different_characters(tonggui: str) -> None:
    assert len(tonggui) == len(set(tonggui)) == 8105


@pytest.mark.parametrize("role", CHAINS)
def test_every_chain_sets_the_standard_list_and_the_symbols(role: str, tonggui: str) -> None:
    covered = frozenset().union(*(characters(name) for name in CHAINS[role]))
    wanted = tonggui + SYMBOLS + BRACKETS + NAMES + PUNCTUATION
    assert "".join(sorted(c for c in set(wanted) if ord(c) not in covered)) == ""


def test_the_complement_has_only_what_the_kai_lacks() -> None:
    assert not characters("ZgWenKai") & characters("ZgKai")


@pytest.mark.parametrize("name", COMPLETE)
def test_punctuation_is_one_em_wide(name: str) -> None:
    assert {c: advance(name, c) for c in PUNCTUATION} == dict.fromkeys(PUNCTUATION, 1.0)


@pytest.mark.parametrize("name", CHINESE)
def test_every_han_and_full_width_character_is_one_em_wide(name: str) -> None:
    full = [c for c in characters(name) if 0x3000 <= c < 0xFF5F or c > 0xFFFF]
    assert [chr(c) for c in full if advance(name, chr(c)) != 1.0] == []


@pytest.mark.parametrize("role", CHAINS)
def test_symbols_of_full_width_are_one_em_wide_wherever_they_come_from(role: str) -> None:
    for character in "℃‰№△★■※～①⑪㎡→":
        first = next(name for name in CHAINS[role] if ord(character) in characters(name))
        assert (character, advance(first, character)) == (character, 1.0)


@pytest.mark.parametrize("name", LATIN)
def test_letters_figures_and_pinyin_are_proportional(name: str) -> None:
    wanted = "ABCabc0123456789%.,-()²³°±×÷·“”—āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
    assert [c for c in wanted if ord(c) not in characters(name)] == []
    assert advance(name, "“") < 0.6
    assert {advance(name, digit) for digit in "0123456789"} == {0.5}


@pytest.mark.parametrize("name", FILES)
def test_every_glyph_but_a_space_has_ink(name: str) -> None:
    face = font(name)

    def is_blank(code: int) -> bool:
        extents = face.get_glyph_extents(face.get_nominal_glyph(code))
        return not (extents.width and extents.height)

    blank = {chr(code) for code in characters(name) if is_blank(code)}
    assert {c for c in blank if not c.isspace() and c != "\u00ad"} == set()


def size(name: str, character: str) -> tuple[int, int]:
    """Width and height of the ink, in font units."""
    face = font(name)
    extents = face.get_glyph_extents(face.get_nominal_glyph(ord(character)))
    return extents.width, -extents.height


def test_bold_is_heavier_by_32_thousandths_and_no_wider() -> None:
    assert size("ZgFangSong-Bold", "—")[1] - size("ZgFangSong", "—")[1] == 32
    for character in "双向选择":
        assert size("ZgFangSong-Bold", character) > size("ZgFangSong", character)
        assert advance("ZgFangSong-Bold", character) == advance("ZgFangSong", character)


@pytest.mark.parametrize("name", FILES)
def test_vertical_metrics_are_shared(name: str) -> None:
    upem = font(name).face.upem
    up, down = round(0.88 * upem), round(0.12 * upem)
    assert numbers(name, "hhea", ("h", 4), ("h", 6), ("h", 8)) == (up, -down, 0)
    assert numbers(name, "OS/2", ("h", 68), ("h", 70), ("h", 72), ("H", 74), ("H", 76)) == (up, -down, 0, up, down)
    (selection, embedding) = numbers(name, "OS/2", ("H", 62), ("H", 8))
    assert selection & 1 << 7, "USE_TYPO_METRICS"
    assert embedding == 0, "installable"


@pytest.mark.parametrize("name", FILES)
def test_only_truetype_outlines_and_no_layout_tables(name: str) -> None:
    tables = {"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
    assert set(font(name).face.table_tags) == tables


def test_every_file_is_a_family_of_its_own() -> None:
    families = {font(name).face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) for name in FILES}
    assert len(families) == len(FILES)
    assert all(family.startswith("Zg ") for family in families)
    styles = {font(name).face.get_name(hb.OTNameIdPredefined.FONT_SUBFAMILY) for name in FILES}
    assert styles == {"Regular"}


def test_no_font_file_is_unaccounted_for() -> None:
    found = {path.relative_to(font_dir()).as_posix() for path in font_dir().glob("**/*.[to]t[fc]")}
    assert found == set(FILES.values())


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("README.md", "tools/make_fonts.py"),
        ("fandol/COPYING", "As a special exception, if you create a document which uses this font"),
        ("fandol/README", "GPL + GPL font exception"),
        ("fandol/CHANGES.md", "modified versions of the Fandol fonts"),
        ("ofl/OFL-NotoSansSC.txt", "Adobe"),
        ("ofl/OFL-NotoSerifSC.txt", "Adobe"),
        ("ofl/OFL-LXGWWenKai.txt", "LXGW"),
        ("ofl/OFL-LiberationSerif.txt", "Red Hat"),
    ],
)
def test_licences_stand_beside_the_fonts(file: str, words: str) -> None:
    text = (font_dir() / file).read_text(encoding="utf-8")
    assert words in text
    assert not file.startswith("ofl/") or "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("chain", CHAINS)
def test_the_yuan_sign_is_no_dollar(chain: str) -> None:
    """FandolFang and FandolKai draw ￥ as ＄: the sign must come from another face of the chain."""
    first = next(name for name in CHAINS[chain] if ord("￥") in characters(name))
    assert first not in ("ZgFangSong", "ZgFangSong-Bold", "ZgKai")
    assert ord("＄") not in characters(first) or extents(first, "￥") != extents(first, "＄")


def extents(name: str, character: str) -> tuple[int, int, int, int]:
    found = font(name).get_glyph_extents(font(name).get_nominal_glyph(ord(character)))
    return found.x_bearing, found.y_bearing, found.width, found.height
