"""Which known word was probably meant (是不是“供稿单位”？)."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 30


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that fewest changes lead to: one, or no more than a third of it; else None."""
    if not 0 < len(word) <= _LONGEST:
        return None
    ranked = sorted((_distance(word.lower(), one.lower()), position, one) for position, one in enumerate(known))
    if not ranked:
        return None
    changes, _, best = ranked[0]
    return best if changes <= max(1, len(best) // 3) and changes < len(best) else None


def _distance(one: str, other: str) -> int:
    """Levenshtein's: characters put in, taken out or replaced."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(other, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
    return row[-1]
