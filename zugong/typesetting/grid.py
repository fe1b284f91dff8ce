"""What is put on the grid: strips of composed lines, tables, figures, page breaks; and the slots where they stand."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.layout.sheet import Cell, FigureBlock
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
    clings: bool = False
    "stays with what stands before it: 图注, 表注"
    signs: bool = False
    "落款: never without lines of text on its page"


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell of a table whose lines are composed; they have their x, but no y yet."""

    cell: Cell
    lines: tuple[tuple[PlacedRun, ...], ...]


@dataclass(frozen=True, slots=True)
class TableStrip:
    """A table whose rows have their heights but no place yet."""

    rows: tuple[tuple[SetCell, ...], ...]
    heights: tuple[int, ...]
    "of its rows, in rows of the grid"
    groups: tuple[tuple[int, int], ...]
    "half-open ranges of rows that no page may part; the first holds the head too"
    head_rows: int
    widths: tuple[float, ...]
    "of its columns, pt"
    title: str

    @property
    def head_height(self) -> int:
        """Rows of the grid that its head takes."""
        return sum(self.heights[: self.head_rows])

    def height(self, group: tuple[int, int]) -> int:
        """Rows of the grid that a group takes."""
        return sum(self.heights[slice(*group)])


@dataclass(frozen=True, slots=True)
class FigureStrip:
    """A figure: it takes whole rows and stands in their middle."""

    figure: FigureBlock
    rows: int


@dataclass(frozen=True, slots=True)
class BoxStrip:
    """The 批示 box: it takes the rows that its page has left."""

    label: tuple[PlacedRun, ...]
    rows_before: int
    min_rows: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins the second page; if the front matter ran over to it, it follows on there."""


@dataclass(frozen=True, slots=True)
class PageHead:
    """What follows begins a page, whichever it is."""


Piece = Strip | TableStrip | FigureStrip | BoxStrip | PageBreak | PageHead


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one line, of one row of a table, of a figure."""

    page: int
    "from 0"
    row: int
    "from 0, of the page's grid"
    piece: int
    "index into the pieces"
    line: int
    "index into its lines, or into the rows of a table"


def rows_at(slot: Slot, pieces: tuple[Piece, ...]) -> int:
    """Rows of the grid that what stands in a slot takes."""
    match pieces[slot.piece]:
        case Strip(rows=rows) | FigureStrip(rows=rows):
            return rows
        case TableStrip(heights=heights):
            return heights[slot.line]
        case _:
            raise TypeError(f"slot {slot} holds nothing that is placed")
