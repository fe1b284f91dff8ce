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

from tests.support.pdf import Drawn, drawn_characters, require_pango
from tests.support.printed import ISSUE_22, ISSUE_23, ROOT, pages_of, sheet_of
from zugong.model.issue import IssueKey
from zugong.renderers import pdf, proof
from zugong.typesetting.pages import PlacedRun

BOTH = pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)


@cache
def proofed(key: IssueKey) -> bytes:
    return proof.render(sheet_of(key), pages_of(key))


@cache
def pressed(key: IssueKey) -> bytes:
    require_pango()
    return pdf.render(sheet_of(key), pages_of(key))


@BOTH
def test_every_character_stands_where_the_press_sets_it(key: IssueKey) -> None:
    for proof_page, press_page in zip(drawn_characters(proofed(key)), drawn_characters(pressed(key)), strict=True):
        assert [one.text for one in proof_page] == [one.text for one in press_page]
        for ours, theirs in zip(proof_page, press_page, strict=True):
            # What test_press.py allows the press: its first gap differs where there is much tracking.
            tolerance = 0.4 if theirs.text == "·" or theirs.size > 30 else 0.1
            assert ours.x == pytest.approx(theirs.x, abs=tolerance), (ours, theirs)
            assert ours.baseline == pytest.approx(theirs.baseline, abs=0.01), (ours, theirs)
            assert ours.font == theirs.font
            assert ours.size == pytest.approx(theirs.size, abs=0.001)


@BOTH
def test_every_run_begins_and_ends_exactly_where_pages_say(key: IssueKey) -> None:
    """Nearer than the press can: letter-spacing is drawn as it was meant."""
    for page, drawn in zip(pages_of(key).pages, drawn_characters(proofed(key)), strict=True):
        rest = iter(drawn)
        for fragment in (*page.fragments, *page.furniture):
            for line in fragment.lines:
                for run in line.runs:
                    visible = [next(rest) for character in run.content if not character.isspace()]
                    if visible and len(visible) == len(run.content):
                        ends_at(run, visible[0], visible[-1])
                        assert visible[0].baseline == pytest.approx(line.baseline, abs=0.002)


def ends_at(run: PlacedRun, first: Drawn, last: Drawn) -> None:
    assert first.x == pytest.approx(run.x, abs=0.002)
    if "\u4e00" <= run.content[-1] <= "\u9fff":
        assert last.x + run.size == pytest.approx(run.x + run.width, abs=0.01), run


@BOTH
def test_rules_and_boxes_are_those_of_the_press(key: IssueKey) -> None:
    assert shapes(proofed(key)) == pytest.approx(shapes(pressed(key)), abs=0.01)
    assert len(shapes(proofed(key))) == 7 * 6


def shapes(content: bytes) -> list[float]:
    """Page, edges and colour of every filled rectangle, in an order that does not depend on drawing."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        assert not any(page.lines or page.curves or page.images for page in document.pages)
        found = [
            (page.page_number, one["x0"], one["top"], one["x1"], one["bottom"], one["non_stroking_color"][0])
            for page in document.pages
            for one in page.rects
        ]
    return [number for shape in sorted(found) for number in shape]


@BOTH
def test_both_look_alike(key: IssueKey) -> None:
    """Ink against ink: glyphs and weight too, not only places."""
    for ours, theirs in zip(bitmaps(proofed(key)), bitmaps(pressed(key)), strict=True):
        different = sum(abs(a - b) > 128 for a, b in zip(ours, theirs, strict=True))
        dark = sum(value < 128 for value in theirs)
        assert different < 0.12 * dark


def bitmaps(content: bytes) -> list[bytes]:
    document = pypdfium2.PdfDocument(content)
    return [bytes(document[index].render(scale=1.5, grayscale=True).buffer) for index in range(len(document))]


@BOTH
def test_outline_and_links_are_those_of_the_press(key: IssueKey) -> None:
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
