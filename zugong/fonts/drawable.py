"""The glyphs of a face for whoever places them himself: their numbers, their widths, and a file with those in use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from zugong.classes import dataclass
from zugong.fonts.faces import measured
from zugong.fonts.shipped import ShippedFile, shipped_file
from zugong.fonts.widths import known_widths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    import uharfbuzz

    from zugong.fonts.choosing import FaceFile

_UNUSED_TABLES = ("BASE", "GDEF", "GPOS", "GSUB", "OS/2", "VORG", "cmap", "name", "post", "vhea", "vmtx")
"tables of which a PDF of placed glyphs makes no use (ISO 32000-1, 9.9)"

_REMEMBERED = 12
"subsets kept while one watches, those of one issue: a word more seldom changes those of other faces"


@dataclass(frozen=True, slots=True)
class InstalledFile:
    """A font of any kind, as HarfBuzz reads it."""

    path: str
    index: int

    def glyph(self, point: int) -> int:
        """The glyph of a character; 0 where there is none."""
        return self._font().get_nominal_glyph(point) or 0

    def advance(self, glyph: int) -> float:
        """Its width, 1/1000 em."""
        font = self._font()
        return float(font.get_glyph_h_advance(glyph)) * 1000 / float(font.face.upem)

    def program(self, glyphs: Sequence[int]) -> tuple[bytes, tuple[int, ...]]:
        """A file with the sign for what is missing and these glyphs, and their numbers in it: the old ones."""
        return _subset(self.path, self.index, frozenset(glyphs)), tuple(glyphs)

    def _font(self) -> uharfbuzz.Font:
        return measured(self.path, self.index)


GlyphFile: TypeAlias = ShippedFile | InstalledFile


def glyph_file(file: FaceFile) -> GlyphFile:
    """The file of a face, read in the quicker way if it is as it was shipped."""
    if known_widths(file.family, file.path):
        return shipped_file(file.path)
    return InstalledFile(file.path, file.index)


@lru_cache(_REMEMBERED)
def _subset(path: str, index: int, glyphs: frozenset[int]) -> bytes:
    """A font with those glyphs, each under its old number."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(sorted(glyphs))
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _UNUSED_TABLES)
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    return bytes(uharfbuzz.subset(measured(path, index).face, wanted).blob.data)
