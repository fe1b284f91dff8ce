"""Text that only layout needs: page numbers, contents, rules, headers. Each removal has a name."""

from __future__ import annotations

import re

from zugong.intake.ledger import Ledger
from zugong.intake.manuscript import Place, RawParagraph

PAGE_NUMBER, CONTENTS, RULE = "页码", "目录", "分隔线"

_DASH = "-—－–─―~·•"
_NUMBERED = re.compile(
    rf"[{_DASH}]+\s*\d{{1,4}}\s*[{_DASH}]+|第\s*\d{{1,4}}\s*[页頁面](?:\s*[，,/]?\s*共\s*\d{{1,4}}\s*[页頁面])?"
)
_IN_MARGIN = re.compile(rf"[{_DASH}\s\d/第共页頁面，,]*")
_ENTRY = re.compile(r".*(?:\t|[.·…．]{3,}|…{2,})\s*[（(]?\d{1,3}[)）]?\s*", re.DOTALL)
_TITLE = re.compile(r"[【\[]?\s*目\s*[录錄次]\s*[】\]]?")
_RULE = re.compile(rf"[{_DASH}_=＿＝*＊★☆◆\s]{{3,}}")


def without_layout(paragraphs: tuple[RawParagraph, ...], ledger: Ledger) -> list[RawParagraph]:
    """The paragraphs that are more than layout."""
    kept: list[RawParagraph] = []
    for paragraph in paragraphs:
        reason = _reason(paragraph)
        if reason:
            ledger.remove(reason, paragraph.content)
        elif paragraph.content or paragraph.pictures:
            kept.append(paragraph)
    return kept


def _reason(paragraph: RawParagraph) -> str:
    text = paragraph.content.strip()
    style = paragraph.style.lower()
    if not text:
        return ""
    if paragraph.place is Place.MARGIN and _IN_MARGIN.fullmatch(text):
        return PAGE_NUMBER
    if paragraph.place in (Place.TEXT, Place.BOX, Place.MARGIN) and _NUMBERED.fullmatch(text):
        return PAGE_NUMBER
    if _is_contents(paragraph, text, style):
        return CONTENTS
    return RULE if paragraph.place is not Place.CELL and _RULE.fullmatch(text) else ""


def _is_contents(paragraph: RawParagraph, text: str, style: str) -> bool:
    if style.startswith(("toc", "组工-目录", "contents ")) or _TITLE.fullmatch(text):
        return True
    return paragraph.place is not Place.CELL and bool(_ENTRY.fullmatch(text)) and len(text) <= 80
