"""Every folder in tests/cases/sheet: a sheet.yaml of an office's own, and what is wrong with it, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from zugong.diagnostics import has_errors, in_order
from zugong.fonts.faces import SHIPPED
from zugong.resources import SHIPPED_FAMILIES
from zugong.sources.styles import read_styles

CASES = Path(__file__).parent.parent / "cases" / "sheet"
NAMES = sorted(path.name for path in CASES.iterdir())


@pytest.mark.parametrize("case", NAMES)
def test_case(case, golden, shown):
    reading = read_styles(CASES / case)
    golden(CASES / case / "expected.txt", shown(in_order(reading.problems)))
    assert (reading.value is None) == any(one.rule in ("impossible-sheet", "unknown-face") for one in reading.problems)


@pytest.mark.parametrize("case", NAMES)
def test_every_fault_has_a_line_of_its_own_file(case):
    for problem in read_styles(CASES / case).problems:
        assert problem.origin.path == "issues/templates/sheet.yaml"
        assert problem.origin.line >= 1
        assert problem.hint


def test_the_shipped_sheet_is_possible(tmp_path):
    assert read_styles(tmp_path).problems == ()


def test_a_sheet_with_faults_in_values_only_is_not_called_impossible(tmp_path):
    own = tmp_path / "issues" / "templates" / "sheet.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("版心: {宽: 三寸}\n", encoding="utf-8")
    reading = read_styles(tmp_path)
    assert reading.value is not None
    assert has_errors(reading.problems)


def test_the_families_that_may_be_named_are_those_that_are_shipped():
    assert set(SHIPPED_FAMILIES) == set(SHIPPED)
