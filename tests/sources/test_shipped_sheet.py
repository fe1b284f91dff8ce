"""The prepared sheet is the shipped one, and steps aside where that was changed."""

import shutil
import subprocess
import sys

import pytest

from tests.support.printed import ROOT
from zugong.resources import template_dir
from zugong.sources import styles
from zugong.sources.sheet import read_shipped
from zugong.sources.shipped_sheet import STYLES
from zugong.sources.styles import NAME, read_styles


@pytest.fixture
def templates(tmp_path, monkeypatch):
    """A copy of the shipped templates in place of them."""
    folder = tmp_path / "templates"
    shutil.copytree(template_dir(), folder)
    monkeypatch.setattr(styles, "template_dir", lambda: folder)
    monkeypatch.setattr("zugong.sources.sheet.template_dir", lambda: folder)
    return folder


def test_it_is_what_the_sheet_says():
    assert read_shipped().value == STYLES
    assert read_shipped().problems == ()


def test_it_is_what_the_tool_makes():
    made = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_shipped_sheet.py"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    file = ROOT / "zugong" / "sources" / "shipped_sheet.py"
    assert made.stdout == file.read_text(encoding="utf-8"), "run tools/make_shipped_sheet.py"


def test_the_yaml_is_not_read_while_it_is_as_shipped(tmp_path, templates, monkeypatch):
    monkeypatch.setattr("zugong.sources.sheet.read_yaml", None)
    assert read_styles(tmp_path).value is STYLES
    sheet = templates / NAME
    sheet.write_bytes(sheet.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert read_styles(tmp_path).value is STYLES


def test_a_changed_one_is_read(tmp_path, templates):
    sheet = templates / NAME
    text = sheet.read_text(encoding="utf-8")
    assert "行数: 22" in text
    sheet.write_text(text.replace("行数: 22", "行数: 21"), encoding="utf-8")
    assert read_styles(tmp_path).value.page.lines == 21


def test_a_missing_one_is_told(tmp_path, templates):
    (templates / NAME).unlink()
    found = read_styles(tmp_path)
    assert found.value is None
    assert found.problems
