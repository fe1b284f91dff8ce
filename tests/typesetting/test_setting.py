"""Placed runs: justified, centred, fitted; in points."""

import pytest

from tests.support.printed import faces, styles
from zugong.model.styles import Accent, Align
from zugong.typesetting.cells import cell_of
from zugong.typesetting.pages import PlacedRun
from zugong.typesetting.setting import Measure, set_line, shrunk

WIDTH = styles().page.type_width


def placed(text: str, align: Align, *, last: bool = False, size: float = 16.0) -> tuple[PlacedRun, ...]:
    cells = tuple(cell_of(character, "仿宋", size, Accent.PLAIN, faces()) for character in text)
    return set_line(cells, Measure(79.37, WIDTH, align, size, "#000000", -16), last=last)


def right_edge(runs: tuple[PlacedRun, ...]) -> float:
    return runs[-1].x + runs[-1].width


@pytest.mark.parametrize(
    "text", ["党" * 28, "党" * 27, "党建" * 12 + "2023年", "按“无组织抓组建、有组织抓规范”原则，着力推动ABC覆"]
)
def test_full_lines_end_at_the_edge_of_the_type_area(text: str) -> None:
    assert right_edge(placed(text, Align.JUSTIFY)) == pytest.approx(79.37 + WIDTH, abs=0.3)


def test_a_last_line_keeps_its_natural_width() -> None:
    assert right_edge(placed("党" * 10, Align.JUSTIFY, last=True)) == pytest.approx(79.37 + 160 - 9 * 0.256, abs=0.01)


def test_latin_words_are_not_stretched() -> None:
    runs = placed("党" * 10 + "2023" + "党" * 10, Align.JUSTIFY)
    assert [run.content for run in runs] == ["党" * 10, "2023", "党" * 10]
    assert runs[1].tracking == -16
    assert runs[0].tracking > 100


def test_centred() -> None:
    runs = placed("市内信息", Align.CENTRE)
    left, right = runs[0].x - 79.37, 79.37 + WIDTH - right_edge(runs)
    assert left == pytest.approx(right, abs=0.01)


def test_the_title_is_spread_over_the_width() -> None:
    runs = placed("安庆组工信息", Align.FIT, size=60.0)
    assert runs[0].x == pytest.approx(79.37, abs=0.3)
    assert right_edge(runs) == pytest.approx(79.37 + WIDTH, abs=0.3)


def test_a_title_too_long_is_set_in_smaller_type() -> None:
    cells = tuple(cell_of(character, "小标宋", 60.0, Accent.PLAIN, faces()) for character in "某某省某某市组工信息")
    runs = set_line(*shrunk(cells, Measure(79.37, WIDTH, Align.FIT, 60.0, "#e60012", 0)), last=False)
    assert runs[0].size == 44
    assert runs[0].tracking >= 0
    assert right_edge(runs) == pytest.approx(79.37 + WIDTH, abs=0.3)


def test_a_short_title_is_not_torn_apart() -> None:
    runs = placed("要情", Align.FIT, size=60.0)
    assert runs[0].tracking == 500
    assert runs[0].x - 79.37 == pytest.approx(79.37 + WIDTH - right_edge(runs), abs=0.01)
