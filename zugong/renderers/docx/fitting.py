"""What Pages know of a role: how a line of it is spread over the measure (撑满), and whether its paragraphs wrap."""

from __future__ import annotations

import math
from dataclasses import dataclass

from zugong.model.styles import Align, Role, Styles
from zugong.typesetting.pages import Pages, PlacedLine

_WIDEST = 0.5
"em between letters up to which an office program may spread a line by itself"


@dataclass(frozen=True, slots=True)
class Fit:
    """How a spread line fills its measure in an office program."""

    spread: bool = True
    "分散对齐; otherwise centred"
    tracking: float = 0.0
    "pt after each character"
    scale: int = 100
    "width of the characters, per cent (长体)"


def fits(styles: Styles, pages: Pages) -> dict[Role, Fit]:
    """The roles that are spread, judged by their tightest line."""
    return {role: _fit(role, pages) for role, style in styles.paragraphs if style.align is Align.FIT}


def _fit(role: Role, pages: Pages) -> Fit:
    fragments = (fragment for page in pages.pages for fragment in page.fragments if fragment.role is role)
    lines = [line for fragment in fragments for line in fragment.lines if line.runs]
    tightest = min(lines, key=_gap, default=None)
    if tightest is None or 0 <= _gap(tightest) < _WIDEST * tightest.runs[0].size:
        return Fit()
    if _gap(tightest) > 0:  # 分散对齐 would tear a name of two characters to both edges
        return Fit(spread=False, tracking=_gap(tightest))
    return Fit(scale=_scale(tightest))


def _gap(line: PlacedLine) -> float:
    """Room between two characters of a line, pt."""
    return min(run.tracking * run.size / 1000 for run in line.runs)


def _scale(line: PlacedLine) -> int:
    """How narrow characters must be that are too many for their line: with a tracking below zero it still wraps."""
    width = line.runs[-1].x + line.runs[-1].width - line.runs[0].x
    natural = width - (len(line.content) - 1) * _gap(line)
    return math.floor(100 * width / natural)


def wrapping(pages: Pages) -> frozenset[Role]:
    """The roles of which some paragraph has several lines, or goes over a page."""
    fragments = (fragment for page in pages.pages for fragment in page.fragments)
    return frozenset(fragment.role for fragment in fragments if len(fragment.lines) > 1 or not fragment.begins)
