"""Every rule has a folder in tests/cases/checks: an issue it has nothing against, and one it has."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from zugong.checks import CHECKS, Context, check_draft
from zugong.diagnostics import in_order
from zugong.model.issue import IssueKey
from zugong.sources.archive import read_archive
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import read_issue

CASES = Path(__file__).parent.parent / "cases" / "checks"
TODAY = date(2023, 8, 22)
RULES = [check.rule for check in CHECKS]


@pytest.mark.parametrize("rule", RULES)
def test_good_and_bad(rule, tmp_path, golden, shown):
    good = check(CASES / rule / "good", tmp_path / "good")
    bad = check(CASES / rule / "bad", tmp_path / "bad")
    assert good == ()
    assert rule in {problem.rule for problem in bad}
    golden(CASES / rule / "expected.txt", shown(bad))


def check(case, root):
    """The case's files as issue 2023/23, its folders `year/number` as other issues."""
    shutil.copytree(case, root / "issues" / "2023" / "23", ignore=lambda folder, names: years(case, folder, names))
    for folder in years(case, case, [path.name for path in case.iterdir()]):
        shutil.copytree(case / folder, root / "issues" / folder, dirs_exist_ok=True)
    own = case / "bulletin.yaml"
    shutil.copy(own if own.exists() else CASES / "bulletin.yaml", root / "issues" / "bulletin.yaml")
    bulletin = read_bulletin(root).value
    reading = read_issue(root, IssueKey(2023, 23), bulletin)
    assert reading.problems == ()
    context = Context(bulletin, read_archive(root).value, TODAY)
    return in_order(check_draft(reading.value, context))


def years(case, folder, names):
    return [name for name in names if Path(folder) == case and name.isdigit()]


def test_every_case_belongs_to_a_rule():
    assert sorted(path.name for path in CASES.iterdir() if path.is_dir()) == sorted(RULES)


def test_the_table_is_true():
    assert len(set(RULES)) == len(RULES)
    assert len({one.name for one in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.rule)
def test_a_check_reports_its_own_rule_and_severity(one, tmp_path):
    root = tmp_path / "bad"
    found = [problem for problem in check(CASES / one.rule / "bad", root) if problem.rule == one.rule]
    bulletin = read_bulletin(root).value
    draft = read_issue(root, IssueKey(2023, 23), bulletin).value
    own = one.find(draft, Context(bulletin, read_archive(root).value, TODAY))
    assert sorted(own, key=repr) == sorted(found, key=repr)
    assert {problem.severity for problem in own} == {one.severity}
