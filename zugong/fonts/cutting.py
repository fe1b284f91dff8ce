"""An installed face → a small TrueType file that behaves like a shipped one.

Only the glyphs in use, no substitution or hinting, our ascent and descent (an official face has others, and would
push its line off the grid), a name of its own, the outlines grown where a bold is wanted that does not exist; a
face out of a collection (TTC) becomes a file like any other. The same face and text make the same bytes.
"""

# mypy: disable-error-code="import-untyped"
# (fontTools ships no types)

from __future__ import annotations

import io

from zugong.fonts.choosing import FaceFile
from zugong.fonts.emboldening import bolder
from zugong.fonts.faces import ASCENT, DESCENT, measured
from zugong.fonts.shipped import shipped_file
from zugong.fonts.widths import known_widths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from fontTools.ttLib import TTFont

_KEPT = {"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
"the tables that a shipped face has"

_USE_TYPO_METRICS, _REGULAR_STYLE = 1 << 7, 1 << 6
_OF_VERSION_4 = {
    "ulCodePageRange1": 0,
    "ulCodePageRange2": 0,
    "sxHeight": 0,
    "sCapHeight": 0,
    "usDefaultChar": 0,
    "usBreakChar": 32,
    "usMaxContext": 0,
}
"fields that old fonts (version 0 and 1 of OS/2) lack"

_FAMILY, _STYLE, _FULL, _POSTSCRIPT = 1, 2, 4, 6


def cut(face: FaceFile, characters: frozenset[str]) -> bytes:
    """The file that draws those characters; raises ValueError for a font that is broken."""
    from fontTools.ttLib import TTFont

    try:
        font = TTFont(io.BytesIO(pared(face, characters)), recalcTimestamp=False)
        if face.grown:
            _embolden(font)
        _level(font)
        _rename(font, face.family)
        target = io.BytesIO()
        font.save(target)
    except Exception as broken:  # fontTools and HarfBuzz raise whatever comes to hand
        raise ValueError(f"{face.title}（{face.path}）") from broken
    return target.getvalue()


def pared(face: FaceFile, characters: frozenset[str]) -> bytes:
    """A face with no more than those characters; a shipped one needs no other change to be drawn."""
    if known_widths(face.family, face.path):
        return shipped_file(face.path).with_characters(characters)
    import uharfbuzz

    source = measured(face.path, face.index).face
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(sorted(map(ord, characters)))
    unwanted = sorted(set(source.table_tags) - _KEPT)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("latin-1"), "big") for tag in unwanted)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    return bytes(uharfbuzz.subset(source, wanted).blob.data)


def _embolden(font: TTFont) -> None:
    glyphs: Any = font["glyf"]
    upem: int = font["head"].unitsPerEm
    flat = {name: _flat(font, name) for name in font.getGlyphOrder()}
    for name, glyph in flat.items():
        glyphs[name] = bolder(glyph, upem)
        glyphs[name].recalcBounds(glyphs)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(glyphs[name], "xMin", 0))


def _flat(font: TTFont, name: str) -> Any:  # noqa: ANN401 - fontTools ships no types
    """The glyph as it is drawn: by itself where it was put together from others, and where its bearing places it."""
    from fontTools.ttLib.tables._g_l_y_f import Glyph
    from fontTools.ttLib.tables.ttProgram import Program

    glyphs: Any = font["glyf"]
    glyph: Any = Glyph()
    points, ends, flags = glyphs[name].getCoordinates(glyphs)
    points = points.copy()
    points.translate((font["hmtx"][name][1] - getattr(glyphs[name], "xMin", 0), 0))
    points.toInt()
    glyph.numberOfContours = len(ends)
    glyph.coordinates, glyph.endPtsOfContours, glyph.flags = points, list(ends), flags
    glyph.program = Program()
    glyph.program.fromBytecode(b"")
    return glyph


def _level(font: TTFont) -> None:
    """The ascent and descent of the shipped faces, so that baselines stand where Pages puts them."""
    upem = font["head"].unitsPerEm
    up, down = round(ASCENT * upem), round(DESCENT * upem)
    hhea, style = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = up, -down, 0
    style.sTypoAscender, style.sTypoDescender, style.sTypoLineGap = up, -down, 0
    style.usWinAscent, style.usWinDescent = up, down
    # A family of its own in the style Regular: nothing is ever synthesised or matched by weight.
    style.fsSelection, style.usWeightClass, style.version = _USE_TYPO_METRICS | _REGULAR_STYLE, 400, 4
    for name, usual in _OF_VERSION_4.items():
        setattr(style, name, getattr(style, name, usual))
    font["head"].macStyle = 0


def _rename(font: TTFont, family: str) -> None:
    from fontTools.ttLib import newTable

    table: Any = newTable("name")
    table.names = []
    for number, text in ((_FAMILY, family), (_STYLE, "Regular"), (_FULL, family)):
        table.setName(text, number, 3, 1, 0x409)
    table.setName(family.replace(" ", "-"), _POSTSCRIPT, 3, 1, 0x409)
    font["name"] = table
