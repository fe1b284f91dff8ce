"""The faces of one proof: a code for every character drawn, and in the end a subset of each face's file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

import uharfbuzz

from zugong.classes import dataclass, field
from zugong.fonts.faces import FaceSet, measured

if TYPE_CHECKING:
    from zugong.fonts.choosing import FaceFile

_UNUSED_TABLES = ("BASE", "GDEF", "GPOS", "GSUB", "OS/2", "VORG", "cmap", "name", "post", "vhea", "vmtx")
"tables of which a PDF of placed glyphs makes no use (ISO 32000-1, 9.9)"

_REMEMBERED = 12
"subsets kept while one watches, those of one issue: a word more seldom changes those of other faces"


class Codes(dict[int, str]):
    """Character → the four hexadecimal digits of its glyph, looked up when it is first drawn: for str.translate."""

    def __init__(self, font: uharfbuzz.Font) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, point: int) -> str:
        """The code of a new character; 0000 draws the face's own sign for what it lacks."""
        code = f"{self.font.get_nominal_glyph(point) or 0:04x}"
        self[point] = code
        return code


@dataclass(frozen=True, slots=True)
class DrawnFace:
    """A face with the characters drawn in it so far."""

    file: FaceFile
    name: str
    "by which the pages call it"
    codes: Codes

    @property
    def glyphs(self) -> dict[int, str]:
        """Glyph → the character that it stands for when text is copied; the lowest where several share it."""
        return {int(self.codes[point], 16): chr(point) for point in sorted(self.codes, reverse=True)}

    def width(self, glyph: int) -> float:
        """Its advance, 1/1000 em."""
        font = self.codes.font
        return float(font.get_glyph_h_advance(glyph)) * 1000 / float(font.face.upem)

    def program(self, glyphs: Iterable[int]) -> bytes:
        """The font file to embed, with those glyphs."""
        return _subset(self.file.path, self.file.index, frozenset(glyphs))


@dataclass(slots=True)
class DrawnFaces:
    """The faces of one document in order of first use."""

    known: FaceSet
    by_family: dict[str, DrawnFace] = field(default_factory=dict)

    def face(self, family: str) -> DrawnFace:
        """The face of that family."""
        found = self.by_family.get(family)
        if found is None:
            file = self.known.file(family)
            found = DrawnFace(file, f"F{len(self.by_family)}", Codes(measured(file.path, file.index)))
            self.by_family[family] = found
        return found


@lru_cache(_REMEMBERED)
def _subset(path: str, index: int, glyphs: frozenset[int]) -> bytes:
    """A TrueType file with those glyphs, each under its old number."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(sorted(glyphs))
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _UNUSED_TABLES)
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    return bytes(uharfbuzz.subset(measured(path, index).face, wanted).blob.data)
