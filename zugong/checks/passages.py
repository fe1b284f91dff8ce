"""The text of an issue as its rules read it: whole paragraphs, every character knowing its place in the files."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from itertools import count

from zugong.checks.zones import Zone, zones_of
from zugong.classes import dataclass, replace
from zugong.diagnostics import Location
from zugong.model.issue import IssueDraft, ItemDraft, bare_headline
from zugong.model.prose import Paragraph, PlaceIgnore, Run, Text
from zugong.model.structures import BodyBlock, Figure, Table


class Kind(Enum):
    """What a passage is on the paper."""

    HEADLINE = "headline"
    "标题"
    BODY = "body"
    "正文 paragraph"
    NOTE = "note"
    "paragraph of 编者按, 按语 or 附件"
    HEADING = "heading"
    "小标题 in a body; title of an 附件"
    LABEL = "label"
    "cell of a 表格, 表题, 表注, 图注: words that make no sentence"


@dataclass(frozen=True, slots=True)
class Passage:
    """One headline or paragraph; its line breaks are already joined."""

    content: str
    kind: Kind
    item: int
    "position of its item in the issue; negative: not part of one, with its own number for each 编者按, 按语, 附件"
    starts: tuple[int, ...]
    "where each stretch begins, in characters"
    origins: tuple[Location, ...]
    "where each stretch stands in the file; inside it columns run on"
    leads: tuple[tuple[int, int], ...]
    "lead phrases (段首语), start and end"
    zones: tuple[Zone, ...]
    "stretches in which fewer rules hold"
    ignores: tuple[PlaceIgnore, ...]

    def place(self, at: int) -> Location:
        """Where the character stands in its file."""
        index = max(bisect_right(self.starts, at) - 1, 0)
        return self.origins[index].shifted(at - self.starts[index])

    def unbroken(self, start: int, end: int) -> int:
        """How much of start…end stands in one stretch of the file; at least 1."""
        index = bisect_right(self.starts, start)
        stop = self.starts[index] if index < len(self.starts) else len(self.content)
        return max(min(end, stop) - start, 1)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule of prose has found: characters start…end of a passage."""

    passage: Passage
    start: int
    end: int
    message: str
    "what is wrong, in Chinese"
    hint: str = ""
    "what to do, in Chinese"
    put: str | None = None
    "what `--fix` may put there; None: an editor must decide"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An issue as written, with its passages in reading order."""

    draft: IssueDraft
    passages: tuple[Passage, ...]
    labels: tuple[Passage, ...]
    "what stands in tables and around tables and figures; few rules hold there"

    def of_item(self, position: int) -> tuple[Passage, ...]:
        """Headline and body of one item."""
        return tuple(passage for passage in self.passages if passage.item == position)

    @property
    def by_item(self) -> tuple[tuple[Passage, ...], ...]:
        """Passages together that belong together: the editor's note first, then each item, note and attachment."""
        groups: dict[int, list[Passage]] = {}
        for passage in self.passages:
            groups.setdefault(passage.item, []).append(passage)
        return tuple(map(tuple, groups.values()))


def manuscript(draft: IssueDraft) -> Manuscript:
    """The draft with its passages; empty ones are left out."""
    note = [_paragraph(paragraph, Kind.NOTE, -1) for paragraph in draft.editors_note]
    apart = count(-2, -1)
    items = [passage for position, item in enumerate(draft.items) for passage in _item(item, position, apart)]
    full = [passage for passage in (*note, *items) if passage.content]
    prose = tuple(passage for passage in full if passage.kind is not Kind.LABEL)
    return Manuscript(draft, prose, tuple(passage for passage in full if passage.kind is Kind.LABEL))


def _item(item: ItemDraft, position: int, apart: Iterator[int]) -> Iterator[Passage]:
    if item.headline is not None:
        yield _line(bare_headline(item.headline), Kind.HEADLINE, position)
    yield from _body(item.body, Kind.BODY, position)
    extras = item.extras
    if extras.note:
        yield from _body(extras.note, Kind.NOTE, next(apart))
    for attachment in extras.attachments:
        number = next(apart)
        if attachment.title is not None:
            yield _line(attachment.title, Kind.HEADING, number)
        yield from _body(attachment.body, Kind.NOTE, number)


def _body(body: tuple[BodyBlock, ...], kind: Kind, position: int) -> Iterator[Passage]:
    for block in body:
        match block:
            case Paragraph(verbatim=True):
                pass  # to mend half-width marks in it would break what the editor has to put right
            case Paragraph(level=0):
                yield _paragraph(block, kind, position)
            case Paragraph():
                yield replace(_paragraph(block, Kind.HEADING, position), leads=())
            case Table():
                yield from (_line(text, Kind.LABEL, position) for text in (block.title, *block.notes) if text)
                cells = (cell for row in (*block.head, *block.rows) for cell in row.cells)
                yield from (_of_runs(cell.runs, cell.ignores, Kind.LABEL, position) for cell in cells if cell.runs)
            case Figure(caption=Text() as caption):
                yield _line(caption, Kind.LABEL, position)


def _line(text: Text, kind: Kind, position: int) -> Passage:
    return Passage(text.content, kind, position, (0,), (text.origin,), (), zones_of(text.content), ())


def _paragraph(paragraph: Paragraph, kind: Kind, position: int) -> Passage:
    return _of_runs(paragraph.runs, paragraph.ignores, kind, position)


def _of_runs(runs: tuple[Run, ...], ignores: tuple[PlaceIgnore, ...], kind: Kind, position: int) -> Passage:
    starts: list[int] = []
    length = 0
    for run in runs:
        starts.append(length)
        length += len(run.content)
    content = "".join(run.content for run in runs)
    origins = tuple(run.origin for run in runs)
    leads = tuple(_leads(runs, starts))
    return Passage(content, kind, position, tuple(starts), origins, leads, zones_of(content), ignores)


def _leads(runs: tuple[Run, ...], starts: list[int]) -> Iterator[tuple[int, int]]:
    """Start and end of each lead phrase; neighbouring runs make one."""
    begin = -1
    for run, start in zip(runs, starts, strict=True):
        if run.lead and begin < 0:
            begin = start
        elif not run.lead and begin >= 0:
            yield begin, start
            begin = -1
    if begin >= 0:
        yield begin, starts[-1] + len(runs[-1].content)
