"""The grid of a w:tbl: which cell stands in which column, what it covers, which rows are a head."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import dataclass, replace
from zugong.intake.limits import MOST_COLUMNS
from zugong.intake.manuscript import Grid, Merge
from zugong.intake.xml import Element, child, get, local, switch, value

TRANSPARENT = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"})
_NO_RULE = ("none", "nil", "")


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A w:tc at its place in the grid."""

    element: Element
    column: int
    columns: int
    goes_on: bool
    "it is covered by the cell above (w:vMerge without restart)"
    begins: bool
    "it covers cells below"


def placed_rows(table: Element) -> list[list[PlacedCell]]:
    """All rows with their cells, also where a content control (内容控件) stands around them."""
    return _without_phantoms([_placed(row) for row in _through(table, "tr")])


def _without_phantoms(rows: list[list[PlacedCell]]) -> list[list[PlacedCell]]:
    """Dragged borders and LibreOffice leave columns in which no cell begins; nobody sees them."""
    begins = sorted({cell.column for row in rows for cell in row})
    at = {column: index for index, column in enumerate(begins)}
    return [
        [
            replace(cell, column=at[cell.column], columns=sum(0 <= one - cell.column < cell.columns for one in begins))
            for cell in row
        ]
        for row in rows
    ]


def _placed(row: Element) -> list[PlacedCell]:
    column = _count(value(child(row, "trPr"), "gridBefore"), 0)
    found: list[PlacedCell] = []
    for cell in _through(row, "tc"):
        properties = child(cell, "tcPr")
        columns = max(_count(value(properties, "gridSpan"), 1), 1)
        merge, aside = child(properties, "vMerge"), child(properties, "hMerge")
        if aside is not None and get(aside, "val") != "restart" and found:
            last = found[-1]
            found[-1] = PlacedCell(last.element, last.column, last.columns + columns, last.goes_on, last.begins)
        begins = merge is not None and get(merge, "val") == "restart"
        found.append(PlacedCell(cell, column, columns, merge is not None and not begins, begins))
        column = min(column + columns, MOST_COLUMNS)
    return found


def grid_of(table: Element, rows: Sequence[Sequence[PlacedCell]], number: int) -> Grid:
    """The grid without its text."""
    columns = max((cell.column + cell.columns for row in rows for cell in row), default=0)
    merges = [found for at, row in enumerate(rows) for cell in row if (found := _merge(rows, at, cell))]
    return Grid(number, len(rows), min(columns, MOST_COLUMNS), tuple(merges), _head(table), _ruled(table))


def _merge(rows: Sequence[Sequence[PlacedCell]], at: int, cell: PlacedCell) -> Merge | None:
    height = 1
    while cell.begins and at + height < len(rows):
        below = next((one for one in rows[at + height] if one.column == cell.column), None)
        if below is None or not below.goes_on:
            break
        height += 1
    if height == 1 and cell.columns == 1:
        return None
    return Merge(at, cell.column, height, cell.columns)


def _head(table: Element) -> int:
    count = 0
    for row in _through(table, "tr"):
        if not switch(child(row, "trPr"), "tblHeader"):
            break
        count += 1
    return count


def _ruled(table: Element) -> bool:
    """Whether rules are to be seen: its own, a cell's, or those of its style."""
    properties = child(table, "tblPr")
    own = child(properties, "tblBorders")
    sides = list(own) if own is not None else []
    sides += [side for cell in table.iter() if local(cell) == "tcBorders" for side in cell]
    if sides:
        return any(get(side, "val") not in _NO_RULE for side in sides)
    return bool(value(properties, "tblStyle"))


def _count(text: str | None, default: int) -> int:
    """What a file says is not trusted: a table has no million columns."""
    return min(int(text), MOST_COLUMNS) if text and text.isascii() and text.isdigit() and len(text) < 6 else default


def _through(element: Element, name: str) -> list[Element]:
    found: list[Element] = []
    for one in element:
        if local(one) == name:
            found.append(one)
        elif local(one) in TRANSPARENT:
            found += _through(one, name)
    return found
