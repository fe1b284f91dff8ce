"""Heavier strokes for a face that has no bold: every outline grown outward, as Word's synthetic bold does.

tools/make_fonts.py makes the shipped bold 仿宋 with it, cutting.py the bold of installed faces.
"""

# mypy: disable-error-code="import-untyped"
# (fontTools ships no types)

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import accumulate, pairwise

from zugong.fonts.faces import STRENGTH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fontTools.ttLib.tables._g_l_y_f import Glyph

Point = tuple[float, float]
_MIN_CORNERS = 3
_SHARPEST = -0.9375
"cosine of a turn of about 160 degrees"


def signed_area(contours: Iterable[list[Point]]) -> float:
    """Area enclosed by the control polygons; negative when the outer contours run clockwise."""
    return sum(
        (x0 * y1 - x1 * y0) / 2
        for points in contours
        for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True)
    )


def _unit(start: Point, end: Point) -> tuple[float, float, float]:
    """Direction and length of the way from `start` to `end`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    return (dx / length, dy / length, length) if length else (0.0, 0.0, 0.0)


def _outward(before: Point, at: Point, after: Point, distance: float) -> Point:
    """`at` moved away from the ink of a clockwise contour along the bisector of its two sides.

    Follows FreeType's FT_Outline_Embolden: no move at a turn of more than about 160 degrees (a spike
    would grow without bound), and never farther than the shorter side allows (it would turn inside out).
    """
    in_x, in_y, in_length = _unit(before, at)
    out_x, out_y, out_length = _unit(at, after)
    cosine = in_x * out_x + in_y * out_y
    if cosine <= _SHARPEST:
        return at
    turn = in_x * out_y - in_y * out_x
    shortest = min(in_length, out_length)
    is_roomy = distance * turn <= shortest * (1 + cosine)
    factor = distance / (1 + cosine) if is_roomy else shortest / turn
    return at[0] - (in_y + out_y) * factor, at[1] + (in_x + out_x) * factor


def _grow(points: list[Point], distance: float) -> list[Point]:
    """Every control point of a contour moved outward; a point that repeats another moves with it."""
    starts = [point != before for point, before in zip(points, points[-1:] + points, strict=False)]
    distinct = [point for point, is_new in zip(points, starts, strict=True) if is_new]
    if len(distinct) < _MIN_CORNERS:
        return points
    neighbours = zip(distinct[-1:] + distinct, distinct, distinct[1:] + distinct[:1], strict=False)
    moved = [_outward(before, at, after, distance) for before, at, after in neighbours]
    # A contour that begins by repeating its end counts from 0, and so takes the last move: the move of its end.
    return [moved[count - 1] for count in accumulate(starts)]


def _contours_of(glyph: Glyph) -> list[list[Point]]:
    """The control points of each contour of a simple glyph, on and off the curve alike."""
    ends = [0] + [end + 1 for end in glyph.endPtsOfContours]
    return [list(glyph.coordinates[start:end]) for start, end in pairwise(ends)]


def bolder(glyph: Glyph, upem: int) -> Glyph:
    """A heavier copy of a simple glyph; its curves stay the quadratic curves they were, its advance is not touched."""
    import copy

    from fontTools.misc.roundTools import otRound
    from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

    heavier = copy.deepcopy(glyph)
    if glyph.numberOfContours > 0:
        contours = _contours_of(glyph)
        distance = STRENGTH * upem / 1000 / 2
        outside = -distance if signed_area(contours) > 0 else distance
        moved = [point for points in contours for point in _grow(points, outside)]
        heavier.coordinates = GlyphCoordinates([(otRound(x), otRound(y)) for x, y in moved])
    return heavier
