"""What LibreOffice prints of the DOCX is what Pages say: lines, pages, places; of both issues and all examples."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.renderers.docx.sample import COLOPHON, ending, pages, rendered, run
from tests.support.examples import Example
from tests.support.in_office import Lines, bare, lines_of, office_lines, placed_lines, printed_all
from tests.support.pdf import drawn_characters
from tests.support.printed import ISSUE_22, ISSUE_23
from tests.support.rule_sets import EVERY, on_paper
from zugong.layout.sheet import Colophon, ColophonLine, Sheet, SplitBlock
from zugong.model.issue import IssueKey
from zugong.model.styles import Role
from zugong.typesetting.pages import Page, Pages

BOTH = pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)
EACH = pytest.mark.parametrize("key", EVERY, ids=str)
EITHER = pytest.mark.parametrize("as_written", [True, False], ids=["as written", "as imported"])

HEADINGS = (
    *(Role.SECTION, Role.HEADLINE, Role.CENTRED_HEADLINE),
    *(Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.ATTACHMENT_MARK),
)
END = "\n"
TEXT = (Role.BODY, Role.EDITORS_NOTE, Role.EDITORS_NOTE_MORE, Role.NOTE)


def pages_of(key: IssueKey | Example) -> Pages:
    return on_paper(key).pages


def wanted(placed: Pages) -> list[Lines]:
    return [
        [(line.baseline, bare(line.content)) for one in (*page.fragments, *page.furniture) for line in one.lines]
        for page in placed.pages
    ]


@BOTH
def test_lines_and_pages_are_those_of_pages(key: IssueKey) -> None:
    found = office_lines(key)
    assert len(found) == len(pages_of(key).pages)
    for got, want in zip(found, wanted(pages_of(key)), strict=True):
        baselines = {text: y for y, text in got}
        for y, text in want:
            assert baselines[text] == pytest.approx(y, abs=3), text


@EITHER
@EACH
def test_items_and_headings_stand_on_the_same_pages(key: IssueKey | Example, as_written: bool) -> None:
    """Also for somebody who just opens it in LibreOffice, where lines break otherwise."""
    found = office_lines(key, as_written=as_written)
    ours = [placed_lines(page) for page in pages_of(key).pages]
    assert len(found) == len(ours)
    begun = [heading for page in pages_of(key).pages for heading in headings(page)]
    assert begun
    for heading in begun:
        assert begins_on(heading, [[text for _, text in page] for page in found]) == begins_on(heading, ours), heading


def headings(page: Page) -> list[str]:
    """The items and headings of a page: a line, or the beginning of one that runs on (run-in headlines)."""
    found = [one for one in page.fragments if one.begins and (one.role in HEADINGS or one.anchor)]
    whole = [one.role in HEADINGS and one.ends and len(one.lines) == 1 for one in found]
    texts = [bare(one.lines[0].content) for one in found]
    return [text + END if alone else text[:12] for text, alone in zip(texts, whole, strict=True)]


def begins_on(heading: str, text: list[list[str]]) -> list[int]:
    """The pages that have such a line."""
    return [number for number, lines in enumerate(text, 1) if any((line + END).startswith(heading) for line in lines)]


def test_body_lines_break_at_the_same_character() -> None:
    """98 % were asked for; each line on its page, and those of the printed issues without exception."""
    same, there, lost = 0, 0, []
    for key in EVERY:
        found = [Counter(text for _, text in page) for page in office_lines(key)]
        for page, got in zip(pages_of(key).pages, found, strict=True):
            lines = Counter(bare(line.content) for one in page.fragments if one.role in TEXT for line in one.lines)
            same, there = same + (lines & got).total(), there + lines.total()
            lost += [(key, text) for text in (lines - got).elements()]
    assert there > 400
    assert same >= 0.98 * there, lost
    assert [one for one in lost if isinstance(one[0], IssueKey)] == []


@BOTH
def test_page_one_ends_where_the_items_begin(key: IssueKey) -> None:
    first, second = office_lines(key)[:2]
    assert first[-1][1] == "—1—"
    assert second[0][1].startswith("市内信息" if key == ISSUE_22 else "△潜山市")
    assert first[-2][1].startswith("领导批示" if key == ISSUE_22 else "做法予以刊发")


FOUR = Colophon(
    (
        ColophonLine(run("报："), run("某某部领导。")),
        ColophonLine(run("抄送："), run("各县（市、区）" * 8 + "。")),
        ColophonLine(run("发："), run("电子版。"), run("共印50份")),
        ColophonLine(None, run("某某县图书馆办公室"), run("2026年7月1日印发")),
    ),
    (
        SplitBlock(Role.AFTER_COLOPHON, None, run("共印50份")),
        SplitBlock(Role.AFTER_COLOPHON, run("编辑：王五"), None, run("审核：赵六")),
    ),
)
"four lines, right parts, two lines below the last rule"


@pytest.mark.parametrize("foot", [COLOPHON, FOUR], ids=["three lines", "four and two"])
def test_the_colophon_stands_at_the_foot_of_the_last_page(foot: Colophon) -> None:
    """At every fill of that page."""
    fills = [ending(lines, foot) for lines in range(1, 23)]
    for lines, (whole, pdf) in enumerate(zip(fills, printed_all([rendered(one) for one in fills]), strict=True), 1):
        stands_at_the_foot(whole, [lines_of(page) for page in drawn_characters(pdf)], f"{lines} lines")


def stands_at_the_foot(whole: Sheet, found: list[Lines], where: str) -> None:
    placed = pages(whole).pages
    assert len(found) == len(placed), where
    foot = [one for one in placed[-1].fragments if one.role in (Role.COLOPHON, Role.AFTER_COLOPHON)]
    lines = [(line.baseline, bare(line.content)) for one in foot for line in one.lines]
    below = [(pytest.approx(y, abs=3), text) for y, text in lines]
    assert found[-1][-1 - len(lines) : -1] == below, where
    assert any(fragment.role is Role.BODY for fragment in placed[-1].fragments), where
    assert found[-1][0][1].startswith(("字", "△首")), f"{where}: never alone on its page"
