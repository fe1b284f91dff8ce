"""One issue (一期): as written (IssueDraft), and numbered, ordered, complete (Issue)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zugong.diagnostics import Location
from zugong.model.bulletin import Bulletin, HeadlinePlacement, Section, Standing
from zugong.model.ignores import Ignore
from zugong.model.prose import Paragraph, Text


@dataclass(frozen=True, slots=True, order=True)
class IssueKey:
    """Which issue: the folder issues/<year>/<number>."""

    year: int
    number: int
    "期号 within the year"

    def __str__(self) -> str:
        return f"{self.year}/{self.number}"


@dataclass(frozen=True, slots=True)
class DatedText:
    """印发日期 as read: the day and where it was written."""

    day: date
    origin: Location


ITEM_MARKERS = "△★"
"marks that the paper sets before a headline or a section itself"


def bare_headline(headline: Text) -> Text:
    """The headline without the marks that the paper adds itself: △ or ★ before it, 。 after it."""
    rest = headline.content.lstrip(ITEM_MARKERS + " ")
    skipped = len(headline.content) - len(rest)
    return Text(rest.rstrip("。 "), headline.origin.shifted(skipped))


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """稿件 as written in one file; a field that was not given, or not readable, is None."""

    headline: Text | None
    "标题 as written; the marks that the paper adds itself may still be there (bare_headline)"
    section: Text | None
    "栏目"
    source_units: tuple[Text, ...]
    "供稿单位; empty when not given"
    headline_placement: HeadlinePlacement | None
    "排法"
    body: tuple[Paragraph, ...]
    "正文"
    origin: Location
    "the file"
    complete: bool = True
    "False when the file could not be read as a whole: what is missing was already reported"
    ignores: tuple[Ignore, ...] = ()
    "检查忽略: rules silenced for this item"


@dataclass(frozen=True, slots=True)
class IssueDraft:
    """issue.yaml and the item files of one folder, as written."""

    key: IssueKey
    issued_on: DatedText | None
    "日期"
    standing: Standing
    "the bulletin's, with what this issue sets anew"
    editors_note: tuple[Paragraph, ...]
    "编者按; empty: none"
    items: tuple[ItemDraft, ...]
    "稿件 in the order of 稿件: or of the file names"
    origin: Location
    "issue.yaml"
    sections_origin: Location
    "where the sections that hold here were declared"
    own_contents: bool = False
    "whether issue.yaml itself asks for contents"
    complete: bool = True
    "False when something in issue.yaml could not be read: what is missing was already reported"


@dataclass(frozen=True, slots=True)
class Item:
    """稿件: one piece of news, ready for the paper."""

    headline: Text
    section: Section | None
    source_units: tuple[Text, ...]
    headline_placement: HeadlinePlacement
    body: tuple[Paragraph, ...]
    origin: Location

    @property
    def anchor(self) -> str:
        """A name for links and bookmarks, unique within an issue (its place is counted by the sheet)."""
        return self.origin.path


@dataclass(frozen=True, slots=True)
class Issue:
    """一期: numbered, ordered, complete."""

    bulletin: Bulletin
    key: IssueKey
    issued_on: date | None
    "印发日期; None only in a draft whose date is missing or cannot be read"
    standing: Standing
    editors_note: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    "by section, then as written"
    origin: Location
    "issue.yaml"


@dataclass(frozen=True, slots=True)
class IssueIndexEntry:
    """What the checks may know of another issue in the archive."""

    key: IssueKey
    issued_on: date | None
    "None when it cannot be read"
    origin: Location
