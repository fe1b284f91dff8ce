"""Reading a PDF back: characters with their places, ink, outline."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pdfplumber
import pytest

from zugong.typesetting.pages import Fragment, Page, PlacedLine, PlacedTable


def require_pango() -> None:
    """Skips a test where WeasyPrint cannot find Pango (Windows without it)."""
    try:
        import weasyprint  # noqa: F401
    except OSError:
        pytest.skip("Pango is not installed")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One visible character of a page."""

    text: str
    x: float
    "where its cell begins, pt"
    baseline: float
    "pt from the top of the paper"
    size: float
    font: str


def drawn_characters(pdf: bytes) -> list[list[Drawn]]:
    """The visible characters of each page, in the order of drawing."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [
            [
                Drawn(
                    character["text"],
                    character["matrix"][4],
                    page.height - character["matrix"][5],
                    character["size"],
                    character["fontname"].partition("+")[2].replace("-", " ").strip(", "),
                )
                for character in page.chars
                if not character["text"].isspace()
            ]
            for page in document.pages
        ]


def lines_as_drawn(page: Page) -> list[PlacedLine]:
    """The lines of a page in the order in which both drawers draw them, which is that of reading."""
    found: list[PlacedLine] = []
    for one in (*page.order, *page.furniture):
        if isinstance(one, Fragment):
            found += one.lines
        elif isinstance(one, PlacedTable):
            found += [line for cell in (*one.repeated, *one.cells) for line in cell.lines]
    return found
