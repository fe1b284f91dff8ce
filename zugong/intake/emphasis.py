"""Lead phrases (段首语): told by what stands out from the body, however that was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from zugong.classes import dataclass
from zugong.intake.lines import Line
from zugong.intake.manuscript import Piece
from zugong.text.punctuation import is_han

LONGEST_LEAD = 60
"characters; what is longer is a paragraph that was made bold"

_ENDS = "。！？；：…”’）"
_CLOSES = "。！？；：:"
_BRIDGES = "，、“”‘’《》（）—·＋+ "
_OWN_LEAD, _OWN = "组工-段首语", "组工-"
_HEI = ("黑", "hei", "gothic", "yahei", "sans")
_KAI = ("楷", "kai")


def face_class(face: str) -> str:
    """黑体, 楷体, 小标宋, or any face that bodies are set in."""
    name = face.lower()
    if "小标宋" in name or "xiaobiaosong" in name:
        return "小标宋"
    if any(word in name for word in _HEI):
        return "黑体"
    return "楷体" if any(word in name for word in _KAI) else ""


@dataclass(frozen=True, slots=True)
class BodyLook:
    """What most of a body looks like."""

    bold: bool
    face: str

    def stands_out(self, piece: Piece) -> bool:
        """Whether text is meant to catch the eye."""
        if piece.style.startswith(_OWN):
            return piece.style == _OWN_LEAD
        face = face_class(piece.face)
        return (piece.bold and not self.bold) or (bool(face) and face != self.face)


def body_look(lines: Iterable[Line]) -> BodyLook:
    """By count of characters."""
    bold: Counter[bool] = Counter()
    faces: Counter[str] = Counter()
    for line in lines:
        for piece in line.pieces:
            bold[piece.bold] += len(piece.content)
            faces[face_class(piece.face)] += len(piece.content)
    return BodyLook(bold[True] > bold[False], max(faces, key=lambda one: faces[one], default=""))


def leads(line: Line, look: BodyLook) -> tuple[tuple[int, int], ...]:
    """Start and stop of each lead phrase: what stands out from the beginning of a sentence on."""
    text = line.content
    if any(piece.style == _OWN_LEAD for piece in line.pieces):
        return tuple(_merged(text, _stretches(line.pieces, look)))
    found: list[tuple[int, int]] = []
    for first, last in _merged(text, _stretches(line.pieces, look)):
        start = next((at for at in range(first, last) if text[at] not in _CLOSES + "，、"), last)
        forgotten = last < len(text) and text[last] in _CLOSES and text[last - 1] not in _ENDS
        stop = last + forgotten
        begins = start == 0 or text[start - 1] in _ENDS
        if begins and stop - start <= LONGEST_LEAD and any(map(is_han, text[start:stop])):
            found.append((start, stop))
    return tuple(found)


def stretches_out(line: Line, look: BodyLook) -> bool:
    """Whether the whole line stands out."""
    return bool(line.pieces) and all(look.stands_out(piece) for piece in line.pieces)


def _stretches(pieces: Sequence[Piece], look: BodyLook) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        stop = at + len(piece.content)
        if look.stands_out(piece):
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], stop)
            else:
                found.append((at, stop))
        at = stop
    return found


def _merged(text: str, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A mark between two stretches that somebody forgot to make bold parts nothing."""
    found: list[tuple[int, int]] = []
    for start, stop in stretches:
        gap = text[found[-1][1] : start] if found else ""
        if gap and len(gap) <= 2 and not gap.strip(_BRIDGES) and text[found[-1][1] - 1] not in _CLOSES:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((start, stop))
    return found
