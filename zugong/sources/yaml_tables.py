"""Tables written as fields (表格): 列, 表头, 行 and what stands around them."""

from __future__ import annotations

from zugong.diagnostics import Problem, doubt, error
from zugong.model.prose import Run, Text
from zugong.model.structures import Table, TableColumn
from zugong.model.styles import Align
from zugong.sources.nodes import Node, Scalar, Sequence
from zugong.sources.record import Record
from zugong.sources.table_cells import RawCell, RawRow, read_cell
from zugong.sources.table_making import RawTable, made

_ALIGNS = {"left": Align.LEFT, "centre": Align.CENTRE, "right": Align.RIGHT}
_ROW_ADVICE = "每一行写成“- [甲, 乙, 丙]”；数字里有逗号就加引号：\"1,234\"；空格子写 ''"
_WIDEST = 100


def read_table(record: Record) -> Table | None:
    """The table of a record; None, with an error, when there is nothing in it or far too much."""
    columns = record.records("table_columns")
    names = [column.text("name") for column in columns]
    known = tuple(_column(column) for column in columns)
    head = rows_of(record, "table_head")
    if not head and any(names):
        head = (RawRow(tuple(map(_named, names, columns)), record.place("table_columns")),)
    elif head and any(names):
        record.problems.append(_unused_names(record))
    if record.given("table_rows") is None:
        record.required_text("table_rows")
        return None
    raw = RawTable(
        known,
        head,
        rows_of(record, "table_rows"),
        record.origin,
        record.text("table_title"),
        record.text("table_unit"),
        record.texts("table_notes"),
        record.flag("table_total"),
    )
    return made(raw, _ROW_ADVICE, record.problems)


def _column(record: Record) -> TableColumn:
    word = record.choice("align")
    width = record.number("picture_width") or 0
    if word is not None and word not in _ALIGNS:
        place = record.place("align")
        record.problems.append(error("not-a-choice", "表格的列只能居左、居中、居右", place, "写三个里的一个"))
    if width > _WIDEST:
        place = record.place("picture_width")
        record.problems.append(error("bad-length", f"一列不能宽过 {_WIDEST} 个字", place, "写这一列要宽几个字"))
        width = 0
    return TableColumn(_ALIGNS.get(word or ""), float(width))


def _named(name: Text | None, column: Record) -> RawCell:
    if name is None or not name.content:
        return RawCell((), column.origin)
    return RawCell((Run(name.content, name.origin),), name.origin)


def rows_of(record: Record, key: str) -> tuple[RawRow, ...]:
    """A list of rows, each a list of texts."""
    return tuple(_row(node, record) for node in record.listed(key))


def _row(node: Node, record: Record) -> RawRow:
    if not isinstance(node, Sequence):
        record.problems.append(error("not-a-row", "表格的一行要写成列表", node.origin, _ROW_ADVICE))
        lines = node.lines if isinstance(node, Scalar) else ()
        return RawRow((read_cell(lines, node.origin, record.problems),), node.origin)
    return RawRow(tuple(_cell(one, record.problems) for one in node.nodes), node.origin)


def _cell(node: Node, problems: list[Problem]) -> RawCell:
    if isinstance(node, Scalar):
        return read_cell(node.lines, node.origin, problems)
    advice = "表格里不能再放表格；文字里有冒号、方括号、花括号的，用引号括起来"
    problems.append(error("nested-table", "表格的一格里只能写一段文字", node.origin, advice))
    return RawCell((), node.origin)


def _unused_names(record: Record) -> Problem:
    advice = "只留“表头”，或者只留列名"
    return doubt("unused-column-names", "有了“表头”，列名不会印出", record.place("table_columns"), advice)
