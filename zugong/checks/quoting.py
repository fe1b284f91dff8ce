"""Terms (术语) and the office's set phrases: quoted or bare, spelled out, spelled right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Manuscript, Passage
from zugong.checks.patterns import Pattern, all_han

_QUOTED = Pattern(r"[“‘](\w{3,10})[”’]", "“‘")
_OPENING, _CLOSING = "“‘《", "”’》"
_LONGEST_INSIDE = 60
"characters of what stands in marks"
_OFTEN = 3
_MOST_TERMS = 200
"terms compared with one another"


def bare_term(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """一个词在本期里加引号三次以上，另一处却没有加。在更长的引语、书名里面的不报。"""
    counts = Counter(found[1] for passage in issue.passages for found in _quoted(passage.content))
    terms = [term for term, count in counts.items() if count >= _OFTEN and len(term) >= 4]
    for passage in issue.passages:
        for term in terms:
            for at in _places(passage.content, term):
                if not _is_inside(passage.content, at):
                    message = f"“{term}”别处加引号 {counts[term]} 次，这里没有加"
                    yield Finding(passage, at, at + len(term), message, f"写成“{term}”，连引号一起写")


def similar_terms(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """两个加引号的词只差一个字，各出现两次以上，例如“书记项目”“书记题目”。看是不是同一个词。"""
    first: dict[str, tuple[Passage, int]] = {}
    counts: Counter[str] = Counter()
    for passage in issue.passages:
        for found in _quoted(passage.content):
            counts[found[1]] += 1
            first.setdefault(found[1], (passage, found.start(1)))
    terms = [term for term, count in counts.items() if count >= 2 and len(term) >= 4][:_MOST_TERMS]
    for index, term in enumerate(terms):
        for other in terms[:index]:
            if len(term) == len(other) and sum(a != b for a, b in zip(term, other, strict=True)) == 1:
                passage, at = first[term]
                yield Finding(passage, at, at + len(term), f"“{term}”和“{other}”只差一个字", "看是不是该统一")


def set_phrase(issue: Manuscript, context: Context) -> Iterator[Finding]:
    """本单位在 terms.yaml 里登记的固定表述：错的写法出现就报，“例外”里的不报。"""
    for phrase in context.registers.terms.phrases:
        for passage in issue.passages:
            right = [span for text in (*phrase.exceptions, phrase.right) for span in _spans(passage.content, text)]
            for at in _places(passage.content, phrase.wrong):
                end = at + len(phrase.wrong)
                if not any(first <= at and end <= last for first, last in right):
                    yield Finding(passage, at, end, f"本单位不写“{phrase.wrong}”", f"改为“{phrase.right}”")


def unquoted_phrase(issue: Manuscript, context: Context) -> Iterator[Finding]:
    """本单位在 terms.yaml 的“须加引号”里登记的词没有加引号。"""
    for term in context.registers.terms.quoted:
        for passage in issue.passages:
            for at in _places(passage.content, term):
                if not _is_inside(passage.content, at):
                    yield Finding(passage, at, at + len(term), f"“{term}”要加引号", f"写成“{term}”，连引号一起写")


def short_form_first(issue: Manuscript, context: Context) -> Iterator[Finding]:
    """本单位在 terms.yaml 的“首次用全称”里登记的简称，在一篇里没有先写全称就用了。标题里可以用简称。"""
    for entry in context.registers.terms.abbreviations:
        for passages in issue.by_item:
            body = [passage for passage in passages if passage.kind is not Kind.HEADLINE]
            hit = next(((one, one.content.find(entry.short)) for one in body if entry.short in one.content), None)
            if hit is None:
                continue
            passage, at = hit
            before = (
                "".join(one.content for one in body[: body.index(passage)]) + passage.content[: at + len(entry.full)]
            )
            if entry.full not in before:
                message = f"“{entry.short}”第一次出现，没有写全称"
                yield Finding(
                    passage, at, at + len(entry.short), message, f"先写“{entry.full}（以下简称{entry.short}）”"
                )


def _quoted(text: str) -> Iterator[re.Match[str]]:
    """Terms of 汉字 in quotation marks."""
    return (found for found in _QUOTED.finditer(text) if all_han(found[1]))


def _is_inside(text: str, at: int) -> bool:
    """Whether a character stands between marks, or is one of them, with no other mark between them."""
    middle = at + (text[at] in _OPENING)
    before, after = text[max(middle - _LONGEST_INSIDE - 1, 0) : middle], text[middle : middle + _LONGEST_INSIDE + 1]
    opening = max(map(before.rfind, _OPENING + _CLOSING))
    closing = min((after.index(mark) for mark in _OPENING + _CLOSING if mark in after), default=-1)
    if opening < 0 or closing < 0 or before[opening] not in _OPENING or after[closing] not in _CLOSING:
        return False
    return 1 <= len(before) - opening - 1 + closing <= _LONGEST_INSIDE


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _spans(text: str, word: str) -> list[tuple[int, int]]:
    return [(at, at + len(word)) for at in _places(text, word)]
