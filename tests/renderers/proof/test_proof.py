"""The proof: the same page as the press draws, without Pango."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache

import pdfplumber
import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.support.examples import Example
from tests.support.pdf import Drawn, drawn_characters, lines_as_drawn, require_pango
from tests.support.printed import ISSUE_22, ISSUE_23, ROOT, pages_of, sheet_of
from tests.support.rule_sets import EVERY, file_of, on_paper
from zugong.model.issue import IssueKey
from zugong.pictures.picture import PictureKind
from zugong.renderers import pdf, proof
from zugong.typesetting.pages import PlacedPicture, PlacedRun

EACH = pytest.mark.parametrize("key", EVERY, ids=str)
Cell = tuple[int, int, int, int]
SCALE = 2

BOTH = pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)


def proofed(key: IssueKey | Example) -> bytes:
    return file_of(key, "proof")


@cache
def pressed(key: IssueKey | Example) -> bytes:
    """Without the templates of an office (examples/自定版面), which are drawn by the press alone."""
    require_pango()
    return pdf.render(on_paper(key).sheet, on_paper(key).pages, None, on_paper(key).faces)


@EACH
def test_every_character_stands_where_the_press_sets_it(key: IssueKey | Example) -> None:
    """Cells of tables too; both draw in reading order."""
    for proof_page, press_page in zip(drawn_characters(proofed(key)), drawn_characters(pressed(key)), strict=True):
        assert [one.text for one in proof_page] == [one.text for one in press_page]
        for ours, theirs in zip(proof_page, press_page, strict=True):
            # What test_press.py allows the press: its first gap differs where there is much tracking.
            tolerance = 0.4 if theirs.text == "·" or theirs.size > 30 else 0.1
            assert ours.x == pytest.approx(theirs.x, abs=tolerance), (ours, theirs)
            assert ours.baseline == pytest.approx(theirs.baseline, abs=0.01), (ours, theirs)
            assert ours.font == theirs.font
            assert ours.size == pytest.approx(theirs.size, abs=0.001)


@EACH
def test_every_run_begins_and_ends_exactly_where_pages_say(key: IssueKey | Example) -> None:
    """Nearer than the press can: letter-spacing is drawn as it was meant."""
    for page, drawn in zip(on_paper(key).pages.pages, drawn_characters(proofed(key)), strict=True):
        rest = iter(drawn)
        for line in lines_as_drawn(page):
            for run in line.runs:
                visible = [next(rest) for character in run.content if not character.isspace()]
                assert "".join(one.text for one in visible) == "".join(run.content.split())
                if visible and len(visible) == len(run.content):
                    ends_at(run, visible[0], visible[-1])
                    assert visible[0].baseline == pytest.approx(line.baseline, abs=0.002)
        assert list(rest) == []


def ends_at(run: PlacedRun, first: Drawn, last: Drawn) -> None:
    assert first.x == pytest.approx(run.x, abs=0.002)
    if "\u4e00" <= run.content[-1] <= "\u9fff":
        assert last.x + run.size == pytest.approx(run.x + run.width, abs=0.01), run


@EACH
def test_rules_boxes_and_pictures_are_those_of_the_press(key: IssueKey | Example) -> None:
    ours, theirs = shapes(key, proofed(key)), shapes(key, pressed(key))
    assert len(ours) == len(theirs)
    assert sum(ours, ()) == pytest.approx(sum(theirs, ()), abs=0.05)


@BOTH
def test_a_printed_issue_has_its_seven_rules(key: IssueKey) -> None:
    assert len(shapes(key, proofed(key))) == 7


def shapes(key: IssueKey | Example, content: bytes) -> list[tuple[float, ...]]:
    """Page, edges and colour of every filled rectangle and picture, in an order that does not depend on drawing.

    A drawing (svg) is dots in the proof and lines in the press: test_both_look_alike compares those.
    """
    found: list[tuple[float, ...]] = []
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page, placed in zip(document.pages, on_paper(key).pages.pages, strict=True):
            drawings = [one for one in placed.pictures if one.picture.kind is PictureKind.SVG]
            for one in (*page.rects, *page.images, *page.lines, *page.curves):
                edges = (one["x0"], one["top"], one["x1"], one["bottom"])
                if not any(lies_in(edges, drawing) for drawing in drawings):
                    colour = 0 if one["object_type"] == "image" else one["non_stroking_color"]
                    found.append((page.page_number, *edges, *(colour if isinstance(colour, tuple) else (colour,))))
    return sorted(found, key=lambda one: [round(number, 1) for number in one])


@EACH
def test_pictures_stand_where_pages_say(key: IssueKey | Example) -> None:
    """Drawings too."""
    with pdfplumber.open(io.BytesIO(proofed(key))) as document:
        for page, placed in zip(document.pages, on_paper(key).pages.pages, strict=True):
            found = [(one["x0"], one["top"], one["width"], one["height"]) for one in page.images]
            wanted = [(one.x, one.y, one.width, one.height) for one in placed.pictures]
            assert sorted(found) == [pytest.approx(one, abs=0.01) for one in sorted(wanted)]


def lies_in(edges: tuple[float, float, float, float], drawing: PlacedPicture) -> bool:
    x, y = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
    return 0 < x - drawing.x < drawing.width and 0 < y - drawing.y < drawing.height


@EACH
def test_both_look_alike(key: IssueKey | Example) -> None:
    """Ink against ink: glyphs and weight too, not only places."""
    for ours, theirs in zip(bitmaps(proofed(key)), bitmaps(pressed(key)), strict=True):
        different = sum(abs(a - b) > 128 for a, b in zip(ours, theirs, strict=True))
        dark = sum(value < 128 for value in theirs)
        assert different < 0.12 * dark


def bitmaps(content: bytes) -> list[bytes]:
    document = pypdfium2.PdfDocument(content)
    return [bytes(document[index].render(scale=1.5, grayscale=True).buffer) for index in range(len(document))]


@EACH
def test_every_glyph_is_the_one_that_the_press_draws(key: IssueKey | Example) -> None:
    """Text that is read back proves nothing: a code may lead to another glyph. Each drawer chooses and numbers
    glyphs in a way of its own, so a mix-up in one of them is seen."""
    images = zip(images_of(proofed(key)), images_of(pressed(key)), strict=True)
    for (ours, theirs), characters in zip(images, drawn_characters(pressed(key)), strict=True):
        for one in (one for one in characters if one.text != "·"):
            assert unlikeness(ours, theirs, cell_of(one)) < 0.2, one


def images_of(content: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(content)
    pages = (document[index].render(scale=SCALE, grayscale=True) for index in range(len(document)))
    return [page.to_pil().convert("L") for page in pages]


def cell_of(one: Drawn) -> Cell:
    top, bottom = one.baseline - 0.9 * one.size, one.baseline + 0.2 * one.size
    return int(one.x * SCALE), int(top * SCALE), int((one.x + one.size) * SCALE) + 1, int(bottom * SCALE)


def unlikeness(ours: Image.Image, theirs: Image.Image, cell: Cell) -> float:
    """Ink that is in one only, as a share of all; a glyph may be a dot off, since pdfium puts them on whole dots."""
    left, top, right, bottom = cell
    mine, ink = ours.crop(cell), 255 - grey(theirs.crop(cell))
    shifted = (
        theirs.crop((left + x, top + y, right + x, bottom + y)) for x, y in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
    )
    found = (grey(ImageChops.difference(mine, other)) / max(ink, 1) for other in shifted)
    return next((share for share in found if share < 0.2), 1.0)


def grey(image: Image.Image) -> int:
    """The mean."""
    return int(image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)))  # type: ignore[arg-type]


@EACH
def test_outline_and_links_are_those_of_the_press(key: IssueKey | Example) -> None:
    assert outline(proofed(key)) == outline(pressed(key))
    assert links(proofed(key)) == links(pressed(key))


def outline(content: bytes) -> list[tuple[int, str, int]]:
    document = pypdfium2.PdfDocument(content)
    return [(item.level, item.get_title(), item.get_dest().get_index()) for item in document.get_toc()]


def links(content: bytes) -> set[int]:
    """The pages that the contents lead to."""
    document = pypdf.PdfReader(io.BytesIO(content))
    notes = [note.get_object() for note in document.pages[0].get("/Annots", ())]
    assert all(note["/Subtype"] == "/Link" for note in notes)
    return {target_page(document, note.get("/Dest", note.get("/A", {}).get("/D"))) for note in notes}


def target_page(document: pypdf.PdfReader, place: object) -> int:
    if isinstance(place, list):
        return document.get_page_number(place[0].get_object())
    return document.get_destination_page_number(document.named_destinations[str(place)])


def test_it_says_that_it_is_a_proof() -> None:
    metadata = pypdf.PdfReader(io.BytesIO(proofed(ISSUE_22))).metadata
    assert metadata is not None
    assert metadata.title == "安庆组工信息2021年第22期（校样）"
    assert metadata.author == "中共安庆市委组织部研究室"
    assert "没有归档标记" in str(metadata.subject)
    assert b"pdfaid" not in proofed(ISSUE_22)


def test_a_character_no_face_has_is_an_empty_square() -> None:
    """Only a draft is drawn with such a character; the square keeps its place."""
    page = pages_of(ISSUE_22).pages[1]
    fragment = page.fragments[1]
    line = fragment.lines[0]
    odd = replace(line.runs[0], content="𪚥" * 2, family="", width=32.0)
    changed = replace(page, fragments=(replace(fragment, lines=(replace(line, runs=(odd,)),)),), rules=(), boxes=())
    content = proof.render(sheet_of(ISSUE_22), replace(pages_of(ISSUE_22), pages=(changed,)))
    with pdfplumber.open(io.BytesIO(content)) as document:
        squares = document.pages[0].rects
    assert len(squares) == 2
    assert all(square["width"] == pytest.approx(0.8 * odd.size) and square["stroke"] for square in squares)


def test_same_bytes_in_another_process_that_has_no_pango() -> None:
    code = (
        "import sys; sys.modules['weasyprint'] = None; from tests.support.printed import *;"
        "from zugong.renderers import proof;"
        "sys.stdout.buffer.write(proof.render(sheet_of(ISSUE_22), pages_of(ISSUE_22)))"
    )
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout == proofed(ISSUE_22)
