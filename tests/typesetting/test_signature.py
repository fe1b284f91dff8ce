"""落款: never without lines of text on its page, and never apart from itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.printed import faces
from tests.support.rule_sets import THREE_LINES, paragraph, run, sheet, text_of_lines
from zugong.layout.sheet import Block
from zugong.model.styles import Role
from zugong.typesetting.pages import Page, Pages
from zugong.typesetting.typeset import typeset

UNIT = Block(Role.SIGN_OFF, (run("某县图书馆"),), keep=True)
DAY = Block(Role.SIGN_OFF, (run("二〇二六年八月一日"),), close=True)


def signed(lines: int, *, colophon: bool = True) -> Pages:
    blocks = (paragraph(text_of_lines(lines)), UNIT, DAY)
    return typeset(sheet(*blocks, *((THREE_LINES,) if colophon else ())), faces())


def roles(page: Page) -> list[Role]:
    return [fragment.role for fragment in page.fragments]


@pytest.mark.parametrize("lines", range(3, 48))
@pytest.mark.parametrize("colophon", [True, False])
def test_a_signature_has_company(lines: int, colophon: bool) -> None:
    pages = signed(lines, colophon=colophon)
    (at,) = {page.number for page in pages.pages if Role.SIGN_OFF in roles(page)}
    page = pages.pages[at - 1]
    body = [line for fragment in page.fragments if fragment.role is Role.BODY for line in fragment.lines]
    assert len(body) >= (2 if colophon else 1), "此页无正文"
    assert sum(role is Role.SIGN_OFF for role in roles(page)) == 2
    text = "".join(
        line.content for one in pages.pages for f in one.fragments if f.role is Role.BODY for line in f.lines
    )
    assert text == text_of_lines(lines)


def test_lines_that_were_pulled_over_are_told_to_the_docx() -> None:
    """22 lines fill the page; a row is left empty above the signature."""
    pages = signed(22)
    assert pages.pulled == (1,)
    assert [page.filled_rows for page in pages.pages] == [20, 5]
    assert signed(15).pulled == ()


def test_one_line_has_nothing_to_give() -> None:
    blocks = (paragraph("党" * 20), *[replace(UNIT, keep=False)] * 22)
    assert typeset(sheet(*blocks), faces()).pulled == ()


def test_a_signature_longer_than_a_page_is_printed_all_the_same() -> None:
    pages = typeset(sheet(paragraph(text_of_lines(3)), *[UNIT] * 60), faces())
    assert len(pages.pages) <= 7
