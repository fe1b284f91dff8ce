"""The shape of an item: headline, lead phrases (段首语), what the headline counts, length."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Manuscript, Passage
from zugong.checks.patterns import Pattern, places
from zugong.diagnostics import Problem, doubt, hint
from zugong.model.issue import IssueDraft, bare_headline

LONGEST_HEADLINE = 32
SHORTEST_ITEM, LONGEST_ITEM = 300, 1500

_NUMBERS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_LISTED_BY = ("个", "大", "项", "化", "种")
_MEASURED = ("个", "项", "大", "种")
_VERBS = ("聚焦", "强化", "提升", "突出", "结合", *"抓化聚强提促建推破严精先")
_SECRET = Pattern("秘密|机密|绝密", ("秘密", "机密", "绝密"))
_OPEN_SECRET = Pattern("商业秘密|国家秘密|个人秘密|秘密写票|秘密投票|保守秘密")
_MARKS = "，。、；：！？“”‘’（）《》—…· \u3000"


def headline_without_unit(issue: Manuscript, context: Context) -> Iterator[Finding]:
    """标题要以登记簿里的单位开头：“桐城市大力实施…”，或者“桐城市：…”。
    没有登记簿就不查；可省供稿单位的栏目（市外参考）不查。"""
    names = tuple(name for unit in context.registers.units for name in unit.names)
    draft = issue.draft
    optional = {one.name.content for one in draft.standing.sections if not one.source_unit_required}
    for passage in issue.passages if names else ():
        if passage.kind is not Kind.HEADLINE:
            continue
        section = draft.items[passage.item].section
        exempt = section is not None and section.content in optional
        if not exempt and not passage.content.lstrip("“").startswith(names):
            advice = "以单位开头，或者把单位写进 issues/units.yaml"
            yield Finding(passage, 0, min(len(passage.content), 6), "标题不是以登记的单位开头", advice)


def long_headline(passage: Passage, _: Context) -> Iterator[Finding]:
    """标题超过 32 个字，接排时太长。"""
    if passage.kind is Kind.HEADLINE and len(passage.content) > LONGEST_HEADLINE:
        message = f"标题有 {len(passage.content)} 个字"
        yield Finding(passage, 0, len(passage.content), message, f"最好不超过 {LONGEST_HEADLINE} 字")


def uneven_leads(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """一篇里的段首语字数不一样：三个是四个字，一个是五个字。只看字数，标点不算；
    各不相同、看不出哪个是例外的不报。"""
    for passages in issue.by_item:
        leads = _leads(passages)
        lengths = [length for *_, length in leads]
        usual = max(set(lengths), key=lengths.count, default=0)
        if len(leads) >= 3 and lengths.count(usual) >= 2 and lengths.count(usual) > len(lengths) / 2:
            for passage, start, end, length in leads:
                if length != usual:
                    message = f"这个段首语 {length} 个字，别的 {usual} 个字"
                    yield Finding(passage, start, end, message, "看能不能写得一样长")


def lead_count(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """一篇只有一个段首语，或者多于五个。通常是二到五个。"""
    for passages in issue.by_item:
        leads = _leads(passages)
        if len(leads) == 1 or len(leads) > 5:
            passage, start, end, _length = leads[0]
            yield Finding(passage, start, end, f"这一篇有 {len(leads)} 个段首语", "通常是二到五个")


def count_and_leads(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """标题说“三抓三强化”“四化”，段首语却不是三个、四个。段首语里有同一个字（抓、化……）的才查。"""
    for passages in issue.by_item:
        leads = _leads(passages)
        headline = passages[0]
        if headline.kind is not Kind.HEADLINE or len(leads) < 2:
            continue
        texts = [passage.content[start:end] for passage, start, end, _length in leads]
        for at, end, verb in _counts(headline.content):
            wanted = _NUMBERS[headline.content[at]]
            fitting = sum(verb in text for text in texts)
            if fitting * 2 >= len(texts) and wanted != len(texts):
                message = f"标题说“{headline.content[at:end]}”，段首语有 {len(texts)} 个"
                yield Finding(headline, at, end, message, "核对标题和段首语")
                break


def _counts(text: str) -> Iterator[tuple[int, int, str]]:
    """Begin and end of each 三抓, 四个强化, and what is counted."""
    for at in (at for at, character in enumerate(text) if character in _NUMBERS):
        behind = at + 2 if text[at + 1 : at + 2] in _MEASURED else at + 1
        verb = next((verb for verb in _VERBS if text.startswith(verb, behind)), "")
        if verb:
            yield at, behind + len(verb), verb


def count_and_list(passage: Passage, _: Context) -> Iterator[Finding]:
    """“甲、乙、丙”的“四个一”：说是四个，前面列了三个。只查紧挨着的这一种写法。"""
    text = passage.content
    for opening, at, measured in _listings(text):
        listed = text[opening:at].replace("，", "、").count("、") + 1
        if listed >= 2 and listed != _NUMBERS[text[at + 3]]:
            message = f"说是“{text[at + 3 : measured]}”，前面列了 {listed} 个"
            yield Finding(passage, at + 3, measured, message, "核对数目")


def _listings(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a quotation begins that a second one counts, where it ends, and where number and measure of the other end:
    “甲、乙”的“两个一”."""
    end = 0
    for at in places(text, "”的“"):
        opening = text.rfind("“", end, at)
        inside = text[opening + 1 : at]
        measured = at + 5 if text[at + 4 : at + 5] in _LISTED_BY else at + 4
        close = text.find("”", measured, measured + 7)
        if opening >= 0 and 2 <= len(inside) <= 80 and "”" not in inside and close >= 0 and text[at + 3] in _NUMBERS:
            end = close + 1
            yield opening, at, measured


def item_length(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """一篇正文不到 300 字，或者超过 1500 字。综合信息通常 300—700 字，专题信息不超过 1500 字。"""
    for passages in issue.by_item:
        body = [passage for passage in passages if passage.kind is Kind.BODY]
        length = sum(len(passage.content) for passage in body)
        if body and not SHORTEST_ITEM <= length <= LONGEST_ITEM:
            advice = f"通常 {SHORTEST_ITEM}—{LONGEST_ITEM} 字"
            yield Finding(body[0], 0, 1, f"正文有 {length} 个字", advice)


def secret_word(passage: Passage, _: Context) -> Iterator[Finding]:
    """正文里有“秘密”“机密”字样。有密级的内容不能进电子版；“商业秘密”“保守秘密”这样的不报。"""
    for found in _SECRET.finditer(passage.content):
        if not _OPEN_SECRET.search(passage.content[max(found.start() - 2, 0) : found.end() + 2]):
            yield Finding(passage, found.start(), found.end(), f"这里有“{found.group()}”字样", "看能不能公开")


def _leads(passages: tuple[Passage, ...]) -> list[tuple[Passage, int, int, int]]:
    """Each lead phrase with its place and its length without marks."""
    return [
        (passage, start, end, sum(character not in _MARKS for character in passage.content[start:end]))
        for passage in passages
        for start, end in passage.leads
    ]


def colophon_without_stop(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """版记每一行（报、送、发）末尾要有句号；没有“报”“送”这样开头的行（印发单位和日期）不用。"""
    return tuple(
        doubt(
            "colophon-without-stop",
            f"版记“{line.label}”这一行末尾没有句号",
            line.content.origin.shifted(max(len(line.content.content) - 1, 0)),
            "末尾加“。”",
        )
        for line in draft.standing.distribution
        if line.label and line.content.content and not line.content.content.endswith(("。", "。”", "。）", "}"))
    )


def mixed_signing(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """同一期里，有的标题写“单位：做法”，有的另写供稿单位。可省供稿单位的栏目（市外参考）不算。"""
    optional = {one.name.content for one in draft.standing.sections if not one.source_unit_required}
    items = [item for item in draft.items if item.headline and not (item.section and item.section.content in optional)]
    named = [item for item in items if item.headline and "：" in item.headline.content and not item.source_units]
    if not named or len(named) == len(items):
        return ()
    fewer = named if len(named) * 2 <= len(items) else [item for item in items if item not in named]
    headline = fewer[0].headline
    assert headline is not None
    bare = bare_headline(headline)
    advice = "同一期最好用同一种：都写“单位：做法”，或者都写供稿单位"
    return (hint("mixed-signing", "这一篇的署名方式和别的不同", bare.origin, advice, len(bare.content)),)
