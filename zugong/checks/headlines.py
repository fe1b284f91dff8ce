"""Headlines (标题) against one another and against what the paper adds itself."""

from __future__ import annotations

from zugong.checks.context import Context
from zugong.diagnostics import Problem, doubt, error
from zugong.model.issue import IssueDraft, bare_headline
from zugong.model.prose import Text


def duplicate_headline(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """两篇稿件的标题一样，多半是复制了文件忘了改。"""
    first: dict[str, Text] = {}
    found: list[Problem] = []
    for headline in _headlines(draft):
        same = "".join(bare_headline(headline).content.split())
        if same in first:
            message = f"标题和 {first[same].origin.path.rpartition('/')[2]} 的相同"
            advice = "改标题，或者删去重复的一篇"
            found.append(error("duplicate-headline", message, headline.origin, advice, len(headline.content)))
        first.setdefault(same, headline)
    return tuple(found)


def headline_with_mark(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """标题前面的 △ 和后面的句号由程序加，自己写的不会重复印出。"""
    return tuple(problem for headline in _headlines(draft) for problem in _marks(headline))


def _marks(headline: Text) -> tuple[Problem, ...]:
    bare = bare_headline(headline)
    before = bare.origin.column - headline.origin.column
    after = len(headline.content) - before - len(bare.content)
    found: list[Problem] = []
    if before and bare.content:
        mark = headline.content[:before].strip()
        found.append(_added_twice(f"标题前面的“{mark}”", headline.content[:before], headline))
    if after > 0 and bare.content:
        mark = headline.content[len(headline.content) - after :]
        end = Text(mark, headline.origin.shifted(before + len(bare.content)))
        found.append(_added_twice("标题末尾的“。”", mark, end))
    return tuple(found)


def _added_twice(what: str, mark: str, place: Text) -> Problem:
    message = f"{what}由程序自动加，这里写的不会重复印出"
    return doubt("headline-with-mark", message, place.origin, "从标题里删去它", len(mark))


def _headlines(draft: IssueDraft) -> list[Text]:
    return [item.headline for item in draft.items if item.headline and bare_headline(item.headline).content]
