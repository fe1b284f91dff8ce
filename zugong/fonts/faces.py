"""Which face sets a character and how wide it is, read from the font files themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from zugong.model.styles import FaceRole, Styles
from zugong.resources import font_dir
from zugong.text.punctuation import is_western

if TYPE_CHECKING:
    import uharfbuzz

FANDOL = "fandol"
"the folder of the faces under GPL with font exception, which a switch leaves out"

SHIPPED = {
    "Zg FangSong": f"{FANDOL}/ZgFangSong.ttf",
    "Zg FangSong Bold": f"{FANDOL}/ZgFangSong-Bold.ttf",
    "Zg Kai": f"{FANDOL}/ZgKai.ttf",
    "Zg Hei": "ofl/ZgHei.ttf",
    "Zg Song": "ofl/ZgSong.ttf",
    "Zg Song Bold": "ofl/ZgSong-Bold.ttf",
    "Zg WenKai": "ofl/ZgWenKai.ttf",
    "Zg Latin": "ofl/ZgLatin.ttf",
    "Zg Latin Bold": "ofl/ZgLatin-Bold.ttf",
}
"""Family names of the shipped set and their files."""

ASCENT, DESCENT = 0.88, 0.12
"Every shipped face has these, in em, so that all stand on one baseline."


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character in the face that sets it."""

    family: str
    "family name of the face"
    advance: float
    "width, em"
    substituted: bool
    "set by a later face of the chain, because the first lacks it"


@dataclass(frozen=True, slots=True)
class FaceSet:
    """The faces that a Styles asks for, tried in order for each character."""

    chains: tuple[tuple[str, tuple[str, ...]], ...]
    "key of a FaceRole → shipped families that are here"
    western: tuple[tuple[str, str], ...]
    "key of a FaceRole → key of the face for Latin beside it"

    def glyph(self, face: str, character: str) -> Glyph | None:
        """The glyph for a character in the face of that key; None when no face has it."""
        return _find(self, face, character)

    def families(self, face: str, character: str) -> tuple[str, ...]:
        """The families tried for a character, in order."""
        key = dict(self.western)[face] if is_western(character) else face
        return dict(self.chains)[key]


@cache
def _find(faces: FaceSet, face: str, character: str) -> Glyph | None:
    for index, family in enumerate(faces.families(face, character)):
        advance = _advance(family, character)
        if advance is not None:
            return Glyph(family, advance, substituted=index > 0)
    return None


def faces_for(styles: Styles) -> FaceSet:
    """The FaceSet of a sheet; shipped faces that are missing or switched off are left out of the chains."""
    chains = tuple((role.key, _present(role, styles.shipped_fangsong)) for role in styles.faces)
    return FaceSet(chains, tuple((role.key, role.western) for role in styles.faces))


def _present(role: FaceRole, fandol: bool) -> tuple[str, ...]:
    return tuple(
        family
        for family in role.shipped
        if family in SHIPPED and (fandol or not SHIPPED[family].startswith(FANDOL)) and file_of(family).is_file()
    )


def file_of(family: str) -> Path:
    """The file of a shipped family."""
    return font_dir() / SHIPPED[family]


@cache
def _font(family: str) -> uharfbuzz.Font:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file_of(family)))))


@cache
def _advance(family: str, character: str) -> float | None:
    font = _font(family)
    glyph = font.get_nominal_glyph(ord(character))
    if not glyph:
        return None
    return float(font.get_glyph_h_advance(glyph)) / float(font.face.upem)
