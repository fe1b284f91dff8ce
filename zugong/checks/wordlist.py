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


def shipped_forms() -> tuple[WrongForm, ...]:
    """The list in the order of the file."""
    return tuple(map(_form, _rows()))


def forms_in(text: str) -> list[WrongForm]:
    """Those that stand anywhere in a text."""
    return [_form(row) for row in _rows() if row[0] in text]


@cache
def _rows() -> tuple[list[str], ...]:
    return tuple([line.split("\t") for line in word_list().splitlines() if line and not line.startswith("#")])


def _form(row: list[str]) -> WrongForm:
    guard = row[3] if len(row) > 3 else ""
    return WrongForm(row[0], row[1], Level(row[2]), guard.replace("{}", row[0]), row[4] if len(row) > 4 else "")
