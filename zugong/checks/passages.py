"""The text of an issue as its rules read it: whole paragraphs, every character knowing its place in the files."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from zugong.checks.zones import Zone, zones_of
from zugong.diagnostics import Location
from zugong.model.issue import IssueDraft, ItemDraft, bare_headline
from zugong.model.prose import Paragraph, PlaceIgnore, Run, Text


class Kind(Enum):
    """What a passage is on the paper."""

    HEADLINE = "headline"
    "标题"
    BODY = "body"
    "正文 paragraph"
    NOTE = "note"
    "编者按 paragraph"


@dataclass(frozen=True, slots=True)
class Passage:
    """One headline or paragraph; its line breaks are already joined."""

    content: str
    kind: Kind
    item: int
    "position of its item in the issue; -1: the editor's note"
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

    def of_item(self, position: int) -> tuple[Passage, ...]:
        """Headline and body of one item."""
        return tuple(passage for passage in self.passages if passage.item == position)

    @property
    def by_item(self) -> tuple[tuple[Passage, ...], ...]:
        """Passages together that belong together: the editor's note first, then each item."""
        groups: dict[int, list[Passage]] = {}
        for passage in self.passages:
            groups.setdefault(passage.item, []).append(passage)
        return tuple(map(tuple, groups.values()))


def manuscript(draft: IssueDraft) -> Manuscript:
    """The draft with its passages; empty ones are left out."""
    note = [_paragraph(paragraph, Kind.NOTE, -1) for paragraph in draft.editors_note]
    items = [passage for position, item in enumerate(draft.items) for passage in _item(item, position)]
    return Manuscript(draft, tuple(passage for passage in (*note, *items) if passage.content))


def _item(item: ItemDraft, position: int) -> Iterator[Passage]:
    if item.headline is not None:
        yield _line(bare_headline(item.headline), position)
    for paragraph in item.body:
        yield _paragraph(paragraph, Kind.BODY, position)


def _line(text: Text, position: int) -> Passage:
    zones = zones_of(text.content)
    return Passage(text.content, Kind.HEADLINE, position, (0,), (text.origin,), (), zones, ())


def _paragraph(paragraph: Paragraph, kind: Kind, position: int) -> Passage:
    starts: list[int] = []
    length = 0
    for run in paragraph.runs:
        starts.append(length)
        length += len(run.content)
    content = paragraph.content
    origins = tuple(run.origin for run in paragraph.runs)
    leads = tuple(_leads(paragraph.runs, starts))
    return Passage(content, kind, position, tuple(starts), origins, leads, zones_of(content), paragraph.ignores)


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
