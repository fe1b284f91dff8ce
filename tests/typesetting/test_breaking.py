"""Greedy lines on the 28-character grid."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.printed import faces, styles
from zugong.model.styles import Accent, Role
from zugong.text.punctuation import NOT_AT_LINE_END, NOT_AT_LINE_START, is_western
from zugong.typesetting.breaking import break_lines
from zugong.typesetting.cells import Cell, cell_of

TRACKING = styles().tracking(Role.BODY)
WIDTH = styles().page.type_width


def cells(text: str) -> tuple[Cell, ...]:
    return tuple(cell_of(character, "仿宋", 16.0, Accent.PLAIN, faces()) for character in text)


def lines(text: str) -> list[str]:
    return [text[start:stop] for start, stop in break_lines(cells(text), WIDTH, WIDTH, TRACKING)]


def test_the_grid_holds_28_characters() -> None:
    """One step of a DOCX (1/20 pt) closer than they need, for lines in which LibreOffice leaves one out."""
    assert TRACKING == -0.30
    assert 28 * 16 + 27 * (TRACKING + 0.05) < WIDTH < 28 * 16 + 28 * (TRACKING + 0.10)
    assert [len(line) for line in lines("党" * 70)] == [28, 28, 14]


def test_the_first_line_holds_two_less() -> None:
    character = styles().character(Role.BODY)
    ranges = break_lines(cells("党" * 60), WIDTH - 2 * character, WIDTH, TRACKING)
    assert [stop - start for start, stop in ranges] == [26, 28, 6]


def test_a_full_line_does_not_count_on_tracking_where_the_script_changes() -> None:
    """LibreOffice 7.4 leaves it out there; the spare step pays for a few numbers in a line, not for many."""
    few, many = "党" * 12 + "12" + "建" * 40, "12党" * 9 + "建" * 40
    assert len(lines(few)[0]) == 27 + 2
    whole = sum(cell.advance for cell in cells(many[: 27 + 10])) + 36 * TRACKING
    assert whole < WIDTH < whole - 17 * TRACKING
    assert len(lines(many)[0]) == 27 + 9


HARD = [
    # what would begin or end a line wrongly, and where the line ends instead
    ("党" * 28 + "，" + "建" * 9, 27),
    ("党" * 27 + "”。" + "建" * 9, 26),
    ("党" * 26 + "建”。”" + "建" * 9, 26),
    ("党" * 27 + "“" + "建" * 9, 27),
    ("党" * 26 + "（“" + "建" * 9, 26),
    ("党" * 27 + "——" + "建" * 9, 26),
    ("党" * 26 + "……" + "建" * 9, 28),
    ("党" * 27 + "12345" + "建" * 9, 27),
    ("党" * 26 + "98%" + "建" * 9, 29),
    ("党" * 27 + "—" + "海" * 9, 28),
    ("党" * 28 + " " + "建" * 9, 28),
]


@pytest.mark.parametrize(("text", "first"), HARD)
def test_hard_cases(text: str, first: int) -> None:
    assert len(lines(text)[0]) == first


def test_a_word_longer_than_the_line_is_cut_where_the_line_is_full() -> None:
    broken = lines("http" + "a" * 200)
    assert "".join(broken) == "http" + "a" * 200
    assert len(broken) > 2


def test_marks_without_end_do_not_hang() -> None:
    assert "".join(lines("“" * 3000)) == "“" * 3000


REPERTOIRE = st.text(
    st.sampled_from("党建工作一二三，。、；：？！“”‘’（）《》—…·～%℃0123456789abcXYZ -+./²△"), max_size=160
)


@given(REPERTOIRE)
def test_no_character_is_lost_and_no_line_is_empty(text: str) -> None:
    broken = lines(text)
    assert "".join("".join(broken).split()) == "".join(text.split())
    assert all(broken)


@given(REPERTOIRE)
def test_lines_begin_and_end_as_they_may(text: str) -> None:
    broken = lines(text)
    for before, after in itertools.pairwise(broken):
        if _any_break(before + after[:1]):
            assert after[0] not in NOT_AT_LINE_START
            assert before[-1] not in NOT_AT_LINE_END
            assert not (is_western(before[-1]) and is_western(after[0])) or text.find(before + after) < 0


def _any_break(text: str) -> bool:
    """Whether the line could have ended anywhere: if not, it is cut where it is full."""
    from zugong.text.punctuation import may_break

    return any(may_break(a, b) for a, b in itertools.pairwise(text))
