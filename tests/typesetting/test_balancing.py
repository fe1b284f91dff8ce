"""Headlines in the middle: lines about equal, broken at marks, never a line of one or two characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.support.lines import random_text
from tests.support.printed import faces, styles
from tests.support.rule_sets import paragraph, run, sheet
from zugong.layout.sheet import Block
from zugong.model.styles import LineRules, Role
from zugong.typesetting.pages import Fragment, PlacedLine
from zugong.typesetting.strips import BALANCED
from zugong.typesetting.typeset import typeset

each = pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)
WIDTH = styles().page.type_width


def fragment(text: str, rules: LineRules, role: Role = Role.CENTRED_HEADLINE) -> Fragment:
    pages = typeset(sheet(Block(role, (run(text),)), paragraph("党建。"), rules=rules), faces()).pages
    return next(one for page in pages for one in page.fragments if one.role is role)


def lines(text: str, rules: LineRules = LineRules.MATCHED, role: Role = Role.CENTRED_HEADLINE) -> list[str]:
    return [line.content for line in fragment(text, rules, role).lines]


@each
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("潜山市扎实推进村级党群服务中心建设", ["潜山市扎实推进村级党群服务中心建设"]),
        ("潜山市扎实推进村级党群服务中心标准化建设工作", ["潜山市扎实推进村级党群", "服务中心标准化建设工作"]),
        ("建强基层战斗堡垒，引领乡村全面振兴的实践和探索", ["建强基层战斗堡垒，", "引领乡村全面振兴的实践和探索"]),
        ("关于印发《全市基层党建工作重点任务清单》的通知", ["关于印发《全市基层党建", "工作重点任务清单》的通知"]),
        (
            "坚持问题导向 聚焦重点任务 全面提升基层党建工作质量",
            ["坚持问题导向 聚焦重点任务", "全面提升基层党建工作质量"],
        ),
    ],
)
def test_headlines_are_broken_by_meaning(text: str, expected: list[str], rules: LineRules) -> None:
    assert lines(text, rules) == expected


@each
@pytest.mark.parametrize("role", BALANCED, ids=lambda role: role.value)
@pytest.mark.parametrize("length", range(21, 64))
def test_lines_without_marks_are_about_equal(length: int, role: Role, rules: LineRules) -> None:
    text = ("潜山市扎实推进村级党群服务中心建设" * 4)[:length]
    found = lines(text, rules, role)
    assert "".join(found) == text
    assert max(map(len, found)) - min(map(len, found)) <= 1


@pytest.mark.parametrize("role", [Role.SECTION, Role.SUBTITLE])
def test_other_roles_fill_their_lines(role: Role) -> None:
    found = lines("潜山市扎实推进村级党群服务中心建设" * 2, role=role)
    assert len(found[0]) > len(found[1]) + 10


@each
def test_a_word_that_must_be_cut_leaves_the_lines_greedy(rules: LineRules) -> None:
    word = "ABCDEFGHIJ" * 6
    found = lines(f"推进{word}建设", rules)
    assert "".join(found) == f"推进{word}建设"


@each
@pytest.mark.parametrize("length", range(20, 62))
def test_no_line_has_only_one_or_two_characters(length: int, rules: LineRules) -> None:
    """Nor where the only mark is close to one end."""
    for at in (1, 2, length - 3, length - 2):
        text = "党" * at + "，" + "建" * (length - at - 1)
        assert min(len(line.rstrip("，")) for line in lines(text, rules)) > 2


def as_found(line: PlacedLine) -> tuple[float, float]:
    return line.runs[0].x, line.right


@settings(max_examples=150, deadline=None)
@given(random_text)
def test_any_headline(text: str) -> None:
    text = text.strip()
    if not text:
        return
    for rules in LineRules:
        placed = fragment(text, rules)
        found = [line.content for line in placed.lines]
        assert "".join(found).replace(" ", "").replace("\u3000", "") == text.replace(" ", "").replace("\u3000", "")
        for line in placed.lines:
            left, right = as_found(line)
            assert left - styles().page.left == pytest.approx(styles().page.left + WIDTH - right, abs=0.05)
            assert left >= styles().page.left - 0.02
