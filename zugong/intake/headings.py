"""Which line is the headline (标题), and what stands above it: red head, section, dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from zugong.classes import dataclass
from zugong.intake.emphasis import BodyLook, face_class, stretches_out
from zugong.intake.lines import Line
from zugong.intake.signatures import is_contact, is_date
from zugong.model.issue import ITEM_MARKERS

LONGEST_HEADLINE = 70
_LOOKED_AT = 10
"lines from the top"
_ENOUGH = 2
_STOPS = "。；！，、："
_TITLE_STYLES = ("title", "标题", "heading 1", "标题 1", "组工-标题", "文章标题", "主标题")
_RED_HEAD = re.compile(
    r".*第\s*[\d〇零一二三四五六七八九十百]+\s*期.*|.*[〔\[（(]\s*\d{4}\s*[〕\]）)]\s*\d*\s*号?|"
    r".*\d{4}年\d{1,2}月\d{1,2}日(?:编|编印|印发)?|(?:内部资料|内部刊物|签发|编号|密级|秘密|机密|特急|急件|紧急程度).{0,20}|"
    r".{0,12}(?:信息|简报|动态|快报|专报|文件|通讯|情况交流|工作交流)"
)
_LABEL = re.compile(r"(?:标题|题目|题名|稿件标题)\s*[:：]\s*(.+)")
_MARK = re.compile(rf"[{ITEM_MARKERS}▲■●◆※]\s*")


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the headline stands."""

    first: int
    last: int
    "lines from `first` to `last`, both counted in"
    text: str
    rest: Line | None
    "body that runs on behind the headline in its line"
    dropped: int
    "characters of marks and labels"
    reason: str
    "why it was taken for the headline, in Chinese"


def is_red_head(line: Line, size: float) -> bool:
    """Whether a line above the headline belongs to a masthead or red head."""
    text = line.content
    loud = line.raw.align in ("center", "distribute") or line.raw.size > size + 1
    return len(text) <= 40 and bool(_RED_HEAD.fullmatch(text)) and (loud or bool(re.search(r"\d|：", text)))


def body_size(lines: Sequence[Line]) -> float:
    """The type size of most of the text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.raw.size] += len(line.content)
    return max(sizes, key=lambda one: sizes[one], default=0.0)


def find_heading(lines: Sequence[Line], look: BodyLook, sections: Sequence[str]) -> Heading | None:
    """The headline; None when no line looks like one."""
    size = body_size(lines)
    top = [index for index, line in enumerate(lines[:_LOOKED_AT]) if not _is_above(line, size, sections)]
    marked = next((found for index in top if (found := _marked(lines[index], index))), None)
    if marked:
        return marked
    styled = next((index for index in top if _is_title_style(lines[index]) and _short(lines[index])), None)
    if styled is not None:
        return _joined(lines, styled, size, "用了标题样式")
    scored = [(_score(lines[index], index, size, look), -index) for index in top if _short(lines[index])]
    best = max(scored, default=(0, 0))
    if best[0] >= _ENOUGH:
        return _joined(lines, -best[1], size, "居中、字号或字体与正文不同")
    return _run_in(lines, top, look) or _first(lines, top)


def _is_above(line: Line, size: float, sections: Sequence[str]) -> bool:
    """Whether a line is a section, a red head or a date: never the headline."""
    text = line.content
    return text.strip("【】★☆ \u3000") in sections or is_red_head(line, size) or is_date(text)


def _is_title_style(line: Line) -> bool:
    return line.raw.style.lower() in _TITLE_STYLES


def _short(line: Line) -> bool:
    return 4 <= len(line.content) <= LONGEST_HEADLINE and not is_contact(line.content)


def _score(line: Line, index: int, size: float, look: BodyLook) -> int:
    text = line.content
    points = 2 * (line.raw.align == "center") + 2 * (line.raw.size > size + 0.9)
    points += stretches_out(line, look) + any(face_class(piece.face) == "小标宋" for piece in line.pieces)
    points += (text[-1] not in _STOPS) + (index == 0)
    if re.match(r"[（(]?[一二三四五六七八九十\d]+[、.．）)]|[（(].*[）)]$", text) or len(text) < 7:
        points -= 3
    return points - (1 if text[-1] in _STOPS else 0)


def _marked(line: Line, index: int) -> Heading | None:
    """`标题：…` or `△标题。正文`."""
    text = line.content
    labelled = _LABEL.fullmatch(text)
    if labelled and len(labelled[1]) <= LONGEST_HEADLINE:
        return Heading(index, index, labelled[1].strip(), None, len(text) - len(labelled[1].strip()), "写着“标题：”")
    mark = _MARK.match(text)
    if mark is None:
        return None
    stop = text.find("。", mark.end())
    if stop < 0 and len(text) > LONGEST_HEADLINE:
        return None
    end = len(text) if stop < 0 else stop
    rest = line.part(end + 1) if stop >= 0 and text[end + 1 :] else None
    return Heading(index, index, text[mark.end() : end], rest, mark.end() + (stop >= 0), "前面有条目标记")


def _joined(lines: Sequence[Line], first: int, size: float, reason: str) -> Heading:
    """A headline in several lines of the same look (梯形、菱形) is one."""
    while first > 0 and _goes_on(lines[first], lines[first - 1], lines[first].content, size):
        if is_red_head(lines[first - 1], size):
            break
        first -= 1
    last = first
    text = lines[first].content
    while last + 1 < len(lines) and _goes_on(lines[first], lines[last + 1], text, size):
        last += 1
        following = lines[last].content
        text += following if not following.startswith("—") else "\u3000" + following
    added = len(text) - sum(len(line.content) for line in lines[first : last + 1])
    bare = text.strip("。 ")
    return Heading(first, last, bare, None, len(text) - len(bare) - added, reason)


def _goes_on(first: Line, following: Line, text: str, size: float) -> bool:
    own, other = first.raw, following.raw
    stands_out = other.size > size + 0.9 and other.align == own.align
    same = own.size == other.size and own.style == other.style and stands_out
    line = following.content
    signed = is_date(line) or line.startswith(("（", "("))
    return same and not signed and len(text) + len(line) <= LONGEST_HEADLINE and not text.endswith(("。", "！"))


def _run_in(lines: Sequence[Line], top: Sequence[int], look: BodyLook) -> Heading | None:
    """`标题。正文`: a stretch that stands out at the very beginning and is as long as a headline."""
    if not top:
        return None
    line = lines[top[0]]
    length = 0
    for piece in line.pieces:
        if not look.stands_out(piece):
            break
        length += len(piece.content)
    text = line.content[:length].rstrip("。")
    follows = line.content[len(text) : len(text) + 1] == "。"
    if not 10 <= len(text) <= LONGEST_HEADLINE or "。" in text or not follows or len(text) + 1 >= len(line.content):
        return None
    return Heading(top[0], top[0], text, line.part(len(text) + 1), 1, "开头一句的字体与正文不同")


def _first(lines: Sequence[Line], top: Sequence[int]) -> Heading | None:
    """The first line, if it is short and no sentence, and something follows it."""
    if not top or len(lines) < 2:
        return None
    text = lines[top[0]].content
    if not _short(lines[top[0]]) or text[-1] in _STOPS:
        return None
    return Heading(top[0], top[0], text, None, 0, "是第一行，后面没有句号")
