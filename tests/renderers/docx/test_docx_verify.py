"""Each fault is seen in a package that was broken by hand."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.renderers.docx.sample import block, changed, rendered, sheet
from tests.renderers.docx.structured import COLOPHON_MANY, REPORT
from tests.support.docx_faults import Fault
from tests.support.docx_verify import faults
from tests.support.printed import ISSUE_22, pages_of, sheet_of
from zugong.model.styles import Role
from zugong.renderers import docx
from zugong.renderers.docx.archive import zipped

DOCUMENT, STYLES, FONTS = "word/document.xml", "word/styles.xml", "word/fontTable.xml"

BROKEN = {
    "a link to nowhere": (DOCUMENT, 'w:anchor="_item_001"', 'w:anchor="_gone"', {("dead-bookmark", "_gone")}),
    "a field to nowhere": (DOCUMENT, "PAGEREF _item_001", "PAGEREF _gone", {("dead-bookmark", "_gone")}),
    "a field without end": (
        DOCUMENT,
        '<w:fldChar w:fldCharType="end"/>',
        "",
        {("unclosed-field", "separate without end")},
    ),
    "an end without field": (
        DOCUMENT,
        '<w:fldChar w:fldCharType="begin"/>',
        "",
        {("unclosed-field", "separate without begin"), ("unclosed-field", "end without begin")},
    ),
    "a jinja mark": (DOCUMENT, "领导批示：", "{{ note }}", {("template-mark", "{{ note }}")}),
    "a brace mark": (DOCUMENT, "领导批示：", "第{期号}期", {("template-mark", "{期号}")}),
    "a face not in the table": (FONTS, 'w:name="黑体"', 'w:name="白体"', {("undeclared-font", "黑体")}),
    "a style that is not there": (DOCUMENT, 'w:val="ZgTitle"', 'w:val="ZgNone"', {("undefined-style", "ZgNone")}),
    "a parent that is not there": (
        STYLES,
        '<w:basedOn w:val="a"/>',
        '<w:basedOn w:val="z"/>',
        {("undefined-style", "z")},
    ),
    "two styles of one id": (
        STYLES,
        'w:styleId="ZgNumber"',
        'w:styleId="ZgTitle"',
        {("duplicate-id", "style styleId ZgTitle"), ("undefined-style", "ZgNumber")},
    ),
    "two bookmarks of one name": (
        DOCUMENT,
        'w:name="_item_002"',
        'w:name="_item_001"',
        {("duplicate-id", "bookmarkStart name _item_001"), ("dead-bookmark", "_item_002")},
    ),
}


@pytest.fixture(scope="module")
def sound() -> bytes:
    return docx.render(sheet_of(ISSUE_22), pages_of(ISSUE_22))


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_seen(name: str, sound: bytes) -> None:
    part, before, after, expected = BROKEN[name]
    assert {(fault.rule, fault.detail) for fault in faults(changed(sound, part, before, after))} == expected


def test_a_bookmark_without_end_is_seen() -> None:
    broken = changed(rendered(sheet()), DOCUMENT, '<w:bookmarkEnd w:id="12"/>', "")
    assert faults(broken) == (Fault("unclosed-bookmark", DOCUMENT, "12"),)


def test_marks_that_an_editor_wrote_are_seen_too() -> None:
    """A text may hold braces; that is why this check belongs to the tests and stops no build."""
    assert [fault.detail for fault in faults(rendered(sheet((block(Role.BODY, "{{期号}}"),))))] == ["{{期号}}"]


RELATIONS = "word/_rels/document.xml.rels"
STRUCTURES = {
    "a picture that is not there": (
        RELATIONS,
        "media/picture1.png",
        "media/gone.png",
        {("missing-part", "word/media/gone.png")},
    ),
    "a picture without relationship": (DOCUMENT, 'r:embed="', 'r:embed="x', None),
    "two drawings of one id": (DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="1"', {("duplicate-id", "docPr id 1")}),
    "a merge under nothing": (
        DOCUMENT,
        '<w:vMerge w:val="restart"/>',
        "",
        {("uneven-table", "table 2 row 2 merge")},
    ),
    "a span too wide": (
        DOCUMENT,
        '<w:gridSpan w:val="2"/>',
        '<w:gridSpan w:val="3"/>',
        {("uneven-table", "table 1 row 26 columns"), ("uneven-table", "table 1 row 26 width")},
    ),
}


@pytest.fixture(scope="module")
def report() -> bytes:
    return rendered(sheet((*REPORT, COLOPHON_MANY)))


@pytest.mark.parametrize("name", STRUCTURES)
def test_a_fault_of_tables_and_pictures_is_seen(name: str, report: bytes) -> None:
    part, before, after, expected = STRUCTURES[name]
    found = {(fault.rule, fault.detail) for fault in faults(changed(report, part, before, after))}
    assert found == expected if expected else {rule for rule, _ in found} == {"missing-part"}


def test_a_picture_that_is_none_is_seen(report: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    broken = zipped(parts | {"word/media/picture1.png": b"GIF89a"})
    assert faults(broken) == (Fault("missing-part", "word/media/picture1.png", "no picture"),)
