"""The prepared pages are what the shipped templates make, and step aside where those were changed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from tests.support.everything import everything, text, with_blocks
from tests.support.pdf import require_pango
from tests.support.printed import ROOT, faces
from zugong.layout.sheet import Sheet
from zugong.model.styles import Role
from zugong.renderers.pdf.markup import markup
from zugong.templating import render_template
from zugong.typesetting.typeset import typeset

ODD = with_blocks(text(Role.TITLE, "甲<b>&\"'乙"), text(Role.BODY, "{{ 7 * 7 }}"))


@pytest.mark.parametrize("sheet", [everything(), ODD], ids=["everything", "odd"])
def test_they_are_what_jinja_makes(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = typeset(sheet, faces())
    prepared = markup(sheet, pages).html

    def by_jinja(values: Mapping[str, Any], _own: object) -> str:
        return render_template("pages.html", values)

    monkeypatch.setattr(sys.modules["zugong.renderers.pdf.markup"], "_rendered", by_jinja)
    assert prepared == markup(sheet, pages).html


def test_they_are_what_the_tool_makes() -> None:
    made = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_shipped_pages.py"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    file = ROOT / "zugong" / "renderers" / "pdf" / "shipped_pages.py"
    assert made.stdout == file.read_text(encoding="utf-8"), "run tools/make_shipped_pages.py"


def test_changed_templates_are_left_to_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    module = sys.modules["zugong.renderers.pdf.markup"]
    monkeypatch.setattr(module, "shipped_digest", lambda: "another")
    monkeypatch.setattr(module, "render_template", lambda *given: asked.append(given) or render_template(*given))
    markup(ODD, typeset(ODD, faces()))
    assert len(asked) == 1


def test_a_press_needs_no_jinja() -> None:
    require_pango()
    code = (
        "import sys\nfrom tests.renderers.pdf.test_shipped_pages import *\nfrom zugong.renderers import pdf\n"
        "pdf.render(ODD, typeset(ODD, faces()))\nprint('jinja2' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
