"""Pages that begin by force: lines beside the colophon, and items behind front matter that ran over."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.support.command_line import small_workspace
from tests.support.office import docx_to_pdf
from zugong.model.issue import IssueKey
from zugong.pipeline import LaidOut, examine, lay_out, open_office
from zugong.renderers import docx
from zugong.typesetting.pages import Page

LINE = "党建工作"


def laid_out(folder: Path, paragraphs: list[int], extra: str = "") -> LaidOut:
    """An issue of one item whose paragraphs have that many lines."""
    root = small_workspace(folder)
    issue = root / "issues" / "2026" / "1"
    # The first line of a paragraph holds 26 characters; the item's first also the headline.
    bodies = ["建" * (26 + 28 * (lines - 1) - 3) + "完了。" for lines in paragraphs]
    head = "---\n标题: 县图书馆延长开放时间\n供稿单位: 县图书馆\n排法: 另行\n---\n\n"
    (issue / "01-图书馆.md").write_text(head + "\n\n".join(bodies) + "\n", encoding="utf-8")
    (issue / "issue.yaml").write_text(f"日期: 2026年1月5日\n{extra}", encoding="utf-8")
    office = open_office(root, date(2026, 1, 5))
    examined = examine(office, IssueKey(2026, 1))
    assert examined.issue is not None, examined.problems
    found = lay_out(office, examined.issue)
    assert found is not None
    return found


def text_of(page: Page) -> str:
    return "".join("".join(line.content.split()) for one in page.fragments for line in one.lines)


def turned(package: bytes) -> int:
    """Page breaks of either kind in the document."""
    body = Document(io.BytesIO(package)).element.body
    breaks = [one for one in body.iter(qn("w:br")) if one.get(qn("w:type")) == "page"]
    return len(breaks) + len(list(body.iter(qn("w:pageBreakBefore"))))


@pytest.mark.parametrize(
    ("paragraphs", "extra"),
    [([20], ""), ([18, 1, 1], ""), ([19, 1], ""), ([10, 9, 1], ""), ([3], "末页: 双数页\n"), ([24], "末页: 双数页\n")],
)
def test_the_docx_turns_where_the_pages_turn(paragraphs: list[int], extra: str, tmp_path: Path) -> None:
    found = laid_out(tmp_path, paragraphs, extra)
    package = docx.render(found.sheet, found.pages)
    carried = found.pages.carried_lines
    assert turned(package) == 1 + bool(carried)
    path = tmp_path / "a.docx"
    path.write_bytes(package)
    with pdfplumber.open(docx_to_pdf(path, tmp_path / "out")) as document:
        assert len(document.pages) == len(found.pages.pages)
        for page, mine in zip(document.pages, found.pages.pages, strict=True):
            printed = "".join(character["text"] for character in page.chars if not character["text"].isspace())
            first = text_of(mine)[:4]
            assert first in printed[:12], f"page {mine.number} begins otherwise"


def test_some_of_these_cases_carry_lines(tmp_path: Path) -> None:
    assert laid_out(tmp_path / "a", [20]).pages.carried_lines
    assert laid_out(tmp_path / "b", [18, 1, 1]).pages.carried_lines
    assert not laid_out(tmp_path / "c", [3]).pages.carried_lines


def test_items_follow_front_matter_that_ran_over(tmp_path: Path) -> None:
    """A note of 26 lines fills page one and a part of page two: the item begins under it."""
    note = "编者按: |\n  " + "建" * 700 + "。\n"
    found = laid_out(tmp_path, [5], note)
    second = text_of(found.pages.pages[1])
    assert second.startswith("建")
    assert "△县图书馆" in second
    package = docx.render(found.sheet, found.pages)
    assert turned(package) == 0
