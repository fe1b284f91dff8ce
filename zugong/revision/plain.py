"""Two texts of one file compared as they stand, head and all."""

from __future__ import annotations

from zugong.model.styles import Accent, Role
from zugong.revision.comparing import compare
from zugong.revision.passages import Passage
from zugong.revision.summary import count


def counted(before: str, after: str) -> str:
    """改动 3 处，增 8 字，删 5 字."""
    return count(compare(_passages(before), _passages(after))).chinese


def _passages(text: str) -> tuple[Passage, ...]:
    return tuple(Passage(Role.BODY, ((line, Accent.PLAIN),)) for line in text.splitlines() if line.strip())
