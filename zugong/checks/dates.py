"""印发日期 against the calendar and the issues before."""

from __future__ import annotations

from datetime import timedelta

from zugong.checks.context import Context
from zugong.diagnostics import Problem, doubt, error, hint
from zugong.model.issue import IssueDraft
from zugong.text.dates import format_date

_FAR = timedelta(days=60)


def date_before_last_issue(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """这一期的日期比期号在前的一期还早。"""
    same = [entry for entry in context.archive if entry.key.series == draft.key.series]
    earlier = [entry for entry in same if entry.key < draft.key and entry.issued_on is not None]
    last = max(earlier, key=lambda entry: entry.key, default=None)
    if draft.issued_on is None or last is None or last.issued_on is None or draft.issued_on.day >= last.issued_on:
        return ()
    message = f"日期 {format_date(draft.issued_on.day)} 早于上一期 {last.key} 的 {format_date(last.issued_on)}"
    advice = f"核对这里的日期和 {last.origin.path} 里的日期"
    return (error("date-before-last-issue", message, draft.issued_on.origin, advice),)


def date_in_other_year(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """日期的年份和文件夹的年份不同。年末的一期可能在下一年印出，所以只是疑问。"""
    if draft.issued_on is None or draft.issued_on.day.year == draft.key.year:
        return ()
    message = f"日期是 {draft.issued_on.day.year} 年的，这一期却放在 {draft.key.year} 年里"
    return (doubt("date-in-other-year", message, draft.issued_on.origin, "核对日期，或者把这一期移到那一年的文件夹"),)


def future_date(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """日期在六十天以后，多半是写错了。"""
    if draft.issued_on is None or draft.issued_on.day - context.today <= _FAR:
        return ()
    message = f"日期在 {(draft.issued_on.day - context.today).days} 天以后"
    return (hint("future-date", message, draft.issued_on.origin, "核对年、月、日"),)
