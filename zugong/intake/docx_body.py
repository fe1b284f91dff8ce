"""The body of a DOCX → raw paragraphs in reading order: tables cell by cell, text boxes after their paragraph."""

from __future__ import annotations

from zugong.classes import dataclass, replace
from zugong.intake.docx_tables import TRANSPARENT, grid_of, placed_rows
from zugong.intake.docx_text import Walk, pieces_of
from zugong.intake.limits import MOST_PARAGRAPHS
from zugong.intake.looks import align_of, look_of, outline_of
from zugong.intake.manuscript import Cell, Grid, Place, RawParagraph
from zugong.intake.numbering import Numbering
from zugong.intake.refusal import Refused
from zugong.intake.xml import Element, child, children, get, local, switch, value


@dataclass(frozen=True, slots=True)
class _Where:
    """In what a paragraph stands."""

    place: Place
    cell: Cell | None = None
    label: str = ""


class Body:
    """Collects the paragraphs of one document, part after part."""

    def __init__(self, walk: Walk, numbering: Numbering) -> None:
        self._walk = walk
        self._numbering = numbering
        self.paragraphs: list[RawParagraph] = []
        self.tables: list[Grid] = []
        self._open = False
        "the mark at the end of the last paragraph is tracked away: the next one goes on with it"

    def read(self, element: Element, place: Place, label: str = "") -> None:
        """All paragraphs below an element."""
        self._blocks(element, _Where(place, None, label))
        self._open = False

    def _blocks(self, element: Element, where: _Where) -> None:
        for one in element:
            name = local(one)
            if name == "p":
                self._paragraph(one, where)
            elif name == "tbl":
                self._table(one, where)
            elif name in TRANSPARENT:
                self._blocks(one, where)
            elif name == "altChunk":
                self._walk.foreign += 1

    def _paragraph(self, element: Element, where: _Where) -> None:
        if len(self.paragraphs) > MOST_PARAGRAPHS:
            raise Refused("import-too-large", f"段落超过 {MOST_PARAGRAPHS} 个，没有读取", "请拆成几个文件再导入")
        boxes, self._walk.boxes = self._walk.boxes, []
        made = self._made(element, where)
        own, self._walk.boxes = self._walk.boxes, boxes
        if self._open and self.paragraphs:
            last = self.paragraphs[-1]
            self.paragraphs[-1] = replace(made, pieces=(*last.pieces, *made.pieces), number=last.number)
        else:
            self.paragraphs.append(made)
        self._open = self._mark_is_gone(element)
        for box in own:
            self.read(box, Place.BOX if where.place is Place.TEXT else where.place, where.label)

    def _made(self, element: Element, where: _Where) -> RawParagraph:
        properties = child(element, "pPr")
        style = value(properties, "pStyle") or ""
        styles = self._walk.styles
        base = styles.paragraph_look(style)
        before = len(self._walk.pictures)
        pieces = pieces_of(element, base, self._walk)
        numbering = child(properties, "numPr")
        numbered = numbering if numbering is not None else styles.numbering(style)
        number = self._numbering.next(numbered) if any(piece.content.strip() for piece in pieces) else ""
        return RawParagraph(
            pieces,
            styles.name(style or styles.default_paragraph),
            self._size(element) or base.size,
            align_of(properties) or styles.align(style),
            where.place,
            number,
            where.label,
            where.cell,
            outline_of(properties) or styles.outline(style),
            tuple(self._walk.pictures[before:]),
            bool(switch(properties, "pageBreakBefore")) if properties is not None else False,
        )

    def _size(self, paragraph: Element) -> float:
        """Of the first run that has text."""
        for run in paragraph.iter():
            if local(run) == "r" and child(run, "t") is not None:
                properties = child(run, "rPr")
                style = value(properties, "rStyle") or ""
                return look_of(properties).over(self._walk.styles.look(style)).size
        return 0.0

    def _mark_is_gone(self, paragraph: Element) -> bool:
        mark = child(child(paragraph, "pPr"), "rPr")
        return mark is not None and any(self._walk.left_out(local(one)) for one in mark)

    def _table(self, element: Element, where: _Where) -> None:
        """Nested tables count as part of the cell they are in."""
        if where.cell is not None:
            for row in placed_rows(element):
                for cell in row:
                    self._blocks(cell.element, where)
            return
        number, rows = len(self.tables) + 1, placed_rows(element)
        self.tables.append(grid_of(element, rows, number))
        columns = max(map(len, rows), default=0)
        place = Place.CELL if where.place is Place.TEXT else where.place
        for at, row in enumerate(rows):
            for cell in row:
                self._blocks(cell.element, _Where(place, Cell(number, at, cell.column, columns), where.label))
                self._open = False


def notes(root: Element, name: str) -> list[Element]:
    """The footnotes or comments of a part; separators of footnotes left out."""
    return [one for one in children(root, name) if get(one, "type") not in ("separator", "continuationSeparator")]
