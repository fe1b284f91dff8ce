"""What Pages know of a role: how wide its letters are spread (撑满), and whether its paragraphs wrap."""

from __future__ import annotations

from dataclasses import dataclass

from zugong.model.styles import Align, Role, Styles
from zugong.typesetting.pages import Pages

_WIDEST = 0.5
"em between letters up to which an office program may spread a line by itself"


@dataclass(frozen=True, slots=True)
class Fit:
    """Either the program spreads the line (分散对齐), or it is centred with a tracking of ours."""

    spread: bool
    tracking: float
    "pt after each character"


def fits(styles: Styles, pages: Pages) -> dict[Role, Fit]:
    """The roles that are spread, judged by their tightest line."""
    return {role: _fit(role, pages) for role, style in styles.paragraphs if style.align is Align.FIT}


def _fit(role: Role, pages: Pages) -> Fit:
    runs = [
        run
        for page in pages.pages
        for fragment in page.fragments
        if fragment.role is role
        for line in fragment.lines
        for run in line.runs
    ]
    tightest = min(runs, key=lambda run: run.tracking, default=None)
    if tightest is None or 0 <= tightest.tracking < _WIDEST * 1000:
        return Fit(True, 0.0)
    # 分散对齐 would break a name that is too long, and tear one of two characters to both edges.
    return Fit(False, tightest.tracking * tightest.size / 1000)


def wrapping(pages: Pages) -> frozenset[Role]:
    """The roles of which some paragraph has several lines, or goes over a page."""
    fragments = (fragment for page in pages.pages for fragment in page.fragments)
    return frozenset(fragment.role for fragment in fragments if len(fragment.lines) > 1 or not fragment.begins)
