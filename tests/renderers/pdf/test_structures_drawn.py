"""Tables and figures in the PDF: every character, rule and picture where Pages says."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from functools import cache

import pdfplumber
import pytest

from tests.support.everything import BLURRED, DRAWING, everything, figure, photograph, text, with_blocks
from tests.support.pdf import drawn_characters, require_pango
from tests.support.printed import ROOT, faces
from zugong.layout.sheet import Sheet
from zugong.model.styles import Role
from zugong.pictures.picture import Picture, PictureKind
from zugong.renderers import pdf
from zugong.renderers.pdf import pictures
from zugong.renderers.pdf.drawn import rule_html
from zugong.renderers.pdf.pictures import is_plain_drawing, picture_table
from zugong.renderers.pdf.press import PdfUnavailable
from zugong.typesetting.pages import PlacedRule
from zugong.typesetting.typeset import typeset


def rendered(sheet: Sheet) -> bytes:
    require_pango()
    return pdf.render(sheet, typeset(sheet, faces()))


@cache
def rendered_everything() -> bytes:
    return rendered(everything())


def test_every_character_of_a_cell_stands_where_it_was_placed() -> None:
    pages = typeset(everything(), faces())
    checked = 0
    for page, drawn in zip(pages.pages, drawn_characters(rendered_everything()), strict=True):
        at = {(one.text, round(one.x), round(one.baseline)) for one in drawn}
        for table in page.tables:
            for line in (line for cell in (*table.repeated, *table.cells) for line in cell.lines):
                first = line.runs[0]
                near = {(first.content[0], round(first.x + dx), round(line.baseline)) for dx in (-0.12, 0, 0.12)}
                assert near & at, line.content
                checked += 1
    assert checked > 100


def test_rules_and_pictures_stand_where_they_were_placed() -> None:
    pages = typeset(everything(), faces())
    with pdfplumber.open(io.BytesIO(rendered_everything())) as document:
        for page, drawn in zip(pages.pages, document.pages, strict=True):
            found = [(one["x0"], one["top"], one["width"], one["height"]) for one in (*drawn.rects, *drawn.images)]
            for rule in page.rules:
                half = rule.thickness / 2
                place = (rule.x, rule.y - half, rule.width, rule.thickness)
                if rule.vertical:
                    place = (rule.x - half, rule.y, rule.thickness, rule.width)
                assert any(one == pytest.approx(place, abs=0.01) for one in found), rule
            for picture in page.pictures:
                if picture.picture.kind is not PictureKind.SVG:
                    place = (picture.x, picture.y, picture.width, picture.height)
                    assert any(one == pytest.approx(place, abs=0.01) for one in found), picture


def test_a_vertical_rule_stands_upright() -> None:
    html = rule_html(PlacedRule(100.0, 200.0, 50.0, 1.0, "#000000", vertical=True))
    assert "top:200.000pt;left:99.500pt;width:1.000pt;height:50.000pt" in html


def test_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from tests.renderers.pdf.test_structures_drawn import *;"
        "sys.stdout.buffer.write(rendered_everything())"
    )
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout == rendered_everything()


# ---- drawings ----


def with_drawing(data: bytes) -> Sheet:
    picture = Picture(PictureKind.SVG, data, 240.0, 120.0)
    return with_blocks(text(Role.BODY, "见图。"), figure(picture, "图"), text(Role.CAPTION, "图1"))


def fonts_and_dots(content: bytes) -> tuple[set[str], int]:
    with pdfplumber.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        return {one["fontname"].partition("+")[2] for one in page.chars}, len(page.images)


def test_a_plain_drawing_stays_one_and_its_text_is_in_the_shipped_faces() -> None:
    fonts, dots = fonts_and_dots(rendered(with_drawing(DRAWING)))
    assert dots == 0
    assert "Zg-Hei" in fonts


@pytest.mark.parametrize(
    "data",
    [
        BLURRED,
        DRAWING.replace(b"<g fill", b'<g style="mix-blend-mode:multiply" fill'),
        DRAWING.replace(b"<g fill", b'<g mask="url(#m)" fill'),
        DRAWING.replace(b"<path", b"<style>path{stroke:red}</style><path"),
        DRAWING.replace(b"<path", b'<image href="data:image/png;base64,AAAA" width="1" height="1"/><path'),
    ],
    ids=["filter", "blending", "mask", "style", "image"],
)
def test_a_drawing_that_weasyprint_does_not_know_becomes_dots(data: bytes) -> None:
    assert not is_plain_drawing(data)
    fonts, dots = fonts_and_dots(rendered(with_drawing(data)))
    assert dots == 1
    assert "Zg-Hei" not in fonts


def test_what_other_programs_leave_in_a_drawing_does_no_harm() -> None:
    remarks = b'<metadata/><x:view xmlns:x="urn:x" filter="none"/><title>t</title>'
    assert is_plain_drawing(DRAWING.replace(b"<rect", remarks + b"<rect", 1))


def test_a_drawing_that_fails_becomes_dots(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint says so in its log only."""
    from weasyprint.svg import SVG

    def fail(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(SVG, "draw", fail)
    assert fonts_and_dots(rendered(with_drawing(DRAWING)))[1] == 1


def test_a_picture_that_cannot_be_drawn_at_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures.PictureFile, "content", lambda *_, **__: (b"no picture", "image/png"))
    with pytest.raises(PdfUnavailable, match="图片画不出来"):
        rendered(with_drawing(DRAWING))


def test_a_picture_that_is_printed_twice_is_there_once() -> None:
    sheet = with_blocks(*(figure(photograph(), "图") for _ in range(2)))
    table = picture_table(typeset(sheet, faces()))
    assert list(table.files) == ["zugong-picture:0"]
    assert rendered(sheet).count(b"/Subtype /Image") == 1
