"""What counties type in Word by habit: blanks behind 表1, a line break in a cell, the unit above and below the text."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.document import Document as WordDocument
from PIL import Image

from zugong.intake.docx_file import read_docx
from zugong.intake.drafts import DraftFigure, DraftTable
from zugong.intake.parts import Sorted
from zugong.intake.sorting import sort

TEXT = "近年来，全县农村供水保障能力明显提升，现将有关情况报告如下，请各单位结合实际抓好落实。"


def read(document: WordDocument, known: tuple[str, ...] = ()) -> Sorted:
    file = io.BytesIO()
    document.save(file)
    found = sort(read_docx(file.getvalue()), (), frozenset(known))
    assert found.ledger.kept == found.kept, found.ledger
    return found


def report(first: str = "", last: str = "") -> WordDocument:
    document = Document()
    document.add_heading("关于加强农村供水管理的调研报告", 0)
    for text in (first, TEXT, TEXT, last):
        if text:
            document.add_paragraph(text)
    return document


def table(document: WordDocument, rows: list[list[str]]) -> None:
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    made.style = "Table Grid"
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *more = text.split("¶")
            cell.text = first
            for one in more:
                cell.add_paragraph(one)


@pytest.mark.parametrize("typed", ["表1  全县水厂情况", "表1 全县水厂情况", "表1　全县水厂情况", "表一  全县水厂情况"])
def test_blanks_behind_the_number_of_a_table(typed: str) -> None:
    document = report()
    document.add_paragraph(typed)
    table(document, [["水厂", "供水"], ["云岭", "3.2"], ["柳湾", "2.1"]])
    (found,) = (one for one in read(document).body if isinstance(one, DraftTable))
    assert found.title == typed[:2] + "　全县水厂情况"


def test_no_blank_where_none_was_typed() -> None:
    document = report()
    document.add_paragraph("表1：全县水厂情况")
    table(document, [["水厂", "供水"], ["云岭", "3.2"], ["柳湾", "2.1"]])
    (found,) = (one for one in read(document).body if isinstance(one, DraftTable))
    assert found.title == "表1：全县水厂情况"


def test_blanks_behind_the_number_of_a_figure() -> None:
    document = report()
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(picture, "PNG")
    picture.seek(0)
    document.add_picture(picture)
    document.add_paragraph("图1  水厂现场")
    (found,) = (one for one in read(document).body if isinstance(one, DraftFigure))
    assert found.caption == "图1　水厂现场"


def test_lines_of_a_cell() -> None:
    """A line break and a paragraph alike; 序／号 and 金额／（万元） are one word."""
    document = report()
    table(document, [["序\n号", "金额\n（万元）", "情况"], ["1", "3.2", "两段\n第二行"], ["2", "2.1", "两段¶第二行"]])
    (found,) = (one for one in read(document).body if isinstance(one, DraftTable))
    texts = [cell.text.content for cell in found.cells]
    assert texts == ["序号", "金额（万元）", "情况", "1", "3.2", "两段　第二行", "2", "2.1", "两段　第二行"]


def test_a_unit_above_and_below_the_text_is_no_paragraph() -> None:
    found = read(report("县水利局", "县水利局"))
    assert found.units == ["县水利局"]
    assert found.body[0].texts == (TEXT,)


def test_a_unit_below_the_headline_alone() -> None:
    found = read(report("县水利局"))
    assert found.units == ["县水利局"]
    assert found.body[0].texts == (TEXT,)


def test_a_heading_that_ends_like_a_unit_stays() -> None:
    document = Document()
    document.add_heading("关于加强农村供水管理的调研报告", 0)
    document.add_heading("建好供水管理站", 1)
    document.add_paragraph(TEXT)
    found = read(document)
    assert found.units == []
    assert found.body[0].texts == ("建好供水管理站",)
