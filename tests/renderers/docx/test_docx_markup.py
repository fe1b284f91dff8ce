"""What text becomes in a part: nothing an editor can write breaks the XML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.renderers.docx.sample import HEAD, block, part, read_back, rendered, sheet
from zugong.model.styles import Role
from zugong.renderers.docx.markup import element, text
from zugong.renderers.docx.runs import run_text

ILLEGAL = [*map(chr, range(9)), "\x0b", "\x0c", *map(chr, range(14, 32)), "\ud800", "\udfff", "\ufffe", "\uffff"]
ANYTHING = st.text(st.characters() | st.sampled_from(ILLEGAL) | st.sampled_from("<>&\"'\t\r\n 　]"))


def legal(content: str) -> str:
    return "".join("\ufffd" if one in ILLEGAL or "\ud800" <= one <= "\udfff" else one for one in content)


@given(ANYTHING)
def test_an_attribute_comes_back_as_it_was(content: str) -> None:
    assert etree.fromstring(element("a", value=content)).get("value") == legal(content)


@given(ANYTHING)
def test_text_comes_back_as_it_was(content: str) -> None:
    inside = text(content).replace("w:t", "t")
    assert (etree.fromstring(inside).text or "") == legal(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ""),
        ("甲 乙", "<w:t>甲 乙</w:t>"),
        ("甲　", '<w:t xml:space="preserve">甲　</w:t>'),
        ("<b>&amp;", "<w:t>&lt;b&gt;&amp;amp;</w:t>"),
        ("甲\t\t乙\n", "<w:t>甲</w:t><w:tab/><w:tab/><w:t>乙</w:t><w:br/>"),
        ("甲\x0b乙", "<w:t>甲\ufffd乙</w:t>"),
    ],
)
def test_the_text_of_a_run(content: str, expected: str) -> None:
    assert run_text(content) == expected


def test_a_document_holds_what_no_xml_can_as_a_sign_that_it_was_there() -> None:
    package = rendered(sheet((*HEAD, block(Role.BODY, 'a\x01b</w:t>&#x1;<!-- "]]>'))))
    assert read_back(package)[-1] == 'a\ufffdb</w:t>&#x1;<!-- "]]>'
    assert "<!--" not in part(package, "word/document.xml")
