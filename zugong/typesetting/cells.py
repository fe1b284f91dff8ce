"""Runs of text → cells: every character with its face and width."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import StyledRun
from zugong.model.styles import Accent, Role, Styles
from zugong.text.punctuation import is_western


@dataclass(frozen=True, slots=True)
class Cell:
    """One character to be set."""

    character: str
    advance: float
    "width in its face, without tracking, pt"
    family: str
    western: bool
    "part of a Latin word or number"
    accent: Accent
    kern: float = 0.0
    "what is added after it on the line, pt; negative where it shares a cell with the next mark"
    trim_before: float = 0.0
    "blank before its ink that goes when it begins a line, pt"
    trim_after: float = 0.0
    "blank behind its ink that goes when it ends a line, pt"


class Alphabet(dict[str, Cell]):
    """The cells of one face, size and accent by character, each made when it first occurs."""

    def __init__(self, face: str, size: float, accent: Accent, faces: FaceSet) -> None:
        super().__init__()
        self.look = face, size, accent, faces

    def __missing__(self, character: str) -> Cell:
        self[character] = made = cell_of(character, *self.look)
        return made


Alphabets = dict[tuple[str, float, Accent], Alphabet]


def cells_of(
    runs: tuple[StyledRun, ...], role: Role, styles: Styles, faces: FaceSet, known: Alphabets
) -> tuple[Cell, ...]:
    """The cells of a paragraph of that role; a character no face has takes an em and no family.

    `known` keeps the cells made so far: an issue has ten times as many characters as different ones.
    """
    style = styles.paragraph(role)
    cells: list[Cell] = []
    for run in runs:
        face = (styles.accent(run.accent).face if run.accent is not Accent.PLAIN else None) or style.face
        look = (face, style.size, run.accent)
        if look not in known:
            known[look] = Alphabet(*look, faces)
        cells += map(known[look].__getitem__, run.content)
    return tuple(cells)


def cell_of(character: str, face: str, size: float, accent: Accent, faces: FaceSet) -> Cell:
    """One cell."""
    western = is_western(character)
    family, advance, _ = faces.found(face, character, western) or ("", 1.0, False)
    return Cell(character, advance * size, family, western or character == " ", accent)


def is_open(before: Cell, after: Cell) -> bool:
    """Whether the gap between two cells takes part in justification: Latin words stay as they are."""
    return not (before.western and after.western) or " " in (before.character, after.character)
