"""Lines of up to three texts: 报头行, 编发单位, 密级, 版记后."""

from __future__ import annotations

import itertools

import pytest

from tests.support.printed import faces, styles
from tests.support.rule_sets import run, sheet
from zugong.layout.sheet import SplitBlock
from zugong.model.styles import LineRules, Role
from zugong.typesetting.pages import Fragment, Page
from zugong.typesetting.typeset import typeset

each = pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)
SIDES = ("中共某县委组织部", "增刊", "2023年9月1日")


def page_of(left: str, centre: str, right: str, role: Role, rules: LineRules = LineRules.MATCHED) -> Page:
    sides = (run(side) if side else None for side in (left, right, centre))
    (page,) = typeset(sheet(SplitBlock(role, *sides), rules=rules), faces()).pages
    return page


def fragment(left: str, centre: str, right: str, role: Role, rules: LineRules = LineRules.MATCHED) -> Fragment:
    (found,) = page_of(left, centre, right, role, rules).fragments
    return found


def measure(role: Role) -> tuple[float, float]:
    style, page = styles().paragraph(role), styles().page
    character = styles().character(role)
    return page.left + style.indent_left * character, page.left + page.type_width - style.indent_right * character


@each
@pytest.mark.parametrize("role", [Role.OFFICE, Role.MASTHEAD_LINE, Role.MARKING])
@pytest.mark.parametrize("there", [one for one in itertools.product((True, False), repeat=3) if any(one)])
def test_each_text_stands_at_its_place(there: tuple[bool, bool, bool], role: Role, rules: LineRules) -> None:
    texts = tuple(side if is_there else "" for side, is_there in zip(SIDES, there, strict=True))
    placed = fragment(*texts, role, rules)
    assert [line.content for line in placed.lines] == ["".join(texts)]
    left, right = measure(role)
    (line,) = placed.lines
    first, last = line.runs[0], line.right
    if texts[0]:
        assert first.x == pytest.approx(left, abs=0.01)
    if texts[2]:
        assert last == pytest.approx(right, abs=0.02)
    if texts[1]:
        centre = [one for one in line.runs if one.content in texts[1] or texts[1] in one.content]
        middle = (centre[0].x + centre[-1].x + centre[-1].width) / 2
        assert middle == pytest.approx((left + right) / 2, abs=0.02)


@each
@pytest.mark.parametrize("role", [Role.OFFICE, Role.MASTHEAD_LINE])
def test_texts_that_would_touch_go_to_lines_of_their_own(role: Role, rules: LineRules) -> None:
    left, right = measure(role)
    seen = set()
    for length in range(1, 60):
        placed = fragment("党" * length, "", "2023年9月1日", role, rules)
        seen.add(len(placed.lines))
        assert placed.lines[-1].right == pytest.approx(right, abs=0.02)
        for line in placed.lines:
            assert line.runs[0].x >= left - 0.01
            for a, b in itertools.pairwise(line.runs):
                assert a.x + a.width <= b.x + 0.3
        if "2023" in placed.lines[0].content:
            text, date = placed.lines[0].runs[0], placed.lines[0].runs[1]
            assert date.x - text.x - text.width >= 16
    assert seen == {1, 2, 3, 4}


def test_a_centre_that_touches_the_left_takes_the_right_along() -> None:
    placed = fragment("中共某某县委组织部研究室编印", "第一〇〇期增刊", "2023年9月1日", Role.MASTHEAD_LINE)
    assert [line.content for line in placed.lines] == ["中共某某县委组织部研究室编印", "第一〇〇期增刊2023年9月1日"]


def test_a_right_text_that_touches_the_centre_stands_below() -> None:
    placed = fragment("某部", "第一〇〇期", "二〇二三年十二月二十一日印发单位", Role.MASTHEAD_LINE)
    assert [line.content for line in placed.lines] == ["某部第一〇〇期", "二〇二三年十二月二十一日印发单位"]


def test_a_right_text_longer_than_a_line_stays_in_the_type_area() -> None:
    placed = fragment("", "", "党" * 40, Role.MASTHEAD_LINE)
    left, right = measure(Role.MASTHEAD_LINE)
    assert len(placed.lines) == 2
    for line in placed.lines:
        assert line.runs[0].x >= left - 0.01
        assert line.right == pytest.approx(right, abs=0.01)


def test_the_red_rule_is_below_the_last_line() -> None:
    page = page_of("中共某某县委组织部研究室" * 2, "", "2023年9月1日", Role.OFFICE)
    (rule,) = page.rules
    assert rule.y == pytest.approx(styles().page.top + 2 * styles().page.line_pitch)


def test_a_masthead_line_has_no_rule() -> None:
    assert page_of(*SIDES, Role.MASTHEAD_LINE).rules == ()
