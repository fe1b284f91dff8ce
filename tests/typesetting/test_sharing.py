"""Marks that share a cell (标点挤压): widths in em of 16 pt."""

import pytest

from tests.support.lines import cells
from zugong.model.styles import LineRules
from zugong.typesetting.setting import natural_width

WIDTHS = [
    ("党建", 2.0),
    ("建，党", 3.0),  # a mark between 汉字 keeps its cell
    ("”，", 1.5),
    ("。”", 1.5),
    ("）、", 1.5),
    ("：“", 1.5),
    ("，“", 1.5),
    ("“‘", 1.5),
    ("”。（", 2.0),
    ("。’”", 2.0),
    ("？”", 1.75),  # ？ stands in the middle of its cell
    ("——", 2.0),
    ("……。", 3.0),
]


@pytest.mark.parametrize(("text", "ems"), WIDTHS)
def test_widths(text: str, ems: float) -> None:
    assert natural_width(cells(text, LineRules.FINE), 16.0, 0.0) / 16 == pytest.approx(ems, abs=0.001)
    assert natural_width(cells(text), 16.0, 0.0) / 16 == pytest.approx(len(text), abs=0.001)


def test_the_first_mark_of_a_paragraph_keeps_its_blank() -> None:
    first, _, later, *_ = cells("“党“建", LineRules.FINE)
    assert (first.trim_before, later.trim_before) == (0.0, 8.0)
