"""末页: 双数页 in every example with an odd number of pages, with and without 版记, in all formats."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest

from tests.support.examples import EXAMPLES, TODAY, Example, examples, laid_out
from tests.support.in_office import lines_of, placed_lines, printed_all
from tests.support.pdf import drawn_characters, require_pango
from zugong.formats import RENDERERS
from zugong.model.styles import Role
from zugong.pipeline import LaidOut, examine, lay_out, open_office

ODD = [example for example in examples() if len(laid_out(example).pages.pages) % 2]
EACH = pytest.mark.parametrize("example", ODD, ids=str)


@cache
def made_even(example: Example) -> LaidOut:
    """The same issue with one more line in its issue.yaml."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(EXAMPLES / example.name, Path(folder) / "workspace"))
        file = root / "issues" / str(example.key) / "issue.yaml"
        file.write_text(file.read_text(encoding="utf-8") + "末页: 双数页\n", encoding="utf-8")
        office = open_office(root, TODAY)
        found = examine(office, example.key).issue
        assert found is not None
        on_paper = lay_out(office, found)
        assert on_paper is not None
        return on_paper


def rendered(example: Example, kind: str) -> bytes:
    on_paper = made_even(example)
    return RENDERERS[kind](on_paper.sheet, on_paper.pages, on_paper.faces, example.root)


def has_colophon(example: Example) -> bool:
    return any(one.role is Role.COLOPHON for page in laid_out(example).pages.pages for one in page.fragments)


def test_there_are_issues_with_and_without_colophon() -> None:
    assert {has_colophon(example) for example in ODD} == {True, False}
    assert len(ODD) >= 5


@EACH
def test_there_is_one_page_more(example: Example) -> None:
    """With the colophon and lines of text that came along; without a colophon it is empty, without a number."""
    before, after = laid_out(example).pages.pages, made_even(example).pages.pages
    assert len(after) == len(before) + 1
    roles = [fragment.role for fragment in after[-1].fragments]
    assert (Role.COLOPHON in roles) is has_colophon(example)
    assert bool(after[-1].lines) is has_colophon(example)
    assert not any(fragment.role is Role.COLOPHON for page in after[:-1] for fragment in page.fragments)
    if has_colophon(example):
        assert {*roles} - {Role.COLOPHON, Role.AFTER_COLOPHON}, "the colophon stands alone"


@EACH
@pytest.mark.parametrize("kind", ["pdf", "proof"])
def test_paper_has_it(example: Example, kind: str) -> None:
    if kind == "pdf":
        require_pango()
    drawn = [lines_of(page) for page in drawn_characters(rendered(example, kind))]
    assert len(drawn) % 2 == 0
    same_text(example, drawn)


@pytest.mark.parametrize("as_written", [True, False], ids=["as written", "as imported"])
def test_docx_has_it(as_written: bool) -> None:
    """By LibreOffice; as imported, lines before those that were carried over may end elsewhere."""
    packages = [rendered(example, "docx") for example in ODD]
    for example, pdf in zip(ODD, printed_all(packages, as_written=as_written), strict=True):
        same_text(example, [lines_of(page) for page in drawn_characters(pdf)], 0 if as_written else -1)


def same_text(example: Example, drawn: list[list[tuple[float, str]]], first: int = 0) -> None:
    """There are as many pages as ours; from `first` on each has the same characters."""
    ours = made_even(example).pages.pages
    assert len(drawn) == len(ours), example
    for page, found in zip(ours[first:], drawn[first:], strict=True):
        wanted = sorted("".join(placed_lines(page)))
        assert sorted("".join(text for _, text in found)) == wanted, (example, page.number)
