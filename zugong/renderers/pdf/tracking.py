"""The letter-spacing that makes WeasyPrint draw a wanted tracking.

WeasyPrint 70 draws other advances than it lays out: Pango gives half of the letter-spacing as an offset
before each glyph, WeasyPrint takes 1/1024 for 1/1000 there and cuts the rest to whole 1/1000 em
(weasyprint/draw/text.py, draw_first_line). So the drawn advance is modelled here, and the letter-spacing
chosen whose result is nearest: at most half of 1/1000 em away.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_PX_PER_PT = 96 / 72
_UNITS = 1024
"Pango units in a CSS pixel"

_REACH = 2.2
"1/1000 em on each side of the wanted tracking within which results on both sides of it are always found"

_VISIBLE = 0.06
"pt that the last character of a run may be off its place before the run is made of two spacings"


@dataclass(frozen=True, slots=True)
class Spacing:
    """A letter-spacing for CSS at one size."""

    units: int
    "1/1024 px"
    size: float
    "pt"

    @property
    def css(self) -> str:
        """The value in px; a little more than whole units, since WeasyPrint cuts them to integers."""
        nudge = 0.25 if self.units > 0 else -0.25 if self.units < 0 else 0.0
        return f"{(self.units + nudge) / _UNITS:.6f}px"

    @property
    def laid_out(self) -> float:
        """What layout adds to each advance, pt."""
        return self.units / _UNITS / _PX_PER_PT

    @property
    def drawn(self) -> float:
        """What is added to each advance on the page, 1/1000 em."""
        return self._offset - int(self._kerning)

    @property
    def certain(self) -> bool:
        """Whether the cut to whole 1/1000 em is not so near that rounding in Pango could tip it."""
        return 0.1 < abs(self._kerning) % 1 < 0.9

    @property
    def _offset(self) -> float:
        return int(self.units / 2) / (self.size * _PX_PER_PT)

    @property
    def _kerning(self) -> float:
        pixels = self.size * _PX_PER_PT
        return 1000 + self._offset - (int(pixels * _UNITS) + self.units) * 1000 / _UNITS / pixels


def spacings_for(tracking: float, size: float, count: int) -> tuple[tuple[Spacing, int], ...]:
    """Spacings and the number of characters each is for, which together draw `count` of that tracking.

    One spacing where that is near enough, else two whose errors cancel out at the end of the run.
    """
    near, opposite = _candidates(tracking, size)
    error = near.drawn - tracking
    if abs(error) * count * size / 1000 <= _VISIBLE:
        return ((near, count),)
    other = opposite.drawn - tracking
    first = round(count * abs(other) / (abs(error) + abs(other)))
    return tuple((spacing, number) for spacing, number in ((near, first), (opposite, count - first)) if number)


@cache
def _candidates(tracking: float, size: float) -> tuple[Spacing, Spacing]:
    """The Spacing that draws a tracking most nearly, and the nearest on the other side of it."""
    per_mille = size * _PX_PER_PT * _UNITS / 1000
    wanted, reach = round(tracking * per_mille), round(_REACH * per_mille)
    around = (Spacing(units, size) for units in range(wanted - reach, wanted + reach + 1))
    all_near = [spacing for spacing in around if spacing.certain]

    def distance(spacing: Spacing) -> tuple[float, int]:
        return round(abs(spacing.drawn - tracking), 6), abs(spacing.units - wanted)

    near = min(all_near, key=distance)
    other_side = [one for one in all_near if (one.drawn > tracking) != (near.drawn > tracking)]
    return near, min(other_side, key=distance, default=near)
