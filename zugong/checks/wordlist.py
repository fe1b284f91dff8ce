"""The shipped list of wrong forms (错别字表); see data/README.md for where it comes from."""

from __future__ import annotations

from enum import Enum
from functools import cache

from zugong.classes import dataclass
from zugong.resources import word_list


class Level(Enum):
    """How sure an entry is; the letter is the one in the list."""

    SURE = "E"
    DOUBTFUL = "W"
    VARIANT = "I"


@dataclass(frozen=True, slots=True)
class WrongForm:
    """错写 and 正写."""

    wrong: str
    right: str
    level: Level
    guard: str
    "regular expression of surroundings in which the form is right; empty: none"
    note: str


@cache
def shipped_forms() -> tuple[WrongForm, ...]:
    """The list in the order of the file."""
    levels = {level.value: level for level in Level}
    rows = (line.split("\t") for line in word_list().splitlines() if line and not line.startswith("#"))
    return tuple(_form(row, levels[row[2]]) for row in rows)


def _form(row: list[str], level: Level) -> WrongForm:
    guard = row[3] if len(row) > 3 else ""
    return WrongForm(row[0], row[1], level, guard.replace("{}", row[0]), row[4] if len(row) > 4 else "")
