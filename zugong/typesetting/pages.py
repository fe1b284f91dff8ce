"""Pages: simple placed things that any drawer can draw.

All lengths are points from the top left corner of the paper; y grows downward.
"""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.model.styles import Accent, PageStyle, Role

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """Characters of one face set one after the other."""

    content: str
    x: float
    "left edge of the first character's cell"
    width: float
    "from x to the right edge of the last character, without the tracking after it"
    family: str
    "family name of the face"
    size: float
    "pt"
    tracking: float
    "added after every character, 1/1000 em"
    colour: str
    "#rrggbb"
    accent: Accent
    overhang: float = 0.0
    "blank of its last character that lies outside the measure: a mark at the end of a line (行末半角), pt"


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One composed line."""

    baseline: float
    "y of the baseline"
    runs: tuple[PlacedRun, ...]

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(run.content for run in self.runs)

    @property
    def right(self) -> float:
        """x at which the line ends, blank outside the measure aside."""
        last = self.runs[-1]
        return last.x + last.width - last.overhang


@dataclass(frozen=True, slots=True)
class Fragment:
    """What of one paragraph stands on one page."""

    role: Role
    lines: tuple[PlacedLine, ...]
    pitch: float
    "distance of its lines, pt"
    anchor: str = ""
    "name of this place; only where the paragraph begins"
    link: str = ""
    "anchor that it leads to (目录条)"
    outline_level: int = 0
    outline_title: str = ""
    begins: bool = True
    "the paragraph begins here, not on an earlier page"
    ends: bool = True
    "the paragraph ends here"


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a table (单元格) on one page."""

    role: Role
    lines: tuple[PlacedLine, ...]
    "none: an empty cell"
    pitch: float
    "distance of its lines, pt"
    column: int
    "its first column, from 0"
    row: int
    "its first row, index into the rows of the TableBlock"
    columns: int
    "columns that it covers"
    rows: int
    "rows that it covers"
    is_head: bool
    x: float
    "left edge of its area, in the middle of the rule"
    y: float
    "upper edge of its area"
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """What of one table (表格) stands on one page; its rules are among those of the page."""

    key: int
    "which table of the sheet, from 0"
    cells: tuple[PlacedCell, ...]
    "row by row, without those of the repeated head"
    repeated: tuple[PlacedCell, ...]
    "the head drawn again on a later page: not read a second time"
    begins: bool
    "the table begins here, not on an earlier page"
    ends: bool
    columns: int
    title: str
    "for a screen reader"
    x: float
    y: float
    "upper edge of what stands on this page, repeated head and all"
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A figure (图片)."""

    picture: Picture
    x: float
    y: float
    width: float
    height: float
    description: str
    "for a screen reader"


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A horizontal rule (线), or a vertical one of a table."""

    x: float
    "left end; of a vertical rule its middle"
    y: float
    "its middle; of a vertical rule its upper end"
    width: float
    "its length"
    thickness: float
    colour: str
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """An empty frame (框): x, y, width and height of the middle of its line."""

    x: float
    y: float
    width: float
    height: float
    thickness: float
    colour: str


Placed = Fragment | PlacedTable | PlacedPicture
"what is read on a page"


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper."""

    number: int
    "from 1"
    fragments: tuple[Fragment, ...]
    "in reading order"
    rules: tuple[PlacedRule, ...]
    boxes: tuple[PlacedBox, ...]
    furniture: tuple[Fragment, ...]
    "page number (页码) and draft mark: outside the type area, not part of the text"
    filled_rows: int
    "lines of the grid that are taken, colophon aside"
    tables: tuple[PlacedTable, ...] = ()
    "from top to bottom"
    pictures: tuple[PlacedPicture, ...] = ()
    "from top to bottom"

    @property
    def order(self) -> tuple[Placed, ...]:
        """Fragments, tables and figures in reading order: what stands higher is read earlier."""
        return tuple(sorted((*self.fragments, *self.tables, *self.pictures), key=_height))

    @property
    def lines(self) -> tuple[PlacedLine, ...]:
        """Every line of text that is drawn, repeated heads, page number and draft mark too."""
        text = [line for fragment in (*self.fragments, *self.furniture) for line in fragment.lines]
        cells = (cell for table in self.tables for cell in (*table.repeated, *table.cells))
        return (*text, *(line for cell in cells for line in cell.lines))


def _height(placed: Placed) -> float:
    """A y by which things that do not overlap can be ordered."""
    return placed.lines[0].baseline if isinstance(placed, Fragment) else placed.y


@dataclass(frozen=True, slots=True)
class Pages:
    """The whole issue on paper."""

    style: PageStyle
    pages: tuple[Page, ...]
    page_of: tuple[tuple[str, int], ...]
    "anchor → page number"
    box_rows: int
    "lines of the grid that the 批示 box takes; 0: there is none"
    carried_lines: int = 0
    "lines that went over to the last page, so that the colophon does not stand there alone"
    pulled: tuple[int, ...] = ()
    "pages (from 0) whose first lines had room on the page before, but keep a signature (落款) company"

    def page_number(self, anchor: str) -> int:
        """The page on which an anchor stands."""
        return dict(self.page_of)[anchor]
