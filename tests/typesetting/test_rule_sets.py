"""Both rule sets beside one another: hard cases by hand, and random text over the whole repertoire."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings

from tests.support.lines import lines, placed, random_text, ranges
from tests.support.printed import styles
from zugong.model.styles import LineRules
from zugong.text.punctuation import NOT_AT_LINE_END, NOT_AT_LINE_START, is_western, may_break, parts_number

MATCHED, FINE = LineRules.MATCHED, LineRules.FINE
each = pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)
WIDTH = styles().page.type_width

# text, and the characters of its first line under 一致 and 精细
HARD = [
    ("党" * 40, 28, 28),
    ("党" * 28 + "，" + "建" * 20, 27, 27),  # 29 in the line would need a pitch of 15.5 - and half a mark
    ("党" * 27 + "，" + "建" * 20, 28, 28),
    ("党" * 27 + "”。" + "建" * 20, 26, 29),  # the two marks take one cell at the line's end
    ("党" * 26 + "建”。”" + "建" * 20, 26, 30),
    ("党" * 27 + "“" + "建" * 20, 27, 27),
    ("党" * 26 + "（“" + "建" * 20, 26, 29),  # the two marks take a cell and a half, so 建 comes along
    ("党" * 27 + "——" + "建" * 20, 26, 26),
    ("党" * 26 + "——" + "建" * 20, 28, 28),
    ("党" * 26 + "……" + "建" * 20, 28, 28),
    ("党" * 27 + "12345" + "建" * 20, 27, 27),
    ("党" * 26 + "98%" + "建" * 20, 29, 29),
    ("党" * 26 + "116名干部" + "建" * 20, 29, 30),  # 116|名: the line is closed up a little instead
    ("党" * 25 + "116名干部" + "建" * 20, 29, 29),
    ("党" * 25 + "1000元" + "建" * 20, 30, 30),
    ("党" * 26 + "1000元" + "建" * 20, 30, 26),  # 1000|元
    ("党" * 26 + "20余家" + "建" * 20, 29, 26),  # 20余|家
    ("党" * 26 + "3万亩" + "建" * 20, 28, 29),  # 3万|亩
    ("党" * 26 + "第22期" + "建" * 20, 29, 26),  # 第22|期
    ("党" * 26 + "2—6项" + "建" * 20, 29, 26),  # 2—6|项
    ("党" * 27 + "—" + "海" * 20, 28, 28),
    ("党" * 26 + "GB/T 9704" + "建" * 20, 26, 30),  # GB/T is a little wider than two cells
    ("党" * 28 + " " + "建" * 20, 28, 28),
    ("党" * 20 + "a" * 30 + "建" * 20, 20, 20),
    ("“" + "党" * 27 + "建" * 20, 28, 28),
]


@pytest.mark.parametrize(("text", "matched", "fine"), HARD, ids=range(len(HARD)))
def test_hard_cases(text: str, matched: int, fine: int) -> None:
    assert (len(lines(text, MATCHED)[0]), len(lines(text, FINE)[0])) == (matched, fine)


# number of characters, and of those on the last line
SHORT = [
    ("党" * 57, 1, 3),
    ("党" * 28 + "。", 2, 3),
    ("党" * 28 * 4 + "建设。", 3, 3),
    ("党" * 28 * 6 + "建。", 2, 3),
]


@pytest.mark.parametrize(("text", "matched", "most"), SHORT, ids=range(len(SHORT)))
def test_a_last_line_of_one_or_two_characters_is_avoided(text: str, matched: int, most: int) -> None:
    """精细 either takes characters over to it, or closes the paragraph up so that it is not needed."""
    assert len(lines(text, MATCHED)[-1]) == matched
    last = lines(text, FINE)
    assert len(last[-1].rstrip("。")) >= most or len(last) < len(lines(text, MATCHED))


@each
def test_lines_do_not_depend_on_how_long_the_paragraph_is(rules: LineRules) -> None:
    text = "党的建设和组织工作。" * 400
    assert sum(map(len, lines(text, rules))) == 4000


@each
@given(random_text)
@settings(deadline=None, max_examples=150)
def test_no_character_is_lost_and_no_line_is_empty(rules: LineRules, text: str) -> None:
    broken = lines(text, rules)
    assert "".join("".join(broken).split()) == "".join(text.split())
    assert all(broken)


@each
@given(random_text)
@settings(deadline=None, max_examples=150)
def test_lines_begin_and_end_as_they_may(rules: LineRules, text: str) -> None:
    """Unless the line could not have ended anywhere else: a word longer than the line."""
    found = ranges(text, rules)
    for (start, stop), (after, _) in itertools.pairwise(found):
        if not _may_end(text, start, after, rules):
            continue
        before, behind = text[stop - 1], text[after]
        if after == stop:
            assert behind not in NOT_AT_LINE_START
            assert before not in NOT_AT_LINE_END
            assert before + behind not in ("——", "……")
            assert not (is_western(before) and is_western(behind))
            assert rules is MATCHED or not parts_number(text, stop)


def _may_end(text: str, start: int, stop: int, rules: LineRules) -> bool:
    """Whether a line from `start` could have ended before `stop` or there."""
    return any(
        may_break(text[at - 1], text[at]) and not (rules is FINE and parts_number(text, at))
        for at in range(start + 1, min(stop + 1, len(text)))
    )


@each
@given(random_text)
@settings(deadline=None, max_examples=150)
def test_full_lines_end_at_the_edge(rules: LineRules, text: str) -> None:
    """Lines with a gap that can be widened; white space may hang over the edge."""
    left = styles().page.left
    rows = placed(text, rules)
    for row in rows[:-1]:
        right = row[-1].x + row[-1].width - row[-1].overhang
        content = "".join(run.content for run in row)
        if any(not (is_western(a) and is_western(b)) for a, b in itertools.pairwise(content)):
            assert right == pytest.approx(left + WIDTH, abs=0.05), content
    for row in rows[-1:]:
        if row:
            assert row[-1].x + row[-1].width - row[-1].overhang <= left + WIDTH + 0.05


@given(random_text)
@settings(deadline=None, max_examples=100)
def test_fine_is_never_tighter_than_ink_allows(text: str) -> None:
    """2/1000 em of 16 pt below the grid; no gap is closed further, whatever the text."""
    for row in placed(text, FINE):
        for run in row:
            assert run.tracking >= -34.0, run


@given(random_text)
@settings(deadline=None, max_examples=60)
def test_the_same_text_has_the_same_lines(text: str) -> None:
    assert ranges(text, FINE) == ranges(text, FINE)
