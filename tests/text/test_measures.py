"""Lengths as people of the trade write them."""

import pytest

from zugong.text.measures import length, mm


@pytest.mark.parametrize(
    ("text", "points"),
    [("三号", 16.0), ("小四", 12.0), ("16pt", 16.0), ("10磅", 10.0), ("25.4mm", 72.0), ("2.54 cm", 72.0), ("0", 0.0)],
)
def test_lengths(text: str, points: float) -> None:
    assert length(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["", "16", "-3mm", "三十号", "1e3mm", "3 英寸", "nan", "9999999mm"])
def test_what_is_no_length_is_none(text: str) -> None:
    assert length(text) is None


def test_points_as_millimetres() -> None:
    assert mm(72) == pytest.approx(25.4)
