"""A foreign file as paragraphs with their look, before anybody has judged what they are."""

from __future__ import annotations

from enum import Enum

from zugong.classes import dataclass


class Place(Enum):
    """Where in the foreign file a paragraph stood; what is not of the text itself is named in Chinese."""

    TEXT = "正文"
    BOX = "文本框"
    CELL = "表格"
    FOOTNOTE = "脚注"
    COMMENT = "批注"
    MARGIN = "页眉页脚"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one look."""

    content: str
    "as it stands in the file; tab and line break are characters"
    bold: bool = False
    face: str = ""
    "its Chinese face by name"
    style: str = ""
    "its character style by name"
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a table in which a paragraph stands."""

    table: int
    row: int
    column: int
    "of the grid"
    columns: int
    "of the whole table: 1 means it only frames something"


@dataclass(frozen=True, slots=True)
class Merge:
    """A cell that covers others (合并单元格)."""

    row: int
    column: int
    "of the grid"
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of a table; what stands in it are the paragraphs whose cell names it."""

    table: int
    rows: int
    columns: int
    merges: tuple[Merge, ...] = ()
    head: int = 0
    "rows at the top that the file calls a head (表头)"
    ruled: bool = True
    "False: the file says that it has no rules to be seen"


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """One paragraph of the file."""

    pieces: tuple[Piece, ...]
    style: str = ""
    "paragraph style by name"
    size: float = 0.0
    "type size, pt; 0: not known"
    align: str = ""
    "left, center, right, both, distribute; empty: not said"
    place: Place = Place.TEXT
    number: str = ""
    "automatic number, as it is seen"
    label: str = ""
    "who wrote a comment"
    cell: Cell | None = None
    outline: int = 0
    "level of a heading (大纲级别), 1…9; 0: text"
    pictures: tuple[str, ...] = ()
    "names of the manuscript's figures that stand in it"
    on_new_page: bool = False
    "it begins a page"

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(piece.content for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that came with the file."""

    name: str
    content: bytes
    key: str = ""
    "by which paragraphs name it"
    width: float = 0.0
    "as it stood in the file, pt; 0: not known"
    description: str = ""
    "what it shows, for a screen reader"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Everything that was in a file."""

    paragraphs: tuple[RawParagraph, ...]
    "in reading order"
    dropped: tuple[tuple[str, int], ...] = ()
    "characters that are not among the paragraphs: why, how many"
    figures: tuple[Figure, ...] = ()
    tables: tuple[Grid, ...] = ()
    remarks: tuple[str, ...] = ()
    "what the editor should know of the file"
    title: str = ""
    "as the properties of the file say (文档标题)"
