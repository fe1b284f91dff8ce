"""`<!-- zugong: 忽略 规则名 理由 -->` in a body: understood here, taken out of the text by sources.inline."""

from __future__ import annotations

import re

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.model.prose import Text

OPENING = r"<!--[ \t]*zugong"
CLOSING = "-->"

_WHOLE = r"<!--\s*zugong\s*[:：]\s*(?:忽略|ignore)\s+([^\s<>]+)\s*(.*?)\s*-->"
_ADVICE = "写成 <!-- zugong: 忽略 规则名 理由 -->，从头到尾在一行里"


@dataclass(frozen=True, slots=True)
class Remark:
    """An ignore as it stands on its line; where in the paragraph is known when the paragraph is."""

    rule: Text
    reason: str
    alone: bool
    "nothing else on its line: the whole paragraph is meant"


def read_remark(comment: str, origin: Location, *, alone: bool) -> Remark | Problem:
    """What a whole comment says."""
    found = re.fullmatch(_WHOLE, comment)
    if found is None:
        return error("bad-ignore", "看不懂这条“忽略”说明", origin, _ADVICE, len(comment))
    return Remark(Text(found[1], origin.shifted(found.start(1))), found[2], alone)


def unclosed_remark(origin: Location) -> Problem:
    """A comment that does not end on its line would be printed."""
    return error("bad-ignore", "这条“忽略”说明没有在本行结束，会原样印出", origin, _ADVICE, 4)
