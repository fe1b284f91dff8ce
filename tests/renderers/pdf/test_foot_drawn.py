"""版记 in the drawn PDF: its last rule on the bottom edge of the type area at every fill of the last page."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from tests.support.pdf import require_pango
from tests.support.printed import faces
from tests.support.rule_sets import THREE_LINES, paragraph, sheet, text_of_lines
from zugong.model.styles import LineRules
from zugong.renderers import pdf
from zugong.typesetting.typeset import typeset

RULES = list(LineRules)


@pytest.mark.parametrize("fill", range(1, 23))
def test_the_last_rule_lies_on_the_bottom_edge(fill: int) -> None:
    """Under both rule sets in turn: the text is plain, so they differ in nothing here."""
    require_pango()
    made = sheet(paragraph(text_of_lines(22 + fill)), THREE_LINES, rules=RULES[fill % 2])
    pages = typeset(made, faces())
    with pdfplumber.open(io.BytesIO(pdf.render(made, pages))) as document:
        assert len(document.pages) == (2 if fill <= 19 else 3)
        last = document.pages[-1]
        rules = sorted(last.rects, key=lambda rect: float(rect["top"]))
        middle = (float(rules[-1]["top"]) + float(rules[-1]["bottom"])) / 2
        assert middle == pytest.approx(pages.style.top + pages.style.type_height, abs=0.05)
        text = [char for char in last.chars if round(char["size"]) == 16]
        assert text, "the colophon stands alone"
        assert max(float(char["bottom"]) for char in text) < float(rules[0]["top"])
