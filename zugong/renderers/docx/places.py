"""Where Pages put each block of the sheet: on which pages, and whether it begins one."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.classes import dataclass
from zugong.layout.sheet import Block, Colophon, NewPage, PageTurn, Sheet, SheetBlock
from zugong.model.styles import Role
from zugong.typesetting.pages import Fragment, Page, Pages, Placed, PlacedLine, PlacedTable

_AT_FOOT = (Role.COLOPHON, Role.AFTER_COLOPHON)


@dataclass(frozen=True, slots=True)
class Place:
    """A block on paper."""

    page: int
    "where it begins, from 0"
    leads: bool
    "it stands at the head of that page"
    parts: tuple[Placed, ...]
    "one for each page that has some of it"

    @property
    def last_page(self) -> int:
        """Where it ends, from 0."""
        return self.page + len(self.parts) - 1

    @property
    def lines(self) -> tuple[PlacedLine, ...]:
        """All lines of a paragraph."""
        return tuple(line for part in self.parts if isinstance(part, Fragment) for line in part.lines)

    @property
    def turns(self) -> bool:
        """It begins a page that is not the first."""
        return self.leads and self.page > 0


NOWHERE = Place(0, False, ())
"of what is not placed by itself: page breaks, the colophon, a paragraph without text"


def places(sheet: Sheet, pages: Pages) -> tuple[Place, ...]:
    """The place of each block of the sheet."""
    found = iter(_beginnings(pages))
    return tuple(next(found, NOWHERE) if _is_placed(block) else NOWHERE for block in sheet.blocks)


def _is_placed(block: SheetBlock) -> bool:
    if isinstance(block, Block):
        return bool(block.content)
    return not isinstance(block, NewPage | PageTurn | Colophon)


def _beginnings(pages: Pages) -> Iterator[Place]:
    """The places in reading order; a part that does not begin belongs to what was placed last."""
    place: Place | None = None
    for number, page in enumerate(pages.pages):
        for position, part in enumerate(in_flow(page)):
            if place is not None and _goes_on(part):
                place = Place(place.page, place.leads, (*place.parts, part))
                continue
            if place is not None:
                yield place
            place = Place(number, position == 0, (part,))
    if place is not None:
        yield place


def _goes_on(part: Placed) -> bool:
    return isinstance(part, Fragment | PlacedTable) and not part.begins


def colophon_is_alone(pages: Pages) -> bool:
    """Whether nothing of the text stands on the last page."""
    return len(pages.pages) > 1 and not in_flow(pages.pages[-1]) and not ends_blank(pages)


def ends_blank(pages: Pages) -> bool:
    """Whether the last page is empty, there only to make their number even (双数页)."""
    last = pages.pages[-1]
    return len(pages.pages) > 1 and not (last.order or last.boxes)


def in_flow(page: Page) -> tuple[Placed, ...]:
    """What stands on a page, in reading order, without the colophon."""
    return tuple(part for part in page.order if not (isinstance(part, Fragment) and part.role in _AT_FOOT))
