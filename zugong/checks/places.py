"""Units (单位) against the office's register: their names, their order, which city is meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Manuscript, Passage
from zugong.checks.patterns import Pattern, all_han
from zugong.diagnostics import Problem, doubt
from zugong.model.issue import IssueDraft
from zugong.model.registers import Unit
from zugong.text.likeness import nearest

_ENDINGS = "县市区"
_OWN_CITY = Pattern("(?<![全本该各省级地])(?:全市|市委(?!组织部)|市政府)", ("全市", "市委", "市政府"))
_FORMER = ("原", "原来的", "时任", "时为")
_LIST = Pattern(r"\w{2,8}(?:、\w{2,8}){2,30}", "、")
_OFFICES = ("委组织部", "组织部", "党群工作部", "党工委", "党委")


def unknown_unit(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """供稿单位不在单位登记簿（units.yaml）里。“某县委组织部”去掉“委组织部”再查；可省供稿单位的栏目（市外参考）不查；
    没有登记簿就不查。"""
    names = {name for unit in context.registers.units for name in unit.names}
    optional = {one.name.content for one in draft.standing.sections if not one.source_unit_required}
    found: list[Problem] = []
    for item in draft.items:
        exempt = item.section is not None and item.section.content in optional
        for unit in item.source_units if names and not exempt else ():
            if not any(form in names for form in _forms(unit.content)):
                near = nearest(unit.content, sorted(names)) or nearest(_forms(unit.content)[-1], sorted(names))
                advice = f"是不是“{near}”？" if near else "新的单位，请写进 issues/units.yaml"
                message = f"供稿单位“{unit}”不在单位登记簿里"
                found.append(doubt("unknown-unit", message, unit.origin, advice, len(unit.content)))
    return tuple(found)


def _forms(name: str) -> list[str]:
    """The name, and the place it belongs to: 中共桐城市委组织部 → 桐城市."""
    bare = name.removeprefix("中共")
    forms = [name, bare]
    return [*forms, *(bare.removesuffix(office) for office in _OFFICES if bare.endswith(office))]


def unit_name(issue: Manuscript, context: Context) -> Iterator[Finding]:
    """县（市、区）的名字和单位登记簿不符：用了已经不用的旧名（2018 年以后的“潜山县”），
    或者“县”“市”“区”写错了（“怀宁市”）。写明“原潜山县”的不报。"""
    day = issue.draft.issued_on.day if issue.draft.issued_on else context.today
    units = context.registers.units
    valid = {name for unit in units if unit.valid_on(day) for name in unit.names}
    wrong = [*_old_names(units, valid, day), *_wrong_endings(units, valid)]
    for passage in issue.passages:
        for name, message, advice in wrong:
            for at in _places(passage.content, name):
                if not passage.content[max(at - 3, 0) : at].endswith(_FORMER):
                    yield Finding(passage, at, at + len(name), message, advice)


def _old_names(units: tuple[Unit, ...], valid: set[str], day: date) -> Iterator[tuple[str, str, str]]:
    for unit in units:
        if not unit.valid_on(day) and unit.name.content not in valid:
            advice = f"改为“{unit.successor}”" if unit.successor else "核对名称"
            yield unit.name.content, f"“{unit.name}”这时不叫这个名字", advice


def _wrong_endings(units: tuple[Unit, ...], valid: set[str]) -> Iterator[tuple[str, str, str]]:
    every = {name for unit in units for name in unit.names}
    for name in sorted(valid):
        stem, ending = name[:-1], name[-1]
        if ending in _ENDINGS and len(stem) >= 2:
            for other in _ENDINGS:
                if stem + other not in every:
                    yield stem + other, f"没有“{stem}{other}”", f"登记簿里是“{name}”"


def unit_order(passage: Passage, context: Context) -> Iterator[Finding]:
    """三个以上县（市、区）并列，次序和单位登记簿不同。"""
    order = {name: rank for rank, unit in enumerate(context.registers.units) for name in unit.names}
    if sum(name in passage.content for name in order) < 3:
        return
    for found in _LIST.finditer(_blanked(passage.content)):
        ranks = _ranks(found.group().split("、"), order)
        known = [rank for rank in ranks if rank is not None]
        if len(known) >= 3 and len(known) >= len(ranks) - 1 and known != sorted(known):
            yield Finding(passage, found.start(), found.end(), "几个单位的次序和登记簿不同", "按登记簿的次序排")


def _blanked(text: str) -> str:
    """With blanks for all but 汉字 and 、, so that a \\w of a pattern is one of 汉字."""
    return "".join(one if one == "、" or all_han(one) else " " for one in text)


def _ranks(names: list[str], order: dict[str, int]) -> list[int | None]:
    """The rank of each name; other words may stand before the first and behind the last."""
    first = next((rank for name, rank in order.items() if names[0].endswith(name)), None)
    last = next((rank for name, rank in order.items() if names[-1].startswith(name)), None)
    return [first, *(order.get(name) for name in names[1:-1]), last]


def bare_city(issue: Manuscript, context: Context) -> Iterator[Finding]:
    """县级市的稿件里单写“全市”“市委”“市政府”，读的人分不清是县级市还是地级市。每篇只提示一次。"""
    cities = [unit for unit in context.registers.units if unit.kind == "县级市"]
    for passages in issue.by_item:
        first = passages[0]
        if first.kind is not Kind.HEADLINE or not any(first.content.startswith(unit.names) for unit in cities):
            continue
        hits = ((passage, found) for passage in passages[1:] for found in _OWN_CITY.finditer(passage.content))
        for passage, found in hits:
            if not any(passage.content[: found.start() + 1].endswith(unit.names) for unit in cities):
                message = f"县级市的稿件里单写“{found.group()}”"
                yield Finding(passage, found.start(), found.end(), message, "前面加上市名")
                break


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
