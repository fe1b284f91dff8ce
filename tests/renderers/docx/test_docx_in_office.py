"""What LibreOffice prints of the DOCX is what Pages say: lines, pages, places."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

from tests.renderers.docx.sample import COLOPHON, ending, pages, rendered
from tests.support.office import docx_to_pdf
from tests.support.pdf import Drawn, drawn_characters
from tests.support.printed import ISSUE_22, ISSUE_23, pages_of, sheet_of
from zugong.layout.sheet import Block
from zugong.model.issue import IssueKey
from zugong.model.styles import Role
from zugong.renderers import docx
from zugong.typesetting.pages import Pages

BOTH = pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)


def printed(package: bytes, folder: Path, *, as_written: bool = True) -> list[list[tuple[float, str]]]:
    """Each page as lines of (baseline, text without spaces and leaders)."""
    path = folder / "issue.docx"
    path.write_bytes(package)
    pdf = docx_to_pdf(path, folder, as_written=as_written)
    return [lines(page) for page in drawn_characters(pdf.read_bytes())]


@cache
def issue(key: IssueKey, *, as_written: bool = True) -> list[list[tuple[float, str]]]:
    """A printed issue, converted once for all tests."""
    with tempfile.TemporaryDirectory() as folder:
        return printed(docx.render(sheet_of(key), pages_of(key)), Path(folder), as_written=as_written)


def lines(page: list[Drawn]) -> list[tuple[float, str]]:
    """The characters of a page gathered by baseline; faces of one line differ by a fraction of a point."""
    found: list[tuple[float, list[Drawn]]] = []
    for one in sorted(page, key=lambda one: one.baseline):
        if found and one.baseline - found[-1][0] < 4:
            found[-1][1].append(one)
        else:
            found.append((one.baseline, [one]))
    return [(y, bare("".join(one.text for one in sorted(row, key=lambda one: one.x)))) for y, row in found]


def bare(text: str) -> str:
    return "".join(text.split()).replace("·", "")


def wanted(placed: Pages) -> list[list[tuple[float, str]]]:
    return [
        [(line.baseline, bare(line.content)) for one in (*page.fragments, *page.furniture) for line in one.lines]
        for page in placed.pages
    ]


@BOTH
def test_lines_and_pages_are_those_of_pages(key: IssueKey) -> None:
    found = issue(key)
    assert len(found) == len(pages_of(key).pages)
    for got, want in zip(found, wanted(pages_of(key)), strict=True):
        baselines = {text: y for y, text in got}
        for y, text in want:
            assert baselines[text] == pytest.approx(y, abs=3), text


@BOTH
@pytest.mark.parametrize("as_written", [True, False])
def test_items_stand_on_the_pages_of_the_contents(key: IssueKey, as_written: bool) -> None:
    """Also for somebody who just opens it in LibreOffice, where lines break otherwise."""
    found = issue(key, as_written=as_written)
    text = ["".join(line for _, line in page) for page in found]
    for one in sheet_of(key).blocks:
        if isinstance(one, Block) and one.anchor:
            (page,) = [number for number, content in enumerate(text, 1) if bare(one.content)[:12] in content]
            assert page == pages_of(key).page_number(one.anchor)
    for number, page in enumerate(pages_of(key).pages):
        for fragment in page.fragments:
            if fragment.role is Role.SECTION:
                assert bare(fragment.lines[0].content) in [line for _, line in found[number]]
    assert len(text) == len(pages_of(key).pages)


@BOTH
def test_page_one_ends_where_the_items_begin(key: IssueKey) -> None:
    first, second = issue(key)[:2]
    assert first[-1][1] == "—1—"
    assert second[0][1].startswith("市内信息" if key == ISSUE_22 else "△潜山市")
    assert first[-2][1].startswith("领导批示" if key == ISSUE_22 else "做法予以刊发")


@pytest.mark.parametrize("count", range(1, 23))
def test_the_colophon_stands_at_the_foot_of_the_last_page(count: int, tmp_path: Path) -> None:
    whole = ending(count)
    found = printed(rendered(whole), tmp_path)
    assert len(found) == len(pages(whole).pages)
    last = [text for _, text in found[-1]]
    assert last[-2] == bare(COLOPHON.lines[-1].label.content + COLOPHON.lines[-1].content.content)
    foot = pages(whole).pages[-1].fragments[-1].lines[-1].baseline
    assert found[-1][-2][0] == pytest.approx(foot, abs=3)
    assert any(fragment.role is Role.BODY for fragment in pages(whole).pages[-1].fragments)
    assert last[0].startswith(("字", "△首")), "never alone on its page"
