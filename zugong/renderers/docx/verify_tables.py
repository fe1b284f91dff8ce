"""Tables whose rows do not fill their grid, or whose merges (合并) hang in the air: programs draw them at will."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from zugong.renderers.docx.faults import Fault

_Span = tuple[int, int]
"columns of a cell, half open"


def uneven_tables(part: str, root: BaseOxmlElement) -> Iterator[Fault]:
    """What is wrong with the tables of a part."""
    for number, table in enumerate(root.iter(qn("w:tbl")), 1):
        widths = [_number(column, "w:w") for column in table.iter(qn("w:gridCol"))]
        open_merges: set[_Span] = set()
        for index, row in enumerate(table.iter(qn("w:tr")), 1):
            place = f"table {number} row {index}"
            cells = list(_spans(row))
            if sum(stop - start for (start, stop), _ in cells) != len(widths):
                yield Fault("uneven-table", part, f"{place} columns")
            for (start, stop), cell in cells:
                if _number(cell, "w:tcPr/w:tcW", "w:w") != sum(widths[start:stop]):
                    yield Fault("uneven-table", part, f"{place} width")
                if _merge(cell) == "continue" and (start, stop) not in open_merges:
                    yield Fault("uneven-table", part, f"{place} merge")
            open_merges = {span for span, cell in cells if _merge(cell)}


def _spans(row: BaseOxmlElement) -> Iterator[tuple[_Span, BaseOxmlElement]]:
    start = 0
    for cell in row.iterchildren(qn("w:tc")):
        stop = start + (_number(cell, "w:tcPr/w:gridSpan", "w:val") or 1)
        yield (start, stop), cell
        start = stop


def _merge(cell: BaseOxmlElement) -> str:
    """restart, continue or nothing."""
    merge = cell.find(_path("w:tcPr/w:vMerge"))
    return "" if merge is None else str(merge.get(qn("w:val"), "continue"))


def _number(element: BaseOxmlElement, *path: str) -> int:
    """An attribute, at the end of a path of elements; 0 where it is not."""
    *steps, attribute = path
    found = element.find(_path(steps[0])) if steps else element
    return 0 if found is None else int(found.get(qn(attribute), "0"))


def _path(path: str) -> str:
    return "/".join(qn(step) for step in path.split("/"))
