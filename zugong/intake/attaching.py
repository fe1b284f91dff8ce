"""附件: what stands behind a line 附件1 becomes a file of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zugong.classes import dataclass, field
from zugong.intake.ledger import Ledger
from zugong.intake.lines import Line
from zugong.intake.stream import Stream

MARK, LIST = "附件的标记", "附件说明（程序会自动排）"
_LONGEST_TITLE = 60
_MARK = re.compile(r"附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[:：]?")
_LISTED = re.compile(r"(?:附\s*件\s*[:：]\s*)?(?:\d{1,2}\s*[.．、]\s*)?(.+?)[。；]?")
_STOPS = "。；，、：！？"


@dataclass(slots=True)
class Attached:
    """One attachment."""

    first: int
    "its place in the stream"
    title: Line
    lines: list[Line] = field(default_factory=list)


def detached(stream: Stream, lines: Sequence[Line], ledger: Ledger) -> tuple[list[Line], list[Attached]]:
    """The lines of the text itself, and what stands behind it as attachments."""
    rest: list[Line] = []
    found: list[Attached] = []
    skipped = False
    for index, line in enumerate(lines):
        title = lines[index + 1] if index + 1 < len(lines) else None
        if skipped:
            skipped = False
        elif title is not None and index and _MARK.fullmatch(line.content.strip()) and _is_title(stream, line, title):
            found.append(Attached(stream.place(line), title))
            ledger.remove(MARK, line.content)
            skipped = True
        elif found:
            found[-1].lines.append(line)
        else:
            rest.append(line)
    return rest, found


def _is_title(stream: Stream, mark: Line, line: Line) -> bool:
    """A short line directly below the mark."""
    text = line.content.strip()
    follows = stream.place(line) == stream.place(mark) + 1
    return follows and 0 < len(text) <= _LONGEST_TITLE and text[-1] not in _STOPS


def without_list(lines: Sequence[Line], attached: Sequence[Attached], ledger: Ledger) -> list[Line]:
    """附件：1.任务清单 is left out where that attachment was found: the paper gets such a list anyway."""
    titles = {_bare(one.title.content) for one in attached}
    rest: list[Line] = []
    for line in lines:
        listed = _LISTED.fullmatch(line.content.strip())
        if listed and _bare(listed[1]) in titles:
            ledger.remove(LIST, line.content)
        else:
            rest.append(line)
    return rest


def _bare(text: str) -> str:
    return re.sub(r"[\s《》]", "", text)
