"""Every rule has a folder in tests/cases/checks: an issue it has nothing against, and one it has."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from zugong.checks import CHECKS, Context, Family, check_draft
from zugong.checks.passages import manuscript
from zugong.diagnostics import Severity, has_errors, in_order
from zugong.model.issue import IssueKey
from zugong.sources.archive import read_archive
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import read_issue
from zugong.sources.past import PastIndex
from zugong.sources.registers import read_registers

CASES = Path(__file__).parent.parent / "cases" / "checks"
TODAY = date(2023, 8, 22)
RULES = [check.rule for check in CHECKS]
SHORT = "item-length"
"the cases are short, and that is no news"


@pytest.mark.parametrize("rule", RULES)
def test_good_and_bad(rule, tmp_path, golden, shown):
    good = check(CASES / rule / "good", tmp_path / "good")
    bad = [one for one in check(CASES / rule / "bad", tmp_path / "bad") if rule == SHORT or one.rule != SHORT]
    assert rule not in {problem.rule for problem in good}
    assert [problem for problem in good if problem.severity > Severity.HINT] == []
    assert rule in {problem.rule for problem in bad}
    golden(CASES / rule / "expected.txt", shown(bad))


def check(case, root):
    draft, context = opened(case, root)
    return in_order(check_draft(draft, context))


def opened(case, root):
    """The case's files as issue 2023/23, its folders `year/number` as other issues, its registers beside them."""
    folder = root / "issues" / "2023" / "23"
    shutil.copytree(case, folder, ignore=lambda at, names: beside(case, at, names))
    for name in beside(case, case, [path.name for path in case.iterdir()]):
        copy = shutil.copytree if (case / name).is_dir() else shutil.copy
        copy(case / name, root / "issues" / name, **({"dirs_exist_ok": True} if (case / name).is_dir() else {}))
    if not (folder / "issue.yaml").exists():
        shutil.copy(CASES / "issue.yaml", folder / "issue.yaml")
    if not (root / "issues" / "bulletin.yaml").exists():
        shutil.copy(CASES / "bulletin.yaml", root / "issues" / "bulletin.yaml")
    bulletin = read_bulletin(root).value
    reading, registers, archive = (
        read_issue(root, IssueKey(2023, 23), bulletin),
        read_registers(root),
        read_archive(root),
    )
    assert not has_errors(reading.problems)
    assert registers.problems == ()
    past = PastIndex(root, tuple(entry.key for entry in archive.value)).alike(reading.value)
    return reading.value, Context(bulletin, archive.value, TODAY, registers.value, past)


def beside(case, folder, names):
    """What belongs next to the issue's folder, not into it."""
    registers = ("units.yaml", "terms.yaml", "bulletin.yaml")
    return [name for name in names if Path(folder) == case and (name.isdigit() or name in registers)]


def test_every_case_belongs_to_a_rule():
    assert sorted(path.name for path in CASES.iterdir() if path.is_dir()) == sorted(RULES)


def test_the_table_is_true():
    assert len(set(RULES)) == len(RULES)
    assert len({one.name for one in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.rule)
def test_a_row_says_everything(one):
    assert one.name and one.basis and one.wrong and one.right and one.manual
    assert one.manual.endswith(("。", "：**双向选择。**")), one.manual
    assert not any(word in one.manual for word in ("None", "regex", "TODO", "list"))


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.rule)
def test_only_structure_stops_a_build(one):
    assert one.severity < Severity.ERROR or one.family is Family.STRUCTURE


@pytest.mark.parametrize("one", [one for one in CHECKS if one.family is not Family.SILENCE], ids=lambda one: one.rule)
def test_a_check_reports_its_own_rule_and_severity(one, tmp_path):
    draft, context = opened(CASES / one.rule / "bad", tmp_path)
    found = [problem for problem in check_draft(draft, context) if problem.rule == one.rule]
    own = one.find(manuscript(draft), context)
    assert sorted(own, key=repr) == sorted(found, key=repr)
    assert {problem.severity for problem in own} == {one.severity}
    assert one.fixable or not any(problem.fix for problem in own)
