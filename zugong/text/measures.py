"""Lengths as people of the trade write them: 37mm, 16pt, 三号."""

from __future__ import annotations

from zugong.text.patterns import Pattern

POINTS_PER_MM = 72 / 25.4

NAMED_SIZES = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5.0,
}
"""字号 in points, as Word and WPS have them."""

UNITS = {
    "mm": POINTS_PER_MM,
    "cm": 10 * POINTS_PER_MM,
    "pt": 1.0,
    "毫米": POINTS_PER_MM,
    "厘米": 10 * POINTS_PER_MM,
    "磅": 1.0,
}
"""Units of length in points."""

_LENGTH = Pattern(r"(\d{1,6}(?:\.\d{1,6})?)\s*(mm|cm|pt|毫米|厘米|磅)")


def length(text: str) -> float | None:
    """A length in points; None when the text is none. Numbers must carry their unit."""
    if text in NAMED_SIZES:
        return NAMED_SIZES[text]
    if text == "0":
        return 0.0
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * UNITS[found[2]] if found else None


def mm(points: float) -> float:
    """Points as millimetres."""
    return points / POINTS_PER_MM
