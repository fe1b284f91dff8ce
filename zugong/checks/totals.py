"""Rows of totals (合计) in tables: whether they are the sum of what stands above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zugong.checks.context import Context
from zugong.checks.patterns import Pattern, all_han
from zugong.classes import dataclass
from zugong.diagnostics import Problem, doubt
from zugong.model.issue import IssueDraft
from zugong.model.structures import Table, TableCell, TableRow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

RULE = "table-total"

_FIGURE = Pattern(r"([+\-－]?)(\d{1,3}(?:[,，]\d{3}){1,4}|\d{1,15})(\.\d{1,6})?(万|亿)?(\D?\D?\D?)")
_SCALES = {None: 1, "万": 10_000, "亿": 100_000_000}
_NOTHING = ("", "-", "－", "—", "——", "/", "／", "无")
_NO_SUM = (
    *"%％率均",
    "占比",
    "比例",
    "比重",
    "序号",
    "编号",
    "排名",
    "名次",
    "单价",
    "年份",
    "增长",
    "增减",
    "同比",
    "环比",
)
_PART_OF = ("其中", "小计", "合计", "总计", "共计", "#")
"what a row of the body begins with that is counted in another row already"


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in a cell."""

    value: Decimal
    grain: Decimal
    "what one of its last digit is worth"
    unit: str


def table_total(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """表格的合计行和上面各行加起来的数不同。千分位的逗号、“万”“亿”都认得；带小数的，容许四舍五入的误差；
    百分数只在合计是 100% 时查。平均、增长、占比这样的列，有“其中”“小计”的表格不查。"""
    bodies = [body for item in draft.items for body in (item.body, *(one.body for one in item.extras.attachments))]
    tables = (block for body in bodies for block in body if isinstance(block, Table))
    return tuple(problem for table in tables for problem in _wrong_totals(table))


def _wrong_totals(table: Table) -> Iterator[Problem]:
    if not table.rows or not table.rows[-1].total or any(map(_is_part, table.rows[:-1])):
        return
    for cell in table.rows[-1].cells:
        if cell.columns > 1 or cell.column == 0 or _never_summed(_head(table, cell.column)):
            continue
        total, parts = _figure(cell), _parts(table.rows[:-1], cell.column)
        if total is not None and parts is not None and len(parts) > 1:
            yield from _compared(cell, total, parts)


def _is_part(row: TableRow) -> bool:
    return any(_bare(cell).startswith(_PART_OF) for cell in row.cells[:2])


def _head(table: Table, column: int) -> str:
    """What the head says above a column."""
    cells = (cell for row in table.head for cell in row.cells)
    return "".join(_bare(cell) for cell in cells if cell.column <= column < cell.column + cell.columns)


def _never_summed(head: str) -> bool:
    return any(word in head for word in _NO_SUM)


def _parts(rows: Sequence[TableRow], column: int) -> list[_Figure] | None:
    """The figures of a column; None when something else stands in it too, or reaches into it from the side."""
    found: list[_Figure] = []
    for cell in (cell for row in rows for cell in row.cells if cell.column <= column < cell.column + cell.columns):
        figure = _figure(cell)
        if figure is not None and cell.columns == 1:
            found.append(figure)
        elif cell.columns > 1 or _bare(cell) not in _NOTHING:
            return None
    return found


def _figure(cell: TableCell) -> _Figure | None:
    from decimal import Decimal

    found = _FIGURE.fullmatch(_bare(cell))
    if found is None or not (found[5] in ("%", "％") or all_han(found[5])):
        return None
    sign = "-" if found[1] and found[1] != "+" else ""
    digits = found[2].replace(",", "").replace("，", "") + (found[3] or "")
    scale = _SCALES[found[4]]
    grain = Decimal(1).scaleb(-max(len(found[3] or "") - 1, 0)) * scale
    return _Figure(Decimal(sign + digits) * scale, grain, found[5].replace("％", "%"))


def _compared(cell: TableCell, total: _Figure, parts: list[_Figure]) -> Iterator[Problem]:
    from decimal import Decimal

    units = {one.unit for one in (total, *parts)} - {""}
    if len(units) > 1 or ("%" in units and total.value != 100):
        return
    added = sum((one.value for one in parts), Decimal(0))
    rounded = any(one.grain < 1 or one.grain > 1 for one in (total, *parts))
    slack = sum((one.grain for one in (total, *parts)), Decimal(0)) / 2 if rounded else Decimal(0)
    if abs(added - total.value) > slack:
        message = f"合计是 {cell.content.strip()}，上面各行加起来是 {_shown(added, total)}"
        yield doubt(RULE, message, cell.origin, "核对各行的数和合计", len(cell.content.strip()))


def _shown(value: Decimal, like: _Figure) -> str:
    """The sum in the form of the total."""
    if like.grain != 1 and value % 10_000 == 0 and like.value >= 10_000:
        return f"{value / 10_000:,f} 万".replace(".0 ", " ")
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _bare(cell: TableCell) -> str:
    return "".join(cell.content.split())
