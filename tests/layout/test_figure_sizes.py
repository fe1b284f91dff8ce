"""Figures never tear apart what belongs to them, and never leave the type area."""

from __future__ import annotations

import pytest

from tests.support.printed import faces, styles
from tests.support.rule_sets import paragraph, sheet
from zugong.layout.figure_sizes import fitting
from zugong.layout.sheet import FigureBlock, SheetBlock
from zugong.model.styles import Role
from zugong.pictures.picture import Picture, PictureKind
from zugong.typesetting.typeset import typeset

PAGE = styles().page
HEADING, CAPTION = paragraph("一、基本情况", Role.HEADING_1), paragraph("图1　基本情况", Role.CAPTION)


def figure(width: float, height: float) -> FigureBlock:
    return FigureBlock(Picture(PictureKind.PNG, b"", width, height), width, height, "图", has_caption=True)


def size(*blocks: SheetBlock) -> tuple[float, float]:
    (found,) = [one for one in fitting(blocks, styles()) if isinstance(one, FigureBlock)]
    return found.width, found.height


def test_a_small_figure_stays_as_it_is() -> None:
    assert size(figure(200, 100)) == (200, 100)


def test_a_wide_one_has_the_width_of_the_type_area() -> None:
    assert size(figure(4 * PAGE.type_width, PAGE.type_width)) == pytest.approx((PAGE.type_width, PAGE.type_width / 4))


@pytest.mark.parametrize(
    ("above", "below", "rows"),
    [
        ((), (), 22),
        ((), (CAPTION,), 21),
        ((HEADING,), (CAPTION,), 20),
        ((paragraph("正文。"), HEADING, HEADING), (CAPTION,), 19),
        ((HEADING,), (paragraph("长" * 62, Role.CAPTION),), 19),
        ((HEADING, paragraph("正文。")), (), 22),
        ((HEADING,) * 30, (), 11),
    ],
)
def test_a_high_one_leaves_room_for_headings_and_caption(above, below, rows) -> None:
    width, height = size(*above, figure(100, 5000), *below)
    assert rows * PAGE.line_pitch - 10 < height <= rows * PAGE.line_pitch
    assert width == pytest.approx(height / 50)


def test_heading_figure_and_caption_stand_on_one_page() -> None:
    blocks = fitting((paragraph("正文。"), HEADING, figure(100, 5000), paragraph("长" * 62, Role.CAPTION)), styles())
    pages = typeset(sheet(*blocks), faces()).pages
    assert [[one.role for one in page.fragments] for page in pages] == [
        [Role.BODY],
        [Role.HEADING_1, Role.CAPTION],
    ]
    assert [len(page.pictures) for page in pages] == [0, 1]
