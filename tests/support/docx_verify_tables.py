"""Tables whose rows do not fill their grid, or whose merges (合并) hang in the air: programs draw them at will."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.docx_faults import Fault
from zugong.renderers.docx.tree import Element, W

_Span = tuple[int, int]
"columns of a cell, half open"


def uneven_tables(part: str, root: Element) -> Iterator[Fault]:
    """What is wrong with the tables of a part."""
    for number, table in enumerate(root.iter(f"{W}tbl"), 1):
        widths = [_number(column, "w") for column in table.iter(f"{W}gridCol")]
        open_merges: set[_Span] = set()
        for index, row in enumerate(table.iter(f"{W}tr"), 1):
            place = f"table {number} row {index}"
            cells = list(_spans(row))
            if sum(stop - start for (start, stop), _ in cells) != len(widths):
                yield Fault("uneven-table", part, f"{place} columns")
            for (start, stop), cell in cells:
                if _number(cell, "tcPr/tcW", "w") != sum(widths[start:stop]):
                    yield Fault("uneven-table", part, f"{place} width")
                if _merge(cell) == "continue" and (start, stop) not in open_merges:
                    yield Fault("uneven-table", part, f"{place} merge")
            open_merges = {span for span, cell in cells if _merge(cell)}


def _spans(row: Element) -> Iterator[tuple[_Span, Element]]:
    start = 0
    for cell in row.iterchildren(f"{W}tc"):
        stop = start + (_number(cell, "tcPr/gridSpan", "val") or 1)
        yield (start, stop), cell
        start = stop


def _merge(cell: Element) -> str:
    """restart, continue or nothing."""
    merge = cell.find(_path("tcPr/vMerge"))
    return "" if merge is None else str(merge.get(f"{W}val", "continue"))


def _number(element: Element, *path: str) -> int:
    """An attribute, at the end of a path of elements; 0 where it is not."""
    *steps, attribute = path
    found = element.find(_path(steps[0])) if steps else element
    return 0 if found is None else int(found.get(W + attribute, "0"))


def _path(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))
