"""落款 with the lines that keep it company, as LibreOffice turns the pages."""

from __future__ import annotations

from tests.support.in_office import printed_all
from tests.support.pdf import drawn_characters
from tests.support.printed import faces
from tests.support.rule_sets import THREE_LINES, paragraph, run, sheet, text_of_lines
from zugong.layout.sheet import Block, Sheet
from zugong.model.styles import Role
from zugong.renderers import docx
from zugong.typesetting.pages import Pages
from zugong.typesetting.typeset import typeset

UNIT = Block(Role.SIGN_OFF, (run("某县图书馆"),), keep=True)
DAY = Block(Role.SIGN_OFF, (run("二〇二六年八月一日"),), close=True)
LINES = (15, *range(18, 26), 41, 42, 43, 44)
"of text before the signature: it turns the page with none, one or two of them, or they with the colophon"


def signed(lines: int) -> Sheet:
    return sheet(paragraph(text_of_lines(lines)), UNIT, DAY, THREE_LINES)


def counted(pages: Pages) -> list[int]:
    """Characters of the text on each page."""
    return [sum(line.content.count("党") for one in page.fragments for line in one.lines) for page in pages.pages]


def test_pages_turn_alike() -> None:
    sheets = [signed(lines) for lines in LINES]
    placed = [typeset(one, faces()) for one in sheets]
    printed = printed_all([docx.render(one, pages) for one, pages in zip(sheets, placed, strict=True)])
    assert sum(bool(pages.pulled) for pages in placed) >= 4
    for lines, pages, pdf in zip(LINES, placed, printed, strict=True):
        drawn = drawn_characters(pdf)
        assert [sum(one.text == "党" for one in page) for page in drawn] == counted(pages), lines
        assert [any(one.text == "〇" for one in page) for page in drawn].index(True) == len(drawn) - 1
