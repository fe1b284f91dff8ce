"""The shipped faces are given to WeasyPrint with no more than what is in use, unless more may be needed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.support.everything import DRAWING, everything, figure, photograph, text, with_blocks
from tests.support.pdf import drawn_characters, require_pango
from tests.support.printed import ROOT, faces
from zugong.layout.sheet import Sheet
from zugong.model.styles import Role
from zugong.pictures.picture import Picture, PictureKind
from zugong.renderers import pdf
from zugong.renderers.pdf.archive import ColourProfile
from zugong.renderers.pdf.press import Drawing, FaceLost, Pressed
from zugong.typesetting.pages import Pages
from zugong.typesetting.typeset import typeset

PLAIN = with_blocks(text(Role.BODY, "前后abc①，又一段。"))


def drawing_of(monkeypatch: pytest.MonkeyPatch, sheet: Sheet, pages: Pages, own: Path | None = None) -> Drawing:
    """What the press is given."""
    given: list[Drawing] = []

    def taken(drawing: Drawing) -> Pressed:
        given.append(drawing)
        return Pressed(b"", ())

    monkeypatch.setattr(pdf, "press", taken)
    pdf.render(sheet, pages, own)
    return given[0]


def test_a_usual_issue_needs_no_whole_face(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = with_blocks(text(Role.BODY, "甲乙。"), figure(photograph(), "照片"))
    pared = drawing_of(monkeypatch, sheet, typeset(sheet, faces())).pared
    assert "Zg FangSong" in pared
    assert sum(map(len, pared.values())) < 50_000


def test_what_is_drawn_is_the_same_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    require_pango()
    pages = typeset(everything(), faces())
    pared = pdf.render(everything(), pages)
    monkeypatch.setattr(pdf, "_pared", lambda _: {})
    whole = pdf.render(everything(), pages)
    assert drawn_characters(pared) == drawn_characters(whole)


@pytest.mark.parametrize("case", ["a drawing", "own templates", "a character that no face has"])
def test_whole_faces_are_there_where_more_may_be_asked_for(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = with_blocks(figure(Picture(PictureKind.SVG, DRAWING, 40.0, 30.0), "图")) if case == "a drawing" else PLAIN
    pages = typeset(sheet, faces())
    if case == "own templates":
        (tmp_path / "masthead.html").write_text('{% extends "shipped/masthead.html" %}', encoding="utf-8")
    if case == "a character that no face has":
        pages = typeset(with_blocks(text(Role.BODY, "前\U000f0000后")), faces())
    assert drawing_of(monkeypatch, sheet, pages, tmp_path).pared == {}


def test_where_pango_does_not_take_them_it_is_given_the_whole_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    require_pango()
    press = sys.modules["zugong.renderers.pdf.press"]
    written, asked = press._written, []

    def lost(drawing: Drawing, files: Any, as_dots: frozenset[str]) -> bytes:
        asked.append(set(files))
        if files:
            raise FaceLost("字体 Zg Song 没有用上")
        return written(drawing, files, as_dots)

    monkeypatch.setattr(press, "_written", lost)
    made = pdf.render(PLAIN, typeset(PLAIN, faces()))
    assert made.startswith(b"%PDF-")
    assert [bool(files) for files in asked] == [True, False]


def test_the_colours_are_those_that_weasyprint_would_name() -> None:
    require_pango()
    import weasyprint
    from weasyprint.css import ColorProfile

    ours = ColourProfile(weasyprint.__file__)
    with (Path(weasyprint.__file__).parent / "pdf" / "sRGB2014.icc").open("rb") as file:
        theirs = ColorProfile(file, "", "relative-colorimetric", ours.components)
    assert ours.content == theirs.content
    assert ours.name == theirs.name  # only now: littleCMS rewrites a profile that was asked
    intent = pypdf.PdfReader(io.BytesIO(pdf.render(PLAIN, typeset(PLAIN, faces())))).root_object["/OutputIntents"][0]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_data() == ours.content


def test_blanks_between_words_are_kept_for_whoever_copies_them() -> None:
    require_pango()
    sheet = with_blocks(text(Role.BODY, "前\u3000后 a b"))
    found = pypdf.PdfReader(io.BytesIO(pdf.render(sheet, typeset(sheet, faces())))).pages[0].extract_text()
    assert "前\u3000后" in found


def test_a_drawing_after_a_usual_issue_has_the_faces_that_it_names() -> None:
    """Pango looks names up in the configuration that it was shown first, in a process that makes many issues."""
    require_pango()
    code = (
        "from tests.renderers.pdf.test_pared import *\n"
        "drawing = with_blocks(figure(Picture(PictureKind.SVG, DRAWING, 40.0, 30.0), '图'))\n"
        "pdf.render(PLAIN, typeset(PLAIN, faces()))\nmade = pdf.render(drawing, typeset(drawing, faces()))\n"
        "print({one.font for one in drawn_characters(made)[0]})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert "Zg Hei" in run.stdout
