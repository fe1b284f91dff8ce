"""A table as it stands in an item file: with bars where that is enough, else in a fence (```表格)."""

from __future__ import annotations

import re

from zugong import terms
from zugong.intake.drafts import DraftTable
from zugong.intake.escaping import marked

_ALIGNMENT_LIKE = re.compile(r":?-+:?")
_ALIGNMENT = {"left": ":--", "center": ":-:", "right": "--:", "": "---"}
_WORDS = {"left": "居左", "center": "居中", "right": "居右"}
_LEFT, _ABOVE = "<", "^"
FENCE = "```"


def table_text(table: DraftTable) -> str:
    """The lines of the table, without blank ones."""
    rows = _rows(table)
    if table.head == 1 and table.total is None and not any(cell.rows > 1 or cell.columns > 1 for cell in table.cells):
        return _with_bars(table, rows)
    return _fenced(table, rows)


def _rows(table: DraftTable) -> list[list[str]]:
    """Row by row what is written for each place."""
    found = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        for down in range(cell.rows):
            for aside in range(cell.columns):
                found[cell.row + down][cell.column + aside] = _LEFT if aside else _ABOVE
        found[cell.row][cell.column] = _cell(marked(cell.text))
    return found


def _cell(text: str) -> str:
    return "\\" + text if text in (_LEFT, _ABOVE) or _ALIGNMENT_LIKE.fullmatch(text) else text


def _with_bars(table: DraftTable, rows: list[list[str]]) -> str:
    lines = [f"{terms.chinese('table_title')}：{table.title}"] if table.title else []
    lines += [table.unit] if table.unit else []
    written = [_row(row) for row in rows]
    lines += [written[0], "|" + "|".join(_ALIGNMENT[one] for one in table.aligns) + "|", *written[1:]]
    return "\n".join([*lines, *table.notes])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _fenced(table: DraftTable, rows: list[list[str]]) -> str:
    """YAML, every text in quotes."""
    lines = [FENCE + terms.chinese("table")]
    lines += [_field("table_title", table.title)] if table.title else []
    lines += [_field("table_unit", table.unit)] if table.unit else []
    if any(table.aligns):
        columns = ", ".join(f"{{{terms.chinese('align')}: {_WORDS.get(one, '居中')}}}" for one in table.aligns)
        lines.append(f"{terms.chinese('table_columns')}: [{columns}]")
    lines += _list("table_head", rows[: table.head]) + _list("table_rows", rows[table.head :])
    if table.total is not None:
        lines.append(f"{terms.chinese('table_total')}: {'是' if table.total else '否'}")
    if table.notes:
        lines += [f"{terms.chinese('table_notes')}:", *(f"  - {quoted(one)}" for one in table.notes)]
    return "\n".join([*lines, FENCE])


def _field(key: str, text: str) -> str:
    return f"{terms.chinese(key)}: {quoted(text)}"


def quoted(text: str) -> str:
    """In quotes always: a text may look like a number, a date or a mapping."""
    return "'" + text.replace("'", "''") + "'"


def _list(key: str, rows: list[list[str]]) -> list[str]:
    if not rows:
        return []
    return [f"{terms.chinese(key)}:", *("  - [" + ", ".join(map(quoted, row)) + "]" for row in rows)]
