"""Inside one paragraph: lead phrases, backslashes, links; each run contiguous on its line of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, doubt, error
from zugong.model.prose import Paragraph, PlaceIgnore, Run
from zugong.sources.characters import visible_pieces
from zugong.sources.joining import needs_space
from zugong.sources.nodes import Line
from zugong.sources.reading import Reading
from zugong.sources.remarks import CLOSING, OPENING, Remark, read_remark, unclosed_remark

_LONG_LEAD = 30
"characters; no lead phrase is as long"

# One pass, no looking back: a hundred thousand ** or [ cost no more than as many 汉字.
_MARKS = re.compile(rf"\\[!-/:-@\[-`{{-~]|\*+|!?\[|\]\(?|{OPENING}")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text between two marks."""

    content: str
    origin: Location
    lead: bool


class _Scanner:
    """Walks once over the lines of one paragraph."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.pieces: list[_Piece] = []
        self.problems: list[Problem] = []
        self.opening: Location | None = None
        "of the lead phrase that is open"
        self.opened_at = 0
        "pieces before that lead phrase"
        self.brackets: list[tuple[Location, bool]] = []
        "each [ that is still open, and whether it stands behind a !"
        self.last_close = _last_close(lines)
        self.remarks: list[tuple[Remark, int]] = []
        "each ignore, and the pieces before it"

    def scan(self) -> None:
        for index, line in enumerate(self.lines):
            start = 0
            for found in _MARKS.finditer(line.content):
                if found.start() >= start:
                    start = self.mark(found, line, index, start)
            self.add(line, start, len(line.content))
        if self.opening is not None:
            self.unclosed(self.opening)

    def mark(self, found: re.Match[str], line: Line, index: int, start: int) -> int:
        """Deals with one mark; returns where the text that is not yet added begins."""
        sign, place = found.group(), line.origin.shifted(found.start())
        if sign[0] == "\\":
            self.add(line, start, found.start())
            return found.start() + 1
        if sign[0] == "*":
            return self.stars(found, line, start)
        if sign[0] == "<":
            return self.remark(found, line, start)
        if sign[-1] == "[":
            self.brackets.append((place, sign[0] == "!"))
        elif self.brackets:
            opening, picture = self.brackets.pop()
            if sign == "](" and (index, found.end()) <= self.last_close:
                self.problems.append(_link(opening, picture))
        return start

    def stars(self, found: re.Match[str], line: Line, start: int) -> int:
        """Two or three stars open or close a lead phrase (the third is text); one, or four and more, are text."""
        count, place = len(found.group()), line.origin.shifted(found.start())
        if count > 3:
            self.problems.append(_many_stars(count, place))
        if count not in (2, 3):
            return start
        closing = self.opening is not None
        third = count - 2 if closing else 0
        self.add(line, start, found.start() + third)
        self.opened_at = len(self.pieces)
        self.opening = None if closing else place
        return found.start() + third + 2

    def remark(self, found: re.Match[str], line: Line, start: int) -> int:
        """Leaves an ignore out of the text and notes where it stood."""
        end = line.content.find(CLOSING, found.end())
        if end < 0:
            self.problems.append(unclosed_remark(line.origin.shifted(found.start())))
            return start
        end += len(CLOSING)
        self.add(line, start, found.start())
        alone = not (line.content[: found.start()] + line.content[end:]).strip()
        remark = read_remark(line.content[found.start() : end], line.origin.shifted(found.start()), alone=alone)
        if isinstance(remark, Problem):
            self.problems.append(remark)
        else:
            self.remarks.append((remark, len(self.pieces)))
        return end

    def add(self, line: Line, start: int, end: int) -> None:
        lead = self.opening is not None
        for offset, piece in visible_pieces(line.content[start:end]):
            self.pieces.append(_Piece(piece.replace("\t", " "), line.origin.shifted(start + offset), lead))

    def unclosed(self, opening: Location) -> None:
        """The stars stay in sight, and nothing is bold: better than a whole paragraph that is."""
        advice = "在段首语的末尾补上 **，例如 **双向选择。**发放……"
        culprit = next(
            (one for one in self.pieces[: self.opened_at] if one.lead and len(one.content) > _LONG_LEAD), None
        )
        if culprit:  # the stars after a forgotten pair are taken the wrong way round
            place, start = culprit.origin, culprit.content[:8]
            advice = f"多半是第 {place.line} 行第 {place.column} 字起的“{start}……”后面少了 **，请在那个段首语的末尾补上"
        self.problems.append(error("unclosed-bold", "这里的 ** 没有配对，段首语不知道到哪里为止", opening, advice, 2))
        rest = [_Piece(piece.content, piece.origin, False) for piece in self.pieces[self.opened_at :]]
        self.remarks = [(one, before + (before > self.opened_at)) for one, before in self.remarks]
        self.pieces[self.opened_at :] = [_Piece("**", opening, False), *rest]


def read_paragraph(lines: Sequence[Line], before: Sequence[PlaceIgnore] = ()) -> Reading[Paragraph | None]:
    """The paragraph on these lines; None when it holds no text. `before`: ignores that stood alone above it."""
    scanner = _Scanner(lines)
    scanner.scan()
    runs = _runs(scanner.pieces)
    if not any(run.content.strip() for run in runs):
        return Reading(None, tuple(scanner.problems))
    return Reading(Paragraph(runs, (*before, *_placed(scanner.remarks, runs))), tuple(scanner.problems))


def lone_ignores(lines: Sequence[Line]) -> tuple[PlaceIgnore, ...]:
    """The ignores of lines that hold nothing else: they are meant for the paragraph below."""
    scanner = _Scanner(lines)
    scanner.scan()
    return tuple(PlaceIgnore(remark.rule, remark.reason, None) for remark, _ in scanner.remarks)


def _placed(remarks: Sequence[tuple[Remark, int]], runs: Sequence[Run]) -> tuple[PlaceIgnore, ...]:
    """Places counted in characters of the paragraph: each piece became one run."""
    found: list[PlaceIgnore] = []
    for remark, pieces in remarks:
        at = sum(len(run.content) for run in runs[:pieces])
        found.append(PlaceIgnore(remark.rule, remark.reason, None if remark.alone else at))
    return tuple(found)


def _runs(pieces: Sequence[_Piece]) -> tuple[Run, ...]:
    """Runs with the space that a line end between two Latin words stands for."""
    runs: list[Run] = []
    for piece in pieces:
        if runs and runs[-1].origin.line != piece.origin.line and needs_space(runs[-1].content[-1], piece.content[0]):
            runs[-1] = Run(runs[-1].content + " ", runs[-1].origin, runs[-1].lead)
        runs.append(Run(piece.content, piece.origin, piece.lead))
    return tuple(runs)


def _last_close(lines: Sequence[Line]) -> tuple[int, int]:
    """Index and offset of the last ) of the paragraph: without one behind it, `](` makes no link."""
    for index in range(len(lines) - 1, -1, -1):
        at = lines[index].content.rfind(")")
        if at >= 0:
            return index, at
    return -1, -1


def _link(opening: Location, picture: bool) -> Problem:
    if picture:
        advice = "稿件正文里的图片要单独占一行，写成 ![图注](图片/文件名.png)；别处请删去，网址不会打开"
        return error("image-in-body", "图片不能放在文字中间", opening, advice, 2)
    advice = "只留文字，网址另写；如果本来就是括号，请用全角括号"
    return error("link-in-body", "正文里不能放链接", opening, advice)


def _many_stars(count: int, place: Location) -> Problem:
    message = f"连着 {count} 个星号，会原样印出"
    return doubt("many-stars", message, place, "段首语前后各写两个星号；两个段首语之间要有文字", count)
