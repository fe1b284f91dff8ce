"""版记 in the drawn PDF: its last rule on the bottom edge of the type area at every fill of the last page."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from tests.support.pdf import require_pango
from tests.support.printed import faces
from tests.support.rule_sets import THREE_LINES, paragraph, run, sheet, text_of_lines
from zugong.layout.sheet import Colophon, ColophonLine, SplitBlock
from zugong.model.styles import LineRules, Role
from zugong.renderers import pdf
from zugong.typesetting.typeset import typeset

RULES = list(LineRules)


FOUR = Colophon(
    (
        ColophonLine(run("报："), run("省委组织部。")),
        ColophonLine(run("抄送："), run("市纪委监委，市委宣传部、统战部、政法委，市人大常委会办公室，市政府办公室。")),
        ColophonLine(run("发："), run("先锋网。"), run("共印120份")),
        ColophonLine(None, run("中共某市委组织部研究室"), run("2023年9月1日印发")),
    ),
    (
        SplitBlock(Role.AFTER_COLOPHON, None, run("共印120份")),
        SplitBlock(Role.AFTER_COLOPHON, run("编辑：某某"), None, run("电话：5340000")),
    ),
)
"four lines, one of which wraps, right parts, two lines below the last rule"

LINE = 9 * 72 / 25.4


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


@pytest.mark.parametrize("fill", range(1, 23))
def test_what_stands_below_the_last_rule_ends_on_the_bottom_edge(fill: int) -> None:
    """Every line between its rules, the two below at the very end, and text above the first rule."""
    require_pango()
    made = sheet(paragraph(text_of_lines(22 + fill)), FOUR, rules=RULES[fill % 2])
    pages = typeset(made, faces())
    with pdfplumber.open(io.BytesIO(pdf.render(made, pages))) as document:
        assert len(document.pages) == len(pages.pages) == (2 if fill <= 15 else 3)
        last = document.pages[-1]
        rules = [(float(rect["top"]) + float(rect["bottom"])) / 2 for rect in sorted(last.rects, key=top)]
        bottom = pages.style.top + pages.style.type_height
        assert rules == pytest.approx([bottom - rows * LINE for rows in (7, 6, 4, 3, 2)], abs=0.05)
        foot = {last.height - char["matrix"][5] for char in last.chars if round(char["size"]) == 14}
        within = sorted(y for y in foot if y < bottom)
        assert within == pytest.approx([bottom - (row + 0.5) * LINE + 0.38 * 14 for row in range(6, -1, -1)], abs=0.05)
        text = [char for char in last.chars if round(char["size"]) == 16]
        assert text, "the colophon stands alone"
        assert max(float(char["bottom"]) for char in text) < rules[0]


def top(rect: dict[str, float]) -> float:
    return float(rect["top"])
