"""花脸稿 on paper: tables with columns and closed merges, pictures by one word, left and right of a line apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.revision.test_structures_compared import ITEM, item
from tests.support.examples import TODAY, Example, examples, laid_out
from zugong.fonts.faces import FaceSet, faces_for
from zugong.fonts.installed import installed_faces
from zugong.layout.sheet import Block, DocumentInfo, Sheet, TableBlock
from zugong.model.styles import Accent, Role
from zugong.redlining import _blocks
from zugong.revision.comparing import RevisedParagraph, compare
from zugong.revision.passages import Passage, item_passages, sheet_passages
from zugong.revision.placing import change_rules
from zugong.revision.revised_tables import RevisedTable, parts
from zugong.revision.showing import CHANGED, readable
from zugong.typesetting.typeset import typeset

STYLES = laid_out(examples()[0]).sheet.styles
MERGED = [["片区", "水厂", "供水", "←"], ["↑", "↑", "设计", "实际"], ["北片", "云岭", "3.2", "2.8"]]


def rows(table: list[list[str]]) -> list[Passage]:
    return [Passage(Role.TABLE_CELL, (("\t".join(row), Accent.PLAIN),)) for row in table]


def table_of(paragraphs: tuple[RevisedParagraph, ...]) -> RevisedTable:
    (found,) = (one for one in parts(paragraphs) if isinstance(one, RevisedTable))
    return found


def shown(paragraphs: tuple[RevisedParagraph, ...]) -> str:
    blocks = _blocks(paragraphs, STYLES)
    runs = [run for block in blocks if isinstance(block, Block | TableBlock) for run in block.runs]
    return "".join(run.content for run in runs)


def test_merged_cells_are_closed() -> None:
    after = [*MERGED[:2], ["北片", "云岭", "3.5", "2.8"]]
    found = table_of(compare(rows(MERGED), rows(after)))
    reach = {
        "".join(span.content for span in one.spans): (one.row, one.column, one.rows, one.columns) for one in found.cells
    }
    assert reach["片区"] == (0, 0, 2, 1)
    assert reach["供水"] == (0, 2, 1, 2)
    assert reach["3.23.5"] == (2, 2, 1, 1)


def test_a_merge_that_came_shows_no_arrow() -> None:
    after = [*MERGED, ["合计", "←", "3.2", "2.8"]]
    assert not set("←↑｜") & set(shown(compare(rows(MERGED), rows(after))))
    after = [*MERGED[:2], ["北片", "←", "3.2", "2.8"]]
    assert not set("←↑｜") & set(shown(compare(rows(MERGED), rows(after))))


def test_the_rules_stand_at_the_changed_cell() -> None:
    after = [*MERGED[:2], ["北片", "云岭", "3.5", "2.8"]]
    paragraphs = compare(rows(MERGED), rows(after))
    sheet = Sheet(DocumentInfo("", "", TODAY), STYLES, _blocks(paragraphs, STYLES), "")
    pages = typeset(sheet, faces())
    (page,) = pages.pages
    added = change_rules(pages, parts(paragraphs))[0].rules[len(page.rules) :]
    cell = next(one for one in page.tables[0].cells if (one.row, one.column) == (2, 2))
    assert len(added) == 2
    for rule in added:
        assert cell.x < rule.x < rule.x + rule.width < cell.x + cell.width
        assert cell.y < rule.y < cell.y + cell.height


def faces() -> FaceSet:
    return faces_for(STYLES, tuple(installed_faces(examples()[0].root)))


def test_a_picture_is_one_word(tmp_path: Path) -> None:
    before = item_passages(item(tmp_path / "a"))
    same = readable(compare(before, item_passages(item(tmp_path / "b", ITEM.replace("10", "11")))))
    assert "〔图片〕" in shown(same)
    assert "编号" not in shown(same)
    assert CHANGED not in shown(same)
    other = readable(compare(before, item_passages(item(tmp_path / "c", seed=2))))
    assert "〔图片〕" + CHANGED in shown(other)
    gone = readable(
        compare(before, item_passages(item(tmp_path / "d", ITEM.replace("![图1 书屋一角](图片/一.png)", ""))))
    )
    assert "编号" not in shown(gone)


@pytest.mark.parametrize("example", [one for one in examples() if one.name in ("运行月报", "综合")], ids=str)
def test_left_and_right_of_the_masthead_stand_apart(example: Example) -> None:
    passages = sheet_passages(laid_out(example).sheet)
    office = next(one.content for one in passages if one.role is Role.OFFICE)
    left, _, right = office.partition("\t")
    text = shown(readable(compare(passages, passages)))
    assert f"{left}{'　' * 4}{right}" in text


def test_columns_that_came_make_another_table() -> None:
    before, after = [["甲", "乙"], ["丙", "丁"]], [["戊己庚", "辛壬", "癸"], ["子丑", "寅卯", "辰巳"]]
    found = parts(compare(rows(before), rows(after)))
    assert all(isinstance(one, RevisedTable) for one in found)
    assert "｜" not in shown(compare(rows(before), rows(after)))
