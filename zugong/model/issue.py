"""One issue (一期): as written (IssueDraft), and numbered, ordered, complete (Issue)."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import total_ordering

from zugong.classes import dataclass
from zugong.diagnostics import Location
from zugong.model.bulletin import Bulletin, HeadlinePlacement, Section, Standing
from zugong.model.ignores import Ignore
from zugong.model.prose import Paragraph, Text
from zugong.model.structures import Attachment, BodyBlock


@total_ordering
@dataclass(frozen=True, slots=True)
class IssueKey:
    """Which issue: the folder issues/<year>/<number>, or issues/<year>/<series><number>."""

    year: int
    number: int
    "期号 within the year and the series"
    series: str = ""
    "系列: 增刊, 专报 …; empty: the ordinary issues"

    def __str__(self) -> str:
        return f"{self.year}/{self.folder}"

    def __lt__(self, other: IssueKey) -> bool:
        """By year; within one the series stand before the ordinary issues, so that the last of all is one of these."""
        return self._rank < other._rank

    @property
    def folder(self) -> str:
        """The name of its folder within the year."""
        return f"{self.series}{self.number}"

    @property
    def _rank(self) -> tuple[int, bool, str, int]:
        return self.year, not self.series, self.series, self.number


class ItemKind(Enum):
    """采用: how the office came by an item."""

    SINGLE = "single"
    "独编: made from one submission"
    COMBINED = "combined"
    "综合: made from several"
    BRIEF = "brief"
    "简讯"


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


def paragraphs_of(body: tuple[BodyBlock, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs among the blocks of a body."""
    return tuple(block for block in body if isinstance(block, Paragraph))


@dataclass(frozen=True, slots=True)
class Extras:
    """What most items do without."""

    subtitle: Text | None = None
    "副标题"
    byline: tuple[Text, ...] = ()
    "署名: lines below the headline"
    note: tuple[Paragraph, ...] = ()
    "按语: stands before the headline"
    metadata: Text | None = None
    "稿件信息: a line below the body, e.g. who sent it and when"
    kind: ItemKind | None = None
    "采用"
    sign_off: tuple[Text, ...] = ()
    "落款: lines at the right below the body"
    attachments: tuple[Attachment, ...] = ()
    "附件"


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
    body: tuple[BodyBlock, ...]
    "正文"
    origin: Location
    "the file"
    complete: bool = True
    "False when the file could not be read as a whole: what is missing was already reported"
    ignores: tuple[Ignore, ...] = ()
    "检查忽略: rules silenced for this item"
    extras: Extras = Extras()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body, headings (小标题) among them."""
        return paragraphs_of(self.body)


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
    serial: int | None = None
    "总期号: number since the first issue ever"
    complete: bool = True
    "False when something in issue.yaml could not be read: what is missing was already reported"


@dataclass(frozen=True, slots=True)
class Item:
    """稿件: one piece of news, ready for the paper."""

    headline: Text
    section: Section | None
    source_units: tuple[Text, ...]
    headline_placement: HeadlinePlacement
    body: tuple[BodyBlock, ...]
    origin: Location
    marker: str | None = None
    "what stands before the headline: a mark or its number; None: the sheet's mark, none if it is centred"
    counted: bool = False
    "whether the marker is a number: then the contents show it too"
    extras: Extras = Extras()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body, headings (小标题) among them."""
        return paragraphs_of(self.body)


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
    serial: int | None = None
    "总期号"


@dataclass(frozen=True, slots=True)
class IssueIndexEntry:
    """What the checks may know of another issue in the archive."""

    key: IssueKey
    issued_on: date | None
    "None when it cannot be read"
    origin: Location
    serial: int | None = None
    "总期号"
