"""Pages: simple placed things that any drawer can draw.

All lengths are points from the top left corner of the paper; y grows downward.
"""

from __future__ import annotations

from dataclasses import dataclass

from zugong.model.styles import Accent, PageStyle, Role


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
class PlacedRule:
    """A horizontal rule (线)."""

    x: float
    y: float
    "its middle"
    width: float
    thickness: float
    colour: str


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """An empty frame (框): x, y, width and height of the middle of its line."""

    x: float
    y: float
    width: float
    height: float
    thickness: float
    colour: str


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

    def page_number(self, anchor: str) -> int:
        """The page on which an anchor stands."""
        return dict(self.page_of)[anchor]
