"""Every line of both printed issues and of all examples under both rule sets: edges, marks, words, grid."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest

from tests.support.examples import Example, examples
from tests.support.printed import ISSUE_22, ISSUE_23, faces
from tests.support.rule_sets import on_paper, pages_under, paragraph, sheet, text_of_lines
from zugong.model.issue import IssueKey
from zugong.model.styles import Align, LineRules, Role
from zugong.text.punctuation import NOT_AT_LINE_END, NOT_AT_LINE_START, is_mark, is_western
from zugong.typesetting.pages import Fragment, PlacedLine, PlacedRun
from zugong.typesetting.typeset import typeset

PRINTED = (ISSUE_22, ISSUE_23)
KEYS = (*PRINTED, *examples())
EVERY = [pytest.param(key, rules, id=f"{key} {rules.value}") for key, rules in itertools.product(KEYS, LineRules)]
both = pytest.mark.parametrize(("key", "rules"), EVERY)
fine = pytest.mark.parametrize("key", KEYS, ids=str)

Key = IssueKey | Example

HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
NOTES = (Role.EDITORS_NOTE, Role.EDITORS_NOTE_MORE, Role.NOTE, Role.METADATA, Role.ATTACHMENT_LIST)
JUSTIFIED = (Role.BODY, Role.COLOPHON, *HEADINGS, *NOTES)
EDGE = 0.05
"pt; 0.3 is demanded"
WIDEST = 16.5
"pt, from one character to the next"
GRID = 442.2 / 28
"pt: what a character of the shipped sheet has"


def fragments(key: Key, rules: LineRules) -> list[Fragment]:
    return [fragment for page in pages_under(key, rules).pages for fragment in page.fragments]


def full_lines(key: Key, rules: LineRules) -> Iterator[tuple[Fragment, PlacedLine]]:
    """The lines of justified paragraphs that do not end their paragraph."""
    for fragment in fragments(key, rules):
        if fragment.role in JUSTIFIED:
            yield from ((fragment, line) for line in (fragment.lines[:-1] if fragment.ends else fragment.lines))


def wrapped(key: Key, rules: LineRules) -> Iterator[tuple[str, str]]:
    """Each line with the next one of its paragraph, across pages too; page numbers and leaders are no text."""
    before: PlacedLine | None = None
    for fragment in fragments(key, rules):
        for index, line in enumerate(fragment.lines):
            if before is not None and (index or not fragment.begins):
                yield before.content, line.content
            before = line


@both
def test_full_lines_end_at_the_edge_of_the_type_area(key: Key, rules: LineRules) -> None:
    style, styles = pages_under(key, rules).style, on_paper(key).sheet.styles
    lines = list(full_lines(key, rules))
    assert len(lines) > (60 if key in PRINTED else 2)
    for fragment, line in lines:
        inset = styles.paragraph(fragment.role).indent_right * styles.character(fragment.role)
        assert line.right == pytest.approx(style.left + style.type_width - inset, abs=EDGE), line.content


@both
def test_no_line_goes_beyond_the_type_area(key: Key, rules: LineRules) -> None:
    style = pages_under(key, rules).style
    for fragment in fragments(key, rules):
        for line in fragment.lines:
            assert line.right <= style.left + style.type_width + 0.3, line.content
            assert line.runs[0].x >= style.left - line.runs[0].size / 2 - 0.001, line.content


@both
def test_lines_begin_and_end_as_they_may(key: Key, rules: LineRules) -> None:
    pairs = list(wrapped(key, rules))
    assert len(pairs) > (60 if key in PRINTED else 2)
    for before, after in pairs:
        assert after[0] not in NOT_AT_LINE_START, after
        assert before[-1] not in NOT_AT_LINE_END, before
        assert before[-1] + after[0] not in ("——", "……")
        assert not (is_western(before[-1]) and is_western(after[0])), (before, after)


@both
def test_baselines_stand_on_the_grid(key: Key, rules: LineRules) -> None:
    """225 mm / 22; the colophon and the large lines of the masthead stand on a measure of their own."""
    pages = pages_under(key, rules)
    style = pages.style
    seen = 0
    for page in pages.pages:
        for fragment in page.fragments:
            outside = fragment.role in (Role.COLOPHON, Role.AFTER_COLOPHON)
            if not outside and fragment.pitch == pytest.approx(style.line_pitch):
                first = style.top + style.line_pitch / 2 + 0.38 * fragment_size(fragment)
                for line in fragment.lines:
                    seen += 1
                    row = (line.baseline - first) / style.line_pitch
                    assert abs(row - round(row)) * style.line_pitch < EDGE
    assert seen > (10 if key in PRINTED else 2)


@pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)
def test_plain_text_fills_28_characters_and_22_lines(rules: LineRules) -> None:
    pages = typeset(sheet(paragraph(text_of_lines(44)), rules=rules), faces()).pages
    lines = [line for page in pages for fragment in page.fragments for line in fragment.lines]
    assert [len(line.content) for line in lines] == [26, *[28] * 43]
    assert [page.filled_rows for page in pages] == [22, 22]


def pitches(line: PlacedLine) -> Iterator[float]:
    """What the gaps of a line add to a full em, with the em: pt from one 汉字 to the next."""
    for one in line.runs:
        if len(one.content) > 1 and not all(map(is_western, one.content)):
            yield one.size + one.tracking * one.size / 1000


@fine
def test_fine_lines_are_even(key: Key) -> None:
    """On the grid of 28 characters; on others in proportion."""
    page = pages_under(key, LineRules.FINE).style
    cell = page.type_width / page.characters
    widest = max(
        max(pitches(line), default=0)
        for fragment, line in full_lines(key, LineRules.FINE)
        if fragment.role not in (Role.COLOPHON, Role.AFTER_COLOPHON)
    )
    assert 0.95 * cell < widest <= WIDEST * cell / GRID


@fine
def test_fine_leaves_no_adjacent_marks_open(key: Key) -> None:
    """Two marks take a cell and a half, at whatever tracking; ？ gives up a quarter only."""
    seen = 0
    page = pages_under(key, LineRules.FINE).style
    cell = page.type_width / page.characters
    for fragment in fragments(key, LineRules.FINE):
        for line in fragment.lines:
            for (a, x), (b, y) in itertools.pairwise(placed(line)):
                if is_mark(a) and is_mark(b):
                    seen += 1
                    limit = 0.8 if a == "？" else 0.55
                    assert y - x <= limit * max(fragment_size(fragment), cell), line.content
    assert seen > 5 or key not in PRINTED


def placed(line: PlacedLine) -> list[tuple[str, float]]:
    """The full-width characters of a line with their places."""
    found: list[tuple[str, float]] = []
    for one in line.runs:
        step = step_of(one)
        found += [(character, one.x + index * step) for index, character in enumerate(one.content)]
    return found


def step_of(one: PlacedRun) -> float:
    return (one.width + one.tracking * one.size / 1000) / len(one.content)


def fragment_size(fragment: Fragment) -> float:
    return fragment.lines[0].runs[0].size


@fine
def test_fine_keeps_numbers_and_units_together(key: Key) -> None:
    for before, after in wrapped(key, LineRules.FINE):
        assert not re.search(r"\d[余多万亿千百]*\|[个名项户年月日元万亿件家条亩人次期%]", f"{before[-6:]}|{after[:2]}")


@fine
def test_fine_leaves_no_last_line_of_one_or_two_characters(key: Key) -> None:
    for fragment in fragments(key, LineRules.FINE):
        if fragment.role in JUSTIFIED and fragment.ends and len(fragment.lines) > 1:
            last = fragment.lines[-1].content
            assert sum(not is_mark(character) for character in last) > 2, last


@fine
def test_fine_trims_the_marks_at_both_edges(key: Key) -> None:
    """A mark that ends a full line is half width; “ at a line's start has its ink at the edge."""
    style = pages_under(key, LineRules.FINE).style
    closing = opening = 0
    for fragment, line in full_lines(key, LineRules.FINE):
        if line.content[-1] in "，。、；：”）》":
            closing += 1
            assert line.runs[-1].overhang == pytest.approx(fragment_size(fragment) / 2)
    for fragment in fragments(key, LineRules.FINE):
        for index, line in enumerate(fragment.lines):
            if fragment.role is Role.BODY and (index or not fragment.begins) and line.content[0] in "“（《":
                opening += 1
                assert line.runs[0].x == pytest.approx(style.left - fragment_size(fragment) / 2)
    if key in PRINTED:
        assert closing > 5
        assert opening > 0


@fine
def test_matched_neither_trims_nor_shares(key: Key) -> None:
    """What office programs do not do: every full-width mark has its em."""
    for fragment in fragments(key, LineRules.MATCHED):
        if fragment.role not in JUSTIFIED:
            continue
        for line in fragment.lines:
            assert not any(one.overhang for one in line.runs)
            for (a, x), (b, y) in itertools.pairwise(placed(line)):
                if is_mark(a) and is_mark(b):
                    assert y - x > 0.95 * fragment_size(fragment)


def test_the_aligned_roles_are_those_that_are_justified() -> None:
    styles = sheet().styles
    assert {role for role in Role if styles.paragraph(role).align is Align.JUSTIFY} == set(JUSTIFIED)
