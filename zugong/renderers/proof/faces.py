"""The faces of one proof: a code for every character drawn, and in the end a subset of each face's file."""

from __future__ import annotations

from zugong.classes import dataclass, field
from zugong.fonts.drawable import GlyphFile, glyph_file
from zugong.fonts.faces import FaceSet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.fonts.choosing import FaceFile


class Codes(dict[int, str]):
    """Character → four hexadecimal digits: 1, 2, 3 … in the order in which characters are first drawn. For
    str.translate."""

    def __init__(self, file: GlyphFile) -> None:
        super().__init__()
        self.file = file
        self.glyphs: list[int] = []
        "that of code 1, of code 2 …"
        self.characters: list[str] = []

    def __missing__(self, point: int) -> str:
        """The code of a new character; 0000 draws the face's own sign for what it lacks."""
        glyph = self.file.glyph(point)
        if glyph:
            self.glyphs.append(glyph)
            self.characters.append(chr(point))
        code = f"{len(self.glyphs) if glyph else 0:04x}"
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
    def widths(self) -> list[float]:
        """Of the characters in the order of their codes, 1/1000 em."""
        return [self.codes.file.advance(glyph) for glyph in self.codes.glyphs]

    def program(self) -> tuple[bytes, tuple[int, ...]]:
        """The font file to embed, and the number of each code's glyph in it."""
        return self.codes.file.program(self.codes.glyphs)


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
            found = DrawnFace(file, f"F{len(self.by_family)}", Codes(glyph_file(file)))
            self.by_family[family] = found
        return found
