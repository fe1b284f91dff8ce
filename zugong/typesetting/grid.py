"""What is put on the grid: strips of composed lines, the 批示 box, page breaks; and the slots where lines stand."""

from __future__ import annotations

from dataclasses import dataclass

from zugong.model.styles import Role
from zugong.typesetting.pages import PlacedRun


@dataclass(frozen=True, slots=True)
class Strip:
    """A paragraph whose lines are composed but have no place yet."""

    role: Role
    lines: tuple[tuple[PlacedRun, ...], ...]
    rows: int
    "rows of the grid that one line takes"
    rows_before: int
    rows_after: int
    keep_with_next: bool
    anchor: str = ""
    link: str = ""
    outline_level: int = 0
    outline_title: str = ""


@dataclass(frozen=True, slots=True)
class BoxStrip:
    """The 批示 box: it takes the rows that its page has left."""

    label: tuple[PlacedRun, ...]
    rows_before: int
    min_rows: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins the second page; if the front matter ran over to it, it follows on there."""


Piece = Strip | BoxStrip | PageBreak


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one line."""

    page: int
    "from 0"
    row: int
    "from 0, of the page's grid"
    piece: int
    "index into the pieces"
    line: int
    "index into its lines"
