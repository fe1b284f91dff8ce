"""Pages → HTML whose every line and block is already placed; templates put it together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from zugong.classes import dataclass
from zugong.fonts.user_cache import cache_folder
from zugong.layout.sheet import Sheet
from zugong.model.styles import PageStyle, Role
from zugong.renderers.pdf.drawer import ClassTable, Drawer
from zugong.renderers.pdf.drawn import Area, Box, Ledger, Line, frame_html
from zugong.renderers.pdf.elements import ARTIFACT, REST, Part, parts_of
from zugong.renderers.pdf.own import lost
from zugong.renderers.pdf.placing import Text
from zugong.renderers.pdf.shipped_pages import DIGEST, pages_html
from zugong.templating import TemplateError, render_template, shipped_digest
from zugong.typesetting.pages import Fragment, Page, Pages, PlacedPicture, PlacedRule, PlacedTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MASTHEAD = {Role.TITLE_ABOVE, Role.TITLE, Role.NUMBER, Role.MARKING, Role.MASTHEAD_LINE, Role.OFFICE}
_COLOPHON = {Role.COLOPHON, Role.AFTER_COLOPHON}

_NO_DECORATION = f"<{ARTIFACT}></{ARTIFACT}>"
"what the empty blocks before and after leave: a box that would only cost time"

_EDGE = 0.5
"pt by which a rule may lie outside the rows that it belongs to"


@dataclass(frozen=True, slots=True)
class SheetOfPaper:
    """One page as the template sees it."""

    number: int
    masthead: Area | None
    parts: tuple[Box, ...]
    colophon: Area | None
    rules: tuple[Line, ...]
    frames: tuple[str, ...]
    furniture: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Markup:
    """What WeasyPrint is given."""

    html: str
    texts: list[Text]
    "of the elements, by the number in their data-n"


def markup(
    sheet: Sheet, pages: Pages, own_templates: Path | None = None, source: Callable[[PlacedPicture], str] = str
) -> Markup:
    """All pages; raises TemplateError for an own template that is broken or loses text."""
    table, ledger = ClassTable(), Ledger()
    drawer = Drawer(pages.style.left, sheet.styles.marks.leader, table, source)
    maker = _Maker(pages.style, drawer, ledger)
    drawn = [maker.page(page, parts) for page, parts in zip(pages.pages, parts_of(pages), strict=True)]
    values = {"info": sheet.info, "page": pages.style, "pages": drawn, "classes": table.names}
    html = _rendered(values, own_templates)
    if faulty := ledger.faulty():
        raise TemplateError(lost(faulty, ledger.drawn[faulty.number], own_templates))
    return Markup(drawer.finished(html.replace(_NO_DECORATION, "")), drawer.texts)


def _rendered(values: Mapping[str, Any], own_templates: Path | None) -> str:
    """The pages as the templates make them; jinja2 is only needed where those are not as shipped."""
    if own_templates is None and shipped_digest() == DIGEST:
        return pages_html(values)
    folder = cache_folder() / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return render_template("pages.html", values, own_templates, folder)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes what the templates see."""

    style: PageStyle
    drawer: Drawer
    ledger: Ledger

    def page(self, page: Page, parts: list[Part]) -> SheetOfPaper:
        """One page: its masthead, text and colophon, rules by the part they belong to."""
        roles = [part.placed.role if isinstance(part.placed, Fragment) else None for part in parts]
        first = next((index for index, role in enumerate(roles) if role not in _MASTHEAD), len(parts))
        last = next((index for index, role in enumerate(roles) if role in _COLOPHON), len(parts))
        masthead = self._area("masthead.html", parts[: first if page.number == 1 else 0], page.rules)
        colophon = self._area("colophon.html", parts[last:], page.rules)
        taken = {line.rule for area in (masthead, colophon) if area for line in area.rules}
        return SheetOfPaper(
            page.number,
            masthead,
            tuple(self._box(part, "pages.html") for part in parts[first if masthead else 0 : last]),
            colophon,
            tuple(Line(rule) for rule in page.rules if rule not in taken),
            tuple(map(frame_html, page.boxes)),
            tuple(self._box(Part(ARTIFACT, fragment), "page.html") for fragment in page.furniture),
        )

    def _area(self, piece: str, parts: list[Part], rules: tuple[PlacedRule, ...]) -> Area | None:
        fragments = [part.placed for part in parts if isinstance(part.placed, Fragment)]
        if not fragments:
            return None
        top, bottom = min(map(_top, fragments)), max(map(_bottom, fragments))
        own = tuple(Line(rule) for rule in rules if top - _EDGE <= rule.y <= bottom + _EDGE and not rule.vertical)
        boxes = tuple(self._box(part, piece) for part in parts)
        return Area(boxes, own, top, self.style.left, self.style.type_width, bottom - top)

    def _box(self, part: Part, piece: str) -> Box:
        match part.placed:
            case Fragment() as fragment:
                role, content = fragment.role.value, "".join(line.content for line in fragment.lines)
                html = self.drawer.fragment(part.tag, fragment)
            case PlacedTable() as table:
                role, content, rows = "table", table.title, self.drawer.rows(table)
                html = self.drawer.repeated(table) + (f"<{REST}>{rows}</{REST}>" if part.tag == REST else rows)
            case PlacedPicture() as picture:
                role, content, html = "figure", picture.description, self.drawer.picture(picture)
        return self.ledger.box(role, content, html, piece)


def _top(fragment: Fragment) -> float:
    """The upper edge of its first row."""
    first = fragment.lines[0]
    return first.baseline - 0.38 * first.runs[0].size - fragment.pitch / 2


def _bottom(fragment: Fragment) -> float:
    """The lower edge of its last row."""
    last = fragment.lines[-1]
    return last.baseline - 0.38 * last.runs[0].size + fragment.pitch / 2


def describe(pages: Pages) -> Mapping[str, str]:
    """For each anchor what is found there: a link to it reads this out."""
    return {
        fragment.anchor: f"{fragment.outline_title}，第 {page.number} 面"
        for page in pages.pages
        for fragment in page.fragments
        if fragment.anchor
    }
