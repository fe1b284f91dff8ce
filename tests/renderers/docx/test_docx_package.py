"""The package: valid, small, and the same bytes everywhere."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import FileFormat, OpenXmlValidator

from tests.renderers.docx.sample import HEAD, ending, rendered, sheet, titled
from tests.renderers.docx.structured import COLOPHON_MANY, REPORT
from tests.support.docx_verify import faults
from tests.support.printed import ISSUE_22, ISSUE_23, ROOT, pages_of, sheet_of
from zugong.layout.sheet import PageTurn
from zugong.renderers import docx

PACKAGES = {
    "第22期": lambda: docx.render(sheet_of(ISSUE_22), pages_of(ISSUE_22)),
    "第23期": lambda: docx.render(sheet_of(ISSUE_23), pages_of(ISSUE_23)),
    "draft": lambda: rendered(sheet(draft_mark="草稿")),
    "long title": lambda: rendered(titled("某某省某某市组工信息")),
    "carried end": lambda: rendered(ending(20)),
    "report": lambda: rendered(sheet((*REPORT, COLOPHON_MANY))),
    "blank last page": lambda: rendered(replace(sheet((*HEAD, PageTurn(), *REPORT[10:])), even_pages=True)),
}
SCRIPT = """
import sys
from tests.support.printed import ISSUE_22, pages_of, sheet_of
from zugong.layout.sheet import PageTurn
from zugong.renderers import docx
sys.stdout.buffer.write(docx.render(sheet_of(ISSUE_22), pages_of(ISSUE_22)))
brought = {"docx", "lxml", "xml", "http"} & set(sys.modules)
assert not brought, f"they take longer to import than the whole document to write: {brought}"
"""


@pytest.mark.parametrize("name", PACKAGES)
def test_the_package_is_valid(name: str, tmp_path: Path) -> None:
    package = PACKAGES[name]()
    path = tmp_path / "a.docx"
    path.write_bytes(package)
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors == []
    assert check(str(path)) == []
    assert faults(package) == ()
    assert len(package) < 20_000


def test_validators_see_a_broken_package(tmp_path: Path) -> None:
    from tests.renderers.docx.sample import changed

    path = tmp_path / "a.docx"
    path.write_bytes(changed(rendered(sheet()), "word/document.xml", "<w:gridCol ", "<w:gridCal "))
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors
    assert check(str(path))


def test_tables_and_pictures_are_the_same_bytes_too() -> None:
    assert PACKAGES["report"]() == PACKAGES["report"]()
    with zipfile.ZipFile(io.BytesIO(PACKAGES["report"]())) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_two_processes_write_the_same_bytes() -> None:
    variations = ({"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"}, {"TZ": "America/New_York", "PYTHONHASHSEED": "2"})
    written = [
        subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, env=os.environ | one, capture_output=True, check=True)
        for one in variations
    ]
    assert len({hashlib.sha256(one.stdout).hexdigest() for one in written}) == 1
    assert written[0].stdout == PACKAGES["第22期"]()


def test_parts_have_a_fixed_order_and_no_date() -> None:
    with zipfile.ZipFile(io.BytesIO(PACKAGES["第22期"]())) as archive:
        entries = archive.infolist()
    assert [one.filename for one in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert {(one.date_time, one.create_system) for one in entries} == {((1980, 1, 1, 0, 0, 0), 3)}
