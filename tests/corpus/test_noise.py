"""How seldom the rules are wrong, and how often they are right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.corpus.planting import recall
from tests.corpus.planting_structure import PROMISED, examined, planted, structure_recall
from tests.corpus.slips import IN_SCOPE
from tests.corpus.texts import CLEAN, UNSEEN, prose, reports
from zugong.diagnostics import Severity
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, open_office

ROOT = Path(__file__).resolve().parents[2]
ONE_IN = 5000


@pytest.mark.parametrize("texts", [CLEAN, UNSEEN], ids=["clean", "unseen"])
def test_official_prose_gives_next_to_nothing(texts):
    characters = sum(len(line) for path in texts for line in prose(path))
    found = [(path.name, one) for path in texts for one in reports(prose(path))]
    assert characters >= 20_000
    assert len(found) * ONE_IN <= characters, found


@pytest.mark.parametrize("path", [*CLEAN, *UNSEEN], ids=lambda path: path.stem)
def test_every_text_names_its_source(path):
    assert path.read_text(encoding="utf-8").startswith("# 来源：")


def test_planted_slips_are_found_at_their_character():
    counts, missed = recall()
    assert sum(number for _, number in counts.values()) >= 200
    for family in IN_SCOPE:
        found, number = counts[family]
        assert found >= 0.9 * number, (family, [one for one in missed if one[0] == family])


def test_slips_in_the_make_up_of_an_issue_are_found_in_their_place():
    counts, missed = structure_recall()
    assert sum(number for _, number in counts.values()) >= 100
    for family in PROMISED:
        found, number = counts[family]
        assert found >= 0.9 * number, (family, missed)


def test_an_issue_without_slips_gives_nothing(tmp_path):
    issues = [files for *_, files, _, _ in planted()][::10]
    assert [examined(tmp_path / str(i), files, everything=False) for i, files in enumerate(issues)] == [
        set() for _ in issues
    ]


@pytest.mark.parametrize("key", [IssueKey(2021, 22), IssueKey(2023, 23)], ids=str)
def test_the_printed_issues_give_what_was_judged(key):
    """printed.tsv holds every default report on them with a person's judgement; none is 不值得."""
    office = open_office(ROOT, date(2023, 9, 1))
    shown = [one for one in examine(office, key).problems if one.severity > Severity.HINT]
    rows = [line.split("\t") for line in (Path(__file__).parent / "printed.tsv").read_text("utf-8").splitlines()[1:]]
    own = [row for row in rows if row[0].startswith(f"issues/{key}/")]
    assert [(one.origin.path, str(one.origin.line), str(one.origin.column), one.rule) for one in shown] == [
        tuple(row[:4]) for row in own
    ]
    assert all(row[5] == "真" for row in own)
