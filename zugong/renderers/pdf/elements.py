"""What stands on pages → parts with an HTML element each, in reading order: headings, paragraphs, tables, figures,
and what a page break left over of one."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.classes import dataclass, replace
from zugong.model.styles import Accent, Role
from zugong.typesetting.pages import Fragment, Page, Pages, PlacedLine, PlacedPicture, PlacedTable

PARAGRAPH, REST, ARTIFACT, TABLE, PICTURE = "p", "div", "footer", "table", "img"
"""Text; the rest of what began on an earlier page; what is no text at all; a table; a figure."""

_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "'\""} | {38: "&amp;", 60: "&lt;", 62: "&gt;"}

_DEEPEST = 6

_HEADINGS = {
    Role.TITLE_ABOVE,
    Role.TITLE,
    Role.SECTION,
    Role.HEADLINE,
    Role.CENTRED_HEADLINE,
    Role.HEADING_1,
    Role.HEADING_2,
    Role.HEADING_3,
    Role.HEADING_4,
    Role.ATTACHMENT_TITLE,
}
_TITLE = (Role.TITLE_ABOVE, Role.TITLE)


def escaped(text: str) -> str:
    """Text as HTML and XML have it; the module html would be imported with all entities there are."""
    return text.translate(_SIGNS)


@dataclass(frozen=True, slots=True)
class Part:
    """What of a fragment, table or figure is one element."""

    tag: str
    placed: Fragment | PlacedTable | PlacedPicture


def parts_of(pages: Pages) -> Iterator[list[Part]]:
    """The parts of each page, in reading order; a headline that the text runs on from is parted from it."""
    marker = _Marker()
    for page in pages.pages:
        yield [marker.part(piece) for piece in _pieces(page)]


def _pieces(page: Page) -> Iterator[Fragment | PlacedTable | PlacedPicture]:
    for placed in page.order if page.tables or page.pictures else page.fragments:
        if isinstance(placed, Fragment):
            yield from _headline_first(placed)
        else:
            yield placed


@dataclass(slots=True)
class _Marker:
    """Knows what stood last, which decides what continues it and how deep a heading may be."""

    level: int = 0
    last: str = ""
    "tag of the element that stood last"
    in_title: bool = False
    "the first lines of a 刊名 of several lines stood last"

    def part(self, placed: Fragment | PlacedTable | PlacedPicture) -> Part:
        match placed:
            case Fragment():
                return self._text(placed)
            case PlacedTable(begins=begins):
                return self._other(TABLE, REST if not begins and self.last == TABLE else TABLE, placed)
            case PlacedPicture():
                return self._other(PICTURE, PICTURE, placed)

    def _other(self, last: str, tag: str, placed: PlacedTable | PlacedPicture) -> Part:
        self.last, self.in_title = last, False
        return Part(tag, placed)

    def _text(self, fragment: Fragment) -> Part:
        kind = "h" if _is_heading(fragment) else PARAGRAPH
        continues = self.in_title and fragment.role in _TITLE
        self.in_title = fragment.role is Role.TITLE_ABOVE
        if (continues or not fragment.begins) and kind == self.last:
            return Part(REST, fragment)
        self.last = kind
        if kind == PARAGRAPH:
            return Part(PARAGRAPH, fragment)
        # No level may be left out on the way down (ISO 14289-1, 7.4.2).
        self.level = min(self._wanted(fragment), self.level + 1, _DEEPEST)
        return Part(f"h{self.level}", fragment)

    def _wanted(self, fragment: Fragment) -> int:
        if fragment.outline_level or fragment.role in _TITLE:
            return fragment.outline_level + 1
        return max(self.level, 2)  # not in the navigation pane: as deep as what stood last


def _is_heading(fragment: Fragment) -> bool:
    return fragment.role in _HEADINGS or _headline_length(fragment) > 0


def _headline_length(fragment: Fragment) -> int:
    """How many runs at the beginning are a headline that runs on (接排标题)."""
    runs = [run for line in fragment.lines for run in line.runs]
    return next((count for count, run in enumerate(runs) if run.accent is not Accent.HEADLINE), len(runs))


def _headline_first(fragment: Fragment) -> tuple[Fragment, ...]:
    """The fragment, or its headline and the text after it."""
    length = _headline_length(fragment)
    if not 0 < length < sum(len(line.runs) for line in fragment.lines):
        return (fragment,)
    headline: list[PlacedLine] = []
    text: list[PlacedLine] = []
    for line in fragment.lines:
        own, length = min(length, len(line.runs)), max(length - len(line.runs), 0)
        headline += [replace(line, runs=line.runs[:own])] if own else []
        text += [replace(line, runs=line.runs[own:])] if own < len(line.runs) else []
    after = replace(fragment, lines=tuple(text), anchor="", outline_level=0, outline_title="", begins=True)
    return replace(fragment, lines=tuple(headline), ends=True), after
