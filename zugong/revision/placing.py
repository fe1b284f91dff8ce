"""Where on placed pages the changes are: red strike-outs through what goes, red rules under what comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from zugong.classes import replace
from zugong.model.styles import Role
from zugong.revision.comparing import Change, RevisedParagraph
from zugong.revision.passages import ROW_ROLES
from zugong.revision.revised_tables import Part, RevisedTable
from zugong.typesetting.pages import Fragment, Page, Pages, PlacedCell, PlacedLine, PlacedRule, PlacedRun

RED = "#e60012"
_ABOVE, _BELOW = 0.33, 0.18
"of the strike-out above the baseline and of the underline below it, em"
_THICKNESS = 0.9
"pt"
_SIDES = "\u3000" * 4
"between 编发单位 and 日期, whose line may hold both their old and new texts"


def change_rules(pages: Pages, parts: Sequence[Part]) -> tuple[Page, ...]:
    """The pages with their rules."""
    fates = [_fates(one) for one in parts if isinstance(one, RevisedParagraph)]
    marker = _Marker(iter(fates), [one for one in parts if isinstance(one, RevisedTable)])
    return tuple(replace(page, rules=(*page.rules, *marker.rules(page))) for page in pages.pages)


def shown(text: str, role: Role) -> str:
    """A tab as it stands on paper: between the cells of a row a bar, elsewhere room that parts left from right."""
    return text.replace("\t", "｜" if role in ROW_ROLES else _SIDES)


def _fates(paragraph: RevisedParagraph) -> list[tuple[str, Change]]:
    return [(one, span.change) for span in paragraph.spans for one in shown(span.content, paragraph.role)]


class _Marker:
    """Follows the paragraphs through the fragments in reading order."""

    def __init__(self, paragraphs: Iterator[list[tuple[str, Change]]], tables: Sequence[RevisedTable]) -> None:
        self._paragraphs = paragraphs
        self._tables = tables
        self._rest: list[tuple[str, Change]] = []

    def rules(self, page: Page) -> list[PlacedRule]:
        """The rules of one page; a head that is repeated is marked again."""
        cells = [(table.key, cell) for table in page.tables for cell in (*table.repeated, *table.cells)]
        marked = [rule for fragment in page.fragments for rule in self._of_fragment(fragment)]
        return [*marked, *(rule for key, cell in cells for rule in self._of_cell(self._tables[key], cell))]

    def _of_cell(self, table: RevisedTable, cell: PlacedCell) -> Iterator[PlacedRule]:
        spans = next(one.spans for one in table.cells if (one.row, one.column) == (cell.row, cell.column))
        self._rest = [(one, span.change) for span in spans for one in span.content]
        yield from self._of_lines(cell.lines)

    def _of_fragment(self, fragment: Fragment) -> Iterator[PlacedRule]:
        if fragment.begins:
            self._rest = next(self._paragraphs, [])
        yield from self._of_lines(fragment.lines)

    def _of_lines(self, lines: Sequence[PlacedLine]) -> Iterator[PlacedRule]:
        for line in lines:
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
