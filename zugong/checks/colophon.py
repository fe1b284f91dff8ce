"""The colophon (版记): the order of its lines, and the marks between those who get a copy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from zugong.checks.context import Context
from zugong.checks.patterns import Pattern, pairs
from zugong.classes import dataclass
from zugong.diagnostics import Problem, doubt, hint
from zugong.model.bulletin import DistributionLine
from zugong.model.issue import IssueDraft

_RANKS = {
    **dict.fromkeys(("报", "报送", "呈报", "上报", "主报"), 0),
    **dict.fromkeys(("送", "分送"), 1),
    **dict.fromkeys(("发", "印发", "下发", "内发"), 2),
}
"报 goes up, 送 goes across, 发 goes down"
_COPIES = {"抄报": ("报", "主报"), "抄送": ("送", "主送"), "抄发": ("发",)}
"what goes before a line of copies"

_OPENING, _CLOSING = "（(", "）)"
_ASIDE = Pattern("（[^（）]{0,100}）", "（")
_LEVELS = pairs("省市县区州", "委人政直纪检监")
_COMPLETE = ("部", "委", "办公室", "办公厅", "机关", "政府", "人大", "政协")
_SHORTEST = 4
"characters of a name that stands for itself: 市委、市政府领导 are parts of one"


@dataclass(frozen=True, slots=True)
class _Receiver:
    """One of those who get a copy."""

    name: str
    "without what stands in brackets"
    mark: str
    "what parts it from the one before: 、 or ，; empty: the first"
    at: int
    "where that mark stands"

    @property
    def level(self) -> str:
        """中央, 省, 市 …; empty when its name does not say."""
        bare = self.name.removeprefix("中共")
        if bare.startswith("中央"):
            return "中央"
        return bare[0] if bare[:2] in _LEVELS else ""

    @property
    def kind(self) -> str:
        """What its name ends with, of those that are complete; empty for 领导, 负责同志 and the like."""
        endings = (one for one in _COMPLETE if self.name.endswith(one))
        return next(endings, "") if len(self.name) >= _SHORTEST else ""


def colophon_order(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """版记各行的次序：先报（上级）、再送（平级）、后发（下级）；主送在抄送前面，报在抄报前面。
    不认得的名目不查。"""
    found: list[Problem] = []
    before: list[str] = []
    for text in (line.label for line in draft.standing.distribution if line.label is not None):
        label = "".join(text.content.split())
        late = next((one for one in before if _goes_before(label, one)), None)
        if late is not None:
            message = f"版记里“{label}”排在“{late}”后面"
            found.append(doubt("colophon-order", message, text.origin, f"把“{label}”移到“{late}”前面", len(label)))
        before.append(label)
    return tuple(found)


def _goes_before(label: str, other: str) -> bool:
    """Whether a line of this label should stand before the other."""
    if other in _COPIES:
        return label in _COPIES[other]
    return label in _RANKS and other in _RANKS and _RANKS[label] < _RANKS[other]


def colophon_marks(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """版记里同级单位之间用顿号，不同级之间用逗号：“省委组织部、省委宣传部，市委组织部”。
    前面用顿号、到最后一个同样的单位却用了逗号，或者同级用逗号、不同级反而用顿号，才提示；全行都用逗号的不报。"""
    return tuple(problem for line in draft.standing.distribution for problem in _marks(line))


def _marks(line: DistributionLine) -> Iterator[Problem]:
    receivers = _receivers(line.content.content)
    pairs = list(pairwise(receivers))
    alike = [one.mark if _alike(other, one) else "" for other, one in pairs]
    commas = alike.count("，")
    last = commas == 1 and "、" in alike[: alike.index("，")] and "、" not in alike[alike.index("，") :]
    for index, (other, one) in enumerate(pairs):
        if last and alike[index] == "，":
            message = f"“{one.name[:12]}”和前面的同级，前面用顿号，这里用逗号"
            yield _told(line, one, message, "改为“、”；不是一类的可以不管")
        elif commas and one.mark == "、" and _of_other_level(other, one):
            message = f"“{one.name[:12]}”和前面的不同级，用了顿号，同级的却用逗号"
            yield _told(line, one, message, "同级用“、”，不同级用“，”")


def _told(line: DistributionLine, receiver: _Receiver, message: str, advice: str) -> Problem:
    return hint("colophon-marks", message, line.content.origin.shifted(receiver.at), advice)


def _alike(one: _Receiver, other: _Receiver) -> bool:
    """Whether both are complete names of one level and one kind."""
    return bool(one.kind and one.level) and (one.kind, one.level) == (other.kind, other.level)


def _of_other_level(one: _Receiver, other: _Receiver) -> bool:
    """Whether both are complete names, of different levels."""
    return bool(one.kind and other.kind and one.level and other.level) and one.level != other.level


def _receivers(text: str) -> list[_Receiver]:
    """Those of one line; marks in brackets part nobody."""
    found: list[_Receiver] = []
    start = depth = 0
    mark, at = "", 0
    for place, character in enumerate(text + "，"):
        depth = max(depth + (character in _OPENING) - (character in _CLOSING), 0)
        if character in "、，；" and not depth:
            found.append(_Receiver(_ASIDE.sub("", text[start:place].removesuffix("。")), mark, at))
            start, mark, at = place + 1, character, place
    return found
