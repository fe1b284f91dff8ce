"""The two printed issues of this repository, taken through the stages once for all tests."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from zugong.fonts.faces import FaceSet, faces_for
from zugong.layout.sheet import Sheet
from zugong.model.issue import Issue, IssueKey
from zugong.model.styles import Styles
from zugong.pipeline import LaidOut, examine, lay_out, open_office
from zugong.sources.styles import read_styles
from zugong.typesetting.pages import Pages

ROOT = Path(__file__).resolve().parents[2]
ISSUE_22, ISSUE_23 = IssueKey(2021, 22), IssueKey(2023, 23)
TODAY = date(2023, 9, 1)


@cache
def issue_of(key: IssueKey) -> Issue:
    """One of the printed issues, read and assembled."""
    examined = examine(open_office(ROOT, TODAY), key)
    assert examined.issue is not None, examined.problems
    return examined.issue


@cache
def laid_out(key: IssueKey) -> LaidOut:
    """The same on paper."""
    found = lay_out(open_office(ROOT, TODAY), issue_of(key))
    assert found is not None
    return found


def sheet_of(key: IssueKey) -> Sheet:
    """Its Sheet."""
    return laid_out(key).sheet


def pages_of(key: IssueKey) -> Pages:
    """Its Pages."""
    return laid_out(key).pages


@cache
def styles() -> Styles:
    """The shipped sheet."""
    read = read_styles(ROOT)
    assert read.value is not None
    return read.value


@cache
def faces() -> FaceSet:
    """The shipped faces."""
    return faces_for(styles())
