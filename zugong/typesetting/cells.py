"""Runs of text → cells: every character with its face and width."""

from __future__ import annotations

from dataclasses import dataclass

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


def cells_of(runs: tuple[StyledRun, ...], role: Role, styles: Styles, faces: FaceSet) -> tuple[Cell, ...]:
    """The cells of a paragraph of that role; a character no face has takes an em and no family."""
    style = styles.paragraph(role)
    cells: list[Cell] = []
    for run in runs:
        face = styles.accent(run.accent).face if run.accent is not Accent.PLAIN else None
        cells.extend(cell_of(character, face or style.face, style.size, run.accent, faces) for character in run.content)
    return tuple(cells)


def cell_of(character: str, face: str, size: float, accent: Accent, faces: FaceSet) -> Cell:
    """One cell."""
    glyph = faces.glyph(face, character)
    family, advance = (glyph.family, glyph.advance) if glyph else ("", 1.0)
    return Cell(character, advance * size, family, is_western(character) or character == " ", accent)
