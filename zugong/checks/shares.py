"""Shares (占比) that should make a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Passage
from zugong.checks.patterns import NUMBER, Pattern
from zugong.classes import dataclass

_TRIPLE = rf"({NUMBER})[∶：:]({NUMBER})[∶：:]({NUMBER})(?![∶：:\d])"
_RATIO = Pattern(
    rf"三次产业[^，。；、∶：:\d]{{0,12}}{_TRIPLE}(?:[^，。；、∶：:\d]{{1,8}}{_TRIPLE})?", ("三次产业",), "∶：:"
)
_SHARE = Pattern(
    rf"占(?:比|总数的?|总量的?|总额的?|总人数的?|全部的?|比重|比例)?(?:为|达|是|约为|约|达到)?({NUMBER})[%％]",
    "占",
    "%％",
)
_ANY_SHARE = Pattern(rf"占[^，。；、%％\d]{{0,14}}{NUMBER}[%％]", "占", "%％")
_IN_TURN = Pattern(
    rf"(?:分别占(?:总数的?|总量的?|总额的?|总人数的?|全部的?)?|(?:占比|比重|比例)分别(?:为|是|达)?)"
    rf"({NUMBER}[%％](?:(?:、|，|和|及|以及){NUMBER}[%％]){{1,9}})",
    ("分别占", "比重分别", "占比分别", "比例分别"),
)
_PERCENT = Pattern(rf"({NUMBER})[%％]")
_SENTENCE = Pattern("[^。；]{8,600}")
_ASIDE = Pattern("（[^（）]{0,200}）", "（")
_REST = Pattern("(?:其余|其他|其它|剩余|余下)[^，。；、占\\d]{0,8}$")
_INDUSTRIES = Pattern(
    "(?:三次|一二三|一、二、三|一、二、三次|第一、第二、第三|第一、二、三)产业|第一产业、第二产业[和、]第三产业"
)
_SEXES = Pattern("男(?:性|女|党员|职工|生|人口)?[、和]?女(?:性|党员|职工|生|人口)?[^，。；、]{0,12}$")
_PARTS_OF_TEN = 50
"a ratio may be told in tenths: 1:4:5"
_NEAR = 3.0
"per cent above the whole: more than that, and the groups overlap"


@dataclass(frozen=True, slots=True)
class _Shares:
    """Shares written side by side."""

    numbers: tuple[str, ...]
    start: int
    end: int
    complete: bool
    "whether they must be all there is"

    @property
    def total(self) -> float:
        """What they add up to."""
        return sum(map(float, self.numbers))

    @property
    def wrong(self) -> bool:
        """Whether they cannot be parts of one whole, each rounded."""
        places = min(len(number.partition(".")[2]) for number in self.numbers)
        beyond = abs(self.total - 100) > len(self.numbers) * 0.5 * 10**-places + 1e-9
        return beyond and (self.complete or (len(self.numbers) >= 3 and 100 < self.total <= 100 + _NEAR))


def shares_and_whole(passage: Passage, _: Context) -> Iterator[Finding]:
    """几项占比加起来不是 100%：“优秀占32%、合格占61%，其余占9%”。能看出已经列全的（有“其余”“其他”、
    三次产业、男女）不等于 100% 就报；别的三项以上、加起来略多于 100% 才报，
    因为各项可能有重叠，也可能没有列全。四舍五入差的一点不算。"""
    for shares in (*_ratios(passage.content), *_in_turn(passage.content), *_with_rest(passage.content)):
        if shares.wrong:
            message = f"几项占比加起来是 {shares.total:.4g}%"
            yield Finding(passage, shares.start, shares.end, message, "核对各项占比")


def _ratios(text: str) -> Iterator[_Shares]:
    """The three industries (三次产业) as a ratio; anywhere but there three numbers may be anything."""
    for found in _RATIO.finditer(text):
        for first in (1, 4):
            if found[first] and sum(float(found[first + index]) for index in range(3)) > _PARTS_OF_TEN:
                numbers = (found[first], found[first + 1], found[first + 2])
                yield _Shares(numbers, found.start(first), found.end(first + 2), complete=True)


def _in_turn(text: str) -> Iterator[_Shares]:
    """“分别占32%、61%和9%”."""
    for found in _IN_TURN.finditer(text):
        numbers = tuple(one[1] for one in _PERCENT.finditer(found[1]))
        ahead = text[max(found.start() - 30, 0) : found.start()]
        wanted = 3 if _INDUSTRIES.search(ahead) else 2 if _SEXES.search(ahead) else 0
        yield _Shares(numbers, found.start(1), found.end(1), complete=len(numbers) == wanted)


def _with_rest(text: str) -> Iterator[_Shares]:
    """“甲占32%、乙占61%，其余占9%” in one sentence, all of them shares of the same whole."""
    if text.count("占") < 2 or text.count("%") + text.count("％") < 2:
        return
    for sentence in _SENTENCE.finditer(_ASIDE.sub(_blank, text)):
        said = sentence.group()
        parts = list(_SHARE.finditer(said))
        if len(parts) >= 2 and _of_one_whole(said, parts):
            begin, last = sentence.start(), parts[-1].start()
            complete = _REST.search(said[max(last - 12, 0) : last]) is not None
            numbers = tuple(one[1] for one in parts)
            yield _Shares(numbers, begin + parts[0].start(), begin + parts[-1].end(), complete)


def _of_one_whole(said: str, parts: list[re.Match[str]]) -> bool:
    """Not so where a share of something else stands among them, or a part of a part (其中)."""
    others = len(list(_ANY_SHARE.finditer(said))) - len(parts)
    return not others and "分别" not in said and "其中" not in said[parts[0].end() :]


def _blank(aside: re.Match[str]) -> str:
    return "　" * len(aside.group())
