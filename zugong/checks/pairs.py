"""Marks that come in pairs (成对标点), judged over a whole item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Manuscript, Passage
from zugong.checks.patterns import Pattern, all_han
from zugong.classes import dataclass, field

_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "「": "」", "『": "』"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_MARKS = Pattern(r"[^\w、。，]", "".join(_OPENING) + "".join(_PAIRS))
_STRAIGHT = Pattern(r'"', '"')
_SINGLE = Pattern("'", "'")
_COMMA = Pattern("”、“|》、《", ("”、“", "》、《"))
_NUMBERED = Pattern(r"(?:^|[。；：，])\s*(?:\d{1,2}|[a-zA-Z])$")


@dataclass(slots=True)
class _Open:
    """A mark that waits for its other half."""

    passage: Passage
    at: int
    mark: str
    nested: list[Finding] = field(default_factory=list)
    "what is to be said if this pair closes"


def unpaired_mark(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """引号、括号、书名号有前没有后，有后没有前，或者交叉。以一篇为单位查，先接好断开的行；
    一段一段的长引文每段开头都有前引号的，不算错。英文的撇号、“1）”这样的序号不查。"""
    for passages in issue.by_item:
        yield from (one for one, nested in _paired(passages) if not nested)


def nested_quotes(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """双引号里面又用了双引号。里面一层要用单引号‘’（GB/T 15834 4.8.3.4）。"""
    for passages in issue.by_item:
        yield from (one for one, nested in _paired(passages) if nested)


def _paired(passages: Iterable[Passage]) -> Iterator[tuple[Finding, bool]]:
    """Findings in order, each with whether it is about nesting."""
    stack: list[_Open] = []
    for passage in passages:
        for found in _MARKS.finditer(passage.content):
            if found.group() in _PAIRS or found.group() in _OPENING:
                yield from _step(stack, passage, found.start(), found.group())
        if passage.kind in (Kind.HEADLINE, Kind.HEADING):
            yield from _left(stack)
    yield from _left(stack)


def _step(stack: list[_Open], passage: Passage, at: int, mark: str) -> Iterator[tuple[Finding, bool]]:
    if mark in _PAIRS:
        if any(one.mark == mark for one in stack[-3:]):
            if at == 0 and mark in "“‘":  # the next paragraph of a long quotation
                return
            if mark == "“":
                advice = "里面一层用‘’；如果前一个引号少了后半，请补上"
                stack[-1].nested.append(Finding(passage, at, at + 1, "双引号里又有双引号", advice))
        stack.append(_Open(passage, at, mark))
    elif stack and stack[-1].mark == _OPENING[mark]:
        for finding in stack.pop().nested:
            yield finding, True
    elif not _harmless(passage.content, at, mark):
        yield from _stray(stack, passage, at, mark)


def _stray(stack: list[_Open], passage: Passage, at: int, mark: str) -> Iterator[tuple[Finding, bool]]:
    """A closing mark whose opening one is missing, or lies below others that were never closed."""
    depth = next((i for i in range(1, min(len(stack), 4) + 1) if stack[-i].mark == _OPENING[mark]), 0)
    if not depth:
        yield Finding(passage, at, at + 1, f"{mark} 没有配对的 {_OPENING[mark]}", "补上前一半，或者删去"), False
        return
    for _ in range(depth - 1):
        yield _unclosed(stack.pop()), False
    stack.pop()


def _left(stack: list[_Open]) -> Iterator[tuple[Finding, bool]]:
    for opened in stack:
        yield _unclosed(opened), False
    stack.clear()


def _unclosed(opened: _Open) -> Finding:
    closing = _PAIRS[opened.mark]
    return Finding(
        opened.passage, opened.at, opened.at + 1, f"{opened.mark} 没有配对的 {closing}", "补上后一半，或者删去"
    )


def _harmless(text: str, at: int, mark: str) -> bool:
    """An apostrophe between Latin letters, or the bracket of `1）`."""
    if mark == "’":
        return text[max(at - 1, 0) : at].isascii() and at > 0
    return mark == "）" and _NUMBERED.search(text[max(at - 4, 0) : at]) is not None


_SIDES = ("左引号", "右引号")


def straight_quote(passage: Passage, _: Context) -> Iterator[Finding]:
    """引号用了直的 " 或 '。成对的可以由 --fix 改成“”‘’（外双内单）；单个的请编辑看该在哪里配对。"""
    for pattern, outer in ((_STRAIGHT, True), (_SINGLE, False)):
        places = [
            one.start()
            for one in pattern.finditer(passage.content)
            if outer or _is_single(passage.content, one.start())
        ]
        depths = _depths(passage.content, places)
        for index, (at, depth) in enumerate(zip(places, depths, strict=True)):
            marks = "“”" if outer and not depth else "‘’"
            put = marks[index % 2] if len(places) % 2 == 0 else None
            advice = f"改为{_SIDES[index % 2]} {put}" if put else f"改为{marks}，并且补上缺的一半"
            yield Finding(passage, at, at + 1, "引号是直的", advice, put)


def _is_single(text: str, at: int) -> bool:
    """Whether a straight mark is no apostrophe: 汉字 or their marks adjoin it."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return bool(before and (before in "，、：“" or all_han(before))) or bool(
        after and (after in "，、。”" or all_han(after))
    )


def _depths(text: str, places: list[int]) -> list[int]:
    """How many “ are open at each place."""
    if not places or "“" not in text:
        return [0] * len(places)
    found: list[int] = []
    start = depth = 0
    for at in places:
        depth = max(depth + text.count("“", start, at) - text.count("”", start, at), 0)
        found.append(depth)
        start = at
    return found


def quote_comma(passage: Passage, _: Context) -> Iterator[Finding]:
    """并列的引号之间、书名号之间，标准说“通常不用顿号”（GB/T 15834 4.5.3.5）。各单位习惯不同，所以只是提示。"""
    for found in _COMMA.finditer(passage.content):
        at = found.start() + 1
        yield Finding(passage, at, at + 1, "并列的引号、书名号之间通常不用顿号", "删去顿号；本单位习惯用的可以不管")
