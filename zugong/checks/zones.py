"""Stretches of text that are not the office's own prose: addresses, company names, words of others."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum

from zugong.checks.patterns import Pattern
from zugong.classes import dataclass


class ZoneKind(Enum):
    """Why fewer rules hold here."""

    ADDRESS = "address"
    "网址、邮箱: no rule holds"
    COMPANY = "company"
    "企业名: no rule of wording, terms, units"
    QUOTATION = "quotation"
    "引文: what somebody said; no rule of wording, terms, units, numerals"


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """Characters start…end of a passage."""

    start: int
    end: int
    kind: ZoneKind


_ADDRESS = Pattern(
    r"(?:https?://|www\.)[A-Za-z0-9_\-./?=&%#:~+,;]{1,300}"
    r"|[A-Za-z0-9][A-Za-z0-9_.\-]{0,60}@[A-Za-z0-9\-]{1,60}(?:\.[A-Za-z0-9\-]{1,20}){1,4}"
)
_COMPANY_ENDS = ("有限公司", "股份公司", "集团公司", "有限责任公司", "合作社")
_LONGEST_COMPANY = 24
_SPEAKING = ("：", "说，", "说", "指出", "强调", "写道", "表示")
_SENTENCE_ENDS = "。！？"


def zones_of(content: str) -> tuple[Zone, ...]:
    """The zones of one passage in order; they may overlap."""
    found: list[Zone] = []
    if "@" in content or "://" in content or "www." in content:
        found += [Zone(one.start(), one.end(), ZoneKind.ADDRESS) for one in _ADDRESS.finditer(content)]
    if "公司" in content or "合作社" in content:
        found += _companies(content)
    if "“" in content:
        found += _quotations(content)
    return tuple(sorted(found, key=lambda zone: (zone.start, zone.end)))


def _companies(content: str) -> list[Zone]:
    """A company name reaches back to the last mark that no name holds, but not far."""
    found: list[Zone] = []
    for ending in _COMPANY_ENDS:
        at = content.find(ending)
        while at >= 0:
            begin = at
            while begin > max(at - _LONGEST_COMPANY, 0) and (
                content[begin - 1].isalnum() or content[begin - 1] in "（）"
            ):
                begin -= 1
            found.append(Zone(begin, at + len(ending), ZoneKind.COMPANY))
            at = content.find(ending, at + 1)
    return found


def _quotations(content: str) -> list[Zone]:
    """Outer quotation marks around whole sentences, or after a word of saying."""
    found: list[Zone] = []
    opening = content.find("“")
    while opening >= 0:
        closing = content.find("”", opening)
        if closing < 0:
            break
        speaks = content[max(opening - 2, 0) : opening].endswith(_SPEAKING)
        if closing - opening > 2 and (content[closing - 1] in _SENTENCE_ENDS or (speaks and closing - opening > 12)):
            found.append(Zone(opening + 1, closing, ZoneKind.QUOTATION))
        opening = content.find("“", closing)
    return found


def in_zone(zones: tuple[Zone, ...], start: int, kinds: frozenset[ZoneKind]) -> bool:
    """Whether the character stands in a zone of these kinds."""
    if not zones:
        return False
    upto = bisect_right(zones, start, key=lambda zone: zone.start)
    return any(zone.end > start and zone.kind in kinds for zone in zones[max(upto - _LOOK_BACK, 0) : upto])


_LOOK_BACK = 8
"zones overlap little; a text made of nothing else must not cost the square of its length"

ADDRESSES = frozenset({ZoneKind.ADDRESS})
NAMES = frozenset({ZoneKind.ADDRESS, ZoneKind.COMPANY})
OTHERS_WORDS = frozenset(ZoneKind)
