"""Where on placed pages the changes are: red strike-outs through what goes, red rules under what comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from zugong.model.styles import Role
from zugong.revision.comparing import Change, RevisedParagraph
from zugong.revision.passages import ROW_ROLES
from zugong.typesetting.pages import Fragment, Page, Pages, PlacedRule, PlacedRun

RED = "#e60012"
_ABOVE, _BELOW = 0.33, 0.18
"of the strike-out above the baseline and of the underline below it, em"
_THICKNESS = 0.9
"pt"


def change_rules(pages: Pages, paragraphs: Sequence[RevisedParagraph]) -> tuple[Page, ...]:
    """The pages with their rules; the paragraphs without text were not set."""
    fates = [_fates(paragraph) for paragraph in paragraphs if paragraph.spans]
    marker = _Marker(iter(fates))
    return tuple(replace(page, rules=(*page.rules, *marker.rules(page))) for page in pages.pages)


def shown(text: str, role: Role) -> str:
    """A tab as it stands on paper: between the cells of a row a bar, elsewhere white space; character for character."""
    return text.replace("\t", "｜" if role in ROW_ROLES else "\u3000")


def _fates(paragraph: RevisedParagraph) -> list[tuple[str, Change]]:
    return [(one, span.change) for span in paragraph.spans for one in shown(span.content, paragraph.role)]


class _Marker:
    """Follows the paragraphs through the fragments in reading order."""

    def __init__(self, paragraphs: Iterator[list[tuple[str, Change]]]) -> None:
        self._paragraphs = paragraphs
        self._rest: list[tuple[str, Change]] = []

    def rules(self, page: Page) -> list[PlacedRule]:
        """The rules of one page."""
        return [rule for fragment in page.fragments for rule in self._of_fragment(fragment)]

    def _of_fragment(self, fragment: Fragment) -> Iterator[PlacedRule]:
        if fragment.begins:
            self._rest = next(self._paragraphs, [])
        for line in fragment.lines:
            for run in line.runs:
                yield from _of_run(run, line.baseline, [self._fate(one) for one in run.content])

    def _fate(self, character: str) -> Change:
        """Of the next character; white space at which a line was broken is not on the paper."""
        while self._rest and self._rest[0][0] != character and self._rest[0][0].isspace():
            self._rest.pop(0)
        return self._rest.pop(0)[1] if self._rest else Change.KEPT


def _of_run(run: PlacedRun, baseline: float, fates: list[Change]) -> Iterator[PlacedRule]:
    tracking = run.tracking * run.size / 1000
    step = (run.width + tracking) / len(fates)
    at = 0
    for change, group in groupby(fates):
        length = len(list(group))
        if change is not Change.KEPT:
            y = baseline - _ABOVE * run.size if change is Change.DELETED else baseline + _BELOW * run.size
            yield PlacedRule(run.x + at * step, y, length * step - tracking, _THICKNESS, RED)
        at += length
