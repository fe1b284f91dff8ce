"""版记 at the foot of the last page: its last rule on the bottom edge of the type area at every fill of the page."""

from __future__ import annotations

import itertools

import pytest

from tests.support.printed import faces
from tests.support.rule_sets import THREE_LINES, colophon, paragraph, sheet, text_of_lines
from zugong.layout.sheet import Colophon
from zugong.model.styles import LineRules, Role
from zugong.typesetting.pages import Fragment, Page, Pages
from zugong.typesetting.typeset import typeset

each = pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)

LONG = colophon(
    ("报：", "省委组织部，本部领导。"),
    ("送：", "各县（市、区）委书记、组织部长，市委各部委，“两新”工委，市直各单位党组（党委、工委）负责同志。"),
    ("抄送：", "市纪委监委，市委宣传部、统战部、政法委，市人大常委会办公室，市政府办公室，市政协办公室。"),
)


def issue(lines: int, foot: Colophon, rules: LineRules, even: bool = False) -> Pages:
    return typeset(sheet(paragraph(text_of_lines(lines)), foot, rules=rules, even=even), faces())


def of_role(page: Page, role: Role) -> list[Fragment]:
    return [fragment for fragment in page.fragments if fragment.role is role]


@each
@pytest.mark.parametrize("foot", [THREE_LINES, LONG], ids=["three lines", "wrapped"])
@pytest.mark.parametrize("fill", range(1, 23))
def test_the_last_rule_lies_on_the_bottom_edge(fill: int, foot: Colophon, rules: LineRules) -> None:
    pages = issue(22 + fill, foot, rules)
    style = pages.style
    last = pages.pages[-1]
    assert max(rule.y for rule in last.rules) == pytest.approx(style.top + style.type_height, abs=0.001)
    assert not any(page.rules for page in pages.pages[:-1])
    text, foot_lines = of_role(last, Role.BODY), of_role(last, Role.COLOPHON)
    assert len(foot_lines) == len(foot.lines)
    assert text, "the colophon stands alone"
    bottom = style.top + last.filled_rows * style.line_pitch
    assert bottom <= min(rule.y for rule in last.rules) + 0.01, "text stands on the colophon"
    assert pages.carried_lines == 0 or sum(len(fragment.lines) for fragment in text) >= 2


@each
def test_wrapped_lines_hang_after_the_colon(rules: LineRules) -> None:
    """GB/T 9704—2012, 7.4.2."""
    wrapped = of_role(issue(5, LONG, rules).pages[-1], Role.COLOPHON)
    assert [len(fragment.lines) > 1 for fragment in wrapped] == [False, True, True]
    for fragment in wrapped:
        label = fragment.lines[0].runs[0]
        assert label.content.endswith("：")
        assert label.x == pytest.approx(79.37 + 14, abs=0.01)
        for line in fragment.lines[1:]:
            first = line.runs[0]
            blank = 7 if line.content[0] in "“（" and rules is LineRules.FINE else 0
            assert first.x + blank == pytest.approx(label.x + label.width, abs=0.01)


@each
def test_rules_are_thick_at_both_ends_and_thin_between(rules: LineRules) -> None:
    rules_drawn = issue(5, THREE_LINES, rules).pages[-1].rules
    assert [round(rule.thickness * 25.4 / 72, 3) for rule in rules_drawn] == [0.35, 0.25, 0.25, 0.35]
    steps = [after.y - before.y for before, after in itertools.pairwise(rules_drawn)]
    assert steps == pytest.approx([9 * 72 / 25.4] * 3, abs=0.001)


@pytest.mark.parametrize("fill", range(1, 23))
def test_an_even_last_page_holds_text_and_colophon(fill: int) -> None:
    pages = issue(44 + fill, THREE_LINES, LineRules.MATCHED, even=True)
    assert len(pages.pages) % 2 == 0
    assert sum(len(fragment.lines) for fragment in of_role(pages.pages[-1], Role.BODY)) >= 2
    assert of_role(pages.pages[-1], Role.COLOPHON)
    assert all(page.furniture for page in pages.pages)


def test_a_blank_page_has_no_number() -> None:
    """GB/T 9704—2012, 7.5."""
    pages = typeset(sheet(paragraph("党"), even=True), faces()).pages
    assert [len(page.furniture) for page in pages] == [1, 0]
