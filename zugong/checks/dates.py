"""印发日期 against the calendar and the issues before."""

from __future__ import annotations

from datetime import timedelta

from zugong.checks.context import Context
from zugong.diagnostics import Problem, doubt, error, hint
from zugong.model.issue import IssueDraft
from zugong.text.dates import format_date

_FAR = timedelta(days=60)


def date_before_last_issue(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """An issue is not printed before the one with the next lower number."""
    earlier = [entry for entry in context.archive if entry.key < draft.key and entry.issued_on is not None]
    last = max(earlier, key=lambda entry: entry.key, default=None)
    if draft.issued_on is None or last is None or last.issued_on is None or draft.issued_on.day >= last.issued_on:
        return ()
    message = f"日期 {format_date(draft.issued_on.day)} 早于上一期 {last.key} 的 {format_date(last.issued_on)}"
    advice = f"核对这里的日期和 {last.origin.path} 里的日期"
    return (error("date-before-last-issue", message, draft.issued_on.origin, advice),)


def date_in_other_year(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """The folder names the year; the last issue of a year may be printed in the next."""
    if draft.issued_on is None or draft.issued_on.day.year == draft.key.year:
        return ()
    message = f"日期是 {draft.issued_on.day.year} 年的，这一期却放在 {draft.key.year} 年里"
    return (doubt("date-in-other-year", message, draft.issued_on.origin, "核对日期，或者把这一期移到那一年的文件夹"),)


def future_date(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """A date far ahead is more often a slip than a plan."""
    if draft.issued_on is None or draft.issued_on.day - context.today <= _FAR:
        return ()
    message = f"日期在 {(draft.issued_on.day - context.today).days} 天以后"
    return (hint("future-date", message, draft.issued_on.origin, "核对年、月、日"),)
