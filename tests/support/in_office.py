"""Both printed issues and all examples as LibreOffice prints their DOCX; all are converted at once, which is quick."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from tests.support.examples import Example
from tests.support.office import docx_to_pdfs
from tests.support.pdf import Drawn, drawn_characters
from tests.support.rule_sets import EVERY, file_of
from zugong.model.issue import IssueKey
from zugong.typesetting.pages import Page

Lines = list[tuple[float, str]]
"a page as (baseline, text without spaces and leaders) from top to bottom"


def office_pdf(key: IssueKey | Example, *, as_written: bool = True) -> bytes:
    """The PDF that LibreOffice makes of an issue (tests/support/office.py)."""
    return _all(as_written)[EVERY.index(key)]


def office_lines(key: IssueKey | Example, *, as_written: bool = True) -> list[Lines]:
    """Its pages line by line."""
    return [lines_of(page) for page in drawn_characters(office_pdf(key, as_written=as_written))]


@cache
def _all(as_written: bool) -> list[bytes]:
    return printed_all([file_of(key, "docx") for key in EVERY], as_written=as_written)


def printed_all(packages: list[bytes], *, as_written: bool = True) -> list[bytes]:
    """The PDF of each DOCX, in one run of LibreOffice."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.docx" for number in range(len(packages))]
        for path, package in zip(paths, packages, strict=True):
            path.write_bytes(package)
        return [pdf.read_bytes() for pdf in docx_to_pdfs(paths, folder, as_written=as_written)]


def lines_of(page: list[Drawn]) -> Lines:
    """The characters of a page gathered by baseline; faces of one line differ by a fraction of a point."""
    found: list[tuple[float, list[Drawn]]] = []
    for one in sorted(page, key=lambda one: one.baseline):
        if found and one.baseline - found[-1][0] < 4:
            found[-1][1].append(one)
        else:
            found.append((one.baseline, [one]))
    return [(y, bare("".join(one.text for one in sorted(row, key=lambda one: one.x)))) for y, row in found]


def placed_lines(page: Page) -> list[str]:
    """What our lines of a page say, in the same way."""
    return [bare(line.content) for line in page.lines]


def bare(text: str) -> str:
    """Without spaces and leaders."""
    return "".join(text.split()).replace("·", "")
