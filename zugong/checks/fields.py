"""Fields that must be there."""

from __future__ import annotations

from zugong.checks.context import Context
from zugong.diagnostics import Location, Problem, error
from zugong.model.bulletin import SourceUnitPlacement
from zugong.model.issue import IssueDraft, ItemDraft, bare_headline


def no_items(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """这一期的文件夹里没有一篇稿件。"""
    if draft.items:
        return ()
    advice = "把稿件（.md 文件）放进这一期的文件夹，可以用 zugong new-item 新建"
    return (error("no-items", "这一期没有稿件", Location(draft.origin.path, 0), advice),)


def missing_headline(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """稿件没有标题。"""
    return tuple(
        error("missing-headline", "缺标题", item.origin, "在文件开头加一行“标题: ……”")
        for item in draft.items
        if item.complete and not (item.headline and bare_headline(item.headline).content)
    )


def missing_source_unit(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """稿件没有供稿单位。标题写成“潜山市：……”的不用写；栏目设为可省的（市外参考）不用写；
    有署名或者落款的、刊物不印供稿单位的，也不用写。"""
    advice = "在标题下面加一行“供稿单位: ……”；标题写成“单位：……”的可以不加"
    return tuple(
        error("missing-source-unit", "缺供稿单位", item.origin, advice)
        for item in draft.items
        if item.complete and not item.source_units and _required(item, draft)
    )


def _required(item: ItemDraft, draft: IssueDraft) -> bool:
    named = item.section.content if item.section else ""
    section = next((one for one in draft.standing.sections if one.name.content == named), None)
    optional = section is not None and not section.source_unit_required
    hidden = draft.standing.source_unit_placement is SourceUnitPlacement.HIDDEN
    if hidden or item.extras.byline or item.extras.sign_off:
        return False
    return not optional and not (item.headline and "：" in item.headline.content)


def missing_date(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """issue.yaml 里没有日期，报头印不出来。"""
    if draft.issued_on is not None or not draft.complete:
        return ()
    return (error("missing-date", "缺日期", draft.origin, f"加一行“日期: {draft.key.year}年×月×日”，写印发的那一天"),)
