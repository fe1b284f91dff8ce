"""What a body (正文) may hold beside paragraphs: tables (表格) and figures (图片)."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location
from zugong.model.prose import Paragraph, PlaceIgnore, Run, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.model.styles import Align
    from zugong.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table."""

    align: Align | None = None
    "LEFT, CENTRE or RIGHT; None: figures right, all else in the middle"
    width: float = 0.0
    "share of the table's width, in characters of the table; 0: after what stands in it"


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell (单元格) and what it covers; cells that others cover are not there."""

    column: int
    "its first column, from 0"
    runs: tuple[Run, ...]
    "empty: an empty cell"
    origin: Location
    columns: int = 1
    "columns that it covers (合并)"
    rows: int = 1
    "rows that it covers; never from the head into the body"
    ignores: tuple[PlaceIgnore, ...] = ()
    "rules silenced here"

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(run.content for run in self.runs)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; with cells of rows above that reach into it, it covers every column exactly once."""

    cells: tuple[TableCell, ...]
    origin: Location
    total: bool = False
    "合计"


@dataclass(frozen=True, slots=True)
class Table:
    """表格."""

    columns: tuple[TableColumn, ...]
    head: tuple[TableRow, ...]
    "表头: repeated where a page begins; may be empty"
    rows: tuple[TableRow, ...]
    origin: Location
    title: Text | None = None
    "表题, above it"
    unit: Text | None = None
    "计量单位, above it on the right; as written, e.g. 单位：万元"
    notes: tuple[Text, ...] = ()
    "表注, below it"


@dataclass(frozen=True, slots=True)
class Figure:
    """图片."""

    file: Text
    "as written: a path inside the folder of the issue"
    picture: Picture | None
    "None: it cannot be read, which was already reported"
    origin: Location
    caption: Text | None = None
    "图注, below it"
    width: float | None = None
    "pt; None: its own size, as far as the type area has room"
    description: str = ""
    "what a screen reader says; empty: the caption"


BodyBlock = Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件: on pages of its own behind the items."""

    title: Text | None
    "标题"
    body: tuple[BodyBlock, ...]
    origin: Location
    "the file"
