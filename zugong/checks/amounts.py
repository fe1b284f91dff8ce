"""Amounts (数量) that cannot be: units, shares, sums, areas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Manuscript, Passage
from zugong.checks.patterns import NUMBER, Pattern, all_han, places
from zugong.model.registers import Unit

_SYMBOLS = {
    "m²": "平方米",
    "m2": "平方米",
    "㎡": "平方米",
    "km²": "平方千米",
    "km2": "平方千米",
    "m³": "立方米",
    "m3": "立方米",
    "hm²": "公顷",
    "km": "千米",
    "㎞": "千米",
    "kg": "千克",
    "㎏": "千克",
    "cm": "厘米",
    "mm": "毫米",
    "m": "米",
}
_SYMBOL = Pattern(r"\d[ \u00a0]?(km²|km2|hm²|m²|m2|m³|m3|㎡|km|㎞|kg|㎏|cm|mm|m)(?![A-Za-z0-9/²³])", "mg㎡㎞㎏")
_ACRES = Pattern(rf"(?<![\d.])({NUMBER})(万|亿)?(?:余|多)?亩", "亩")
_ELSEWHERE = ("全国", "全省", "我国", "我省", "国家", "耕地红线")
_HOUSEHOLDS = Pattern(rf"(?<![\d.])({NUMBER})(万)?(?:余|多)?户", "户")
_SHARE = Pattern(
    rf"(?:覆盖率|合格率|满意率|满意度|入户率|就业率|成活率|到位率|普及率|知晓率|参与率|参会率|通过率|优良率|占比|占总数的)"
    rf"[^，。；、\d]{{0,6}}({NUMBER})[%％]",
    "%％",
    "率度占",
)
_OUT_OF = ("超额", "增长", "提高", "提升")


def _may_list_parts(text: str) -> bool:
    """Whether a number stands before a bracket that has several."""
    for at in places(text, "（"):
        inside = text[at + 1 : at + 122].partition("）")[0]
        if any(map(str.isdecimal, text[max(at - 12, 0) : at])) and sum(map(str.isdecimal, inside)) > 1:
            return True
    return False


_LISTED = Pattern(r"(?<!\d)(\d{1,9})(\D)([^\d（）]{0,10})（([^（）]{4,120})）", "（", _may_list_parts)
_COUNTED = "个项名户家条件处"
_TOTALS, _PARTS = ("共", "合计", "总计", "累计", "总数"), ("其中", "分别", "包括")
_UNTIL = Pattern("[。；]")
_PER_KM2 = 1500
"亩 in a square kilometre"
_LIKELY = {"区": 100.0, "县": 600.0, "市": 5000.0}
"万亩 that a place of this kind may have where the register does not say; 县级市 counts as 县"


def unit_symbol(passage: Passage, _: Context) -> Iterator[Finding]:
    """正文里的计量单位用汉字：平方米、千米、千克，不写 m²、㎡、km、kg（公文用汉字名称）。
    “亩”“公里”“公斤”是通用的，不报。"""
    for found in _SYMBOL.finditer(passage.content):
        put = _SYMBOLS[found[1]]
        yield Finding(passage, found.start(1), found.end(1), f"计量单位“{found[1]}”用了符号", f"写“{put}”")


def out_of_proportion(issue: Manuscript, context: Context) -> Iterator[Finding]:
    """数字大得与这个地方不相称：流转土地比全区面积还大、户数比全县户数还多。
    “全国”“全省”的数字、“18亿亩耕地红线”不查。面积和户数取自 units.yaml；
    没有登记的，区超过 100 万亩、县超过 600 万亩、市超过 5000 万亩才问。"""
    for passages in issue.by_item:
        unit = _place_of(passages, issue, context)
        for passage in passages:
            if passage.kind is Kind.BODY:
                yield from _too_much_land(passage, unit)
                yield from _too_many_households(passage, unit)


def _place_of(passages: tuple[Passage, ...], issue: Manuscript, context: Context) -> Unit | str:
    """The registered place an item is about, or the kind of place its headline or source unit begins with."""
    item = passages[0].item
    if item < 0:
        return ""
    draft = issue.draft.items[item]
    texts = [passages[0].content, *(unit.content for unit in draft.source_units)]
    for text in texts:
        for unit in context.registers.units:
            if unit.area is not None and any(text.startswith(name) for name in unit.names):
                return unit
    return _kind_of_place(texts[-1])


def _kind_of_place(text: str) -> str:
    """县、市 or 区, the first behind at least one other 汉字; not far from the beginning."""
    at = next((index for index, character in enumerate(text[1:8], start=1) if character in _LIKELY), 0)
    return text[at] if at and all_han(text[:at]) else ""


def _too_much_land(passage: Passage, unit: Unit | str) -> Iterator[Finding]:
    for found in _ACRES.finditer(passage.content):
        nearby = passage.content[max(found.start() - 16, 0) : found.end() + 6]
        if any(word in nearby for word in _ELSEWHERE):
            continue
        acres = _amount(found)
        if isinstance(unit, Unit) and unit.area is not None:
            if acres > unit.area * _PER_KM2:
                km2 = acres / _PER_KM2
                message = f"{found.group()}合 {km2:,.0f} 平方千米，比{unit.name}的面积（{unit.area:g} 平方千米）还大"
                yield Finding(passage, found.start(), found.end(), message, "核对数字和单位：亩还是万亩")
        elif isinstance(unit, str) and unit and acres > _LIKELY[unit] * 10_000:
            message = f"{found.group()}，一个{unit}不大会有这么多"
            yield Finding(passage, found.start(), found.end(), message, "核对数字和单位：亩还是万亩")


def _too_many_households(passage: Passage, unit: Unit | str) -> Iterator[Finding]:
    if not isinstance(unit, Unit) or unit.households is None:
        return
    for found in _HOUSEHOLDS.finditer(passage.content):
        if _amount(found) > unit.households:
            message = f"{found.group()}，比{unit.name}的总户数（{unit.households} 户）还多"
            yield Finding(passage, found.start(), found.end(), message, "核对数字")


def _amount(found: re.Match[str]) -> float:
    return float(found[1]) * {None: 1, "万": 10_000, "亿": 100_000_000}[found[2]]


def _beyond_whole(text: str) -> bool:
    """Whether a number before a % may be more than 100."""
    for part in text.replace("％", "%").split("%")[:-1]:
        begin = len(part)
        while begin > max(len(part) - 17, 0) and (part[begin - 1].isdecimal() or part[begin - 1] == "."):
            begin -= 1
        runs = part[begin:].split(".")
        if any(run and int(run) + (len(runs) > 1) > 100 for run in runs):
            return True
    return False


def impossible_share(passage: Passage, _: Context) -> Iterator[Finding]:
    """覆盖率、合格率、占比这样的比率超过了 100%。完成率、增长率可以超过，不报。"""
    for found in _SHARE.finditer(passage.content) if _beyond_whole(passage.content) else ():
        if float(found[1]) > 100 and not any(word in found.group() for word in _OUT_OF):
            yield Finding(passage, found.start(1), found.end(), "这个比率超过了 100%", "核对数字")


def _may_be_totals(text: str) -> bool:
    """Whether a total with a number stands in the clause before what lists its parts."""
    for at in (at for word in _PARTS for at in places(text, word)):
        ahead = text[max(at - 51, 0) : at].removesuffix("，").replace("。", "，").replace("；", "，")
        clause = ahead.rpartition("，")[2]
        if any(total in clause for total in _TOTALS) and any(map(str.isdecimal, clause)):
            return True
    return False


_TOTAL = Pattern(
    r"(?:共|合计|总计|累计|总数)[^，。；\d]{0,14}(\d{1,9})([个项名户家条件人次亩处元])"
    r"[^。；，]{0,24}[，（：]?(?:其中|分别是|分别为|包括)",
    _may_be_totals,
)


def parts_and_sum(passage: Passage, _: Context) -> Iterator[Finding]:
    """分项加起来和总数对不上：“共立项51个，其中甲2个、乙12个、丙39个”（应为 53）。
    “其中”后面可以只列一部分，所以加起来比总数大才报；括号里、“分别”后面全列出来的，不相等就报。"""
    text = passage.content
    for found in _TOTAL.finditer(text):
        stop = _UNTIL.compiled.search(text, found.end())
        rest = text[found.end() : min(stop.start() if stop else len(text), found.end() + 200)]
        yield from _compared(passage, found, rest, whole="分别" in found.group()[-3:])
    for found in _LISTED.finditer(text):
        if found[2] in _COUNTED and all_han(found[3].replace("“", "").replace("”", "")):
            yield from _compared(passage, found, found[4], whole=True)


def _parts(listing: str, measure: str) -> list[int]:
    """The numbers of one list; where its items are joined by 、 it ends with the next ，."""
    for reach in (listing.partition("，")[0], listing):
        parts = [int(one) for one in re.findall(rf"(?<![\d.])(\d{{1,9}}){measure}", reach)]
        if len(parts) >= 2:
            return parts
    return []


def _compared(passage: Passage, found: re.Match[str], listing: str, *, whole: bool) -> Iterator[Finding]:
    total, measure = int(found[1]), found[2]
    parts = _parts(listing, measure)
    given = sum(parts)
    if not parts or given == total or (given < total and not whole):
        return
    message = f"总数是 {total}{measure}，分项加起来是 {given}{measure}"
    yield Finding(passage, found.start(1), found.end(2), message, "核对总数和分项")
