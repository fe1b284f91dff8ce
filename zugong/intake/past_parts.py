"""What a past issue consists of, filled step by step while its paragraphs are read."""

from __future__ import annotations

from datetime import date

from zugong.classes import dataclass, field
from zugong.intake.drafts import BodyParagraph, DraftBlock, kept_in
from zugong.intake.figure_files import Prepared
from zugong.intake.ledger import Ledger
from zugong.intake.manuscript import Figure
from zugong.intake.past_foreign import Foreign
from zugong.model.bulletin import Bulletin


@dataclass(slots=True)
class PastAttachment:
    """附件."""

    title: str
    body: list[DraftBlock] = field(default_factory=list)


@dataclass(slots=True)
class PastItem:
    """One item of it."""

    headline: str
    section: str
    placement: str
    "接排, 另行 or 居中, as it was printed"
    units: list[str] = field(default_factory=list)
    body: list[DraftBlock] = field(default_factory=list)
    note: list[BodyParagraph] = field(default_factory=list)
    subtitle: str = ""
    byline: list[str] = field(default_factory=list)
    metadata: str = ""
    sign_off: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    "titles of attachments that the item names"
    mark: str = ""
    "sign or number before its headline"
    stop: bool = False
    "whether 。 stood behind its headline"
    attachments: list[PastAttachment] = field(default_factory=list)

    @property
    def kept(self) -> int:
        """Characters that go into the item's file and its attachments."""
        texts = (self.headline, *self.units, self.subtitle, *self.byline, self.metadata, *self.sign_off)
        attached = sum(len(one.title) + kept_in(one.body) for one in self.attachments)
        return sum(map(len, texts)) + kept_in(self.body) + sum(len(one.content) for one in self.note) + attached


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line of the colophon (版记)."""

    label: str
    "before the colon; empty: none"
    content: str
    right: str = ""

    @property
    def kept(self) -> int:
        """Its characters."""
        return len(self.label) + len(self.content) + len(self.right)


@dataclass(slots=True)
class PastIssue:
    """What was read; `ledger` accounts for every character."""

    ledger: Ledger
    bulletin: Bulletin | None = None
    "of the series that it belongs to"
    series: str = ""
    title: str = ""
    office: str = ""
    number: int | None = None
    serial: int | None = None
    issued_on: date | None = None
    contents: bool = False
    contents_title: str = ""
    contents_pages: bool = False
    entry_numbering: str = "无"
    instruction_box: bool = False
    note: list[BodyParagraph] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    items: list[PastItem] = field(default_factory=list)
    distribution: list[PastLine] = field(default_factory=list)
    usual_distribution: bool = False
    "the colophon is what the templates of the office give"
    after: list[str] = field(default_factory=list)
    usual_after: bool = False
    values: dict[str, str] = field(default_factory=dict)
    "密级、份号、签发人、印数 as printed"
    foreign: Foreign | None = None
    "its masthead, where that is not the one of bulletin.yaml"
    to_be_set: list[str] = field(default_factory=list)
    "lines of bulletin.yaml with which that masthead would be printed"
    on_new_page: bool | None = None
    "whether the items begin a page; None: there are none"
    date_in_words: bool | None = None
    "None: no date is printed"
    run_format: str = ""
    "how 印数 was written, if not as the office writes it"
    run_on_line: bool | None = None
    "whether 印数 stood on the last line of the colophon; None: the colophon's own templates say it, or nothing"
    entry_marks: list[str] = field(default_factory=list)
    "what stood before each entry of the contents"
    entry_sections: set[str] = field(default_factory=set)
    "how sections stood in the contents: 有 or 带页码"
    restarts: bool = False
    "its items are counted from one in each section"
    section_headings: list[str] = field(default_factory=list)
    "templates of the headings of sections"
    dropped: list[str] = field(default_factory=list)
    "texts that have no place in an issue, kept in a comment"
    pictures: dict[str, Prepared] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)

    @property
    def kept(self) -> int:
        """Characters that go into the issue's files; section names once for each time they are printed."""
        texts = (*(one.content for one in self.note), *self.after, *self.dropped)
        lines = sum(one.kept for one in self.distribution)
        return sum(one.kept for one in self.items) + sum(map(len, texts)) + lines
