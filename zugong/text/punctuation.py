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
