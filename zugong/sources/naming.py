"""The names of item files: the number in front gives the order."""

from __future__ import annotations

_DIGITS = "0123456789"
_LONGEST = 9
"digits that are looked at: nobody numbers a thousand million items"


def leading_number(name: str) -> int | None:
    """The number a file name begins with; None when it begins with something else."""
    count = next((i for i, char in enumerate(name) if char not in _DIGITS), len(name))
    return int(name[: min(count, _LONGEST)]) if count else None
