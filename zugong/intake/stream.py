"""The text of a manuscript in its order, with the tables and figures that stand between its lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from zugong.classes import dataclass, field, replace
from zugong.intake.drafts import DraftBlock, DraftFigure, DraftTable
from zugong.intake.figure_files import prepared
from zugong.intake.grids import Use, table_of, use_of
from zugong.intake.layout_text import without_layout
from zugong.intake.lines import Line, at_breaks, cleaned, tightened
from zugong.intake.manuscript import Cell, Grid, Manuscript, Place, RawParagraph
from zugong.intake.parts import Aside, Sorted
from zugong.intake.table_lines import bare_unit, is_caption, is_note, is_table_title, named

_MOSTLY_BOX = 0.6


@dataclass(slots=True)
class Stream:
    """Lines to be judged, and blocks that only need a place."""

    lines: list[Line] = field(default_factory=list)
    blocks: list[tuple[int, DraftTable | DraftFigure]] = field(default_factory=list)
    "with their places among the lines"
    _places: dict[int, int] = field(default_factory=dict)
    "identity of a raw paragraph → its place; a line that was cut keeps it"
    _next: int = 0

    def add(self, line: Line) -> None:
        """The next line."""
        self.lines.append(line)
        self._places[id(line.raw)] = self._next
        self._next += 1

    def insert(self, block: DraftTable | DraftFigure) -> None:
        """The next table or figure."""
        self.blocks.append((self._next, block))
        self._next += 1

    def place(self, line: Line) -> int:
        """Where a line stood."""
        return self._places[id(line.raw)]

    def last_line(self) -> Line | None:
        """The line directly before what comes next; None behind a block."""
        return self.lines[-1] if self.lines and self.place(self.lines[-1]) == self._next - 1 else None

    def last_block(self, back: int = 0) -> DraftTable | DraftFigure | None:
        """The block directly before what comes next."""
        number = len(self.blocks) - 1 - back
        stands = number >= 0 and self.blocks[number][0] == self._next - 1 - back
        return self.blocks[number][1] if stands else None

    def replace_block(self, back: int, block: DraftTable | DraftFigure) -> None:
        """A block that got a caption or a note."""
        number = len(self.blocks) - 1 - back
        self.blocks[number] = (self.blocks[number][0], block)

    def take_line(self) -> None:
        """Removes the last line: it belongs to a table."""
        self._next = self._places.pop(id(self.lines.pop().raw))


class StreamReader:
    """Goes through a manuscript once."""

    def __init__(self, manuscript: Manuscript, found: Sorted) -> None:
        self._found = found
        self._grids = {one.table: one for one in manuscript.tables}
        self._figures = {one.key: one for one in manuscript.figures}
        self._placed: set[str] = set()
        self.stream = Stream()
        self._tables = 0

    def read(self, paragraphs: Iterable[RawParagraph]) -> Stream:
        """All paragraphs; what stood elsewhere than in the text goes aside."""
        listed = without_layout(tuple(paragraphs), self._found.ledger)
        boxed = sum(len(one.content) for one in listed if one.place is Place.BOX)
        total = sum(len(one.content) for one in listed if one.place in (Place.BOX, Place.TEXT))
        own = (Place.TEXT, Place.BOX) if boxed > _MOSTLY_BOX * total else (Place.TEXT,)
        for table, group in groupby(listed, key=_table):
            cleaned_lines = [self._visible(one) for one in self._at_breaks(table, list(group))]
            if table:
                self._table(table, cleaned_lines)
            else:
                for line in cleaned_lines:
                    self._line(line, own)
        self._leave_figures()
        return self.stream

    def _at_breaks(self, table: int, paragraphs: list[RawParagraph]) -> list[RawParagraph]:
        """Lines of a cell of data were meant to be lines; elsewhere a line break is only layout."""
        if not table:
            return paragraphs
        lines = [Line(one.pieces, one) for one in paragraphs]
        grid = self._grids.get(table) or _guessed(table, lines)
        return at_breaks(paragraphs, self._found.ledger) if use_of(grid, lines) is Use.DATA else paragraphs

    def _visible(self, paragraph: RawParagraph) -> Line:
        line = cleaned(paragraph, self._found.ledger)
        hidden = "".join(piece.content for piece in line.pieces if piece.hidden)
        if not hidden:
            return line
        self._found.asides.append(Aside("隐藏文字", hidden))
        return Line(tuple(piece for piece in line.pieces if not piece.hidden), line.raw)

    def _line(self, line: Line, own: tuple[Place, ...]) -> None:
        if line.place in own:
            self._text(line)
        elif line.content:
            self._aside(line)

    def _text(self, line: Line) -> None:
        if line.content and not self._belongs(line):
            self.stream.add(line)
        for key in line.raw.pictures:
            self._figure(key)

    def _belongs(self, line: Line) -> bool:
        """Whether it is the note of the table or the caption of a figure just before it."""
        stream, block = self.stream, self.stream.last_block()
        if isinstance(block, DraftTable) and is_note(line.content):
            stream.replace_block(0, replace(block, notes=(*block.notes, self._tight(line))))
            return True
        back = 0
        while isinstance(before := stream.last_block(back), DraftFigure) and not before.caption:
            back += 1
        if not back or not is_caption(line):
            return False
        stream.replace_block(back - 1, DraftFigure(_key(stream.last_block(back - 1)), named(line, self._found.ledger)))
        return True

    def _tight(self, line: Line) -> str:
        return tightened(line, self._found.ledger).content

    def _figure(self, key: str) -> None:
        figure = self._figures.get(key)
        if figure is None:
            return
        made = self._found.pictures.get(key) or prepared(figure)
        if isinstance(made, str):
            return
        self._found.pictures[key] = made
        self._placed.add(key)
        self.stream.insert(DraftFigure(key))

    def _leave_figures(self) -> None:
        """Those that stand nowhere in the text, or cannot be printed."""
        self._found.unplaced += [one for key, one in self._figures.items() if key not in self._placed]

    def _table(self, number: int, lines: Sequence[Line]) -> None:
        grid = self._grids.get(number) or _guessed(number, lines)
        use = use_of(grid, lines)
        if use is Use.TEXT:
            for line in lines:
                self._text(line)
        elif use is Use.SMALL:
            for line in lines:
                self._aside(line) if line.content else None
        else:
            self._data(grid, lines)

    def _data(self, grid: Grid, lines: Sequence[Line]) -> None:
        title = unit = ""
        for _ in range(2):
            last = self.stream.last_line()
            if last is not None and not unit and bare_unit(last.content):
                unit = self._unit(last)
            elif last is not None and not title and is_table_title(last, len(self.stream.lines) == 1):
                self.stream.take_line()
                title = named(last, self._found.ledger)
        self._tables += 1
        table = replace(table_of(grid, lines, self._found.ledger), title=title, unit=unit)
        self.stream.insert(table)
        shown = f"“{title}”" if title else str(self._tables)
        told = f"{table.head} 行表头" if table.head else "没有表头"
        self._found.guesses.append(f"表格 {shown}：{table.rows} 行 {table.columns} 列，{told}")

    def _unit(self, line: Line) -> str:
        self.stream.take_line()
        text = self._tight(line)
        bare = bare_unit(text)
        self._found.ledger.remove("计量单位的括号", len(text) - len(bare))
        return bare

    def _aside(self, line: Line) -> None:
        self._found.asides.append(Aside(_label(line.raw), line.content))


def _key(block: DraftTable | DraftFigure | None) -> str:
    assert isinstance(block, DraftFigure)
    return block.key


def _table(paragraph: RawParagraph) -> int:
    """Number of the table in whose cells a paragraph of the text stands."""
    return paragraph.cell.table if paragraph.place is Place.CELL and paragraph.cell is not None else 0


def _guessed(number: int, lines: Sequence[Line]) -> Grid:
    cells = [line.raw.cell for line in lines if line.raw.cell is not None]
    return Grid(number, max(one.row for one in cells) + 1, max(one.column for one in cells) + 1)


def _label(paragraph: RawParagraph) -> str:
    if paragraph.place is Place.CELL and paragraph.cell is not None:
        cell: Cell = paragraph.cell
        return f"表格 {cell.table} 第 {cell.row + 1} 行第 {cell.column + 1} 格"
    return f"{paragraph.place.value}（{paragraph.label}）" if paragraph.label else paragraph.place.value


def in_order(stream: Stream, lines: Sequence[tuple[Line, DraftBlock]], first: int, last: int) -> list[DraftBlock]:
    """Lines that became paragraphs, and the blocks between the places `first` and `last`."""
    placed: list[tuple[int, DraftBlock]] = [(stream.place(line), block) for line, block in lines]
    placed += [one for one in stream.blocks if first <= one[0] < last]
    return [block for _, block in sorted(placed, key=lambda one: one[0])]
