"""The grid of an HTML table: colspan and rowspan (HTML Standard, 4.9.12, Forming a table)."""

from __future__ import annotations

from zugong.classes import dataclass, field
from zugong.intake.limits import MOST_COLUMNS, MOST_COVERED
from zugong.intake.manuscript import Cell, Grid, Merge
from zugong.intake.xml import Element, get, local

_MOST_ROWS = 1000


@dataclass(slots=True)
class OpenTable:
    """A table while its rows are walked through."""

    number: int
    merges: list[Merge] = field(default_factory=list)
    row: int = -1
    columns: int = 0
    head: int = 0
    taken: set[tuple[int, int]] = field(default_factory=set)
    "places that a cell above or to the left covers"
    at: int = 0
    "the next column that may be free"
    ruled: bool = True

    def next_row(self, element: Element) -> None:
        """A tr begins; rows of th at the top are its head."""
        self.row, self.at = min(self.row + 1, _MOST_ROWS), 0
        kinds = {local(one).lower() for one in element} & {"td", "th"}
        in_head = local(element.getparent()).lower() == "thead" or kinds == {"th"}
        self.head += in_head and self.head == self.row

    def next_cell(self, element: Element) -> Cell:
        """A td or th begins."""
        row = max(self.row, 0)
        while (row, self.at) in self.taken:
            self.at += 1
        column, wide, high = self.at, _count(get(element, "colspan")), _count(get(element, "rowspan"))
        if len(self.taken) > MOST_COVERED:
            wide = high = 1
        if wide > 1 or high > 1:
            self.taken |= {(row + down, column + aside) for down in range(high) for aside in range(wide)}
            self.merges.append(Merge(row, column, high, wide))
        self.at = column + wide
        self.columns = max(self.columns, self.at)
        return Cell(self.number, row, min(column, MOST_COLUMNS - 1), 0)

    def grid(self) -> Grid:
        """What became of it."""
        rows, columns = self.row + 1, min(self.columns, MOST_COLUMNS)
        merges = [Merge(one.row, one.column, min(one.rows, rows - one.row), one.columns) for one in self.merges]
        return Grid(self.number, rows, columns, tuple(merges), self.head, self.ruled)


def _count(text: str) -> int:
    return min(max(int(text), 1), MOST_COLUMNS) if text.isascii() and text.isdigit() and len(text) < 6 else 1
