"""What stands before each headline (稿件标记): a mark, or a number that is counted."""

from __future__ import annotations

from zugong.classes import replace
from zugong.model.bulletin import Counting, Standing
from zugong.model.issue import Item
from zugong.text.numerals import chinese_number

_CIRCLED_ONE, _MOST_CIRCLED = 0x2460, 20
"①; Unicode has no more than ⑳ in a row"

_FIRST = "一1①"
"the sign of a mark that stands for the number: 一、（一）1.（1）① 【一】"


def marked(items: tuple[Item, ...], standing: Standing) -> tuple[Item, ...]:
    """The items in the order of the paper with their marks; numbers run on, or restart with each section."""
    found: list[Item] = []
    ordinal, section = 0, ""
    for item in items:
        own = item.section
        name = own.name.content if own else ""
        counting = (own.counting if own else None) or standing.counting
        if found and name != section and counting is Counting.RESTART:
            ordinal = 0
        section = name
        mark = own.item_marker if own and own.item_marker is not None else standing.item_marker
        counted = mark is not None and any(sign in mark.content for sign in _FIRST)
        ordinal += counted
        found.append(replace(item, marker=_mark(mark.content, ordinal) if mark else None, counted=counted))
    return tuple(found)


def _mark(sample: str, ordinal: int) -> str:
    sign = next((one for one in sample if one in _FIRST), "")
    return sample.replace(sign, _number(sign, ordinal), 1) if sign else sample


def _number(sign: str, ordinal: int) -> str:
    if sign == "一":
        return chinese_number(ordinal)
    if sign == "①" and ordinal <= _MOST_CIRCLED:
        return chr(_CIRCLED_ONE + ordinal - 1)
    return str(ordinal)
