"""Headings inside bodies (小标题): their numbers, their levels, their ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from zugong.checks.context import Context
from zugong.diagnostics import Location, Problem, doubt, hint
from zugong.model.issue import IssueDraft, paragraphs_of
from zugong.model.prose import Paragraph
from zugong.model.structures import BodyBlock
from zugong.text.ordinals import Ordinal, ordinal, ordinal_of

_MOST_DEEPER = 2
"levels: 1. right below 一、 is common"

ORDER, LEVEL, STOP, BARE = "heading-order", "heading-level", "heading-with-stop", "heading-without-text"


def heading_order(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """小标题的序号不连续（一、二、四），重复，或者上一级还没有就用了下一级（前面没有“一、”就写“（一）”）。
    不带序号的小标题不查；“一、”下面直接用“1.”的不报。"""
    return tuple(problem for headings in _groups(draft) for problem in _out_of_order(headings))


def heading_level(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """小标题的序号和层级不合：第一级“一、”，第二级“（一）”，第三级“1.”，第四级“（1）”（GB/T 9704 7.3.3）。"""
    found: list[Problem] = []
    for heading in (one for headings in _groups(draft) for one in headings):
        number = ordinal_of(heading.content)
        if number is not None and number.level != heading.level:
            written = heading.content[: number.length]
            message = f"“{written}”是第 {number.level} 级的序号，这里是第 {heading.level} 级小标题"
            fitting = ordinal(heading.level, number.value)
            advice = f"改成第 {number.level} 级（# 写 {number.level} 个），或者把序号改成“{fitting}”"
            found.append(doubt(LEVEL, message, heading.origin, advice, number.length))
    return tuple(found)


def heading_with_stop(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """单独成行的小标题末尾有句号。单独成行的，末尾不用句号。"""
    return tuple(
        hint(STOP, "小标题末尾有句号", _last(heading), "单独成行的小标题，末尾不用句号")
        for headings in _groups(draft)
        for heading in headings
        if heading.content.rstrip().endswith("。")
    )


def heading_without_text(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """小标题下面没有内容：后面紧接着同级或上一级的小标题，或者文章到此为止。下面是下一级小标题的不报。"""
    return tuple(
        doubt(BARE, "这个小标题下面没有内容", heading.origin, "写上内容，或者删去小标题")
        for item in draft.items
        for body in (item.body, *(one.body for one in item.extras.attachments))
        for heading, below in zip_longest(body, body[1:])
        if _level(heading) and (below is None or 0 < _level(below) <= _level(heading))
    )


def _level(block: BodyBlock) -> int:
    return block.level if isinstance(block, Paragraph) else 0


def _groups(draft: IssueDraft) -> Iterator[list[Paragraph]]:
    """The headings of each text that counts for itself: an item, an attachment."""
    for item in draft.items:
        for body in (item.body, *(one.body for one in item.extras.attachments)):
            yield [paragraph for paragraph in paragraphs_of(body) if paragraph.level]


def _out_of_order(headings: list[Paragraph]) -> Iterator[Problem]:
    counts: dict[int, int] = {}
    before = 0
    for heading in headings:
        if before and heading.level > before + _MOST_DEEPER:
            message = f"从第 {before} 级小标题直接到了第 {heading.level} 级"
            yield doubt(
                ORDER, message, heading.origin, f"改成第 {before + 1} 级（# 写 {before + 1} 个），或者补上中间的一级"
            )
        before = heading.level
        number = ordinal_of(heading.content)
        for deeper in range(heading.level + 1, 5):
            counts.pop(deeper, None)
        above = any(level < heading.level for level in counts)
        last = counts.get(heading.level, 0)
        if number is None or number.level != heading.level:
            counts[heading.level] = last if number is None else last + 1
            continue
        counts[heading.level] = number.value
        fault = _fault(heading, number, last, above=above)
        if fault:
            yield doubt(ORDER, fault[0], heading.origin, fault[1], number.length)


def _fault(heading: Paragraph, number: Ordinal, last: int, *, above: bool) -> tuple[str, str] | None:
    """What is wrong with the number, and what to do."""
    written = heading.content[: number.length]
    if heading.level > 1 and not above and last == 0:
        return f"“{written}”前面没有上一级的小标题", f"从“{ordinal(1, 1)}”开始，或者在它前面补上一级"
    if number.value == last + 1:
        return None
    wanted = ordinal(number.level, last + 1)
    if number.value == last:
        return f"小标题的序号“{written}”用了两次", f"这里该是“{wanted}”"
    before = f"“{ordinal(number.level, last)}”后面" if last else "第一个小标题"
    return f"小标题的序号不连续：{before}是“{written}”", f"这里该是“{wanted}”，看是不是漏了一段"


def _last(heading: Paragraph) -> Location:
    run = next(run for run in reversed(heading.runs) if run.content.strip())
    return run.origin.shifted(len(run.content.rstrip()) - 1)
