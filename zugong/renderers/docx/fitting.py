"""What Pages know of a role: how a line of it is spread over the measure (撑满), and whether its paragraphs wrap."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.model.styles import Align, Role, Styles
from zugong.renderers.docx.rows import Room, room
from zugong.typesetting.pages import Pages, PlacedLine


@dataclass(frozen=True, slots=True)
class Fit:
    """How 分散对齐 of an office program comes to the same line."""

    inset: float = 0.0
    "indent at both sides, pt: it would tear a name of two characters to both edges"
    size: float = 0.0
    "of the type, pt; 0: the style's. Pages set a name that is too long in smaller type"


def fits(styles: Styles, pages: Pages) -> dict[Role, Fit]:
    """The roles that are spread, judged by their tightest line."""
    return {
        role: _fit(role, pages, styles.page.type_width) for role, style in styles.paragraphs if style.align is Align.FIT
    }


def _fit(role: Role, pages: Pages, measure: float) -> Fit:
    fragments = (fragment for page in pages.pages for fragment in page.fragments if fragment.role is role)
    lines = [line for fragment in fragments for line in fragment.lines if line.runs]
    tightest = min(lines, key=_gap, default=None)
    if tightest is None:
        return Fit()
    inset = max((measure - _width(tightest)) / 2, 0.0)
    return Fit(inset=inset, size=min(line.runs[0].size for line in lines))


def _gap(line: PlacedLine) -> float:
    """Room between two characters of a line, pt."""
    return min(run.tracking * run.size / 1000 for run in line.runs)


def _width(line: PlacedLine) -> float:
    return line.runs[-1].x + line.runs[-1].width - line.runs[0].x


def rooms(styles: Styles, pages: Pages) -> dict[Role, Room]:
    """The vertical room that the style of each role gives a paragraph."""
    wrapped = _wrapping(pages)
    return {role: room(role, styles, wraps=role in wrapped) for role, _ in styles.paragraphs}


def _wrapping(pages: Pages) -> frozenset[Role]:
    """The roles of which some paragraph has several lines, or goes over a page."""
    fragments = (fragment for page in pages.pages for fragment in page.fragments)
    return frozenset(fragment.role for fragment in fragments if len(fragment.lines) > 1 or not fragment.begins)
