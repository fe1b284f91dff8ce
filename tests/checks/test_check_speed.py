"""No text makes a rule slow: twice the marks cost about twice the time. Figures: python tools/measure_check.py"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from tests.corpus.texts import BULLETIN, issue_of
from zugong.checks import Context, review
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, open_office

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2023, 9, 1)


def seconds(work, rounds):
    best = float("inf")
    for _ in range(rounds):
        start = process_time()
        work()
        best = min(best, process_time() - start)
    return best


@pytest.mark.parametrize("mark", ["“", "（", "、", "”", "—", "的", "甲乙、", '"', "(", "共1个", "有限公司"])
def test_growth_is_linear(mark):
    context = Context(BULLETIN, (), TODAY)
    issues = [issue_of([mark * (length // len(mark))]) for length in (15_000, 60_000)]
    small, large = (seconds(lambda issue=issue: review(issue, context), 2) for issue in issues)
    assert large < 11 * small + 0.1  # four times the text; a square would cost sixteen times


def test_an_issue_takes_no_time():
    """60 ms is the goal; three times that is for machines under load."""
    office = open_office(ROOT, TODAY)
    assert seconds(lambda: examine(office, IssueKey(2023, 23)), 5) < 0.18
