"""What an office sets once: the Bulletin (刊物) with its masthead, sections, colophon and series."""

from __future__ import annotations

from enum import Enum

from zugong.classes import dataclass
from zugong.diagnostics import Location
from zugong.model.ignores import RuleSetting
from zugong.model.prose import Text


class HeadlinePlacement(Enum):
    """排法: where the headline (标题) stands."""

    RUN_IN = "run-in"
    "接排: the body follows on the same line"
    OWN_LINE = "own-line"
    "另行: the headline has a line of its own"
    BLOCK = "block"
    "居中: a centred headline with subtitle and signature (署名)"


class EntryNumbering(Enum):
    """目录序号: what stands before a contents entry (目录条)."""

    NONE = "none"
    ARABIC = "arabic"
    "1."
    CHINESE = "chinese"
    "一、"


class ContentsSections(Enum):
    """目录栏目: how sections stand in the contents."""

    NAMED = "named"
    "有"
    WITH_PAGES = "with-pages"
    "带页码: with page numbers of their own"
    LEFT_OUT = "left-out"
    "无"


class Counting(Enum):
    """编号: whether item numbers go on from section to section."""

    RUN_ON = "run-on"
    "接续"
    RESTART = "restart"
    "重新: from one in each section"


class SourceUnitPlacement(Enum):
    """供稿单位位置: where the source unit (供稿单位) is printed."""

    END = "end"
    "文末: in brackets behind the last paragraph"
    BELOW_HEADLINE = "below-headline"
    "标题下: on a line below the headline"
    HIDDEN = "hidden"
    "不印: kept in the file only"


class DateStyle(Enum):
    """日期写法."""

    DIGITS = "digits"
    "2026年8月3日"
    CHINESE = "chinese"
    "二〇二六年八月三日"


class PrintRunPlacement(Enum):
    """印数位置: where the print run (印数) stands."""

    SAME_LINE = "same-line"
    "同行: at the right end of the last line of the colophon"
    OWN_LINE = "own-line"
    "另行: on a line below its last rule"


class LastPage(Enum):
    """末页: whether the number of pages must be even, so that the colophon is on the back of a sheet."""

    ANY = "any"
    "不限"
    EVEN = "even"
    "双数页: an odd issue gets a page more, and lines of text go over to it with the colophon"


class MastheadPart(Enum):
    """What a row of the masthead (报头) is."""

    TITLE = "title"
    "刊名"
    NUMBER = "number"
    "期号"
    LINE = "line"
    "text left, in the middle, right"


@dataclass(frozen=True, slots=True)
class MastheadRow:
    """One row of the masthead."""

    part: MastheadPart
    left: Text | None = None
    "template; of LINE only, like the other two"
    centre: Text | None = None
    right: Text | None = None
    rule: bool = False
    "横线: whether the red rule stands below it"
    above_title: bool = False
    "密级、份号: a LINE before the 刊名 looks otherwise"


@dataclass(frozen=True, slots=True)
class Section:
    """栏目: a heading under which items stand."""

    name: Text
    source_unit_required: bool = True
    "whether an item without 供稿单位 is an error"
    heading: Text | None = None
    "样式: template with {栏目}, e.g. ★ {栏目} or 【{栏目}】; None: the bulletin's"
    item_marker: Text | None = None
    "稿件标记 of its items; None: the bulletin's"
    counting: Counting | None = None
    "编号; None: the bulletin's"
    headline_placement: HeadlinePlacement | None = None
    "排法 of its items that do not say otherwise; None: the bulletin's"


@dataclass(frozen=True, slots=True)
class DistributionLine:
    """One line of the colophon (版记): 报、送、发 … or a line without a label."""

    label: Text | None
    "what stands before the colon; None: nothing, and no colon"
    content: Text
    "template: what stands after it, with its final 。"
    right: Text | None = None
    "template: what stands at the right edge of its last line"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a bulletin sets and a series or an issue may set anew."""

    sections: tuple[Section, ...] = ()
    "in the order of the paper; empty: items without headings"
    distribution: tuple[DistributionLine, ...] = ()
    "lines of the colophon (版记), top to bottom"
    contents: bool = False
    "目录: whether there is a list of contents"
    entry_numbering: EntryNumbering = EntryNumbering.NONE
    instruction_box: bool = False
    "领导批示: whether the empty box stands on page one"
    headline_placement: HeadlinePlacement = HeadlinePlacement.RUN_IN
    "排法 of items that do not say otherwise"
    last_page: LastPage = LastPage.ANY
    "末页"
    masthead: tuple[MastheadRow, ...] = ()
    "报头, top to bottom; empty: no masthead"
    contents_title: Text | None = None
    "目录标题, e.g. 本期要目"
    contents_pages: bool = True
    "目录页码: whether entries have page numbers"
    contents_sections: ContentsSections = ContentsSections.NAMED
    contents_headings: bool = False
    "目录小标题: whether headings 一、 inside the items have entries too"
    entry_marker: Text | None = None
    "目录标记: a mark before each entry, e.g. ※"
    body_on_new_page: bool = True
    "正文另页: whether the items begin a page behind contents, box and 编者按"
    section_heading: Text | None = None
    "栏目样式: template with {栏目}; None: the bare name"
    item_marker: Text | None = None
    "稿件标记: △, ■, 一、, 1. …; None: the sheet's, and none before centred headlines"
    headline_stop: bool = True
    "标题句号: whether 。 ends a headline that has a line of its own"
    counting: Counting = Counting.RUN_ON
    source_unit_placement: SourceUnitPlacement = SourceUnitPlacement.END
    date_style: DateStyle = DateStyle.DIGITS
    classification: Text | None = None
    "密级, or 内部资料"
    urgency: Text | None = None
    "紧急程度"
    copy_number: Text | None = None
    "份号"
    signer: Text | None = None
    "签发人"
    print_run: Text | None = None
    "印数: a whole number"
    print_run_format: Text | None = None
    "印数格式: template with {印数}; None: 共印{印数}份"
    print_run_placement: PrintRunPlacement = PrintRunPlacement.OWN_LINE
    after_colophon: tuple[Text, ...] = ()
    "版记后: templates of lines below the last rule"

    @property
    def templates(self) -> tuple[Text, ...]:
        """All that may have placeholders, of masthead and colophon."""
        rows = [side for row in self.masthead for side in (row.left, row.centre, row.right)]
        lines = [text for line in self.distribution for text in (line.content, line.right)]
        return tuple(text for text in (*rows, *lines, *self.after_colophon) if text is not None)


@dataclass(frozen=True, slots=True)
class Bulletin:
    """刊物: everything an office sets once, in issues/bulletin.yaml."""

    title: Text
    "刊名, its lines joined"
    issuing_office: Text
    "编发单位"
    number_format: Text | None
    "期号格式: template with {期号} and {年}; None: no number is printed"
    file_name: Text
    "文件名: template with {刊名}, {年}, {期号}; without ending"
    standing: Standing
    origin: Location
    rule_settings: tuple[RuleSetting, ...] = ()
    "检查: rules switched off or judged otherwise"
    title_lines: tuple[Text, ...] = ()
    "刊名 line by line when it has several: the last is the large one; empty: one line, the title"
    series: tuple[Series, ...] = ()
    "系列: 增刊、专报 with numbers of their own"

    def of_series(self, name: str) -> Bulletin:
        """What holds for the issues of a series; the bulletin itself for the name "" and for unknown ones."""
        return next((one.bulletin for one in self.series if one.name.content == name), self)


@dataclass(frozen=True, slots=True)
class Series:
    """系列: issues with numbers of their own, in folders like 增刊1."""

    name: Text
    "名称, the beginning of its folders' names"
    bulletin: Bulletin
    "what holds for them; it has no series itself"
