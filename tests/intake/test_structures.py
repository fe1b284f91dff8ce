"""Submissions with headings, tables and figures, of several producers: nothing is lost, and the structures are told."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.intake.test_corpus import characters_in, mutated
from tests.support.structured import (
    Grid,
    MadeFile,
    as_html,
    handwritten_structured,
    picture,
    structured,
    structured_python_docx,
)
from tests.support.submissions import package, paragraph, run
from zugong.diagnostics import Location, has_errors
from zugong.intake.docx_file import read_docx
from zugong.intake.drafts import BodyParagraph, DraftFigure, DraftTable
from zugong.intake.escaping import markup
from zugong.intake.item_text import body_text
from zugong.intake.parts import Sorted
from zugong.intake.sorting import sort
from zugong.intake.web_page import read_web_page
from zugong.model.prose import Paragraph
from zugong.model.structures import BodyBlock, Figure, Table
from zugong.sources.blocks import read_blocks
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line

DATA = Path(__file__).resolve().parents[1] / "data" / "intake" / "structured"
SECTIONS = ("市内信息",)


@cache
def corpus() -> tuple[MadeFile, ...]:
    made = [handwritten_structured(seed, "Word") for seed in range(12)]
    made += [handwritten_structured(seed, "WPS") for seed in range(12, 24)]
    made += [structured_python_docx(seed) for seed in range(500, 508)]
    for path in sorted(DATA.glob("*.docx")):
        seed = int(re.findall(r"\d+", path.stem)[-1])
        made.append(MadeFile(path.name, path.stem.rpartition("-")[0], path.read_bytes(), structured(seed)))
    return tuple(made)


@cache
def found(index: int) -> Sorted:
    return sort(read_docx(corpus()[index].data), SECTIONS, frozenset())


INDEXES = range(42)


def test_the_corpus_is_as_large_as_told() -> None:
    assert len(corpus()) == len(INDEXES)


@pytest.mark.parametrize("index", INDEXES)
def test_the_sum_holds(index: int) -> None:
    parts = found(index)
    assert parts.ledger.original == characters_in(corpus()[index].data)
    assert parts.ledger.kept == parts.kept, parts.ledger


@pytest.mark.parametrize("index", range(0, 42, 3))
def test_the_sum_holds_on_mutated_files(index: int) -> None:
    data = mutated(corpus()[index].data, index)
    parts = sort(read_docx(data), SECTIONS, frozenset())
    assert parts.ledger.original == characters_in(data)
    assert parts.ledger.kept == parts.kept


def bare(text: str) -> str:
    return "".join(text.split())


def rows_of(table: DraftTable) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        for down in range(cell.rows):
            for aside in range(cell.columns):
                rows[cell.row + down][cell.column + aside] = "<" if aside else "^"
        rows[cell.row][cell.column] = bare(cell.text.content)
    return rows


def table_is_right(table: DraftTable, truth: Grid) -> bool:
    rows = [[bare(cell) for cell in row] for row in truth.rows]
    around = (bare(table.title), bare(table.unit), bare("".join(table.notes)))
    right = (bare(truth.title), bare(truth.unit), bare(truth.note))
    return rows_of(table) == rows and table.head == truth.head and around == right


def _judge(parts: Sorted, made: MadeFile) -> dict[str, list[bool]]:
    truth = made.truth
    headings = [(block[1], bare(block[2])) for block in truth.blocks if block[0] == "heading"]
    told = [(one.level, bare(one.content)) for one in parts.body if isinstance(one, BodyParagraph) and one.level]
    tables = [block[1] for block in truth.blocks if block[0] == "table"]
    drafts = [one for one in parts.body if isinstance(one, DraftTable)]
    figures = [bare(block[1]) for block in truth.blocks if block[0] == "figure"]
    placed = [bare(one.caption) for one in parts.body if isinstance(one, DraftFigure)]
    kinds = [
        "heading"
        if isinstance(one, BodyParagraph) and one.level
        else "text"
        if isinstance(one, BodyParagraph)
        else "table"
        if isinstance(one, DraftTable)
        else "figure"
        for one in parts.body
    ]
    return {
        "headline": [parts.headline == truth.headline],
        "unit": [parts.units == [truth.unit]],
        "headings found": [one in told for one in headings],
        "headings right": [one in headings for one in told],
        "tables": [any(table_is_right(one, table) for one in drafts) for table in tables],
        "tables right": [any(table_is_right(one, table) for table in tables) for one in drafts],
        "figures": [one in placed for one in figures],
        "order": [kinds == [block[0] for block in truth.blocks]],
    }


def test_structures_are_recognised() -> None:
    counts: dict[str, list[bool]] = {}
    wrong = []
    for index, made in enumerate(corpus()):
        for name, judged in _judge(found(index), made).items():
            counts.setdefault(name, []).extend(judged)
            wrong += [(made.name, name)] if not all(judged) else []
    shares = {name: sum(judged) / len(judged) for name, judged in counts.items()}
    assert all(share >= 0.95 for share in shares.values()), (shares, wrong)


def read_back(parts: Sorted) -> tuple[BodyBlock, ...]:
    text = body_text(parts.body, dict.fromkeys(parts.pictures, "图片/x.png"))
    lines = [Line(one, Location("x", number)) for number, one in enumerate(text.split("\n"), start=1)]
    reading = read_blocks(lines, Materials(Path("/"), Path("/")))
    assert not has_errors(tuple(one for one in reading.problems if one.rule != "material-missing")), reading.problems
    return reading.value


@pytest.mark.parametrize("index", INDEXES)
def test_the_item_reads_back_as_it_was_written(index: int) -> None:
    parts = found(index)
    blocks = read_back(parts)
    assert len(blocks) == len(parts.body)
    for block, draft in zip(blocks, parts.body, strict=True):
        match draft:
            case BodyParagraph(content=content, level=level):
                assert isinstance(block, Paragraph)
                assert (block.content, block.level) == (content, level)
            case DraftFigure(caption=caption):
                assert isinstance(block, Figure)
                assert (block.caption.content if block.caption else "") == caption
            case DraftTable():
                assert isinstance(block, Table)
                assert_same_table(block, draft)


def assert_same_table(table: Table, draft: DraftTable) -> None:
    rows = (*table.head, *table.rows)
    cells = [(at, one.column, one.content, one.rows, one.columns) for at, row in enumerate(rows) for one in row.cells]
    assert cells == [(one.row, one.column, one.text.content, one.rows, one.columns) for one in draft.cells]
    assert len(table.head) == draft.head
    assert (table.title.content if table.title else "") == draft.title
    assert (table.unit.content if table.unit else "") == draft.unit
    assert tuple(one.content for one in table.notes) == draft.notes


@pytest.mark.parametrize("seed", range(8))
def test_web_pages(seed: int) -> None:
    truth = structured(seed)
    parts = sort(read_web_page(as_html(truth, seed)), SECTIONS, frozenset())
    assert parts.ledger.kept == parts.kept
    judged = _judge(parts, MadeFile("x.html", "html", b"", truth))
    assert all(all(one) for one in judged.values()), judged
    (made,) = parts.pictures.values()
    assert made.picture.data == picture(seed)


@pytest.mark.parametrize("text", ["# 甲", "##\u3000一、乙", "![图](x.png)", "```表格", "| 甲 | 乙 |", "\\# 丙", "丁\\"])
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    reading = read_blocks([Line(markup(BodyParagraph(text)), Location("x"))], Materials(Path("/"), Path("/")))
    assert not reading.problems
    (block,) = reading.value
    assert isinstance(block, Paragraph)
    assert (block.content, block.level) == (text, 0)


def table_in(*rows: str) -> DraftTable:
    data = package(paragraph(run("标题：某地做好某事")) + f"<w:tbl>{''.join(rows)}</w:tbl>" + paragraph(run("正文。")))
    (table,) = (one for one in sort(read_docx(data), (), frozenset()).body if isinstance(one, DraftTable))
    return table


def row_of(*cells: tuple[str, int]) -> str:
    inner = (
        f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr>{paragraph(run(text))}</w:tc>' for text, wide in cells
    )
    return f"<w:tr>{''.join(inner)}</w:tr>"


def test_columns_that_nobody_sees_are_left_out() -> None:
    """As LibreOffice writes them, and Word where somebody dragged a border."""
    table = table_in(row_of(("县区", 2), ("人数", 3)), row_of(("甲县", 2), ("12", 3)))
    assert (table.columns, table.rows, table.head) == (2, 2, 1)
    assert rows_of(table) == [["县区", "人数"], ["甲县", "12"]]


def test_paragraphs_of_a_cell_are_joined() -> None:
    cell = f"<w:tc>{paragraph(run('张三'))}{paragraph(run('李四'))}</w:tc><w:tc>{paragraph(run('12'))}</w:tc>"
    table = table_in(row_of(("姓名", 1), ("次数", 1)), f"<w:tr>{cell}</w:tr>")
    assert [one.text.content for one in table.cells] == ["姓名", "次数", "张三\u3000李四", "12"]


def test_a_table_that_only_arranges_text_stays_text() -> None:
    long = "组织120名干部下沉一线，走访群众3400余户，收集意见56条。" * 5
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("正文", long))
    other = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("备注", "没有"))
    data = package(paragraph(run("标题：某地做好某事")) + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{other}</w:tr></w:tbl>")
    parts = sort(read_docx(data), (), frozenset())
    assert [one.content for one in parts.body if isinstance(one, BodyParagraph)] == ["正文", long, "备注", "没有"]
    assert parts.ledger.kept == parts.kept
