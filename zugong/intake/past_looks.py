"""How an office that is not the one of bulletin.yaml sets headlines, sections and contents, as fields of issue.yaml."""

from __future__ import annotations

import re

from zugong.intake.past_parts import PastIssue, PastItem
from zugong.model.bulletin import (
    ContentsSections,
    Counting,
    DateStyle,
    PrintRunPlacement,
    SourceUnitPlacement,
    Standing,
)
from zugong.text.numerals import parse_number

MARKS = "标题前后的标记"
_NUMBERS = (
    ("一、", re.compile(r"([一二三四五六七八九十]{1,3})、")),
    ("（一）", re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]")),
    ("1.", re.compile(r"(\d{1,2})[.．]")),
    ("（1）", re.compile(r"[（(](\d{1,2})[）)]")),
)
"稿件标记 that counts → what is printed"
_SECTION_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}(?=、)")
_USUAL_MARK = "△"
"of a headline that is not centred, where nothing is said"


def heading_template(text: str, name: str) -> str:
    """【市内信息】 → 【{栏目}】."""
    before, found, after = text.partition(name)
    return _SECTION_NUMBER.sub("{序号}", before) + "{栏目}" + after if found else ""


def take_numbers(found: PastIssue) -> None:
    """Numbers that count the items are no part of their headlines; in bulletin.yaml's own form they are gone by now."""
    for mark, pattern in _NUMBERS if found.foreign is not None and len(found.items) > 1 else ():
        numbers = [pattern.match(one.headline) for one in found.items]
        values = [parse_number(one[1]) if one else None for one in numbers]
        if all(value in (1, (before or 0) + 1) for before, value in zip([0, *values], values, strict=False)):
            for item, number in zip(found.items, numbers, strict=True):
                assert number is not None
                found.ledger.remove(MARKS, number.end())
                item.mark, item.headline = mark, item.headline[number.end() :]
            found.restarts = values.count(1) > 1


def look_settings(past: PastIssue, usual: Standing) -> list[str]:
    """The fields; nothing where the masthead is the office's own, whose bulletin.yaml says all this."""
    if past.foreign is None:
        return []
    told = _marks(past, usual)
    if past.foreign.parted:
        told = [*_contents(past, usual), *_section_heading(past, usual), *told, *_certain(past, usual)]
    return [*told, *_date_style(past, usual), *_print_run(past, usual)]


def _certain(past: PastIssue, usual: Standing) -> list[str]:
    """What only a file of ours tells: elsewhere a headline that was not recognised would make it wrong."""
    lines: list[str] = []
    front = past.contents or past.instruction_box or past.note
    if front and past.on_new_page is not None and past.on_new_page != usual.body_on_new_page:
        lines.append(f"正文另页: {'有' if past.on_new_page else '无'}")
    on_own_line = [one for one in past.items if one.placement == "另行"]
    if on_own_line and usual.headline_stop and not any(one.stop for one in on_own_line):
        lines.append("标题句号: 无")
    printed = any(one.units for one in past.items)
    here = SourceUnitPlacement.END if printed else SourceUnitPlacement.HIDDEN
    if usual.source_unit_placement is not here:
        lines.append(f"供稿单位位置: {'文末' if printed else '不印'}")
    return lines


def _marks(past: PastIssue, usual: Standing) -> list[str]:
    assert past.foreign is not None
    lines: list[str] = []
    marks = {mark for item in past.items if (mark := _mark(item)) is not None}
    said = len(marks) <= 1 and (past.foreign.parted or any(marks))
    if said and not all(_is_usual(one, usual) for one in past.items):
        lines.append(f"稿件标记: {''.join(marks) or '无'}")
    return [*lines, *(["编号: 重新"] if past.restarts and usual.counting is not Counting.RESTART else [])]


def _contents(past: PastIssue, usual: Standing) -> list[str]:
    if not past.contents or not past.entry_marks:
        return []
    marks, own = set(past.entry_marks), usual.entry_marker.content if usual.entry_marker else ""
    lines = [f"目录标记: {past.entry_marks[0] or '无'}"] if len(marks) == 1 and past.entry_marks[0] != own else []
    here = next(iter(past.entry_sections), "无")
    named = {ContentsSections.NAMED: "有", ContentsSections.WITH_PAGES: "带页码", ContentsSections.LEFT_OUT: "无"}
    if past.sections and here != named[usual.contents_sections]:
        lines.append(f"目录栏目: {here}")
    return lines


def _section_heading(past: PastIssue, usual: Standing) -> list[str]:
    own = usual.section_heading.content if usual.section_heading else "{栏目}"
    told = set(past.section_headings)
    if len(told) != 1 or "".join(own.split()) == "".join("".join(told).split()):
        return []
    return [f'栏目样式: "{next(iter(told))}"'] if all(told) else []


def _mark(item: PastItem) -> str | None:
    """None: it says nothing, as a centred headline without a sign does beside others that have one."""
    return item.mark if item.mark or item.placement != "居中" else None


def _is_usual(item: PastItem, usual: Standing) -> bool:
    if usual.item_marker is not None:
        return item.mark == usual.item_marker.content
    return item.mark == ("" if item.placement == "居中" else _USUAL_MARK)


def section_mark(name: str, past: PastIssue) -> list[str]:
    """稿件标记 of one section whose centred headlines have none while others have."""
    own = [one for one in past.items if one.section == name]
    others = {one.mark for one in past.items} - {""}
    if past.foreign is None or not own or not others or any(one.mark for one in own):
        return []
    return ["    稿件标记: 无"] if others != {_USUAL_MARK} else []


def _date_style(past: PastIssue, usual: Standing) -> list[str]:
    in_words = usual.date_style is DateStyle.CHINESE
    if past.date_in_words is None or past.date_in_words == in_words:
        return []
    return [f"日期写法: {'汉字' if past.date_in_words else '数字'}"]


def _print_run(past: PastIssue, usual: Standing) -> list[str]:
    lines = [f'印数格式: "{past.run_format}"'] if past.run_format else []
    on_line = usual.print_run_placement is PrintRunPlacement.SAME_LINE
    if past.run_on_line is not None and past.run_on_line != on_line:
        lines.append(f"印数位置: {'同行' if past.run_on_line else '另行'}")
    return lines
