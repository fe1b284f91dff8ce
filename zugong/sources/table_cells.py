"""Rows of cells as written → rows of a Table: `<` and `^` resolved, so that every place is covered once."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.model.prose import Paragraph, PlaceIgnore, Run
from zugong.model.structures import TableCell, TableRow
from zugong.sources.inline import read_paragraph
from zugong.sources.nodes import Line

LEFT, ABOVE = "<", "^"
"alone in a cell: it belongs to the cell on its left, or above it"

TOTALS = ("合计", "总计", "共计", "小计")
"what a row of totals begins with"

_Place = tuple[int, int]
"row and column, from 0"


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as written; `mark` is LEFT or ABOVE where nothing else stands in it."""

    runs: tuple[Run, ...]
    origin: Location
    mark: str = ""
    ignores: tuple[PlaceIgnore, ...] = ()


@dataclass(frozen=True, slots=True)
class RawRow:
    """The cells of one row, and where it begins."""

    cells: tuple[RawCell, ...]
    origin: Location


def read_cell(lines: Sequence[Line], origin: Location, problems: list[Problem]) -> RawCell:
    """A cell out of its lines; text is one paragraph."""
    full = [line for line in lines if line.content.strip()]
    if len(full) == 1 and full[0].content.strip() in (LEFT, ABOVE):
        return RawCell((), full[0].origin, full[0].content.strip())
    if not full:
        return RawCell((), origin)
    reading = read_paragraph(full)
    problems.extend(reading.problems)
    paragraph = reading.value or Paragraph(())
    return RawCell(paragraph.runs, full[0].origin, ignores=paragraph.ignores)


def padded(rows: Sequence[RawRow], columns: int) -> list[RawRow]:
    """Rows of the same length: empty cells behind those that are too short."""
    return [RawRow((*row.cells, *(RawCell((), row.origin),) * (columns - len(row.cells))), row.origin) for row in rows]


def merged(rows: Sequence[RawRow], part: str, problems: list[Problem]) -> tuple[TableRow, ...]:
    """The rows of one part of a table, 表头 or 表身, all of the same length; where a merge fails, cells stay apart."""
    owners = _owners(rows, part, problems)
    areas: dict[_Place, list[_Place]] = {}
    for place, owner in owners.items():
        areas.setdefault(owner, []).append(place)
    cells: list[list[TableCell]] = [[] for _ in rows]
    for owner, places in sorted(areas.items()):
        for cell in _joined(rows, owner, places, problems):
            cells[cell[0]].append(cell[1])
    return tuple(
        TableRow(tuple(sorted(found, key=lambda cell: cell.column)), row.origin)
        for found, row in zip(cells, rows, strict=True)
    )


def is_total(row: TableRow) -> bool:
    """Whether its first cell says so."""
    return bool(row.cells) and row.cells[0].column == 0 and "".join(row.cells[0].content.split()) in TOTALS


def _owners(rows: Sequence[RawRow], part: str, problems: list[Problem]) -> dict[_Place, _Place]:
    """Each place with the cell that covers it."""
    owners: dict[_Place, _Place] = {}
    for r, row in enumerate(rows):
        for c, cell in enumerate(row.cells):
            if cell.mark == LEFT and c:
                owners[r, c] = owners[r, c - 1]
            elif cell.mark == ABOVE and r:
                owners[r, c] = owners[r - 1, c]
            else:
                owners[r, c] = r, c
                problems.extend(_lost(cell, part) if cell.mark else ())
    return owners


def _joined(
    rows: Sequence[RawRow], owner: _Place, places: list[_Place], problems: list[Problem]
) -> list[tuple[int, TableCell]]:
    """The cell that covers these places, with its row; each alone if they are no rectangle."""
    height = max(r for r, _ in places) - owner[0] + 1
    width = max(c for _, c in places) - owner[1] + 1
    if len(places) == height * width:  # none lies above its owner or left of it
        return [(owner[0], _cell(rows, owner, width, height))]
    problems.append(_no_rectangle(rows[owner[0]].cells[owner[1]]))
    return [(r, _cell(rows, (r, c), 1, 1)) for r, c in places]


def _cell(rows: Sequence[RawRow], place: _Place, columns: int, height: int) -> TableCell:
    raw = rows[place[0]].cells[place[1]]
    return TableCell(place[1], raw.runs, raw.origin, columns, height, raw.ignores)


def _lost(cell: RawCell, part: str) -> list[Problem]:
    if cell.mark == LEFT:
        message, advice = "“<”左边没有格子可以并入", "第一列不能写“<”；要印出这个符号就写成 \\<"
    else:
        message = f"“^”上面没有格子可以并入：这是{part}的第一行"
        advice = "表头和下面的行不能合并；要印出这个符号就写成 \\^"
    return [error("merge-into-nothing", message, cell.origin, advice)]


def _no_rectangle(cell: RawCell) -> Problem:
    text = "".join(run.content for run in cell.runs)[:10]
    message = f"并入“{text}”的格子拼不成一个长方形"
    advice = "被合并的每一格都要写 < 或 ^，例如两行两列：“甲 | <”下面是“^ | ^”"
    return error("merge-not-rectangle", message, cell.origin, advice, max(len(text), 1))
