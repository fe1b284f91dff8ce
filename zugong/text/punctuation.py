"""Classes of characters in Chinese setting (clreq; GB/T 15834—2011, 5.1).

The sets say what may stand where; nothing here knows of fonts or widths.
"""

from __future__ import annotations

OPENING = frozenset("“‘（《〈「『【〖〔［｛")
"marks that belong to what follows: never at the end of a line"

CLOSING = frozenset("”’）》〉」』】〗〕］｝")
"marks that belong to what went before"

STOPS = frozenset("。，、；：？！．")
"点号"

NOT_AT_LINE_START = CLOSING | STOPS | frozenset("…—～·％‰℃°,.:;?!)]}%")
"never the first character of a line"

NOT_AT_LINE_END = OPENING | frozenset("([{")
"never the last character of a line"

UNBREAKABLE_PAIRS = frozenset({"——", "……"})
"破折号 and 省略号 are one mark of two characters"

UNITS = frozenset(
    "个位名项人户次家年月日号时分秒天周岁期届级类条份件种批支笔场届轮处所座栋套台辆艘架只头匹株棵本册部篇字页面版块元角"
    "万亿千百十余多来几吨斤克升米寸尺里亩顷度倍成折点档款层间栏席区县市镇乡村街站办组队班排连营团师省国员章节卷集首句门"
    "代％%‰℃℉°㎡㎏㎞㎜㎝㏄"
)
"量词 and other units: what follows a number belongs to it, 14个、1000元、3万亩"

_MULTIPLES = frozenset("万亿千百十余多来几")
"between a number and its unit: 20余家、3万元"

_JOINS = frozenset("—～－")
"between two numbers that are one: 4—6项"

_WIDE_BLANK_AFTER = CLOSING | frozenset("，。、；：！．")
"marks whose ink lies in the left half of their cell"

_WESTERN_LETTERLIKE = frozenset("²³°€£¥µ")


def is_han(character: str) -> bool:
    """Whether it is a Chinese character (汉字), 〇 included."""
    point = ord(character)
    return (
        0x4E00 <= point <= 0x9FFF
        or 0x3400 <= point <= 0x4DBF
        or 0x20000 <= point <= 0x323AF
        or 0xF900 <= point <= 0xFAFF
        or character == "〇"
    )


def is_western(character: str) -> bool:
    """Whether it is set in the Latin face: ASCII, Latin letters, ² ° and the like.

    “ ” ‘ ’ — … · × ÷ ± are Chinese marks here, whatever Unicode's ranges say.
    """
    point = ord(character)
    if point < 0x7F:
        return point > 0x20
    return (0x00C0 <= point <= 0x024F and character not in "×÷") or character in _WESTERN_LETTERLIKE


def is_full_width(character: str) -> bool:
    """Whether it stands in a cell of the grid: 汉字, Chinese marks, symbols."""
    return not character.isspace() and not is_western(character)


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters that follow one another."""
    if after.isspace():
        return False
    if before.isspace():
        return after not in NOT_AT_LINE_START
    if before in NOT_AT_LINE_END or after in NOT_AT_LINE_START:
        return False
    if before + after in UNBREAKABLE_PAIRS:
        return False
    return not (is_western(before) and is_western(after))


def blank_after(mark: str) -> float:
    """What may go of a full-width mark's cell behind its ink, em; 0 for all that is no such mark.

    ？ stands in the middle of its cell in 仿宋 and 楷体, so only a quarter may go.
    """
    return 0.5 if mark in _WIDE_BLANK_AFTER else 0.25 if mark == "？" else 0.0


def blank_before(mark: str) -> float:
    """What may go of a full-width mark's cell before its ink, em."""
    return 0.5 if mark in OPENING else 0.0


def is_mark(character: str) -> bool:
    """Whether it is a full-width mark that has a blank half, so that it can share a cell with another."""
    return character in OPENING or character in CLOSING or character in STOPS


def parts_number(text: str, at: int) -> bool:
    """Whether a break before `text[at]` would part a number from its unit or from what it is one with.

    Arabic numbers only: 三个 is not told apart from 第三|个人 without a dictionary.
    """
    before, after = text[at - 1], text[at]
    if before == "第" and after.isdecimal():
        return True
    if before in _JOINS:
        return after.isdecimal() and at > 1 and text[at - 2].isdecimal()
    return after in UNITS and _ends_number(text, at)


def _ends_number(text: str, at: int) -> bool:
    """Whether `text[:at]` ends with an Arabic number, 万、亿、余 … after it included."""
    stop = at
    while stop > 0 and at - stop < 3 and text[stop - 1] in _MULTIPLES:
        stop -= 1
    return stop > 0 and (text[stop - 1].isdecimal() or text[stop - 1] in "%％")
