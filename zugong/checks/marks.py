"""Single punctuation marks (标点): half width, repeated, dashes, ellipses, spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Kind, Passage
from zugong.checks.patterns import Pattern, all_han, pairs

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。", "--": "——"}

_HALF = Pattern("--+|[,;:!?]", (*",;:!?", "--"))
_BRACKET = Pattern(r"[()]", "()")
_DASH = Pattern("—", "—")
_ROUTE = (
    *"线路段航", "高铁", "高速", "通道", "走廊", "经济带", "城际", "管道", "班列", "东盟", "东欧", "自贸",
    "博览会", "论坛", "峰会", "友好", "协会",
)  # fmt: skip
_ELLIPSIS = Pattern(r"…+|\.{3,}|。{3,}|．{3,}|、{3,}|·{3,}|，{3,}", ("…", *(3 * one for one in ".。．、·，")))
_DENG = Pattern(r"等等?……|……等", ("等……", "……等"))
_REPEATED = Pattern(
    r"([，；：、。])\1+|([！？])\2{3,}|[，、；：][。，、；：]|。[，、；：]",
    (*pairs("，、；：。", "，、；：。"), "！！！！", "？？？？"),
)
_AROUND = Pattern(r"[。！？]”[。，、；]", pairs("。！？", "”", "。，、；"))
_ARTICLE = Pattern(r"第[一二三四五六七八九十百零\d]{1,6}[编章节条款]$")


def half_width_mark(passage: Passage, _: Context) -> Iterator[Finding]:
    """汉字之间、汉字后面的逗号、分号、冒号、问号、叹号、句点、括号、破折号用了半角。
    网址、英文、代码和“10:30”“1,000”这样的数字不查。可以由 --fix 改成全角。"""
    text = passage.content
    marks = [(found.start(), found.group()) for found in _HALF.finditer(text) if _is_half(found)]
    for at, mark in (*marks, *((at, ".") for at in _points(text))):
        if at > 3 or text[:at].strip("一二三四五六七八九十"):  # 二. is an ordinal with a wrong mark
            yield _half(passage, at, mark)
    for at in _brackets(text):
        yield _half(passage, at, text[at])


def _is_half(found: re.Match[str]) -> bool:
    """Whether such a mark follows 汉字 or full-width marks, or stands between a number and them."""
    before, after = _around(found)
    return _in_chinese(before) or (
        "-" not in found.group() and (before == "%" or before.isdecimal()) and _in_chinese(after)
    )


def _around(found: re.Match[str]) -> tuple[str, str]:
    """The characters before and behind; empty at the ends of the text."""
    start, end = found.span()
    return found.string[max(start - 1, 0) : start], found.string[end : end + 1]


def _in_chinese(character: str) -> bool:
    """汉字 and full-width marks, and whatever lies between them."""
    return "\u2018" <= character <= "\uff5e"


def _half(passage: Passage, at: int, mark: str) -> Finding:
    put = _FULL[mark[:2]]
    return Finding(passage, at, at + len(mark), f"“{mark}”是半角", f"改为全角“{put}”", put)


def _points(text: str) -> Iterator[int]:
    """Full stops between 汉字, or behind the last one."""
    at = text.find(".")
    while at >= 0:
        after = text[at + 1 : at + 2]
        if _is_chinese(text[at - 1 : at]) and (not after or _is_chinese(after)):
            yield at
        at = text.find(".", at + 1)


def _is_chinese(character: str) -> bool:
    return "\u2018" <= character <= "\u9fff" or "\uff01" <= character <= "\uff5e"


def _brackets(text: str) -> Iterator[int]:
    """Half-width brackets of a pair with 汉字 in it or beside it; single ones beside 汉字."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found.group() == "(":
            opened.append(found.start())
            continue
        begin = opened.pop() if opened else None
        inner = text[max(found.start() - 60, begin or 0) : found.start()]
        if _chinese(text, found.start()) or (begin is not None and (_chinese(text, begin) or _holds_chinese(inner))):
            yield from (begin, found.start()) if begin is not None else (found.start(),)
    yield from (at for at in opened if _chinese(text, at))


def _chinese(text: str, at: int) -> bool:
    return _holds_chinese(text[max(at - 1, 0) : at + 2])


def _holds_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def single_dash(passage: Passage, _: Context) -> Iterator[Finding]:
    """破折号是两个字宽的“——”，这里只有一个“—”。起止关系的一字线（北京—上海、1—3月）、线路名不报：
    只查两边都是汉字、后面一口气有五个字以上、不像路线的，和一段（一句）开头的单个“—”。"""
    text = passage.content
    for found in _DASH.finditer(text):
        at = found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 26]
        opens = not before.strip() or before in "。：；"
        reach = _reach(after[:24])
        joins = bool(_holds_chinese(before)) and reach >= 5 and before not in "一二三四五六七八九十月日年时"
        if (opens and reach >= 2) or (joins and not any(word in after[:10] for word in _ROUTE)):
            yield Finding(passage, at, at + 1, "破折号只有一个字宽", "改为“——”，占两个字")


def _reach(text: str) -> int:
    """How many 汉字 and brackets it begins with."""
    return next((at for at, one in enumerate(text) if one not in "（）" and not all_han(one)), len(text))


def ellipsis_form(passage: Passage, _: Context) -> Iterator[Finding]:
    """省略号是六个点“……”，占两个字；“…”“...”“。。。”都不对。可以由 --fix 改正。"""
    for found in _ELLIPSIS.finditer(passage.content):
        mark = found.group()
        if mark[0] == "…" and len(mark) in (2, 4):
            continue
        if mark[0] == "." and not _holds_chinese(passage.content[max(found.start() - 1, 0) : found.end() + 1]):
            continue
        shown = mark if len(mark) <= 6 else mark[:6]
        yield Finding(passage, found.start(), found.end(), f"省略号写成了“{shown}”", "改为“……”", "……")


def ellipsis_and_deng(passage: Passage, _: Context) -> Iterator[Finding]:
    """“……”和“等”意思一样，只能用一个。"""
    for found in _DENG.finditer(passage.content):
        yield Finding(passage, found.start(), found.end(), "“……”和“等”用了两个", "留下一个")


def repeated_mark(passage: Passage, _: Context) -> Iterator[Finding]:
    """两个点号连在一起，例如“，，”“，。”。同一个点号重复的，可以由 --fix 留下一个；不同的要编辑来选。"""
    for found in _REPEATED.finditer(passage.content):
        marks = found.group()
        if len(marks) > 2 and marks[0] in "，、。":  # meant as an ellipsis
            continue
        same = len(set(marks)) == 1
        advice = f"留下一个“{marks[0]}”" if same else "留下一个"
        put = marks[0] if same and marks[0] not in "！？" else None
        yield Finding(passage, found.start(), found.end(), f"“{marks[:4]}”重复", advice, put)


def stop_around_quote(passage: Passage, _: Context) -> Iterator[Finding]:
    """引号里面已经有句号、问号、叹号，引号外面又有点号。整句引用的点号在里面，作为句子一部分的在外面。"""
    for found in _AROUND.finditer(passage.content):
        yield Finding(passage, found.start(), found.end(), "引号内外都有点号", "留下一个")


def _touches_chinese(text: str) -> bool:
    """Whether any white space has more than ASCII beside it, which is quicker told than a pattern compiled."""
    spaces = (at for at, character in enumerate(text) if character in " \u00a0\u3000")
    return any(not (text[max(at - 1, 0) : at].isascii() and text[at + 1 : at + 2].isascii()) for at in spaces)


_SPACES = Pattern("[ \u00a0\u3000]+", " \u00a0\u3000", _touches_chinese)
_WIDE, _LAST_LATIN = "\u3000", "\u02ff"
_NO_SPACE_BESIDE = frozenset("，。、；：？！”）》")


def needless_space(passage: Passage, _: Context) -> Iterator[Finding]:
    """汉字和数字、字母之间，标点两边，公文不空格。印出来时程序会去掉这些空格，所以只是提示；可以由 --fix 删去。"""
    for found in _SPACES.finditer(passage.content):
        start, end = _needless(found)
        space, beside = passage.content[start:end], passage.content[max(start - 1, 0) : end + 1]
        if not space or not (_in_chinese(beside[:1]) or _in_chinese(beside[-1:])):
            continue
        if passage.kind in (Kind.HEADLINE, Kind.HEADING) and start and not space.isascii():
            continue
        yield Finding(passage, start, end, "这里的空格不会印出", "删去空格", "")


def _needless(found: re.Match[str]) -> tuple[int, int]:
    """What of some white space is not printed: all beside a mark; between 汉字 and digits or letters, where nobody
    means a full-width blank, what lies on their side of it."""
    start, end = found.span()
    before, after = _around(found)
    wide = found.string.find(_WIDE, start, end), found.string.rfind(_WIDE, start, end)
    if before in _NO_SPACE_BESIDE or after in _NO_SPACE_BESIDE:
        return start, end
    if _is_latin(after) and wide[1] + 1 < end and (wide[1] >= 0 or before > _LAST_LATIN):
        return max(start, wide[1] + 1), end
    if (_is_latin(before) or before == "%") and (wide[0] >= 0 or after > _LAST_LATIN):
        return start, wide[0] if wide[0] >= 0 else end
    return start, start


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


_SIGNATURE = Pattern(r"(?:书记|部长|主任|局长|主席|[省市县区镇乡村]长|总理)[ \u00a0\u3000]+(\w{2,3})$", " \u00a0\u3000")
_GAP = Pattern(r"(?<=\w)[ \u00a0\u3000]+(?=\w)", " \u00a0\u3000", _touches_chinese)


def space_between_characters(passage: Passage, _: Context) -> Iterator[Finding]:
    """正文里两个汉字之间有空格，会印成一个字的空白，多半是从 PDF 或网页复制来的。
    标题、小标题里分开两句的空格、两个字的姓名（王　伟）、段末的署名（县委书记　王建国）、“第一条　”不报。"""
    if passage.kind in (Kind.HEADLINE, Kind.HEADING):
        return
    text = passage.content
    signed = _SIGNATURE.search(text[-16:])
    signed = signed if signed and all_han(signed[1]) else None
    for found in _GAP.finditer(text):
        if not all(map(_holds_chinese, _around(found))):
            continue
        before, after = text[max(found.start() - 2, 0) : found.start()], text[found.end() : found.end() + 2]
        alone = (_is_single(before[::-1]), _is_single(after))
        named = all(alone) or (found.group() == "\u3000" and any(alone))
        named = named or (signed is not None and found.end() >= len(text) - 3)
        if not named and not _ARTICLE.match(text[: found.start()]):
            yield Finding(passage, found.start(), found.end(), "两个字之间有空格，会印成空白", "删去空格")


def _is_single(characters: str) -> bool:
    """One 汉字 with no other behind it."""
    return len(characters) == 1 or not _holds_chinese(characters[1])
