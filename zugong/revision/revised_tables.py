"""Rows of a comparison as tables again, their merged cells (合并) closed: what is to be drawn with columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from zugong.classes import dataclass
from zugong.model.styles import Role
from zugong.revision.comparing import CELL_END, Change, RevisedParagraph, Span
from zugong.revision.passages import LEFTWARD, ROW_ROLES, UPWARD

_LONGEST_CELL = 300
"characters of both texts; a row is never parted, and must fit a page"
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class RevisedCell:
    """A cell with its changes."""

    role: Role
    row: int
    column: int
    spans: Spans
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class RevisedTable:
    """A table with its changes; rows that came or went stand among the others."""

    cells: tuple[RevisedCell, ...]
    "row by row, without those that others cover"
    rows: int
    columns: int
    head: int


Part = RevisedParagraph | RevisedTable


def parts(paragraphs: Sequence[RevisedParagraph]) -> tuple[Part, ...]:
    """The paragraphs with text, rows as tables."""
    return tuple(part for group in _groups(paragraphs) for part in _of(group))


def _groups(paragraphs: Sequence[RevisedParagraph]) -> Iterator[list[RevisedParagraph]]:
    """A head behind other rows begins a table of its own."""
    group: list[RevisedParagraph] = []
    for one in paragraphs:
        before = group[-1].role if group else None
        is_row = one.role in ROW_ROLES
        goes_on = is_row and before in ROW_ROLES and (one.role is not Role.TABLE_HEAD or before is Role.TABLE_HEAD)
        if group and not goes_on:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _of(group: Sequence[RevisedParagraph]) -> Iterator[Part]:
    """Rows with more columns than those above begin another table; texts that fill a page stay lines of text."""
    for columns, stretch in groupby(group, key=lambda one: len(_cells(one))):
        listed = list(stretch)
        rows = [_cells(one) for one in listed]
        longest = max(sum(len(span.content) for span in cell) for row in rows for cell in row)
        if listed[0].role in ROW_ROLES and columns > 1 and longest <= _LONGEST_CELL:
            yield _table(listed, rows)
        else:
            yield from (one for one in listed if one.spans)


def _cells(row: RevisedParagraph) -> list[Spans]:
    found: list[list[Span]] = [[]]
    for span in row.spans:
        for index, text in enumerate(span.content.split(CELL_END)):
            found += [[]] if index else []
            found[-1] += [Span(text, span.accent, span.change, span.was)] if text else []
    return [tuple(one) for one in found]


def _table(group: Sequence[RevisedParagraph], rows: list[list[Spans]]) -> RevisedTable:
    owners = _owners(rows)
    covered: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, owner in owners.items():
        covered.setdefault(owner, []).append(place)
    cells = [
        RevisedCell(group[row].role, row, column, _without_arrows(rows[row][column]), *_reach(covered[row, column]))
        for row, column in sorted(covered)
    ]
    head = sum(one.role is Role.TABLE_HEAD for one in group)
    return RevisedTable(tuple(cells), len(rows), len(rows[0]), head if head < len(rows) else 0)


def _owners(rows: list[list[Spans]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Place → the cell that covers it; places that make no rectangle are cells of their own."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(rows):
        for column, spans in enumerate(cells):
            place = (row, column)
            owners[place] = owners.get(_neighbour(spans, place), place)
    wrong = {owner for owner in set(owners.values()) if not _is_rectangle([p for p, o in owners.items() if o == owner])}
    return {place: place if owner in wrong else owner for place, owner in owners.items()}


def _neighbour(spans: Spans, place: tuple[int, int]) -> tuple[int, int]:
    """The cell that covers this one, and always did; a merge that came or went leaves empty cells."""
    kept = [span.content for span in spans if span.change is Change.KEPT]
    row, column = place
    if len(spans) != 1 or not kept:
        return (-1, -1)
    return {LEFTWARD: (row, column - 1), UPWARD: (row - 1, column)}.get(kept[0], (-1, -1))


def _is_rectangle(places: Sequence[tuple[int, int]]) -> bool:
    rows, columns = _reach(places)
    return rows * columns == len(places)


def _reach(places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Rows and columns."""
    rows, columns = [row for row, _ in places], [column for _, column in places]
    return max(rows) - min(rows) + 1, max(columns) - min(columns) + 1


def _without_arrows(spans: Spans) -> Spans:
    return tuple(span for span in spans if span.content not in (LEFTWARD, UPWARD))
