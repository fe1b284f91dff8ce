"""Bodies with structure: whatever stands in them, nothing is lost, and every table covers each of its places once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.timing import within
from zugong.diagnostics import Location, has_errors
from zugong.model.prose import Paragraph
from zugong.model.structures import Figure, Table
from zugong.sources.blocks import read_blocks
from zugong.sources.characters import visible, without_harm
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line

NOWHERE = Materials(Path("nowhere"), Path("nowhere/issue"))
ALIGNMENT = re.compile(r":?-+:?")

PIECES = st.sampled_from(
    [
        "甲乙",
        "|",
        "| ",
        " | ",
        "||",
        "\\|",
        "<",
        "^",
        "|<|^|",
        "---",
        ":-:",
        "|---|---|",
        "\n",
        "\n\n",
        "# ",
        "## （一）",
        "```",
        "```表格\n",
        "```图片\n",
        "行: [[甲, 乙]]\n",
        "文件: a.png\n",
        "表题：",
        "单位：",
        "注：",
        "![图](a.png)",
        "**",
        "｜",
        "合计",
        "\u200b",
        "　",
        "<!-- zugong: 忽略 错别字 理由 -->",
    ]
)
TEXT = st.lists(PIECES, max_size=40).map("".join)


def read(text):
    lines = tuple(without_harm(line) for line in text.replace("\r", "\n").split("\n"))
    located = (Line(line, Location("甲.md", number)) for number, line in enumerate(lines, start=1))
    return read_blocks(located, NOWHERE), lines


def tables(text):
    return [block for block in read(text)[0].value if isinstance(block, Table)]


def runs_of(block):
    match block:
        case Paragraph(runs=runs):
            return list(runs)
        case Table():
            return [run for row in (*block.head, *block.rows) for cell in row.cells for run in cell.runs]
        case _:
            return []


def fields_of(block):
    match block:
        case Table():
            return [text for text in (block.title, block.unit, *block.notes) if text]
        case Figure():
            return [text for text in (block.file, block.caption) if text]
        case _:
            return []


def covered(table):
    """How often each place of each part is covered."""
    for part in (table.head, table.rows):
        places = {}
        for number, row in enumerate(part):
            for cell in row.cells:
                for r in range(number, number + cell.rows):
                    for c in range(cell.column, cell.column + cell.columns):
                        places[r, c] = places.get((r, c), 0) + 1
        yield len(part), places


@settings(max_examples=500, deadline=None)
@given(TEXT)
@example("|甲|<|\n|^|^|\n|乙|^|")
@example("表题：甲\n单位：乙\n||\n||\n注：丙")
@example("```表格\n行: [[甲\n```")
@example("```表格\n```表格\n行: [[甲]]\n```")
@example("|甲|\n注：乙\n|丙|\n|丁|\n注：戊\n|己|")
@example("｜甲｜\n|乙|\n｜丙｜\n｜丁｜")
def test_no_character_is_lost(text):
    reading, lines = read(text)
    source = letters("\n".join(lines))
    kept = "".join(run.content for block in reading.value for run in runs_of(block))
    kept += "".join(field.content for block in reading.value for field in fields_of(block))
    borders = any(one.rule == "full-width-bars" for one in reading.problems)  # taken for what they were meant to be
    lost = [sign for sign in "甲乙丙丁戊己合计单位注" + "｜" * (not borders) if kept.count(sign) != source.count(sign)]
    assert not lost or ("```" in text and has_errors(reading.problems)), (lost, reading.value)
    for block in reading.value:
        for run in runs_of(block):
            there = lines[run.origin.line - 1][run.origin.column - 1 :].replace("\t", " ")
            assert there.startswith((run.content, run.content.rstrip()))  # a line end may be a space


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_tables_are_whole(text):
    for table in tables(text):
        assert table.rows
        for rows, places in covered(table):
            assert places == {(r, c): 1 for r in range(rows) for c in range(len(table.columns))}
        assert all(
            cell.column == sorted(c.column for c in row.cells)[i]
            for row in table.rows
            for i, cell in enumerate(row.cells)
        )


GRIDS = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from(["甲", "<", "^", ""]), min_size=width, max_size=width), min_size=2, max_size=5
    )
)


@settings(max_examples=500, deadline=None)
@given(GRIDS, st.booleans())
@example([["甲", "<"], ["^", "甲"]], False)
@example([["甲", "甲"], ["甲", "<"], ["^", "甲"]], True)
def test_any_merging_covers_each_place_once(grid, headed):
    """What fits no rectangle is told, and its cells stay apart."""
    rows = ["|" + "|".join(row) + "|" for row in grid]
    alignment = ["|" + "---|" * len(grid[0])] if headed else []
    text = "\n".join([rows[0], *alignment, *rows[1:]])
    for table in tables(text):
        assert len(table.columns) == len(grid[0])
        for height, places in covered(table):
            assert places == {(r, c): 1 for r in range(height) for c in range(len(grid[0]))}
        texts = [cell.content for row in (*table.head, *table.rows) for cell in row.cells]
        assert texts.count("甲") == sum(row.count("甲") for row in grid)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_every_problem_stands_in_the_file(text):
    reading, lines = read(text)
    for problem in reading.problems:
        assert 1 <= problem.origin.line <= len(lines)
        assert 1 <= problem.origin.column <= len(lines[problem.origin.line - 1]) + 1, problem
        assert "\n" not in problem.message + problem.hint


def letters(text):
    return "".join(visible(text).split())


@pytest.mark.parametrize(
    "text",
    [
        "|" * 200000,
        ("|" * 100000 + "\n") * 2,
        "|甲|\n" * 100000,
        "|甲|\n\n" * 50000,
        "|\\|" * 50000 + "\n|甲|",
        "|" + "\\\\|" * 50000 + "\n|甲|",
        "`" * 200000,
        "```表格\n" * 50000,
        "```表格\n行:\n" + "- [甲]\n" * 50000,
        "```表格\n行:\n" + "- [甲]\n" * 50000 + "```",
        "```甲\n```\n" * 30000,
        "# 甲\n" * 50000,
        "![甲](乙)\n" * 3000,
        "![" * 100000 + "](甲)",
        "表题：甲\n" * 50000 + "|甲|\n|乙|",
        "|甲|\n|乙|\n" + "注：丙\n" * 50000,
        "|甲|\n|乙|\n注：丙\n" * 5000,
        "｜甲｜\n" * 50000,
        "|" + "<|" * 19 + "\n" + ("|" + "^|" * 19 + "\n") * 499,
    ],
    ids=lambda text: ascii(text[:10]),
)
def test_hostile_bodies_are_read_in_linear_time(text):
    with within(5):
        reading, _ = read(text)
    assert reading.value


@pytest.mark.parametrize(
    ("columns", "rows", "refused"), [(20, 2, False), (21, 2, True), (2, 500, False), (2, 501, True)]
)
def test_a_table_that_no_page_can_hold(columns, rows, refused):
    text = "\n".join(["|" + "甲|" * columns] * rows)
    reading, _ = read(text)
    assert [problem.rule for problem in reading.problems] == (["table-too-large"] if refused else [])
    assert isinstance(reading.value[0], Paragraph if refused else Table)
    assert sum(run.content.count("甲") for run in runs_of(reading.value[0])) == columns * rows


def test_a_merge_of_two_by_two():
    (table,) = tables("| 甲 | < | 乙 |\n| ^ | ^ | 丙 |\n| 丁 | 戊 | 己 |")
    first = table.rows[0].cells[0]
    assert (first.content, first.column, first.columns, first.rows) == ("甲", 0, 2, 2)
    assert [cell.column for cell in table.rows[1].cells] == [2]


@pytest.mark.parametrize("word", ["合计", "总 计", "共计", "小　计"])
def test_a_total_is_known_by_its_first_cell(word):
    (table,) = tables(f"| 甲 | 1 |\n| {word} | 1 |")
    assert [row.total for row in table.rows] == [False, True]
    (table,) = tables(f"| {word} | 1 |\n| 甲 | 1 |")
    assert [row.total for row in table.rows] == [False, False]


def test_a_row_of_a_hundred_thousand_cells_is_not_taken_apart():
    with within(0.5):
        reading, _ = read(("|" * 100_000 + "\n") * 2)
    assert [problem.rule for problem in reading.problems] == ["table-too-large"]


def test_labels_belong_to_the_table_only_when_they_touch_it():
    (table,) = tables("表题：甲\n\n| 乙 | 丙 |\n| 丁 | 戊 |\n\n注：己")
    assert (table.title, table.notes) == (None, ())


def test_an_error_in_a_block_is_located_in_the_file():
    reading, _ = read("甲\n\n```表格\n行:\n  - [甲, 乙]\n  - [丙]\n```")
    assert [(one.rule, one.origin.line, one.origin.column) for one in reading.problems] == [("uneven-rows", 6, 5)]
    assert has_errors(reading.problems)


@pytest.mark.parametrize(
    "line", ["注：丙", "注1：丙", "表注：丙", "资料来源：丙", "数据来源：丙", "来源：丙", "说明：丙"]
)
def test_what_may_stand_below_a_table(line):
    (table,) = tables(f"| 甲 |\n|---|\n| 乙 |\n{line}")
    assert [note.content for note in table.notes] == [line]
