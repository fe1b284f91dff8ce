"""The Sheet: what stands on the paper, in order, without a place yet."""

from __future__ import annotations

from datetime import date

from zugong.classes import dataclass
from zugong.diagnostics import Location
from zugong.model.styles import Accent, Align, Role, Styles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.pictures.picture import Picture

ADDED = Location("", 0, 0)
"the origin of what the program adds"


@dataclass(frozen=True, slots=True)
class StyledRun:
    """A stretch of text of one look; spaces are already as printed."""

    content: str
    accent: Accent
    origin: Location
    "where its first character was written"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of one role: masthead line, heading, headline, body, note."""

    role: Role
    runs: tuple[StyledRun, ...]
    anchor: str = ""
    "name by which contents and bookmarks find it; empty: none"
    outline_level: int = 0
    "1 or 2 in the navigation pane (书签); 0: not there"
    outline_title: str = ""
    "what the navigation pane shows"
    tight: bool = False
    "the empty rows that its style has below are left out: what follows belongs to it"
    close: bool = False
    "the empty rows that its style has above are left out: it belongs to what stands before"
    keep: bool = False
    "stays on one page with what follows, whatever its style says"

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(run.content for run in self.runs)


@dataclass(frozen=True, slots=True)
class SplitBlock:
    """One line of up to three texts: 编发单位 left, date right; at least one of them is there."""

    role: Role
    left: StyledRun | None
    right: StyledRun | None
    centre: StyledRun | None = None
    tight: bool = False
    "as of a Block"

    @property
    def runs(self) -> tuple[StyledRun, ...]:
        """What is there, left to right."""
        return tuple(run for run in (self.left, self.centre, self.right) if run is not None)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """目录条: leads by dots to the page of its item, or of its section."""

    runs: tuple[StyledRun, ...]
    "entry number, if any, and headline"
    target: str
    "the anchor of the item"
    role: Role = Role.CONTENTS_ENTRY
    "or CONTENTS_SECTION"
    numbered: bool = True
    "whether dots and page number follow; else the text is only a link"

    @property
    def content(self) -> str:
        """The plain text, without the page number."""
        return "".join(run.content for run in self.runs)


@dataclass(frozen=True, slots=True)
class InstructionBox:
    """领导批示: an empty box that takes what is left of its page."""

    label: StyledRun


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins the second page; if the front matter ran over to it, it follows on there."""


@dataclass(frozen=True, slots=True)
class PageTurn:
    """What follows always begins a page (附件); if it is at the head of one anyway, nothing happens."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and what it covers; covered cells are not there."""

    role: Role
    "TABLE_HEAD, TABLE_CELL or TABLE_TOTAL"
    runs: tuple[StyledRun, ...]
    column: int
    "its first column, from 0"
    align: Align
    "LEFT, CENTRE or RIGHT"
    columns: int = 1
    rows: int = 1

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(run.content for run in self.runs)


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table without its title, unit line and notes, which are Blocks."""

    widths: tuple[float, ...]
    "of the columns, pt; together the width of the type area"
    rows: tuple[tuple[Cell, ...], ...]
    "head first; with cells of rows above that reach into it, a row covers every column exactly once"
    head_rows: int
    "how many of them are repeated where a page begins"
    title: str = ""
    "for a screen reader"

    @property
    def runs(self) -> tuple[StyledRun, ...]:
        """All text, row by row."""
        return tuple(run for row in self.rows for cell in row for run in cell.runs)


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure without its caption, which is a Block."""

    picture: Picture
    width: float
    "as it is printed, pt"
    height: float
    "pt"
    description: str
    "for a screen reader"
    has_caption: bool = False
    "the Block behind it is its caption and stays with it"


@dataclass(frozen=True, slots=True)
class ColophonLine:
    """One line of the colophon with a rule above it: 报：…"""

    label: StyledRun | None
    "with its colon"
    content: StyledRun
    right: StyledRun | None = None
    "at the right edge of its last line"


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记: at the foot of the last page."""

    lines: tuple[ColophonLine, ...]
    after: tuple[SplitBlock, ...] = ()
    "lines below the last rule, one line each (印数另行, 版记后)"


SheetBlock = (
    Block | SplitBlock | ContentsEntry | InstructionBox | NewPage | PageTurn | TableBlock | FigureBlock | Colophon
)


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Metadata of the file."""

    title: str
    "e.g. 安庆组工信息2023年第23期"
    author: str
    "编发单位"
    issued_on: date
    "the day that stands for both creation and change, so that builds are the same"
    language: str = "zh-CN"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is printed, top to bottom."""

    info: DocumentInfo
    styles: Styles
    blocks: tuple[SheetBlock, ...]
    draft_mark: str
    "stands at the head of every page; empty on a final issue"
    even_pages: bool = False
    "末页: 双数页: the number of pages is even, the colophon on the last of them"


def runs_by_role(sheet: Sheet) -> tuple[tuple[Role, StyledRun], ...]:
    """Every stretch of text of the sheet with the role of its paragraph, in reading order."""
    return tuple(pair for block in sheet.blocks for pair in _pairs(block))


def _pairs(block: SheetBlock) -> list[tuple[Role, StyledRun]]:
    match block:
        case Block(role=role) | SplitBlock(role=role) | ContentsEntry(role=role):
            return [(role, run) for run in block.runs]
        case InstructionBox(label=label):
            return [(Role.INSTRUCTION, label)]
        case TableBlock(rows=rows):
            return [(cell.role, run) for row in rows for cell in row for run in cell.runs]
        case Colophon(lines=lines, after=after):
            parts = [run for line in lines for run in (line.label, line.content, line.right) if run is not None]
            return [(Role.COLOPHON, run) for run in parts] + [pair for one in after for pair in _pairs(one)]
        case NewPage() | PageTurn() | FigureBlock():
            return []
