"""Make every font file under ``zugong/fonts`` from packages of the Debian and npm registries.

WeasyPrint prints blank glyphs for CID-keyed CFF fonts, and a page grid needs faces that share one
baseline, so nothing is shipped as it comes: each face is cut down to the characters a bulletin needs,
drawn with TrueType outlines, given the same vertical metrics and a family name of its own.

Needs ``fonttools`` (4.68 made the files in git), ``apt-get``, ``dpkg-deb`` and ``npm``::

    python tools/make_fonts.py                     # download, verify, write the fonts
    python tools/make_fonts.py --packages DIR      # keep the downloads in DIR and use them again
    python tools/make_fonts.py --packages DIR --check   # write nothing, compare with what is there
"""

# mypy: disable-error-code="import-untyped"
# (fontTools ships no types)

from __future__ import annotations

import argparse
import bz2
import gzip
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.roundTools import otRound
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import Glyph

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from zugong.fonts.emboldening import bolder  # noqa: E402

FONTS = "zugong/fonts"
TONGGUI = "tests/data/tonggui-8105.txt"

# --- where the material comes from -----------------------------------------------------------------


class Package(NamedTuple):
    """One registry package; the digest is of the file the registry hands out."""

    registry: str
    name: str
    version: str
    sha256: str
    licence: str


PACKAGES = {
    "fandol": Package(
        "debian",
        "texlive-lang-chinese",
        "2022.20230122-1",
        "9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0",
        "GPL-3 with font exception (Fandol 0.3)",
    ),
    "sans": Package(
        "npm",
        "@expo-google-fonts/noto-sans-sc",
        "0.4.3",
        "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
        "OFL-1.1",
    ),
    "serif": Package(
        "npm",
        "@expo-google-fonts/noto-serif-sc",
        "0.4.3",
        "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
        "OFL-1.1",
    ),
    "wenkai": Package(
        "debian",
        "fonts-lxgw-wenkai",
        "1.250+repack-1",
        "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
        "OFL-1.1",
    ),
    "liberation": Package(
        "debian",
        "fonts-liberation2",
        "2.1.5-1",
        "35ffaa54f117e633e89a5da89af235a073b34dbe582726fbf6989568f7fd9bda",
        "OFL-1.1",
    ),
    "unicode": Package(
        "debian",
        "unicode-data",
        "15.0.0-1",
        "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
        "Unicode-DFS-2016",
    ),
}


def digest(path: Path) -> str:
    """SHA-256 of a file, as hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def download(package: Package, folder: Path) -> None:
    """Fetch one package into `folder` with its registry's ordinary client."""
    if package.registry == "debian":
        command = ["apt-get", "download", f"{package.name}={package.version}"]
    else:
        command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def obtain(packages: Iterable[Package], folder: Path) -> dict[Package, Path]:
    """The verified file of every package: found in `folder` by digest, else downloaded into it."""

    def by_digest() -> dict[str, Path]:
        return {digest(path): path for path in sorted(folder.iterdir()) if path.is_file()}

    wanted, present = list(packages), by_digest()
    for package in wanted:
        if package.sha256 not in present:
            print(f"fetching {package.name} {package.version}", file=sys.stderr)
            download(package, folder)
    present = by_digest()
    missing = [f"{p.name} {p.version}" for p in wanted if p.sha256 not in present]
    if missing:
        raise SystemExit("no file with the expected sha256 for: " + ", ".join(missing))
    return {package: present[package.sha256] for package in wanted}


class Store:
    """Reads single files out of the downloaded packages."""

    def __init__(self, archives: Mapping[Package, Path]) -> None:
        self._archives = archives
        self._tars: dict[str, bytes] = {}

    def read(self, key: str, member: str) -> bytes:
        """The bytes of `member` in the package called `key` in PACKAGES."""
        with tarfile.open(fileobj=io.BytesIO(self._tar(key))) as tar:
            stream = tar.extractfile(("./" if PACKAGES[key].registry == "debian" else "package/") + member)
            assert stream is not None, member
            return stream.read()

    def _tar(self, key: str) -> bytes:
        if key not in self._tars:
            package = PACKAGES[key]
            path = self._archives[package]
            if package.registry == "debian":
                command = ["dpkg-deb", "--fsys-tarfile", str(path)]
                self._tars[key] = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
            else:
                self._tars[key] = gzip.decompress(path.read_bytes())
        return self._tars[key]


# --- which characters ------------------------------------------------------------------------------


def span(first: int, last: int) -> set[str]:
    """The characters from `first` to `last`, both included."""
    return {chr(code) for code in range(first, last + 1)}


ASCII = span(0x20, 0x7E)
PINYIN = set("āáǎàēéěèếềīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛÜÊŃŇǸḾɑɡ")
SYMBOLS = (
    set("“”‘’—…·～〇々²³°±×÷㎡㎏㎎㎜㎝㎞㎥㎢㎖㏄℃‰№△▲▽▼★☆■□●○◎◆◇※→←↑↓√≤≥≠≈⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽")
    | set("【】〔〕〖〗「」『』《》〈〉、。")
    | span(0x2460, 0x2473)  # ① to ⑳
    | span(0x2160, 0x216B)  # Ⅰ to Ⅻ
    | span(0xFF01, 0xFF5E)  # full-width ASCII
    | span(0xFFE0, 0xFFE5)  # ￠ ￡ ￥ …
    | {"\u3000"}
)
ALL_HAN = span(0x4E00, 0x9FFF)
LATIN = (
    span(0x20, 0x7E)
    | span(0xA0, 0x17F)
    | PINYIN
    | (span(0x391, 0x3C9) - {"\u03a2"})
    | span(0x2010, 0x2027)
    | span(0x2030, 0x203A)
    | span(0x2070, 0x208E)
    | set("€№™Ω⅓⅔⅛⅜⅝⅞←↑→↓∂∆∏∑−∕∙√∞∫≈≠≤≥◊")
)


def gb2312() -> set[str]:
    """All rows of GB 2312: Han, kana, Greek, Cyrillic, pinyin, bopomofo, box drawing."""
    found: set[str] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found.update(bytes((row, cell)).decode("gb2312", errors="ignore"))
    return found


def tonggui(store: Store) -> list[str]:
    """通用规范汉字表 (2013): the 8,105 characters in code point order, from Unihan's kTGH."""
    text = bz2.decompress(store.read("unicode", "usr/share/unicode/Unihan_OtherMappings.txt.bz2")).decode()
    rows = (line.split("\t") for line in text.splitlines() if line.startswith("U+"))
    listed = sorted(chr(int(code[2:], 16)) for code, prop, _ in rows if prop == "kTGH")
    if len(listed) != 8105:
        raise SystemExit(f"Unihan lists {len(listed)} characters as kTGH, not 8,105")
    return listed


# Proportional in every CJK font although East Asian Width calls them ambiguous: they stand inside
# Latin words and after digits.
PROPORTIONAL = set("‐–′″")


def takes_full_width(char: str) -> bool:
    """Whether a bulletin sets `char` on exactly one em."""
    width = unicodedata.east_asian_width(char)
    if width in "WF" or char == "·":
        return True
    return width == "A" and char >= "\u2010" and char not in PROPORTIONAL


# --- the faces -------------------------------------------------------------------------------------

FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
LIBERATION = "usr/share/fonts/truetype/liberation2"
GPL_NOTE = (
    "GNU General Public License, version 3, with the font exception; "
    "see COPYING, README and CHANGES.md beside this file."
)
OFL_NOTE = "This Font Software is licensed under the SIL Open Font License, Version 1.1; see {file} beside this file."
# Noto SC sets U+2014 on 0.9 em; the full-width form its own `locl` puts there (U+2015) stops short of
# both edges, so the two halves of —— would not meet. The box-drawing line has the same height and
# weight and runs from edge to edge.
NOTO_STAND_INS = {"—": "─"}
# Fandol's shapes overflow the em and sink below the line, ※ is two thirds of its size, ⑪ to ⑳ are missing
# and would not match ① to ⑩, ～ is too short to stand between numbers, and ￥ is drawn as a dollar sign (so
# none of its neighbours is trusted). The next face draws all well.
FANDOL_DEFECTS = "■□●○◎◆◇※～①②③④⑤⑥⑦⑧⑨⑩￠￡￢￣￤￥"
# Fandol's characters are centred 0.308 em above the baseline, LXGW WenKai's 0.355, Noto's 0.380: one rare
# character set in the next face would stand up to a point higher than its neighbours. Raised by this
# they meet in the middle, and figures of a Latin face (centred at 0.33) still stand level with them.
FANDOL_LIFT = 50


@dataclass(frozen=True, slots=True)
class Face:
    """One file to make."""

    path: str
    """Below zugong/fonts."""
    family: str
    package: str
    member: str
    licence: str
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    """Character → the character of the same source whose glyph it gets."""
    defects: str = ""
    """Characters the source draws badly: left out, so that the next face of the chain sets them."""
    lift: int = 0
    """Thousandths of an em by which everything of full width is raised."""
    complements: str = ""
    """Family whose missing characters are all this face is for."""
    has_all_han: bool = False
    """Every character of the unified block its source has, for the rare ones in names (龑 峯 珮 髙)."""
    is_latin: bool = False
    """Letters and digits beside a Chinese face: widths stay as they are."""

    @property
    def postscript_name(self) -> str:
        return Path(self.path).stem


FACES = (
    Face(
        "fandol/ZgFangSong.ttf",
        "Zg FangSong",
        "fandol",
        f"{FANDOL}/FandolFang-Regular.otf",
        GPL_NOTE,
        defects=FANDOL_DEFECTS,
        lift=FANDOL_LIFT,
    ),
    Face(
        "fandol/ZgKai.ttf",
        "Zg Kai",
        "fandol",
        f"{FANDOL}/FandolKai-Regular.otf",
        GPL_NOTE,
        defects=FANDOL_DEFECTS,
        lift=FANDOL_LIFT,
    ),
    Face(
        "ofl/ZgHei.ttf",
        "Zg Hei",
        "sans",
        "500Medium/NotoSansSC_500Medium.ttf",
        OFL_NOTE.format(file="OFL-NotoSansSC.txt"),
        stand_ins=NOTO_STAND_INS,
    ),
    Face(
        "ofl/ZgSong.ttf",
        "Zg Song",
        "serif",
        "400Regular/NotoSerifSC_400Regular.ttf",
        OFL_NOTE.format(file="OFL-NotoSerifSC.txt"),
        stand_ins=NOTO_STAND_INS,
        has_all_han=True,
    ),
    Face(
        "ofl/ZgSong-Bold.ttf",
        "Zg Song Bold",
        "serif",
        "700Bold/NotoSerifSC_700Bold.ttf",
        OFL_NOTE.format(file="OFL-NotoSerifSC.txt"),
        stand_ins=NOTO_STAND_INS,
    ),
    Face(
        "ofl/ZgWenKai.ttf",
        "Zg WenKai",
        "wenkai",
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        OFL_NOTE.format(file="OFL-LXGWWenKai.txt"),
        complements="Zg Kai",
    ),
    Face(
        "ofl/ZgLatin.ttf",
        "Zg Latin",
        "liberation",
        f"{LIBERATION}/LiberationSerif-Regular.ttf",
        OFL_NOTE.format(file="OFL-LiberationSerif.txt"),
        is_latin=True,
    ),
    Face(
        "ofl/ZgLatin-Bold.ttf",
        "Zg Latin Bold",
        "liberation",
        f"{LIBERATION}/LiberationSerif-Bold.ttf",
        OFL_NOTE.format(file="OFL-LiberationSerif.txt"),
        is_latin=True,
    ),
)
# Nobody publishes a bold 仿宋: it is grown from the regular one.
BOLD_OF = {"Zg FangSong": Face("fandol/ZgFangSong-Bold.ttf", "Zg FangSong Bold", "fandol", "", GPL_NOTE)}

COPYRIGHTS = {
    "NotoSansSC": (
        "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'",
        "Modified Version named 'Zg Hei': made from Noto Sans SC Medium by zugong's tools/make_fonts.py",
    ),
    "NotoSerifSC": (
        "Copyright 2012 Google Inc. All Rights Reserved.",
        "(c) 2017-2024 Adobe (http://www.adobe.com/).",
        "Modified Versions named 'Zg Song', 'Zg Song Bold': made from Noto Serif SC by zugong's tools/make_fonts.py",
    ),
    "LXGWWenKai": (
        "Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), with Reserved Font Names '霞鹜' and 'LXGW'",
        "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)",
        "Modified Version named 'Zg WenKai': made from LXGW WenKai Regular by zugong's tools/make_fonts.py",
    ),
    "LiberationSerif": (
        "Digitized data copyright (c) 2010 Google Corporation with Reserved Font Arimo, Tinos and Cousine.",
        "Copyright (c) 2012 Red Hat, Inc. with Reserved Font Name Liberation.",
        "Modified Versions named 'Zg Latin', 'Zg Latin Bold': from Liberation Serif by zugong's tools/make_fonts.py",
    ),
}

# --- drawing ---------------------------------------------------------------------------------------


class Drawn(NamedTuple):
    """A glyph ready to be stored: outline and advance width in font units."""

    outline: Glyph
    advance: int


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a font file is made of: glyphs by name, and which character shows which."""

    upem: int
    glyphs: dict[str, Drawn]
    cmap: dict[int, str]
    copyright: str


# A glyph wider than one em by more than this is left out rather than squeezed: thin strokes would show.
SQUEEZE_LIMIT = 1.15


class Place(NamedTuple):
    """How a glyph is put on its advance width."""

    scale: float
    shift: float
    rise: float
    advance: int


def placement(face: Face, char: str, advance: int, upem: int) -> Place | None:
    """The place that gives `char` the width and height it needs; None if that cannot be done decently."""
    if face.is_latin or not takes_full_width(char):
        return Place(1, 0, 0, advance)
    if advance > upem * SQUEEZE_LIMIT:
        return None
    scale = min(1, upem / advance)
    return Place(scale, (upem - advance * scale) / 2, face.lift * upem / 1000, upem)


class Source:
    """A source font, opened once."""

    def __init__(self, data: bytes) -> None:
        font: Any = TTFont(io.BytesIO(data))
        self.upem: int = font["head"].unitsPerEm
        self.mapped: dict[int, str] = font.getBestCmap()
        self.is_cubic = "CFF " in font
        self._glyphs = font.getGlyphSet()
        self._names = font["name"]

    def advance(self, name: str) -> int:
        return int(self._glyphs[name].width)

    def name(self, number: int) -> str:
        """An entry of the name table, on one line."""
        return " ".join(str(self._names.getDebugName(number)).split())

    def has_ink(self, name: str) -> bool:
        pen = BoundsPen(self._glyphs)
        self._glyphs[name].draw(pen)
        return pen.bounds is not None

    def draw(self, name: str, place: Place) -> Glyph:
        """One glyph as a simple TrueType outline; cubic curves are met to within 1/1000 em."""
        recording = DecomposingRecordingPen(self._glyphs)
        self._glyphs[name].draw(recording)
        target = TTGlyphPen(None)
        pen: Any = target
        if self.is_cubic:
            # PostScript outlines run the other way round.
            pen = Cu2QuPen(target, self.upem / 1000, reverse_direction=True)
        recording.replay(TransformPen(pen, (place.scale, 0, 0, 1, place.shift, place.rise)))
        return target.glyph()


def collect(source: Source, face: Face, characters: Iterable[str]) -> Outlines:
    """The outlines of those `characters` that the source font has, in code point order."""
    outlines = Outlines(source.upem, {}, {}, source.name(0))
    made: dict[tuple[str, Place], str] = {}
    for char in sorted(characters):
        name = source.mapped.get(ord(face.stand_ins.get(char, char)))
        if name is None or not (char.isspace() or source.has_ink(name)):
            continue
        place = placement(face, char, source.advance(name), source.upem)
        if place is None:
            continue
        if (name, place) not in made:
            made[name, place] = own = f"u{ord(char):04X}"
            outlines.glyphs[own] = Drawn(source.draw(name, place), place.advance)
        outlines.cmap[ord(char)] = made[name, place]
    return outlines


# --- bold ------------------------------------------------------------------------------------------


def embolden(regular: Outlines) -> Outlines:
    """The same glyphs with heavier strokes and unchanged advances."""
    glyphs = {name: Drawn(bolder(old.outline, regular.upem), old.advance) for name, old in regular.glyphs.items()}
    return Outlines(regular.upem, glyphs, regular.cmap, regular.copyright)


# --- writing font files ----------------------------------------------------------------------------

# 2024-01-01 in seconds since 1904: a fixed date, or no two runs would give the same bytes.
TIMESTAMP = 3_786_912_000
ASCENT, DESCENT = 880, -120
USE_TYPO_METRICS, REGULAR_STYLE = 1 << 7, 1 << 6
# Word offers a face for Chinese only when it says it is one; what fontTools would guess from the repertoire
# makes Zg WenKai Latin and the others Japanese too.
LATIN_1, SIMPLIFIED_CHINESE = 1, 1 << 18


def vertical_metrics(upem: int) -> dict[str, dict[str, int]]:
    """The one ascent and descent of all faces, scaled to the face's units."""
    up, down = otRound(ASCENT * upem / 1000), otRound(DESCENT * upem / 1000)
    return {
        "hhea": {"ascent": up, "descent": down, "lineGap": 0},
        "OS/2": {
            "sTypoAscender": up,
            "sTypoDescender": down,
            "sTypoLineGap": 0,
            "usWinAscent": up,
            "usWinDescent": -down,
        },
    }


def heights(outlines: Outlines) -> dict[str, int]:
    """x-height and capital height, read off the letters; usual values where a face has none."""

    def top(char: str, usual: int) -> int:
        name = outlines.cmap.get(ord(char))
        return max(y for _, y in outlines.glyphs[name].outline.coordinates) if name else usual

    return {"sxHeight": top("x", outlines.upem // 2), "sCapHeight": top("H", outlines.upem * 7 // 10)}


def names(face: Face, copyright_line: str) -> dict[str, str]:
    """The name table: a family of its own in the style Regular, so that nothing is ever synthesised."""
    package = PACKAGES[face.package]
    origin = f"made from {package.name} {package.version} by tools/make_fonts.py of zugong"
    return {
        "copyright": copyright_line,
        "familyName": face.family,
        "styleName": "Regular",
        "uniqueFontIdentifier": f"{face.postscript_name}; {package.version}",
        "fullName": face.family,
        "psName": face.postscript_name,
        "version": f"Version 1.000; {origin}",
        "licenseDescription": face.licence,
    }


def map_characters(font: TTFont, cmap: Mapping[int, str]) -> None:
    """Write the character map twice: format 4 for old readers, format 12 for characters past U+FFFF."""
    font["cmap"] = table = newTable("cmap")
    table.tableVersion, table.tables = 0, []
    for number, platform, encoding in ((4, 0, 3), (12, 0, 4), (4, 3, 1), (12, 3, 10)):
        subtable = CmapSubtable.newSubtable(number)
        subtable.platformID, subtable.platEncID, subtable.language = platform, encoding, 0
        subtable.cmap = {code: name for code, name in cmap.items() if number != 4 or code <= 0xFFFF}
        table.tables.append(subtable)


def assemble(face: Face, outlines: Outlines) -> bytes:
    """The bytes of a TrueType file with outlines, widths and a character map, and nothing else."""
    notdef = Drawn(TTGlyphPen(None).glyph(), outlines.upem)
    glyphs = {".notdef": notdef, **outlines.glyphs}
    builder: Any = FontBuilder(outlines.upem, isTTF=True)
    builder.updateHead(created=TIMESTAMP, modified=TIMESTAMP)
    builder.setupGlyphOrder(list(glyphs))
    map_characters(builder.font, outlines.cmap)
    builder.setupGlyf({name: drawn.outline for name, drawn in glyphs.items()})
    glyf = builder.font["glyf"]
    builder.setupHorizontalMetrics({name: (g.advance, getattr(glyf[name], "xMin", 0)) for name, g in glyphs.items()})
    metrics = vertical_metrics(outlines.upem)
    builder.setupHorizontalHeader(**metrics["hhea"])
    builder.setupNameTable(names(face, outlines.copyright), mac=False)
    builder.setupOS2(
        version=4,
        fsType=0,  # installable: may be embedded in every document
        fsSelection=USE_TYPO_METRICS | REGULAR_STYLE,
        ulCodePageRange1=LATIN_1 if face.is_latin else LATIN_1 | SIMPLIFIED_CHINESE,
        **metrics["OS/2"],
        **heights(outlines),
    )
    upem = outlines.upem
    builder.setupPost(keepGlyphNames=False, underlinePosition=-upem // 10, underlineThickness=upem // 20)
    return finish(builder.font)


def finish(font: TTFont) -> bytes:
    """Compile the tables in a fixed order, with the dates left as they are."""
    font.recalcTimestamp = False
    stream = io.BytesIO()
    font.save(stream, reorderTables=True)
    return stream.getvalue()


# --- all files -------------------------------------------------------------------------------------


def make_faces(store: Store, chinese: set[str]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every font file."""
    covered: dict[str, set[str]] = {}
    for face in FACES:
        wanted = (LATIN if face.is_latin else chinese | (ALL_HAN if face.has_all_han else set())) - set(face.defects)
        wanted -= covered.get(face.complements, set())
        outlines = collect(Source(store.read(face.package, face.member)), face, wanted)
        covered[face.family] = {chr(code) for code in outlines.cmap}
        yield face.path, assemble(face, outlines)
        if bold := BOLD_OF.get(face.family):
            yield bold.path, assemble(bold, embolden(outlines))


def make_licences(store: Store) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the licence texts, with each source's own copyright lines."""
    documents = "usr/share/doc/texlive-doc/fonts/fandol"
    yield "fandol/COPYING", gzip.decompress(store.read("fandol", f"{documents}/COPYING.gz"))
    yield "fandol/README", store.read("fandol", f"{documents}/README")
    text = store.read("sans", "LICENSE_FONT").decode("utf-8")
    terms = text[text.index("This Font Software is licensed under") :].replace("\r\n", "\n")
    for name, lines in COPYRIGHTS.items():
        yield f"ofl/OFL-{name}.txt", ("\n".join(lines) + "\n\n" + terms).encode()


def tonggui_file(listed: list[str]) -> bytes:
    """The character list as the tests read it: 50 to a line under one comment."""
    package = PACKAGES["unicode"]
    head = f"# 通用规范汉字表（2013）8105 字，按码位排列；来源：Unihan kTGH，{package.name} {package.version}"
    rows = ["".join(listed[start : start + 50]) for start in range(0, len(listed), 50)]
    return ("\n".join([head, *rows]) + "\n").encode()


def make_all(store: Store) -> Iterator[tuple[str, bytes]]:
    """Path below the repository root and bytes of every file this script is answerable for."""
    listed = tonggui(store)
    yield TONGGUI, tonggui_file(listed)
    for path, data in make_licences(store):
        yield f"{FONTS}/{path}", data
    for path, data in make_faces(store, set(listed) | gb2312() | ASCII | SYMBOLS):
        yield f"{FONTS}/{path}", data


def deliver(files: Iterable[tuple[str, bytes]], is_check: bool) -> int:
    """Write the files, or with `is_check` count those that differ from what is there."""
    differing = 0
    for name, data in files:
        path = ROOT / name
        is_same = path.is_file() and path.read_bytes() == data
        differing += not is_same
        if not is_check and not is_same:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        state = "same" if is_same else "DIFFERS" if is_check else "written"
        print(f"{state:8}{len(data):>10,}  {name}")
    return differing


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--packages", type=Path, help="folder that keeps the downloaded packages")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file differs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.packages or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        store = Store(obtain(PACKAGES.values(), folder))
        differing = deliver(make_all(store), options.check)
    return 1 if options.check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
