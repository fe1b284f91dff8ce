"""The table of all checks; adding one is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zugong.checks import bodies, dates, fields, headlines, numbers, sections
from zugong.checks.context import Context
from zugong.diagnostics import Problem, Severity
from zugong.model.issue import IssueDraft


@dataclass(frozen=True, slots=True)
class Check:
    """One rule (规则)."""

    rule: str
    name: str
    "what the editor calls it"
    severity: Severity
    find: Callable[[IssueDraft, Context], tuple[Problem, ...]]


CHECKS: tuple[Check, ...] = (
    Check("no-items", "没有稿件", Severity.ERROR, fields.no_items),
    Check("missing-headline", "缺标题", Severity.ERROR, fields.missing_headline),
    Check("missing-source-unit", "缺供稿单位", Severity.ERROR, fields.missing_source_unit),
    Check("missing-date", "缺日期", Severity.ERROR, fields.missing_date),
    Check("missing-section", "缺栏目", Severity.ERROR, sections.missing_section),
    Check("unknown-section", "没有这个栏目", Severity.ERROR, sections.unknown_section),
    Check("unused-section", "栏目不起作用", Severity.DOUBT, sections.unused_section),
    Check("empty-body", "没有正文", Severity.ERROR, bodies.empty_body),
    Check("lead-without-closing-mark", "段首语缺标点", Severity.DOUBT, bodies.lead_without_closing_mark),
    Check("duplicate-headline", "标题重复", Severity.ERROR, headlines.duplicate_headline),
    Check("headline-with-mark", "标题带了多余的符号", Severity.DOUBT, headlines.headline_with_mark),
    Check("date-before-last-issue", "日期早于上一期", Severity.ERROR, dates.date_before_last_issue),
    Check("date-in-other-year", "日期不在这一年", Severity.DOUBT, dates.date_in_other_year),
    Check("future-date", "日期在很久以后", Severity.HINT, dates.future_date),
    Check("number-gap", "期号不连续", Severity.HINT, numbers.number_gap),
)


def check_draft(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """What all checks find, in the order of the table."""
    return tuple(problem for check in CHECKS for problem in check.find(draft, context))
