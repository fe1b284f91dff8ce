"""Elements of the structure tree, and what they say of themselves beside their text."""

# mypy: disable-error-code="import-untyped"
# (pydyf ships no types)

from __future__ import annotations

from collections.abc import Iterator

from zugong.classes import dataclass
from zugong.typesetting.pages import Pages, PlacedCell, PlacedTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LINK, _TABLE, _HEAD, _CELL, _FIGURE = "/Link", "/Table", "/TH", "/TD", "/Figure"

_POINTS = 0.75
"points in a CSS pixel"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of text in a page's content."""

    page: int
    "from 0"
    number: int
    "MCID"


@dataclass(slots=True)
class Element:
    """A structure element while the tree is rewritten."""

    record: Any
    "its dictionary in the PDF, which keeps whatever else is said there"
    kids: list[Element | Mark]
    annotations: list[Any]
    "references to the OBJR dictionaries of links"

    @property
    def tag(self) -> str:
        """Its structure type."""
        return str(self.record["S"])

    @property
    def is_entry(self) -> bool:
        """Whether it is nothing but a link, or two where a page ends: an entry of the contents (目录条)."""
        return bool(self.kids) and all(isinstance(kid, Element) and kid.tag == _LINK for kid in self.kids)


def elements_of(element: Element) -> list[Element]:
    """What is below an element, marked text aside."""
    return [kid for kid in element.kids if isinstance(kid, Element)]


def _all(element: Element) -> Iterator[Element]:
    """An element and all below it."""
    yield element
    for kid in elements_of(element):
        yield from _all(kid)


@dataclass(frozen=True, slots=True)
class TableOutline:
    """What the tree must say of a table beside its text."""

    title: str
    spans: tuple[tuple[int, int], ...]
    "columns and rows that each cell covers, in reading order"


def table_outlines(pages: Pages) -> tuple[TableOutline, ...]:
    """Of every table, whatever number of pages it takes."""
    parts: dict[int, list[PlacedTable]] = {}
    for part in (table for page in pages.pages for table in page.tables):
        parts.setdefault(part.key, []).append(part)
    return tuple(_outline([cell for part in table for cell in part.cells], table[0].title) for table in parts.values())


def _outline(cells: list[PlacedCell], title: str) -> TableOutline:
    """A row in which no cell begins is no row of the tree."""
    begun = {cell.row for cell in cells}
    spans = ((cell.columns, len(begun.intersection(range(cell.row, cell.row + cell.rows)))) for cell in cells)
    return TableOutline(title, tuple(spans))


def explain(pdf: Any, top: list[Element], outlines: tuple[TableOutline, ...]) -> None:  # noqa: ANN401
    """Adds the attributes: the place of a figure, what a cell covers, what a heading is for."""
    tables = [element for element in top if element.tag == _TABLE]
    for table, outline in zip(tables, outlines, strict=True):
        _explain_table(table, outline)
    for figure in (element for one in top for element in _all(one) if element.tag == _FIGURE):
        _place_figure(pdf, figure.record)


def _explain_table(table: Element, outline: TableOutline) -> None:
    import pydyf

    if outline.title:
        table.record["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(outline.title)})
    cells = [element for element in _all(table) if element.tag in (_HEAD, _CELL)]
    for cell, (columns, rows) in zip(cells, outline.spans, strict=True):
        said = {"ColSpan": columns} if columns > 1 else {}
        said |= {"RowSpan": rows} if rows > 1 else {}
        heading = {"Scope": "/Column"} if cell.tag == _HEAD else {}
        cell.record.pop("ID", None)
        cell.record["A"] = pydyf.Dictionary({"O": "/Table", **said, **heading})


def _place_figure(pdf: Any, record: Any) -> None:  # noqa: ANN401
    """WeasyPrint 70 gives pixels from the top; PDF wants points from the bottom (ISO 32000-1, 14.8.5.4.3)."""
    import pydyf

    left, top, right, bottom = (number * _POINTS for number in record["A"]["BBox"])
    height = pdf.objects[int(record["Pg"].split()[0])]["MediaBox"][3]
    box = (left, height - bottom, right, height - top)
    record["A"]["BBox"] = pydyf.Array(round(number, 3) for number in box)
    record["A"]["Placement"] = "/Block"
