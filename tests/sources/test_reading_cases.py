"""Every folder in tests/cases/reading: files an editor may write, and what the readers make of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from zugong.diagnostics import in_order
from zugong.model.bulletin import Bulletin, Standing
from zugong.model.issue import IssueDraft, ItemDraft
from zugong.model.prose import Paragraph
from zugong.model.structures import BodyBlock, Figure, Table, TableCell
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import read_issue
from zugong.sources.item import read_item
from zugong.sources.workspace import survey

CASES = Path(__file__).parent.parent / "cases" / "reading"


NAMES = sorted(path.name for path in CASES.iterdir())


@pytest.mark.parametrize("case", NAMES)
def test_case(case, golden, shown):
    golden(CASES / case / "expected.txt", found(case, shown))


@pytest.mark.parametrize("case", NAMES)
def test_case_without_libyaml(case, shown, monkeypatch):
    """PyYAML's own parser words its errors otherwise; an editor must not see the difference."""
    monkeypatch.setattr("zugong.sources.yaml_reader._LOADER", yaml.SafeLoader)
    assert found(case, shown) == (CASES / case / "expected.txt").read_text(encoding="utf-8")


def found(case, shown):
    folder = CASES / case
    if (folder / "issues").is_dir():
        problems, told = _workspace(folder)
    else:
        reading = read_item(folder, next(path for path in folder.iterdir() if path.stem == "item"))
        problems, told = reading.problems, list(_item(reading.value))
    return shown(in_order(problems)) + "\n" + "\n".join(told) + "\n"


def _workspace(folder):
    bulletin = read_bulletin(folder)
    keys = survey(folder)
    problems = [*bulletin.problems, *keys.problems]
    told = list(_bulletin(bulletin.value)) if bulletin.value else ["（没有读到 bulletin.yaml）"]
    for key in keys.value:
        issue = read_issue(folder, key, bulletin.value)
        problems += issue.problems
        told += list(_issue(issue.value)) if issue.value else [f"（没有读到 {key}）"]
    return tuple(problems), told


def _bulletin(bulletin: Bulletin) -> Iterator[str]:
    yield f"刊名 {bulletin.title}｜{bulletin.issuing_office}｜{bulletin.number_format}｜{bulletin.file_name}"
    yield from _standing(bulletin.standing)


def _standing(standing: Standing) -> Iterator[str]:
    required = {True: "", False: "（可省）"}
    yield "栏目 " + "、".join(one.name.content + required[one.source_unit_required] for one in standing.sections)
    yield "版记 " + "".join(f"{line.label}：{line.content}" for line in standing.distribution)
    switches = (standing.contents, standing.entry_numbering.value, standing.instruction_box)
    yield f"目录、序号、批示、排法 {' '.join(map(str, switches))} {standing.headline_placement.value}"


def _issue(issue: IssueDraft) -> Iterator[str]:
    yield f"== {issue.key} {issue.issued_on.day if issue.issued_on else '无日期'} complete={issue.complete}"
    yield from _standing(issue.standing)
    yield from map(_paragraph, issue.editors_note)
    for item in issue.items:
        yield f"-- {item.origin.path}"
        yield from _item(item)


def _item(item: ItemDraft) -> Iterator[str]:
    units = "、".join(unit.content for unit in item.source_units)
    placement = item.headline_placement.value if item.headline_placement else None
    yield f"标题 {item.headline}｜栏目 {item.section}｜供稿单位 {units}｜排法 {placement}｜complete={item.complete}"
    if item.extras.note:
        yield "按语"
        yield from map(_paragraph, item.extras.note)
    yield from _blocks(item.body)
    for attachment in item.extras.attachments:
        yield f"附件 {attachment.origin.path}：{attachment.title}"
        yield from _blocks(attachment.body)


def _blocks(body: tuple[BodyBlock, ...]) -> Iterator[str]:
    for block in body:
        match block:
            case Paragraph():
                yield _paragraph(block)
            case Table():
                yield from _table(block)
            case Figure():
                yield _figure(block)


def _table(table: Table) -> Iterator[str]:
    """Title, unit, columns; each row on a line with the size of merged cells and the place of the first."""
    columns = "、".join(f"{one.align.value if one.align else '自动'}{one.width or ''}" for one in table.columns)
    yield f"▦ {table.title or '（无表题）'}｜{table.unit or ''}｜{columns}"
    for mark, rows in (("头", table.head), ("行", table.rows)):
        for row in rows:
            cells = " | ".join(map(_cell, row.cells))
            yield f"  {'合计' if row.total else mark} {cells}  （{row.origin.line}:{row.origin.column}）"
    yield from (f"  {note}" for note in table.notes)


def _cell(cell: TableCell) -> str:
    text = "".join(f"【{run.content}】" if run.lead else run.content for run in cell.runs)
    size = f"〔{cell.columns}列{cell.rows}行〕" if (cell.columns, cell.rows) != (1, 1) else ""
    return f"{text or '空'}{size}"


def _figure(figure: Figure) -> str:
    picture = figure.picture
    size = f"{picture.kind.value} {picture.width:g}×{picture.height:g}pt" if picture else "没有读到"
    width = f"，印成 {figure.width:.1f}pt" if figure.width else ""
    return f"▣ {figure.file}｜{figure.caption or '（无图注）'}｜{figure.description}｜{size}{width}"


def _paragraph(paragraph: Paragraph) -> str:
    """Each run with its place; 【】 around leads."""
    runs = (f"{'【' if run.lead else ''}{run.content}{'】' if run.lead else ''}" for run in paragraph.runs)
    places = " ".join(f"{run.origin.line}:{run.origin.column}" for run in paragraph.runs)
    return f"{'#' * paragraph.level or '¶'} {'·'.join(runs)}  （{places}）"
