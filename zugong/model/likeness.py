"""What is known of earlier items that resemble one of this issue."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location


@dataclass(frozen=True, slots=True)
class PastItem:
    """An earlier item that shares much text with an item of this issue."""

    item: int
    "position of the item in this issue"
    earlier: Location
    "the file of the earlier one"
    share: float
    "part of the text that is in both, 0…1"
