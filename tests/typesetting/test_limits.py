"""A colophon that fills a page is an error before it is printed over text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import small_workspace, zugong
from tests.support.printed import faces, styles
from tests.support.rule_sets import THREE_LINES, run, sheet
from tests.support.tables import caption, cell, even_widths, figure, table, tall_table
from zugong.diagnostics import Location, Problem
from zugong.layout.sheet import Cell, Colophon, SheetBlock, SplitBlock, TableBlock
from zugong.model.styles import Role
from zugong.typesetting.limits import limit_problems


def with_colophon(folder: Path, units: int) -> Path:
    workspace = small_workspace(folder)
    settings = workspace / "issues" / "bulletin.yaml"
    text = settings.read_text(encoding="utf-8")
    long = "、".join(["某某县委组织部办公室"] * units)
    settings.write_text(text.replace("县文化局。", f"{long}。"), encoding="utf-8")
    return workspace


def test_a_colophon_that_fits_is_built(tmp_path: Path) -> None:
    assert zugong("build", "--docx", cwd=with_colophon(tmp_path, 30)).code == 0


def test_a_colophon_that_fills_the_page_is_refused_with_its_place(tmp_path: Path) -> None:
    workspace = with_colophon(tmp_path, 80)
    ran = zugong("build", "--docx", cwd=workspace)
    assert ran.code == 1
    assert "issues/bulletin.yaml:6:8 错误 版记太长" in ran.output
    assert not list((workspace / "build").glob("*.docx"))
    assert zugong("build", "--docx", "--draft", cwd=workspace).code == 1
    assert list((workspace / "build").glob("*（草稿）.docx"))


WIDTH = styles().page.type_width


def problems(*blocks: SheetBlock) -> list[Problem]:
    return list(limit_problems(sheet(*blocks), faces()))


def at(content: str, line: int, column: int, **covers: int) -> Cell:
    """A cell that was written on that line."""
    made = cell(content, column, **covers)  # type: ignore[arg-type]
    return Cell(
        made.role, (type(made.runs[0])(content, made.runs[0].accent, Location("01.md", line)),), column, made.align,
        made.columns, made.rows,
    )  # fmt: skip


def test_ordinary_sheets_have_no_problem() -> None:
    assert problems(tall_table(60), figure(22 * styles().page.line_pitch), THREE_LINES) == []


def high(lines: int) -> str:
    """Text of so many lines in the second column below."""
    return "党" * int((100 - 2 * styles().table.padding) // 12) * lines


@pytest.mark.parametrize(("lines", "is_told"), [(35, False), (36, True)])
def test_a_row_higher_than_a_page_is_told_where_it_is_high(lines: int, is_told: bool) -> None:
    rows = ((at("一", 3, 0), at("二", 3, 1)), (at("三", 4, 0), at(high(lines), 5, 1)))
    found = problems(TableBlock((WIDTH - 100, 100.0), rows, 0))
    assert [(one.rule, one.origin.line) for one in found] == ([("table-row-too-high", 5)] if is_told else [])
    if is_told:
        assert found[0].message == "表格第 2 行要占 23 行，一面最多 22 行"


def test_the_head_counts_on_every_page() -> None:
    rows = (
        (cell("县", 0, head=True), cell("项目", 1, head=True)),
        *((at("一", line, 0), at(high(35), line, 1)) for line in (4, 5)),
    )
    found = problems(TableBlock((WIDTH - 100, 100.0), rows, 1))
    assert [(one.origin.line, one.message.partition("要占")[0]) for one in found] == [
        (4, "表格第 1 行连同表头"),
        (5, "表格第 2 行连同表头"),
    ]
    assert all("要占 23 行" in one.message for one in found)


def test_rows_that_are_merged_down_may_not_be_higher_than_a_page() -> None:
    rows = [(at("县", 3, 0, rows=23), at("一", 3, 1)), *((at("一", 4 + number, 1),) for number in range(22))]
    (found,) = problems(TableBlock(even_widths(2), tuple(rows), 0))
    assert found.message == "表格第 1—23 行（上下合并）要占 23 行，一面最多 22 行"


def test_a_head_without_rows_may_be_too_high_too() -> None:
    (found,) = problems(TableBlock((WIDTH - 100, 100.0), ((at("县", 3, 0), at(high(40), 3, 1)),), 1))
    assert found.message == "表格表头要占 25 行，一面最多 22 行"


def test_a_column_too_narrow_for_a_character_is_told_once() -> None:
    narrow = 11.9 + 2 * styles().table.padding
    rows = tuple((at("1", line, 0), at("县", line, 1)) for line in range(3, 6))
    (found,) = problems(TableBlock((WIDTH - narrow, narrow), rows, 0))
    assert (found.rule, found.origin.line, found.message) == (
        "table-column-too-narrow",
        3,
        "表格第 2 列太窄，放不下一个字",
    )
    # A figure is half as wide.
    assert problems(TableBlock((narrow, WIDTH - narrow), rows, 0)) == []
    wide = 12 + 2 * styles().table.padding
    assert problems(TableBlock((WIDTH - wide, wide), rows, 0)) == []


@pytest.mark.parametrize(("width", "height"), [(443.0, 100.0), (200.0, 640.0)])
def test_a_figure_larger_than_the_type_area_is_an_error(width: float, height: float) -> None:
    (found,) = problems(figure(height, width=width, caption=True), caption())
    assert found.rule == "figure-too-large"
    assert found.origin.path == "issues/2023/9/01-某县.md"
    (found,) = problems(figure(height, width=width))
    assert found.origin.path == ""


def test_lines_below_the_last_rule_count() -> None:
    after = tuple(SplitBlock(Role.AFTER_COLOPHON, run(f"第{number}行"), None) for number in range(25))
    (found,) = problems(Colophon((), after))
    assert found.rule == "colophon-too-long"
    assert found.origin.path == "issues/2023/9/01-某县.md"
    assert problems(Colophon(THREE_LINES.lines, after[:10])) == []


def test_an_empty_table_has_no_problem() -> None:
    assert problems(table([["", ""], ["", ""]])) == []
