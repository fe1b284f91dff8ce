"""Words (用词): the shipped list of wrong forms, and words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Passage
from zugong.checks.patterns import Pattern, all_han
from zugong.checks.wordlist import Level, WrongForm, forms_in

_REACH = 14
"characters on each side that a guard may look at"
_PARTICLES = Pattern(r"的的|了了|在在|和和|是是|与与|被被|把把|将将", tuple(2 * one for one in "的了在和是与被把将"))
_RIGHT_PARTICLES = Pattern(
    r"目的的|标的的|的的[确士]|了了解|[但于总凡就可也正还若或不都便即]是是|是是非|求是是|[存现实内所潜正好不旨重]在在|在在[建职校编岗线册]|[谦温缓柔饱调平祥]和和|和和[谐平睦气美]|与与会|参与与|将将军|与与时|给与与|是是否|被被[告害]|将将[要于会]|和和[田县]|把把[关脉]"
)
_DOUBLED = Pattern(r"(\w{2,4})\1")
_RIGHT_DOUBLES = Pattern(
    r"^(?:一.{1,3}|[很太].|非常|好多|许多|年度|规定|要求|讨论|研究|考虑|商量|学习|休息|锻炼|了解|打听|比较|行政区|业创|如何|千万|.着|.一|[零一二三四五六七八九十百〇]+|.化)$"
)


def wrong_word(passage: Passage, _: Context) -> Iterator[Finding]:
    """常见的错别字，例如“签定”（签订）、“布署”（部署）。词表随程序附带，每条都有不误报的条件；
    词表里没有的错字查不出来，所以这条规则查常犯的、不查全。可以由 --fix 改正。"""
    yield from _listed(passage, Level.SURE)


def doubtful_word(passage: Passage, _: Context) -> Iterator[Finding]:
    """多半是错的、要看上下文的词，例如“平合”（平台）、“其它”“截止到”“做出贡献”，和公文里有固定写法的词，例如村“两委”。"""
    yield from _listed(passage, Level.DOUBTFUL)


def variant_word(passage: Passage, _: Context) -> Iterator[Finding]:
    """两种写法都可以、最好统一的词，例如“当做”和“当作”、“联接”和“连接”。"""
    yield from _listed(passage, Level.VARIANT)


def _listed(passage: Passage, level: Level) -> Iterator[Finding]:
    taken = 0
    for start, form in _found(passage.content):
        end = start + len(form.wrong)
        if start >= taken:
            taken = end
            if form.level is level:
                put = form.right if level is Level.SURE else None
                advice = f"改为“{form.right}”" + (f"：{form.note}" if form.note else "")
                yield Finding(passage, start, end, f"“{form.wrong}”应为“{form.right}”", advice, put)


@lru_cache(maxsize=64)
def _found(text: str) -> tuple[tuple[int, WrongForm], ...]:
    """What is in a text, the longer first at one place; kept, since three rules ask for it one after another."""
    return tuple(sorted(_hits(text), key=lambda hit: (hit[0], -len(hit[1].wrong))))


def _hits(text: str) -> Iterator[tuple[int, WrongForm]]:
    """Plain searching: for 320 short words it costs less than one big regular expression."""
    for form in forms_in(text):
        at = text.find(form.wrong)
        while at >= 0:
            if not (form.guard and _guarded(text, at, form)):
                yield at, form
            at = text.find(form.wrong, at + len(form.wrong))


def _guarded(text: str, at: int, form: WrongForm) -> bool:
    """Whether the surroundings make the form right."""
    begin = max(at - _REACH, 0)
    end = at + len(form.wrong)
    nearby = text[begin : end + _REACH]
    spans = (found.span() for found in _guard(form.guard).finditer(nearby))
    return any(first + begin < end and last + begin > at for first, last in spans)


@cache
def _guard(source: str) -> re.Pattern[str]:
    return re.compile(source)


def doubled_particle(passage: Passage, _: Context) -> Iterator[Finding]:
    """虚词连着写了两次：“的的”“了了”“在在”。“目的的”“进行了了解”不报。"""
    text = passage.content
    for found in _PARTICLES.finditer(text):
        begin = max(found.start() - 1, 0)
        nearby = text[begin : found.end() + 1]
        spans = (one.span() for one in _RIGHT_PARTICLES.finditer(nearby))
        if not any(first + begin < found.end() and last + begin > found.start() for first, last in spans):
            yield Finding(passage, found.start(), found.end(), f"“{found.group()}”重复", "删去一个")


def doubled_word(passage: Passage, _: Context) -> Iterator[Finding]:
    """两到四个字的词连着写了两次：“工作工作”“进一步进一步”。“一步一步”“研究研究”这样的叠用不报。"""
    for found in _doubled(passage.content):
        word = found[1]
        if len(set(word)) > 1 and not _RIGHT_DOUBLES.match(word):
            yield Finding(passage, found.start(), found.end(), f"“{word}”写了两遍", "删去一遍")


def _doubled(text: str) -> Iterator[re.Match[str]]:
    """Those of 汉字; digits and letters repeat themselves for good reason."""
    found = _DOUBLED.compiled.search(text)
    while found is not None:
        right = all_han(found[1])
        if right:
            yield found
        found = _DOUBLED.compiled.search(text, found.end() if right else found.start() + 1)
