"""Which face sets a character and how wide it is, read from the font files themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path

from zugong.classes import dataclass, field
from zugong.fonts.choosing import Choice, FaceFile, choose, distinct
from zugong.fonts.name_table import FaceNames
from zugong.fonts.widths import known_widths
from zugong.model.style_parts import FaceRole
from zugong.model.styles import Styles
from zugong.resources import font_dir
from zugong.text.punctuation import is_western

TYPE_CHECKING = False
if TYPE_CHECKING:
    import uharfbuzz

    _Advance = Callable[[str], float | None]
    "the width of a character, em; None when the face lacks it"

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

STRENGTH = 32
"""Thousandths of an em that emboldening adds to every stem: about what Word's synthetic bold does."""

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
    opened: dict[str, _Advance] = field(default_factory=dict, compare=False, repr=False)
    "by family those that were looked into so far: most of a chain never are"
    orders: dict[tuple[str, bool], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    "key of a FaceRole, and whether for Latin → families in the order in which they are tried"

    def glyph(self, face: str, character: str) -> Glyph | None:
        """The glyph for a character in the face of that key; None when no face has it."""
        wanted = (face, character)
        if wanted not in self.glyphs:
            found = self.found(face, character, is_western(character))
            self.glyphs[wanted] = Glyph(*found) if found else None
        return self.glyphs[wanted]

    def found(self, face: str, character: str, western: bool) -> tuple[str, float, bool] | None:
        """Family, advance and whether it is substituted, not remembered: for those who keep what they make of it."""
        for index, family in enumerate(self.order(face, western)):
            advance = self.opened.get(family)
            if advance is None:
                advance = self.opened[family] = _opened(self.file(family))
            if (width := advance(character)) is not None:
                return family, width, index > 0
        return None

    def order(self, face: str, western: bool) -> tuple[str, ...]:
        """The families that are tried for a character."""
        wanted = (face, western)
        if wanted not in self.orders:
            self.orders[wanted] = dict(self.chains)[dict(self.western)[face] if western else face]
        return self.orders[wanted]

    def file(self, family: str) -> FaceFile:
        """The file of a family, installed or shipped."""
        installed = (choice.file for choice in self.choices if choice.file and choice.file.family == family)
        return next(installed, None) or FaceFile(family, family, str(file_of(family)), 0, grown=False)


def _opened(file: FaceFile) -> _Advance:
    known = known_widths(file.family, file.path)
    return known.advance if known else partial(_advance, measured(file.path, file.index))


def _advance(font: uharfbuzz.Font, character: str) -> float | None:
    """The width of a character, em; None when the face lacks it."""
    glyph = font.get_nominal_glyph(ord(character))
    return float(font.get_glyph_h_advance(glyph)) / float(font.face.upem) if glyph else None


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
