"""Items and the sections (栏目) they name."""

from __future__ import annotations

from zugong.checks.context import Context
from zugong.diagnostics import Problem, doubt, error
from zugong.model.issue import IssueDraft
from zugong.text.likeness import nearest


def missing_section(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """分栏目的一期里，有一篇没有写栏目。"""
    if not draft.standing.sections:
        return ()
    advice = f"在标题下面加一行“栏目: ……”，可以写：{_listed(draft)}"
    return tuple(
        error("missing-section", "缺栏目", item.origin, advice)
        for item in draft.items
        if item.complete and not (item.section and item.section.content)
    )


def unknown_section(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """稿件写的栏目，这一期里没有。"""
    names = [section.name.content for section in draft.standing.sections]
    found: list[Problem] = []
    for item in draft.items:
        named = item.section
        if names and named and named.content and named.content not in names:
            near = nearest(named.content, names)
            guess = f"是不是“{near}”？" if near else ""
            place = f"（在 {draft.sections_origin.path} 第 {draft.sections_origin.line} 行起）"
            advice = f"{guess}本期的栏目有：{_listed(draft)}{place}"
            message = f"没有“{named}”这个栏目"
            found.append(error("unknown-section", message, named.origin, advice, len(named.content)))
    return tuple(found)


def unused_section(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """这一期不分栏目，稿件里写的栏目不会印出。"""
    if draft.standing.sections:
        return ()
    message = "本期不分栏目，这个栏目不会印出"
    advice = "要分栏目，就在 issue.yaml 里列出“栏目”；不分，就删去这一行"
    return tuple(
        doubt("unused-section", message, item.section.origin, advice, len(item.section.content))
        for item in draft.items
        if item.section and item.section.content
    )


def _listed(draft: IssueDraft) -> str:
    return "、".join(section.name.content for section in draft.standing.sections)
