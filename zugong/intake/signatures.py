"""Who sent it (供稿单位): the （单位） at the end, a signature line, a labelled line."""

from __future__ import annotations

import re
from collections.abc import Collection

from zugong.classes import dataclass

_OFFICE = (
    "组织部|宣传部|统战部|编办|老干局|老干部局|党工委|党委|党组|支部|机关工委|工委|纪委|监委|政府|办公室|研究室|党群工作部|工作部|"
    "人社局|委员会|管委会|中心|集团|公司|学校|大学|学院|医院|协会|总队|支队|大队|[省市县区州旗盟乡镇][委府]|街道|社区|报社|"
    "部|委|办|局|处|科|院|室|站|组|所|队|会|厅|社|馆|村"
)
_UNIT = re.compile(rf"(?:[\u4e00-\u9fff·（）()“”]{{1,28}})(?:{_OFFICE})(?:（[\u4e00-\u9fff]{{2,6}}）)?")
_SENTENCE = re.compile(r"[。，；！？,;!?…]")
_TAIL = re.compile(r"[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]\s*。?$")
_LABEL = re.compile(r"(?:供稿单位|报送单位|来稿单位|撰稿单位|供稿|报送|来源|来稿|作者单位|单位)\s*[:：]?\s*")
_LABELLED = re.compile(r"(?:供稿单位|报送单位|来稿单位|撰稿单位|供稿|报送|来源|来稿|作者单位|单位)\s*[:：]\s*(.+)")
_PERSON = re.compile(r"^(.{2,30}?)(?:[ \u3000：:/]+)([\u4e00-\u9fff]{2,3}(?:[ \u3000、，,]+[\u4e00-\u9fff]{2,3})*)$")
_DATE = re.compile(
    r"(?:[（(]\s*)?(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*[月./-]\s*[\d一二三四五六七八九十]{1,3}\s*日?(?:\s*[）)])?"
)
_CONTACT = re.compile(
    r"[（(]?\s*(?:联\s*系\s*人|联系电话|联系方式|电\s*话|手\s*机|撰\s*稿|供稿人|作者|审\s*核|审\s*签|签\s*发|核\s*稿|编\s*辑|校\s*对|邮\s*箱|拟稿|责编)"
)
LONGEST_SIGNATURE = 40


@dataclass(frozen=True, slots=True)
class Signature:
    """What a line or the end of one says of the sender."""

    units: tuple[str, ...]
    rest: str
    "text that is no unit: a writer's name"
    dropped: int
    "characters that are no longer needed: brackets, labels"


def is_date(text: str) -> bool:
    """Whether a line is nothing but a date."""
    return bool(_DATE.fullmatch(text.strip()))


def is_contact(text: str) -> bool:
    """Whether a line names writer, reviewer or telephone."""
    return len(text) <= LONGEST_SIGNATURE * 2 and bool(_CONTACT.match(text))


def is_unit(text: str, known: Collection[str]) -> bool:
    """Whether a text is the name of an office: known, or built like one."""
    if text in known:
        return True
    return 3 <= len(text) <= 30 and not _SENTENCE.search(text) and bool(_UNIT.fullmatch(text))


def signature_line(text: str, known: Collection[str]) -> Signature | None:
    """A line that is a signature as a whole; None when it is not."""
    text = text.strip()
    if len(text) > LONGEST_SIGNATURE:
        return None
    labelled = _LABELLED.fullmatch(text)
    if labelled:
        return _signature(labelled[1].strip(), known, len(text), labelled=True)
    bare = _TAIL.fullmatch(text)
    if bare:
        return _inside(bare[1], known, len(text))
    return _signature(text, known, len(text), labelled=False)


def trailing(text: str, known: Collection[str]) -> tuple[int, Signature] | None:
    """The （单位） at the end of a paragraph: where it begins and what it says."""
    found = _TAIL.search(text)
    if not found or len(found[1]) > LONGEST_SIGNATURE:
        return None
    signature = _inside(found[1], known, len(text) - found.start())
    return (found.start(), signature) if signature else None


def _inside(inner: str, known: Collection[str], length: int) -> Signature | None:
    label = _LABEL.match(inner)
    bare = inner[label.end() :] if label else inner
    return _signature(bare.strip(), known, length, labelled=bool(label))


def _signature(text: str, known: Collection[str], length: int, *, labelled: bool) -> Signature | None:
    rest = ""
    if not _all_units(text, known, labelled=False):
        person = _PERSON.match(text)
        if person and _all_units(person[1], known, labelled=labelled):
            text, rest = person[1], person[2]
    units = _all_units(text, known, labelled=labelled)
    if not units:
        return None
    return Signature(units, rest, length - sum(map(len, units)) - len(rest))


def _all_units(text: str, known: Collection[str], *, labelled: bool) -> tuple[str, ...]:
    if is_unit(text, known):
        return (text,)
    parts = tuple(one for one in re.split(r"[、 \u3000/]+", text) if one)
    good = bool(parts) and all(is_unit(one, known) for one in parts)
    if good:
        return parts
    return (text,) if labelled and 2 <= len(text) <= 30 and not _SENTENCE.search(text) else ()
