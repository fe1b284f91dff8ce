"""What the patterns of the rules are made of."""

from __future__ import annotations

from zugong.text.patterns import Pattern

__all__ = ("CHINESE", "HAN", "NUMBER", "ONE_CHINESE", "Pattern")

HAN = "\u4e00-\u9fff"
"汉字, for use inside [ ]; one range alone, since a set of several takes Python long to compile"

CHINESE = "\u2018-\uff5e"
"汉字 and full-width marks, and whatever lies between them; one range for the same reason"

ONE_CHINESE = "[^\\0-\u2017\uff5f-\U0010ffff]"
"one of CHINESE, as a set of its own: told by what it is not, since Python goes through a range one by one"

NUMBER = r"\d{1,12}(?:\.\d{1,4})?"
"a number in digits; bounded, so that no text can make it slow"
