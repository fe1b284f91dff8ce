"""版记 at the foot of the last page: its last rule on the bottom edge of the type area at every fill of the page."""

from __future__ import annotations

import itertools
import math

import pytest

from tests.support.printed import faces, styles
from tests.support.rule_sets import THREE_LINES, colophon, paragraph, run, sheet, text_of_lines
from tests.support.tables import tall_table
from zugong.layout.sheet import Colophon, ColophonLine, SplitBlock
from zugong.model.styles import LineRules, Role
from zugong.typesetting.pages import Fragment, Page, Pages
from zugong.typesetting.typeset import typeset

each = pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)

LONG = colophon(
    ("报：", "省委组织部，本部领导。"),
    ("送：", "各县（市、区）委书记、组织部长，市委各部委，“两新”工委，市直各单位党组（党委、工委）负责同志。"),
    ("抄送：", "市纪委监委，市委宣传部、统战部、政法委，市人大常委会办公室，市政府办公室，市政协办公室。"),
)

PARTS = Colophon(
    (
        ColophonLine(run("报："), run("省委组织部。")),
        ColophonLine(
            None, run("各县（市、区）委组织部，市直各单位党组（党委、工委），市属高校党委，驻市各单位党组织。")
        ),
        ColophonLine(None, run("中共某市委组织部研究室"), run("2023年9月1日印发")),
        ColophonLine(run("发："), run("先锋网。"), run("共印120份")),
    ),
    (SplitBlock(Role.AFTER_COLOPHON, run("编辑：某某"), run("电话：5340000")),),
)
"bare lines, a right text, a line below the last rule"

ONLY_AFTER = Colophon((), (SplitBlock(Role.AFTER_COLOPHON, None, run("共印120份")),))

HEIGHT = 9 * 72 / 25.4
FOOT = styles().page.top + styles().page.type_height


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


def top_of(foot: Colophon) -> float:
    """Where the colophon begins: PARTS has a line that wraps."""
    lines = len(foot.lines) + len(foot.after) + (foot is PARTS)
    return FOOT - lines * HEIGHT


@each
@pytest.mark.parametrize("foot", [PARTS, ONLY_AFTER], ids=["parts", "only below"])
@pytest.mark.parametrize("fill", range(1, 23))
def test_what_stands_below_the_last_rule_ends_on_the_bottom_edge(fill: int, foot: Colophon, rules: LineRules) -> None:
    pages = issue(22 + fill, foot, rules)
    last = pages.pages[-1]
    (below,) = of_role(last, Role.AFTER_COLOPHON)
    assert below.lines[0].baseline == pytest.approx(FOOT - HEIGHT / 2 + 0.38 * 14, abs=0.01)
    assert [rule.y for rule in last.rules[-1:]] == ([pytest.approx(FOOT - HEIGHT)] if foot.lines else [])
    assert len(last.rules) == (len(foot.lines) + 1 if foot.lines else 0)
    text = of_role(last, Role.BODY)
    assert text, "the colophon stands alone"
    rows = math.ceil((FOOT - top_of(foot)) / styles().page.line_pitch - 1e-6)
    assert last.filled_rows <= 22 - rows
    assert last.filled_rows == (max(fill, 2) if fill <= 22 - rows else 2)


@each
def test_a_line_without_label_has_the_whole_measure(rules: LineRules) -> None:
    bare = of_role(issue(5, PARTS, rules).pages[-1], Role.COLOPHON)[1]
    assert len(bare.lines) == 2
    assert [line.runs[0].x for line in bare.lines] == pytest.approx([79.37 + 14] * 2, abs=0.01)


@each
def test_a_right_text_stands_at_the_edge_of_the_last_line(rules: LineRules) -> None:
    _, _, third, fourth = of_role(issue(5, PARTS, rules).pages[-1], Role.COLOPHON)
    for fragment, text in ((third, "2023年9月1日印发"), (fourth, "共印120份")):
        (line,) = fragment.lines
        assert line.content.endswith(text)
        assert line.right == pytest.approx(79.37 + 442.2 - 14, abs=0.03)


@each
@pytest.mark.parametrize("label", ["报：", ""])
def test_a_right_text_without_room_stands_on_a_line_of_its_own(label: str, rules: LineRules) -> None:
    seen = set()
    for length in range(1, 62):
        line = ColophonLine(run(label) if label else None, run("党" * length), run("共印120份"))
        (fragment,) = of_role(issue(5, Colophon((line,)), rules).pages[-1], Role.COLOPHON)
        last = fragment.lines[-1]
        assert last.right == pytest.approx(79.37 + 442.2 - 14, abs=0.03)
        alone = last.content == "共印120份"
        seen.add((len(fragment.lines), alone))
        if not alone:
            text = next(one for one in reversed(last.runs) if "党" in one.content)
            right = last.runs[last.runs.index(text) + 1]
            assert right.x - text.x - text.width >= 14
    assert {(1, False), (2, True), (2, False), (3, True)} <= seen


@each
def test_lines_below_the_last_rule_have_up_to_three_texts(rules: LineRules) -> None:
    line = SplitBlock(Role.AFTER_COLOPHON, run("编辑：某某"), run("电话：5340000"), run("审核：某某"))
    long = SplitBlock(Role.AFTER_COLOPHON, run("编辑：" + "某某、" * 8), run("电话：5340000"))
    last = issue(5, Colophon(THREE_LINES.lines, (line, long)), rules).pages[-1]
    first, second = of_role(last, Role.AFTER_COLOPHON)
    assert [len(one.lines) for one in (first, second)] == [1, 2]
    baselines = [line.baseline for one in (first, second) for line in one.lines]
    assert [b - a for a, b in itertools.pairwise(baselines)] == pytest.approx([HEIGHT] * 2)
    assert last.rules[-1].y == pytest.approx(FOOT - 3 * HEIGHT)


@pytest.mark.parametrize("fill", range(1, 23))
def test_without_any_colophon_text_may_fill_the_page(fill: int) -> None:
    pages = typeset(sheet(paragraph(text_of_lines(22 + fill))), faces()).pages
    assert len(pages) == 2
    assert pages[-1].filled_rows == fill
    assert pages[-1].rules == ()


@pytest.mark.parametrize("fill", range(1, 23))
def test_the_colophon_stands_at_the_foot_behind_a_table(fill: int) -> None:
    pages = typeset(sheet(paragraph(text_of_lines(22)), tall_table(fill - 1), PARTS), faces()).pages
    last = pages[-1]
    assert last.rules[-1].y == pytest.approx(FOOT - HEIGHT)
    assert all(table.y + table.height <= top_of(PARTS) + 0.01 for table in last.tables)
    assert bool(last.tables) is (fill <= 16)


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
