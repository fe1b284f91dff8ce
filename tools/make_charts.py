"""Draws the charts of examples/ as PNG, with the shipped faces, so that they look alike on every machine.

Run it after a change of the figures below: `python tools/make_charts.py` (needs the test extra, which brings Pillow).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
_FACE = ROOT / "zugong" / "fonts" / "ofl" / "ZgHei.ttf"
_INK, _GREY, _RULE = "#333333", "#777777", "#d8d8d8"
_OLD, _NEW = "#b9cde5", "#c0392b"
_FINE = 3
"drawn so many times too large and then made smaller: smooth edges"


@dataclass(frozen=True, slots=True)
class Series:
    """The columns of one colour."""

    name: str
    colour: str
    values: tuple[float, ...]


LOANS = (
    Series("2024年", _OLD, (2.7, 3.1, 2.8, 2.8, 2.9, 3.1, 4.2, 4.4, 3.1, 3.0, 3.0, 3.1)),
    Series("2025年", _NEW, (3.6, 4.4, 3.9, 3.8, 4.0, 4.3, 5.9, 6.0, 4.2, 4.1, 4.1, 4.3)),
)
"万册次 a month; the sums are those of the table in the same report"

SOURCES = (("巡查采集", 1492, "#1f4e79"), ("群众上报", 621, "#2e75b6"), ("视频识别", 373, "#9dc3e6"))
"cases by source"


def main() -> None:
    """Writes both charts beside the issues that print them."""
    months = tuple(f"{month}月" for month in range(1, 13))
    _save(columns(LOANS, months, "万册次", top=7), ROOT / "examples/专报/issues/2026/专报5/图片/借阅量.png")
    _save(bars(SOURCES), ROOT / "examples/运行月报/issues/2026/9/图片/来源.png")


def columns(series: tuple[Series, ...], names: tuple[str, ...], unit: str, *, top: int) -> Image.Image:
    """A chart of columns, month by month."""
    picture, draw = _canvas(1480, 620)
    left, right, upper, lower = 90, 1450, 90, 550
    height = lower - upper
    for mark in range(top + 1):
        y = lower - height * mark / top
        _line(draw, (left, y, right, y), _INK if mark == 0 else _RULE)
        _text(draw, (left - 16, y), str(mark), _GREY, "rm")
    _text(draw, (left - 60, 40), unit, _GREY, "lm")
    step = (right - left) / len(names)
    width = step * 0.34
    for at, name in enumerate(names):
        middle = left + step * (at + 0.5)
        _text(draw, (middle, lower + 34), name, _INK, "mm")
        for which, one in enumerate(series):
            x = middle + (which - len(series) / 2) * width
            _box(draw, (x, lower - height * one.values[at] / top, x + width * 0.94, lower), one.colour)
    for which, one in enumerate(series):
        x = right - 300 + which * 160
        _box(draw, (x, 28, x + 26, 52), one.colour)
        _text(draw, (x + 38, 40), one.name, _INK, "lm")
    return picture


def bars(parts: tuple[tuple[str, int, str], ...]) -> Image.Image:
    """A chart of bars with their shares."""
    picture, draw = _canvas(1100, 330)
    whole, most = sum(value for _, value, _ in parts), max(value for _, value, _ in parts)
    for at, (name, value, colour) in enumerate(parts):
        y = 65 + at * 100
        _text(draw, (150, y), name, _INK, "rm")
        end = 175 + 640 * value / most
        _box(draw, (175, y - 27, end, y + 27), colour)
        _text(draw, (end + 18, y), f"{value}件，{value / whole:.1%}", _INK, "lm")
    _line(draw, (175, 20, 175, 310), _INK)
    return picture


def _canvas(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (width * _FINE, height * _FINE), "white")
    return picture, ImageDraw.Draw(picture)


def _scaled(places: tuple[float, ...]) -> tuple[int, ...]:
    return tuple(round(place * _FINE) for place in places)


def _box(draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], colour: str) -> None:
    draw.rectangle(_scaled(box), fill=colour)


def _line(draw: ImageDraw.ImageDraw, line: tuple[float, float, float, float], colour: str) -> None:
    draw.line(_scaled(line), fill=colour, width=_FINE * 2)


def _text(draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, colour: str, anchor: str) -> None:
    font = ImageFont.truetype(str(_FACE), 30 * _FINE)
    draw.text(_scaled(at), text, fill=colour, font=font, anchor=anchor)


def _save(picture: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    small = picture.resize((picture.width // _FINE, picture.height // _FINE), Image.Resampling.LANCZOS)
    small.convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(path, optimize=True)
    print(path.relative_to(ROOT), path.stat().st_size)


if __name__ == "__main__":
    main()
