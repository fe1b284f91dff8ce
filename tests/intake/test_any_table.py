"""Whatever stands in its cells: a table is written so that the reader gives it back to the character."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.test_structures import assert_same_table
from zugong.diagnostics import Location, has_errors
from zugong.intake.drafts import BodyParagraph, DraftCell, DraftFigure, DraftTable
from zugong.intake.item_text import body_text
from zugong.model.structures import Figure, Table
from zugong.sources.blocks import read_blocks
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line

TEXT = st.text(st.sampled_from("甲乙丙12.%|<^-:：'\"\\*[](){}#&!>`~,，。　 "), max_size=8).map(str.strip)
FULL = TEXT.filter(bool)


@st.composite
def tables(draw: st.DrawFn) -> DraftTable:
    """Merges of the first column's cells, now and then; head and body apart."""
    rows, columns, head = draw(st.integers(2, 4)), draw(st.integers(1, 3)), draw(st.integers(0, 1))
    high = rows - head if draw(st.booleans()) else 1
    wide = columns if draw(st.booleans()) and high == 1 else 1
    cells = []
    for row in range(rows):
        for column in range(columns):
            covered = head <= row < head + high and column < wide
            if covered and (row, column) != (head, 0):
                continue
            text = draw(TEXT)
            bold = ((0, len(text)),) if text and draw(st.booleans()) and "*" not in text and text[-1] != "\\" else ()
            size = (high, wide) if covered else (1, 1)
            cells.append(DraftCell(row, column, BodyParagraph(text, bold), *size))
    aligns = tuple(draw(st.sampled_from(("", "left", "center", "right"))) for _ in range(columns))
    title = draw(st.sampled_from(("", "表1 各县进度", "表2 “甲”：'乙'")))
    unit = draw(st.sampled_from(("", "单位：万元")))
    return DraftTable(rows, columns, head, tuple(cells), aligns, title, unit, draw(st.sampled_from(((), ("注：甲",)))))


def read(text: str) -> tuple[object, ...]:
    lines = [Line(one, Location("x", number)) for number, one in enumerate(text.split("\n"), start=1)]
    reading = read_blocks(lines, Materials(Path("/"), Path("/")))
    allowed = ("material-missing", "empty-table")
    assert not has_errors(tuple(one for one in reading.problems if one.rule not in allowed)), (text, reading.problems)
    return reading.value


@settings(max_examples=400, deadline=None)
@given(tables().filter(lambda table: any(one.text.content for one in table.cells if one.row >= table.head)))
def test_any_table(table: DraftTable) -> None:
    (block,) = read(body_text([table], {}))
    assert isinstance(block, Table)
    assert_same_table(block, table)


@settings(max_examples=200, deadline=None)
@given(FULL)
def test_any_caption(caption: str) -> None:
    (block,) = read(body_text([DraftFigure("k", caption)], {"k": "图片/x.png"}))
    assert isinstance(block, Figure)
    assert block.caption is not None
    assert block.caption.content.split() == caption.split()
