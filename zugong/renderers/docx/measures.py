"""Lengths as WordprocessingML counts them, and the grid in whole twips."""

from __future__ import annotations

import math

from zugong.model.styles import PageStyle

TWIPS_PER_POINT = 20

LONGEST = 31_680
"twips of a paper or a row (ECMA-376, 22.9.2.14: 22 inches)"


def twips(points: float) -> int:
    """Points as 1/20 pt."""
    return round(points * TWIPS_PER_POINT)


def half_points(points: float) -> int:
    """Points as 1/2 pt, the unit of sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """The thickness of a rule as 1/8 pt; Word knows 2 to 96 of them."""
    return min(max(round(points * 8), 2), 96)


def pitch(page: PageStyle) -> int:
    """One line of the grid, rounded down: a page must hold all its lines (579 for 225 mm / 22)."""
    return math.floor(page.line_pitch * TWIPS_PER_POINT)


def type_width(page: PageStyle) -> int:
    """版心 width as it results from the rounded paper and margins."""
    return twips(page.width) - twips(page.left) - twips(page.right)
