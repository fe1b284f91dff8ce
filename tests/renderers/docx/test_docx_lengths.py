"""No own sheet.yaml makes a length that WordprocessingML does not know, and no comment doubles a text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from tests.renderers.docx.sample import BLOCKS, W, block, part, rendered, sheet
from tests.support.printed import styles
from zugong.model.style_parts import RuleStyle
from zugong.model.styles import Role, Styles
from zugong.renderers.docx.comments import Comment, with_comments
from zugong.text.punctuation import is_western

_ELEMENT = re.compile(r"<w:(?:spacing|pgMar) ([^>]*)>")
_UNSIGNED = re.compile(r'w:(?:before|after|header|footer)="(-?\d+)"')
_BORDER_SPACE = re.compile(r'<w:(?:top|bottom) [^>]*?w:space="(\d+)"')


def with_style(role: Role, **changes: object) -> Styles:
    """The shipped styles with one kind of paragraph changed."""
    made = styles()
    paragraphs = tuple((one, replace(style, **changes) if one is role else style) for one, style in made.paragraphs)
    return replace(made, paragraphs=paragraphs)


RULE = RuleStyle(1.0, "#000000")
SHEETS = {
    "large colophon": with_style(Role.COLOPHON, size=22.0),
    "larger colophon": with_style(Role.COLOPHON, size=26.0),
    "rule far below": with_style(Role.NUMBER, rows=4, size=10.5, rule_below=RULE),
    "rule very far below": with_style(Role.TITLE, rows=20, rule_below=RULE),
    "large draft mark": with_style(Role.DRAFT, size=100.0),
    "low folio": replace(styles(), folio_drop=95.0),
}


@pytest.mark.parametrize("name", SHEETS)
def test_lengths_are_within_their_limits(name: str) -> None:
    package = rendered(replace(sheet(draft_mark="草稿"), styles=SHEETS[name]))
    markup = part(package, "word/document.xml") + part(package, "word/styles.xml")
    found = [int(one) for attributes in _ELEMENT.findall(markup) for one in _UNSIGNED.findall(attributes)]
    assert found and min(found) >= 0
    assert all(int(space) <= 31 for space in _BORDER_SPACE.findall(markup))


def test_a_comment_inside_a_run_of_several_texts_doubles_nothing() -> None:
    package = rendered(sheet((*BLOCKS[:-1], block(Role.BODY, "甲乙\t丙丁戊"), BLOCKS[-1])))
    commented = with_comments(package, [Comment("甲乙丙丁戊", 3, 1, "改")])
    root = etree.fromstring(part(commented, "word/document.xml").encode())
    paragraph = next(one for one in root.iter(f"{W}p") if one.find(f".//{W}commentRangeStart") is not None)
    said = "".join("\t" if one.tag == f"{W}tab" else one.text for one in paragraph.iter(f"{W}t", f"{W}tab"))
    assert said == "甲乙\t丙丁戊"


def test_nothing_from_the_ideographic_space_on_is_western() -> None:
    """runs.py looks no further: a sign beyond it that is set in the Latin face would get no hint."""
    assert not any(map(is_western, map(chr, range(0x3000, 0x110000))))
