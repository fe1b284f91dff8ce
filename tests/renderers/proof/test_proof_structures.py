"""Tables, figures and links of sections in a proof: where Pages say, the same bytes every time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from functools import cache

import pdfplumber
import pypdf
import pypdfium2
import pytest
from PIL import Image

from tests.support.pdf import drawn_characters
from tests.support.printed import ROOT, faces
from tests.support.rule_sets import THREE_LINES, paragraph, run, sheet, text_of_lines
from tests.support.tables import caption, cell, even_widths, figure, tall_table
from zugong.layout.sheet import Block, ContentsEntry, FigureBlock, NewPage, Sheet, TableBlock
from zugong.model.styles import Role
from zugong.pictures.picture import Picture, PictureKind
from zugong.renderers import proof
from zugong.typesetting.pages import Pages, PlacedCell, PlacedRule
from zugong.typesetting.typeset import typeset

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">'
    b'<rect width="200" height="100" fill="#00f"/></svg>'
)


def jpeg(mode: str) -> Picture:
    """A red, or dark grey, JPEG."""
    written = io.BytesIO()
    Image.new(mode, (40, 20), "red" if mode == "RGB" else 60).save(written, "JPEG")
    return Picture(PictureKind.JPEG, written.getvalue(), 200, 100)


def grey_png() -> Picture:
    written = io.BytesIO()
    Image.new("L", (40, 20), 60).save(written, "PNG")
    return Picture(PictureKind.PNG, written.getvalue(), 200, 100)


def merged() -> TableBlock:
    rows = (
        (cell("县", 0, rows=2, head=True), cell("建设", 1, columns=2, head=True)),
        (cell("新建", 1, head=True), cell("改造", 2, head=True)),
        *(part for number in range(20) for part in ((cell(f"第{number}县", 0, rows=2), *pair()), pair())),
    )
    return TableBlock(even_widths(3), rows, 2)


def pair() -> tuple[object, ...]:
    return (cell("12", 1), cell("党群服务中心", 2))


@cache
def made() -> Sheet:
    return sheet(
        ContentsEntry((run("★ 市内信息"),), "section-001", Role.CONTENTS_SECTION),
        ContentsEntry((run("某县抓党建"),), "item-001", numbered=False),
        NewPage(),
        Block(Role.SECTION, (run("市内信息"),), "section-001"),
        Block(Role.HEADLINE, (run("△某县抓党建"),), "item-001"),
        paragraph(text_of_lines(3)),
        merged(),
        figure(150, caption=True),
        caption(),
        figure(150),
        tall_table(2),
        THREE_LINES,
    )


@cache
def pages() -> Pages:
    return typeset(made(), faces())


@cache
def proofed() -> bytes:
    return proof.render(made(), pages())


def test_every_line_of_every_cell_is_drawn_where_pages_say() -> None:
    assert sum(bool(table.repeated) for page in pages().pages for table in page.tables) >= 1
    for page, drawn in zip(pages().pages, drawn_characters(proofed()), strict=True):
        wanted = [
            (character, line.baseline)
            for line in page.lines
            for run in line.runs
            for character in run.content
            if not character.isspace()
        ]
        found = sorted((one.text, one.baseline) for one in drawn)
        assert [text for text, _ in found] == [text for text, _ in sorted(wanted)]
        assert [y for _, y in found] == pytest.approx([y for _, y in sorted(wanted)], abs=0.01)


def test_cells_are_drawn_in_reading_order_between_the_text() -> None:
    found = "".join(one.text for one in drawn_characters(proofed())[1])
    first, *others = (found.index(text) for text in ("党党", "县建设新建改造", "第0县12", "第1县12"))
    assert [first, *others] == sorted([first, *others])


def test_rules_across_and_down_are_where_pages_say() -> None:
    with pdfplumber.open(io.BytesIO(proofed())) as document:
        for page, drawn in zip(pages().pages, document.pages, strict=True):
            found = [(one["x0"], one["top"], one["x1"], one["bottom"]) for one in drawn.rects]
            wanted = [edges(rule) for rule in page.rules]
            assert len(found) == len(wanted)
            for ours, theirs in zip(sorted(found), sorted(wanted), strict=True):
                assert ours == pytest.approx(theirs, abs=0.01)
    assert any(rule.vertical for page in pages().pages for rule in page.rules)


def edges(rule: PlacedRule) -> tuple[float, float, float, float]:
    half = rule.thickness / 2
    if rule.vertical:
        return (rule.x - half, rule.y, rule.x + half, rule.y + rule.width)
    return (rule.x, rule.y - half, rule.x + rule.width, rule.y + half)


def test_no_rule_goes_through_text() -> None:
    for page in pages().pages:
        for table in page.tables:
            for one in (*table.cells, *table.repeated):
                assert not any(crosses(edges(rule), one) for rule in page.rules)


def crosses(rule: tuple[float, float, float, float], one: PlacedCell) -> bool:
    left, top, right, bottom = rule
    return (
        min(right, one.x + one.width) - max(left, one.x) > 0.6
        and min(bottom, one.y + one.height) - max(top, one.y) > 0.6
    )


def test_figures_are_drawn_where_pages_say() -> None:
    with pdfplumber.open(io.BytesIO(proofed())) as document:
        found = [
            (page.page_number, one["x0"], one["top"], one["x1"], one["bottom"])
            for page in document.pages
            for one in page.images
        ]
    wanted = [
        (page.number, one.x, one.y, one.x + one.width, one.y + one.height)
        for page in pages().pages
        for one in page.pictures
    ]
    assert len(wanted) == 2
    assert found == [pytest.approx(one, abs=0.01) for one in wanted]


def test_a_picture_that_stands_there_twice_is_kept_once() -> None:
    document = pypdf.PdfReader(io.BytesIO(proofed()))
    assert len(document.pages[1]["/Resources"]["/XObject"]) == 1  # type: ignore[index]


@pytest.mark.parametrize(
    ("picture", "colour"),
    [
        (Picture(PictureKind.SVG, SVG, 200, 100), (0, 0, 255)),
        (jpeg("RGB"), (254, 0, 0)),
        (jpeg("L"), (60, 60, 60)),
        (grey_png(), (60, 60, 60)),
        (figure(100).picture, (255, 0, 0)),
    ],
    ids=["svg", "jpeg", "grey jpeg", "grey png", "png"],
)
def test_every_kind_of_picture_has_its_colours(picture: Picture, colour: tuple[int, int, int]) -> None:
    one = sheet(FigureBlock(picture, 200, 100, "色块"))
    placed = typeset(one, faces())
    (where,) = placed.pages[0].pictures
    drawn = pypdfium2.PdfDocument(proof.render(one, placed))[0].render(scale=1).to_pil().convert("RGB")
    found = drawn.getpixel((int(where.x + 50), int(where.y + 25)))
    assert found == pytest.approx(colour, abs=3)
    assert drawn.getpixel((int(where.x - 3), int(where.y + 25))) == (255, 255, 255)
    assert drawn.getpixel((int(where.x + 50), int(where.y + 103))) == (255, 255, 255)


def test_entries_of_sections_lead_to_them() -> None:
    document = pypdf.PdfReader(io.BytesIO(proofed()))
    notes = [note.get_object() for note in document.pages[0]["/Annots"]]
    assert [note["/Subtype"] for note in notes] == ["/Link", "/Link"]
    tops = [float(note["/Dest"][3]) for note in notes]
    assert tops[0] - tops[1] == pytest.approx(pages().style.line_pitch, abs=0.01)


def test_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from tests.renderers.proof.test_proof_structures import proofed;sys.stdout.buffer.write(proofed())"
    )
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert ran.stdout == proofed()
