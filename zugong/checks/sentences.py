"""Sentences (句子): marks behind ordinals, series, length."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Passage
from zugong.checks.patterns import Pattern

_NUMERALS = "一二三四五六七八九十"
_BEGIN = r"(?:^|(?<=[。！？；]))[\s\u3000]*"
_ORDINAL = Pattern(rf"{_BEGIN}(第[{_NUMERALS}]{{1,3}})、(?!第?[{_NUMERALS}])", "第")
_BRACKETED = Pattern(
    rf"{_BEGIN}([（(](?:[{_NUMERALS}]{{1,3}}|\d{{1,2}})[）)])([、，,.．])",
    tuple(f"{one}{mark}" for one in "）)" for mark in "、，,.．"),
)
_DIGIT = Pattern(r"^[\s\u3000]*(\d{1,2})、", "、")
_FIRSTLY = Pattern(rf"{_BEGIN}(首先|其次|再次|最后|此外|[{_NUMERALS}]是)、", "、")
_HEADING = Pattern(rf"^[\s\u3000]*([{_NUMERALS}]{{1,3}})([.．:：])", ".．:：")
_ITEM = r"[^，。；：、“”！？\d]{2,12}"
_SERIES = Pattern(
    rf"(?:{_ITEM}、){{2,12}}{_ITEM}(，)(?!以及|和|及|还|包括|特别|尤其|其中|并){_ITEM}等(?=[“‘一二两三四五六七八九十几多\d问方各])",
    "、",
)
_END = Pattern("[。！？；]")

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
    for found in _DIGIT.finditer(text):
        yield _mark(passage, found.end(1), found[1], f"后面用下脚点：{found[1]}.")
    for found in _HEADING.finditer(text):
        yield _mark(passage, found.end(1), found[1], f"后面用顿号：{found[1]}、")


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
    ends = [found.end() for found in _END.finditer(passage.content)]
    for end in [*ends, len(passage.content)]:
        if end - start > LONGEST_SENTENCE:
            message = f"这一句有 {end - start} 个字"
            yield Finding(passage, start, start + 8, message, f"超过 {LONGEST_SENTENCE} 字，最好分成几句")
        start = end
