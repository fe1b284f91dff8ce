"""One cleaned paragraph: what its layout put between the characters is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zugong.classes import dataclass, replace
from zugong.intake.ledger import Ledger
from zugong.intake.manuscript import Piece, Place, RawParagraph
from zugong.text.punctuation import is_han, is_western
from zugong.text.spacing import CLAUSE_SPACE, spaced

_INVISIBLE = re.compile(
    "[\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_FULL_WIDTH = {
    point: point - 0xFEE0 for block in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for point in range(*block)
}
_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_TYPED = (" ", "\u00a0")

SLIP = " "
"a single typed space between two 汉字: parts a unit from a name, and is nothing in a sentence"

SPACE, TAB, BREAK, INVISIBLE = "空格", "制表符", "手动换行", "看不见的字符"


@dataclass(frozen=True, slots=True)
class Line:
    """A cleaned paragraph."""

    pieces: tuple[Piece, ...]
    raw: RawParagraph

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(piece.content for piece in self.pieces)

    @property
    def place(self) -> Place:
        """Where it stood."""
        return self.raw.place

    def part(self, start: int, stop: int | None = None) -> Line:
        """The characters from `start` to `stop`, with their looks."""
        stop = len(self.content) if stop is None else stop
        found: list[Piece] = []
        at = 0
        for piece in self.pieces:
            text = piece.content[max(start - at, 0) : max(stop - at, 0)]
            found += [replace(piece, content=text)] if text else []
            at += len(piece.content)
        return Line(tuple(found), self.raw)


def cleaned(raw: RawParagraph, ledger: Ledger) -> Line:
    """The paragraph with its automatic number as text, without what only layout needs."""
    pieces = raw.pieces
    if raw.number and pieces:
        pieces = (replace(pieces[0], content=raw.number), *pieces)
        ledger.added["自动编号"] += len(raw.number)
    text = "".join(piece.content for piece in pieces)
    shown = _shown(text, ledger)
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        stop = at + len(piece.content)
        content = "".join(shown[at:stop])
        found += [replace(piece, content=content)] if content else []
        at = stop
    return Line(tuple(found), raw)


def at_breaks(paragraphs: Iterable[RawParagraph], ledger: Ledger) -> list[RawParagraph]:
    """Each line of them a paragraph of its own."""
    found: list[RawParagraph] = []
    for one in paragraphs:
        lines: list[list[Piece]] = [[]]
        for piece in one.pieces:
            for index, text in enumerate(re.split("[\n\v]", piece.content)):
                lines += [[]] if index else []
                lines[-1] += [replace(piece, content=text)] if text else []
        ledger.remove(BREAK, len(lines) - 1)
        found += [replace(one, pieces=tuple(lines[0]))]
        found += [replace(one, pieces=tuple(line), number="", pictures=()) for line in lines[1:]]
    return found


def tightened(line: Line, ledger: Ledger) -> Line:
    """A line of the body: without slips of the space bar, and without the spaces that cutting left at its ends."""
    text = line.content
    slips = {i for i in range(1, len(text) - 1) if text[i] == SLIP and is_han(text[i - 1]) and is_han(text[i + 1])}
    slips |= set(range(len(text) - len(text.lstrip()))) | set(range(len(text.rstrip()), len(text)))
    if not slips:
        return line
    ledger.remove(SPACE, len(slips))
    found: list[Piece] = []
    at = 0
    for piece in line.pieces:
        kept = "".join(one for index, one in enumerate(piece.content, start=at) if index not in slips)
        found += [replace(piece, content=kept)] if kept else []
        at += len(piece.content)
    return Line(tuple(found), line.raw)


def _shown(text: str, ledger: Ledger) -> list[str]:
    """For each character what is written for it; empty when it is dropped."""
    visible = ["" if _INVISIBLE.match(character) else character for character in text]
    ledger.remove(INVISIBLE, visible.count(""))
    plain = [_plain(one, ledger) for one in _quoted(visible, ledger)]
    places = [index for index, one in enumerate(plain) if one]
    spaces = _spaces("".join(plain[index] for index in places), ledger)
    for index, one in zip(places, spaces, strict=True):
        plain[index] = one
    return plain


def _plain(character: str, ledger: Ledger) -> str:
    if not character or ord(character) not in _FULL_WIDTH:
        return character
    ledger.changed["全角数字和字母"] += 1
    return chr(_FULL_WIDTH[ord(character)])


def _quoted(characters: list[str], ledger: Ledger) -> list[str]:
    """Straight quotes in pairs become “ ”; an odd one is left for the editor to see."""
    count = characters.count('"')
    if count == 0 or count % 2:
        return characters
    ledger.changed["直引号"] += count
    marks = iter("“”" * (count // 2))
    return [next(marks) if one == '"' else one for one in characters]


def _spaces(text: str, ledger: Ledger) -> list[str]:
    """Spaces as the paper has them; a single typed space between 汉字 is a slip, a wide one parts clauses."""
    joined = "".join(_broken(text, index) if one in _BREAKS else one for index, one in enumerate(text))
    shown = spaced(joined.replace("\0", "\n"))
    for index, one in enumerate(text):
        if joined[index] == "\0":
            shown[index] = ""
        elif shown[index] == CLAUSE_SPACE and _is_slip(text, index):
            shown[index] = SLIP
        if one.isspace() and not shown[index]:
            ledger.remove(BREAK if one in _BREAKS else TAB if one == "\t" else SPACE, 1)
    return shown


def _broken(text: str, index: int) -> str:
    r"""A line break between Latin words stands for a space; elsewhere (\0) for nothing."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return " " if before and after and is_western(before) and is_western(after) else "\0"


def _is_slip(text: str, index: int) -> bool:
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return text[index] in _TYPED and bool(before and after) and is_han(before) and is_han(after)
