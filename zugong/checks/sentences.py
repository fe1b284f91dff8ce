"""Sentences (句子): marks behind ordinals, series, length."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Passage
from zugong.checks.patterns import Pattern, pairs, places

_NUMERALS = "一二三四五六七八九十"
_BEGIN = r"(?:^|(?<=[。！？；]))[\s\u3000]*"
_ORDINAL = Pattern(rf"{_BEGIN}(第[{_NUMERALS}]{{1,3}})、(?!第?[{_NUMERALS}])", "第", pairs(_NUMERALS, "、"))
_BRACKETED = Pattern(
    rf"{_BEGIN}([（(](?:[{_NUMERALS}]{{1,3}}|\d{{1,2}})[）)])([、，,.．])",
    tuple(f"{one}{mark}" for one in "）)" for mark in "、，,.．"),
)
_FIRSTLY = Pattern(
    rf"{_BEGIN}(首先|其次|再次|最后|此外|[{_NUMERALS}]是)、",
    ("首先、", "其次、", "再次、", "最后、", "此外、", *pairs(_NUMERALS, "是", "、")),
)
_ITEM = r"[^，。；：、“”！？\d]{2,12}"


def _may_be_series(text: str) -> bool:
    """Whether there is a 等 with something behind it, a comma not far before it, and a 、 not far before that."""
    for at in places(text, "等"):
        comma = text.rfind("，", max(at - 13, 0), at) if text[at + 1 : at + 2] not in "，。、；" else -1
        if comma >= 0 and text.rfind("、", max(comma - 13, 0), comma) >= 0:
            return True
    return False


_SERIES = Pattern(
    rf"(?:{_ITEM}、){{2,12}}{_ITEM}(，)(?!以及|和|及|还|包括|特别|尤其|其中|并){_ITEM}等(?=[“‘一二两三四五六七八九十几多\d问方各])",
    _may_be_series,
)

LONGEST_SENTENCE = 150


def ordinal_mark(passage: Passage, _: Context) -> Iterator[Finding]:
    """序号后面的标点用错：“第一、”“首先、”“一是、”后面用逗号，“（一）”后面不用标点，“1”后面用下脚点（GB/T 15834
    附录 B.6）。只查段首和句首，“占比第三、”“第一、第二产业”这样的不报。"""
    text = passage.content
    for pattern in (_ORDINAL, _FIRSTLY):
        for found in pattern.finditer(text):
            yield _mark(passage, found.end(1), found[1], "后面用逗号：" + found[1] + "，")
    for found in _BRACKETED.finditer(text):
        yield _mark(passage, found.end(1), found[1], "带括号的序号后面不用标点")
    bare = text.lstrip()
    number, comma, _rest = bare[:3].partition("、")
    if comma and number.isdecimal():
        yield _mark(passage, text.index("、"), number, f"后面用下脚点：{number}.")
    behind = bare.lstrip(_NUMERALS)
    number = bare.removesuffix(behind)
    if 1 <= len(number) <= 3 and behind.startswith((".", "．", ":", "：")):
        yield _mark(passage, len(text) - len(behind), number, f"后面用顿号：{number}、")


def _mark(passage: Passage, at: int, ordinal: str, advice: str) -> Finding:
    return Finding(passage, at, at + 1, f"序号“{ordinal}”后面的标点不对", advice)


def series_comma(passage: Passage, _: Context) -> Iterator[Finding]:
    """用顿号并列的几项，最后一项前面却用了逗号：“取暖难、接娃难、停车难，矛盾大等问题”。并列的各项用同一种标点。"""
    for found in _SERIES.finditer(passage.content):
        at = found.start(1)
        yield Finding(passage, at, at + 1, "并列的几项，前面用顿号，这里用逗号", "看是不是同一层，是就改为“、”")


def long_sentence(passage: Passage, _: Context) -> Iterator[Finding]:
    """一句话超过 150 个字，读起来吃力。用分号分开的每一部分分别算。"""
    if passage.kind in (Kind.HEADLINE, Kind.HEADING):
        return
    start = 0
    for length in _sentences(passage.content):
        if length > LONGEST_SENTENCE:
            message = f"这一句有 {length} 个字"
            yield Finding(passage, start, start + 8, message, f"超过 {LONGEST_SENTENCE} 字，最好分成几句")
        start += length


def _sentences(text: str) -> list[int]:
    """The length of each, with the mark that ends it."""
    for mark in "！？；":
        text = text.replace(mark, "。")
    *ended, last = text.split("。")
    return [*(len(sentence) + 1 for sentence in ended), len(last)]
