"""期号 in a row."""

from __future__ import annotations

from zugong.checks.context import Context
from zugong.diagnostics import Location, Problem, hint
from zugong.model.issue import IssueDraft


def number_gap(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """同一年里期号有空缺。旧刊不一定都收在这里，所以只是提示。"""
    key = draft.key
    same = [one.key for one in context.archive if (one.key.year, one.key.series) == (key.year, key.series)]
    lower = [one.number for one in same if one.number < key.number]
    last = max(lower, default=key.number - 1)
    if last == key.number - 1:
        return ()
    message = f"第 {last} 期后面就是第 {key.number} 期，中间空了 {key.number - 1 - last} 期"
    return (hint("number-gap", message, Location(draft.origin.path, 0), "期号没写错就不必管"),)
