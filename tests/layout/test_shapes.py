"""What an office may say of its bulletin, and what then stands on the sheet: cases are small workspaces."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.printed import styles
from zugong.assembly import assemble
from zugong.diagnostics import has_errors
from zugong.layout.compose import compose
from zugong.layout.sheet import (
    Block,
    Colophon,
    ContentsEntry,
    FigureBlock,
    InstructionBox,
    NewPage,
    PageTurn,
    SheetBlock,
    SplitBlock,
    TableBlock,
)
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import read_issue
from zugong.sources.workspace import issue_keys

CASES = Path(__file__).parent.parent / "cases" / "shapes"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case(case, tmp_path, golden):
    shutil.copytree(CASES / case, tmp_path / case, ignore=shutil.ignore_patterns("expected.txt"))
    root = tmp_path / case
    (key,) = issue_keys(root)
    bulletin = read_bulletin(root)
    draft = read_issue(root, key, bulletin.value)
    assert not has_errors((*bulletin.problems, *draft.problems))
    sheet = compose(assemble(draft.value, bulletin.value), styles())
    golden(CASES / case / "expected.txt", "\n".join([f"文件名：{sheet.info.title}", *map(shown, sheet.blocks)]) + "\n")


def shown(block: SheetBlock) -> str:
    match block:
        case Block():
            marks = f" #{block.anchor}" * bool(block.anchor) + " 紧接" * block.tight
            outline = f" 书签{block.outline_level}" * bool(block.outline_level)
            return f"{block.role.value}{marks}{outline}｜{block.content}"
        case SplitBlock():
            return f"{block.role.value}｜{texts(block.left, block.centre, block.right)}"
        case ContentsEntry():
            return f"{block.role.value} →{block.target}{' 页码' * block.numbered}｜{block.content}"
        case Colophon(lines=lines, after=after):
            inside = [f"  ｜{texts(line.label, line.content, line.right)}" for line in lines]
            return "\n".join(["版记", *inside, *(f"  {shown(one)}" for one in after)])
        case TableBlock():
            rows = ["  " + "｜".join(cell.content for cell in row) for row in block.rows]
            return "\n".join([f"表格 表头 {block.head_rows} 行", *rows])
        case FigureBlock():
            return f"图片 {block.width:.1f}×{block.height:.1f} {block.description}"
        case InstructionBox() | NewPage() | PageTurn():
            return f"[{type(block).__name__}]"


def texts(*runs):
    return "｜".join(run.content if run else "" for run in runs)
