"""Which face sets a character and how wide it is, read from the font files themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from zugong.classes import dataclass
from zugong.fonts.choosing import Choice, FaceFile, choose, distinct
from zugong.fonts.name_table import FaceNames
from zugong.model.style_parts import FaceRole
from zugong.model.styles import Styles
from zugong.resources import font_dir
from zugong.text.punctuation import is_western

if TYPE_CHECKING:
    import uharfbuzz

    _Tried = tuple[str, uharfbuzz.Font, float]
    "family, font, units of an em"

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
"Every face that is drawn has these, in em, so that all stand on one baseline (cutting.py sees to installed ones)."


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
    "key of a FaceRole → families: an installed face, if there is one, and the shipped ones that are here"
    western: tuple[tuple[str, str], ...]
    "key of a FaceRole → key of the face for Latin beside it"
    choices: tuple[Choice, ...] = ()
    "which installed face plays each role"
    glyphs: dict[tuple[str, str], Glyph | None] = field(default_factory=dict, compare=False, repr=False)
    "those found so far: to hash all that is above for every character of an issue would take half of its typesetting"
    tried: dict[str, tuple[_Tried, ...]] = field(default_factory=dict, compare=False, repr=False)
    "key of a FaceRole → the files tried for a character, once one was looked up"

    def glyph(self, face: str, character: str) -> Glyph | None:
        """The glyph for a character in the face of that key; None when no face has it."""
        wanted = (face, character)
        if wanted not in self.glyphs:
            self.glyphs[wanted] = _find(self, face, character)
        return self.glyphs[wanted]

    def file(self, family: str) -> FaceFile:
        """The file of a family, installed or shipped."""
        installed = (choice.file for choice in self.choices if choice.file and choice.file.family == family)
        return next(installed, None) or FaceFile(family, family, str(file_of(family)), 0, grown=False)


def _find(faces: FaceSet, face: str, character: str) -> Glyph | None:
    key = dict(faces.western)[face] if is_western(character) else face
    if key not in faces.tried:
        faces.tried[key] = tuple(map(_opened, map(faces.file, dict(faces.chains)[key])))
    for index, (family, font, em) in enumerate(faces.tried[key]):
        if glyph := font.get_nominal_glyph(ord(character)):
            return Glyph(family, font.get_glyph_h_advance(glyph) / em, index > 0)
    return None


def _opened(file: FaceFile) -> _Tried:
    font = measured(file.path, file.index)
    return file.family, font, float(font.face.upem)


def faces_for(styles: Styles, installed: Iterable[FaceNames] = ()) -> FaceSet:
    """The FaceSet of a sheet: for each role the installed face, if there is one, then the shipped faces.

    Shipped faces that are missing or switched off are left out of the chains.
    """
    found = tuple(installed)
    choices = distinct(choose(role, found) for role in styles.faces)
    chains = tuple((choice.role.key, _chain(choice, styles.shipped_fangsong)) for choice in choices)
    return FaceSet(chains, tuple((role.key, role.western) for role in styles.faces), choices)


def _chain(choice: Choice, fandol: bool) -> tuple[str, ...]:
    own = (choice.file.family,) if choice.file else ()
    return (*own, *_present(choice.role, fandol))


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
def measured(path: str, index: int) -> uharfbuzz.Font:
    """A font file, opened once."""
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path), index))
