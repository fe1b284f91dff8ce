"""The last steps to a Table, however it was written: rows of one length, not too large, not empty, totals known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zugong.classes import dataclass, replace
from zugong.diagnostics import Location, Problem, error
from zugong.model.prose import Text
from zugong.model.structures import Table, TableColumn, TableRow
from zugong.sources.table_cells import RawRow, is_total, merged, padded

MOST_COLUMNS = 20
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as written."""

    columns: tuple[TableColumn, ...]
    "empty: as many as a row has cells"
    head: tuple[RawRow, ...]
    body: tuple[RawRow, ...]
    origin: Location
    title: Text | None = None
    unit: Text | None = None
    notes: tuple[Text, ...] = ()
    total: bool | None = None
    "whether the last row is a total; None: as its first cell says"


def made(raw: RawTable, advice: str, problems: list[Problem]) -> Table | None:
    """The table; None, with an error, when it is empty or far too large. `advice`: how a row is put right."""
    rows = (*raw.head, *raw.body)
    most = max((len(row.cells) for row in rows), default=0)
    refusal = _refusal(raw, most)
    if refusal:
        problems.append(refusal)
        return None
    _compare_lengths(raw, advice, problems)
    columns = max(most, len(raw.columns))
    head = merged(padded(raw.head, columns), "表头", problems)
    body = merged(padded(raw.body, columns), "表身", problems)
    known = (*raw.columns, *(TableColumn(),) * (columns - len(raw.columns)))
    return Table(known, head, _with_total(body, raw.total), raw.origin, raw.title, raw.unit, raw.notes)


def too_large(columns: int, rows: int, origin: Location) -> Problem | None:
    """The error about a table that no page can hold."""
    if columns > MOST_COLUMNS:
        message, advice = f"表格有 {columns} 列，最多 {MOST_COLUMNS} 列", "请分成几个表格，或者行和列对调"
    elif rows > MOST_ROWS:
        message, advice = f"表格有 {rows} 行，最多 {MOST_ROWS} 行", "请分成几个表格"
    else:
        return None
    return error("table-too-large", message, origin, advice)


def _refusal(raw: RawTable, most: int) -> Problem | None:
    if not raw.body or not any(cell.runs for row in raw.body for cell in row.cells):
        advice = "在表头下面写上各行；用不着这个表格就删去"
        return error("empty-table", "表格里没有内容", raw.origin, advice)
    return too_large(max(most, len(raw.columns)), len(raw.head) + len(raw.body), raw.origin)


def _compare_lengths(raw: RawTable, advice: str, problems: list[Problem]) -> None:
    wanted, what = _wanted(raw)
    for row in (*raw.head, *raw.body):
        if len(row.cells) != wanted:
            message = f"这一行有 {len(row.cells)} 格，{what}是 {wanted} 格"
            problems.append(error("uneven-rows", message, row.origin, advice))


def _wanted(raw: RawTable) -> tuple[int, str]:
    """How many cells a row should have, and what says so."""
    if raw.head and len(raw.head[0].cells) == (len(raw.columns) or len(raw.head[0].cells)):
        return len(raw.head[0].cells), "表头"
    if raw.columns:
        return len(raw.columns), "“列”"
    return _usual(raw.body), "别的行"


def _usual(rows: Sequence[RawRow]) -> int:
    return Counter(len(row.cells) for row in rows).most_common(1)[0][0]


def _with_total(rows: tuple[TableRow, ...], said: bool | None) -> tuple[TableRow, ...]:
    last = rows[-1]
    return (*rows[:-1], replace(last, total=is_total(last) if said is None else said))
