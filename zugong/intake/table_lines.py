"""Lines that belong to a table or figure beside them: 表1 …, 单位：万元, 注：…, 图1 …"""

from __future__ import annotations

import re

from zugong.intake.ledger import Ledger
from zugong.intake.lines import Line, tightened
from zugong.intake.signatures import is_date, is_unit
from zugong.text.spacing import CLAUSE_SPACE

_LONGEST_TITLE, _LONGEST_CAPTION = 50, 40
_TITLE = re.compile(r"附?表\s*(?:\d{1,2}(?:[-－]\d{1,2})?|[一二三四五六七八九十]{1,3})\s*[:：、.．]?\s*\S.*")
_TITLE_END = re.compile(r"(?:表|情况|统计|一览|名单|清单|汇总|安排|分工|计划|数据|对比)(?:（[^（）]*）)?$")
_UNIT = re.compile(r"(?:计量)?单位\s*[:：]\s*([^，。；：]{1,14})")
_NOTE = re.compile(r"表?注\s*\d{0,2}\s*[:：]\s*\S")
_CAPTION = re.compile(
    r"图\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?![\d年月个])\s*[:：、.．]?\s*\S.*|(?:图为|图注[:：]).+"
)
_NUMBERED = re.compile(
    r"(附?[表图]\s*(?:\d{1,2}(?:[-－]\d{1,2})?|[一二三四五六七八九十]{1,3}))(\s*)(?=[^\s:：、.．\d])"
)
CAPTION_BLANK = "表题和图注的空格"
_STOPS = "。；！？，、：:"


def is_table_title(line: Line, is_first: bool) -> bool:
    """表1 各县区进度; without a number it must look like one, and not be the first line of all."""
    text = line.content.strip()
    if not text or len(text) > _LONGEST_TITLE or text[-1] in _STOPS:
        return False
    if _TITLE.fullmatch(text):
        return True
    loud = line.raw.align == "center" or all(piece.bold for piece in line.pieces)
    return loud and not is_first and bool(_TITLE_END.search(text))


def named(line: Line, ledger: Ledger) -> str:
    """The text of a title or caption; what was typed between 表1 and its name is one wide blank."""
    text = tightened(line, ledger).content
    number, typed = _NUMBERED.match(text), _NUMBERED.match(line.raw.content.strip())
    if number is None or typed is None or not typed[2] or number[2] == CLAUSE_SPACE:
        return text
    ledger.added[CAPTION_BLANK] += len(CLAUSE_SPACE) - len(number[2])
    return number[1] + CLAUSE_SPACE + text[number.end() :]


def bare_unit(text: str) -> str:
    """单位：万元 without the brackets around it; empty: it is something else, e.g. who sent the text."""
    bare = text.strip()
    if bare[:1] in "（(" and bare[-1:] in "）)":
        bare = bare[1:-1].strip()
    found = _UNIT.fullmatch(bare)
    return bare if found and not is_unit(found[1].strip(), ()) else ""


def is_note(text: str) -> bool:
    """注：…"""
    return bool(_NOTE.match(text.strip()))


def is_caption(line: Line) -> bool:
    """图1 …; without a number a short line in the middle."""
    text = line.content.strip()
    if _CAPTION.fullmatch(text) and len(text) <= _LONGEST_CAPTION * 2:
        return True
    plain = line.raw.align == "center" and 0 < len(text) <= _LONGEST_CAPTION and not line.raw.outline
    return plain and text[-1] not in _STOPS and text[0] not in "（(一二三四五六七八九十" and not is_date(text)
