"""Items that were printed before (重稿)."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Manuscript


def printed_before(issue: Manuscript, context: Context) -> Iterator[Finding]:
    """这一篇和以前某一期的一篇相同，或者大半相同。按八个字一组比较全部旧刊，不看标点和数字。"""
    for past in context.past:
        body = [passage for passage in issue.of_item(past.item) if passage.kind is Kind.BODY]
        if body:
            message = f"这一篇和 {past.earlier.path} 有 {past.share:.0%} 的文字相同"
            yield Finding(body[0], 0, min(len(body[0].content), 8), message, "看是不是重稿")
