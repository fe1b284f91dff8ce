"""A table of the text (表格): every row whole rows of the grid high, its pages those of Pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from zugong.classes import dataclass
from zugong.layout.sheet import Cell, TableBlock
from zugong.model.styles import Align, Role, Styles
from zugong.renderers.docx.borders import border
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.measures import LONGEST, TWIPS_PER_POINT, eighths, pitch, twips, type_width
from zugong.renderers.docx.names import paragraph_id
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.places import Place
from zugong.renderers.docx.runs import styled
from zugong.renderers.docx.tables import SIDES
from zugong.typesetting.pages import PlacedCell, PlacedTable

_JUSTIFICATION = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}

_SLACK = 2
"twips by which the room for text is wider than in Pages: less than a character, more than any rounding"

_LOW, _MIDDLE = 0.3, 0.38
"how far below the middle of its line an exact line sets its baseline, and where type in the middle has it, em"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a table has to know of its surroundings."""

    turns: bool
    "it begins a page"
    kept: bool
    "what follows stays with its last row: 表注"
    anchored: bool
    "a paragraph of 1 pt stands beside it, for which its rows make room"


def matrix(block: TableBlock, place: Place, styles: Styles, setting: Setting) -> str:
    """`w:tbl`."""
    parts = tuple(part for part in place.parts if isinstance(part, PlacedTable))
    return _Layout(block, parts, styles, setting, _covered_rows(block), _columns(block, styles)).markup()


_Covered = tuple[Cell, bool]
"a cell that stands in a row; True: it began in a row above (w:vMerge)"


@dataclass(frozen=True, slots=True)
class _Layout:
    """A table and where Pages have its rows."""

    block: TableBlock
    parts: tuple[PlacedTable, ...]
    "one for each page that has some of it"
    styles: Styles
    setting: Setting

    rows: tuple[tuple[_Covered, ...], ...]
    columns: tuple[int, ...]
    "their widths, twips"

    def markup(self) -> str:
        """`w:tbl`; WPS takes its width from gridCol, so that equals tcW."""
        table = self.styles.table
        inner = (border("insideH", table.inner), border("insideV", table.inner))
        margin = max(twips(table.padding) - _SLACK, 0)
        margins = {"top": 0, "left": margin, "bottom": self._lift(), "right": margin}
        properties = w(
            "tblPr",
            w("tblW", w=sum(self.columns), type="dxa"),
            w("tblInd", w=0, type="dxa"),
            w("tblBorders", *(border(side, table.frame) for side in SIDES), *inner),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=margins[side], type="dxa") for side in SIDES)),
            w("tblCaption", val=self.block.title) if self.block.title else "",
        )
        grid = w("tblGrid", *(w("gridCol", w=width) for width in self.columns))
        heights, kept = self._heights(), self._kept()
        rows = (self._row(index, height, index in kept) for index, height in enumerate(heights))
        return w("tbl", properties, grid, *rows)

    def _row(self, index: int, height: int, keeps: bool) -> str:
        """A row; it grows if an editor writes more into it, so that no text is ever hidden (atLeast)."""
        room = w(
            "trPr",
            w("cantSplit"),
            w("trHeight", val=min(height, LONGEST), hRule="atLeast"),
            w("tblHeader") if index < self.block.head_rows else "",
        )
        turns = index == 0 and self.setting.turns
        cells = (self._cell(cell, is_covered, keeps, turns) for cell, is_covered in self.rows[index])
        return w("tr", room, *cells)

    def _cell(self, cell: Cell, is_covered: bool, keeps: bool, turns: bool) -> str:
        width = sum(self.columns[cell.column : cell.column + cell.columns])
        merged = (w("vMerge") if is_covered else w("vMerge", val="restart")) if cell.rows > 1 else ""
        properties = w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("gridSpan", val=cell.columns) if cell.columns > 1 else "",
            merged,
            w("vAlign", val="center"),
        )
        own = cell.align is not self.styles.paragraph(cell.role).align
        paragraph = Paragraph(
            paragraph_id(cell.role),
            keeps_next=keeps,
            turns=turns,
            align=_JUSTIFICATION.get(cell.align, "both") if own else "",
            content="" if is_covered else styled(cell.runs),
        )
        return w("tc", properties, paragraph.markup())

    def _placed(self) -> list[PlacedCell]:
        return [cell for part in self.parts for cell in part.cells]

    def _first_rows(self) -> list[int]:
        """The row that begins each part."""
        return [min((cell.row for cell in part.cells), default=0) for part in self.parts]

    def _heights(self) -> list[int]:
        """Height of each row, twips.

        LibreOffice 7.4 adds the frame to the rows that it encloses on each page, Word does not (unverified);
        the first row on a page gives it, or the head, which stands on each of them: so a page never has
        too much, and what follows begins a point higher at most.
        """
        grid = pitch(self.styles.page)
        heights = [count * grid for count in _counts(self.parts, len(self.block.rows), self.styles.page.line_pitch)]
        less = eighths(self.styles.table.frame.thickness) * TWIPS_PER_POINT // 8 + 1
        less += TWIPS_PER_POINT if self.setting.anchored else 0
        for row in {0} if self.block.head_rows else set(self._first_rows()):
            heights[row] -= less
        return heights

    def _kept(self) -> set[int]:
        """Rows that stay with the next: what a merge (合并) joins, the head, the last before 表注."""
        joined = {
            row
            for index, cells in enumerate(self.block.rows)
            for cell in cells
            for row in range(index, index + cell.rows - 1)
        }
        joined.update(range(self.block.head_rows))
        if self.setting.kept:
            joined.add(len(self.block.rows) - 1)
        return joined

    def _lift(self) -> int:
        """Room below the text of cells that brings it up to where the PDF has it, twips; none where a cell is full."""
        size = self.styles.paragraph(Role.TABLE_CELL).size
        wanted = 2 * (_LOW * self.styles.table.line_height - _MIDDLE * size)
        free = (cell.height - len(cell.lines) * cell.pitch for cell in self._placed())
        return twips(max(min(wanted, *free, wanted), 0.0))


def _covered_rows(block: TableBlock) -> tuple[tuple[_Covered, ...], ...]:
    """The cells of each row from left to right."""
    rows: list[list[_Covered]] = [[] for _ in block.rows]
    for index, cells in enumerate(block.rows):
        for cell in cells:
            for below in range(cell.rows):
                rows[index + below].append((cell, below > 0))
    return tuple(tuple(sorted(row, key=lambda one: one[0].column)) for row in rows)


def _columns(block: TableBlock, styles: Styles) -> tuple[int, ...]:
    """Widths that together are the type area exactly."""
    width, total = type_width(styles.page), sum(block.widths)
    edges = [round(edge / total * width) for edge in accumulate(block.widths, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def _counts(parts: Sequence[PlacedTable], rows: int, line_pitch: float) -> list[int]:
    """Rows of the grid that each row takes; one in which no cell begins takes a single one."""
    counts = [1] * rows
    for part in parts:
        tops = {cell.row: cell.y for cell in reversed(part.cells)}
        first = sorted(tops)
        foots = [*(tops[row] for row in first[1:]), part.y + part.height]
        ends = [*first[1:], max((cell.row + cell.rows for cell in part.cells), default=0)]
        for row, foot, end in zip(first, foots, ends, strict=True):
            counts[row] = round((foot - tops[row]) / line_pitch) - (end - row - 1)
    return counts
