"""Fragments → parts with an HTML element each: headings, paragraphs, and what a page break left over of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zugong.model.styles import Accent, Role
from zugong.typesetting.pages import Fragment, Pages, PlacedLine

PARAGRAPH, REST, ARTIFACT = "p", "div", "footer"
"""Text; the rest of what began on an earlier page; what is no text at all."""

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Part:
    """What of a fragment is one element."""

    tag: str
    fragment: Fragment


def parts_of(pages: Pages) -> Iterator[list[Part]]:
    """The parts of each page, in reading order; a headline that the text runs on from is parted from it."""
    marker = _Marker()
    for page in pages.pages:
        yield [marker.part(piece) for fragment in page.fragments for piece in _headline_first(fragment)]


@dataclass(slots=True)
class _Marker:
    """Knows what stood last, which decides what continues it and how deep a heading may be."""

    level: int = 0
    was_heading: bool = False

    def part(self, fragment: Fragment) -> Part:
        is_heading = _is_heading(fragment)
        if not fragment.begins and is_heading == self.was_heading:
            return Part(REST, fragment)
        self.was_heading = is_heading
        if not is_heading:
            return Part(PARAGRAPH, fragment)
        # No level may be left out on the way down (ISO 14289-1, 7.4.2).
        self.level = min(fragment.outline_level + 1, self.level + 1, _DEEPEST)
        return Part(f"h{self.level}", fragment)


def _is_heading(fragment: Fragment) -> bool:
    return fragment.role in (Role.TITLE, Role.SECTION, Role.HEADLINE) or _headline_length(fragment) > 0


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
