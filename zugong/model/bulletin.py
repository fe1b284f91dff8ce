"""What an office sets once: the Bulletin (刊物) with its sections and distribution lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zugong.diagnostics import Location
from zugong.model.ignores import RuleSetting
from zugong.model.prose import Text


class HeadlinePlacement(Enum):
    """排法: where the headline (标题) stands."""

    RUN_IN = "run-in"
    "接排: the body follows on the same line"
    OWN_LINE = "own-line"
    "另行: the headline has a line of its own"


class EntryNumbering(Enum):
    """目录序号: what stands before a contents entry (目录条)."""

    NONE = "none"
    ARABIC = "arabic"
    "1."
    CHINESE = "chinese"
    "一、"


class LastPage(Enum):
    """末页: whether the number of pages must be even, so that the colophon is on the back of a sheet."""

    ANY = "any"
    "不限"
    EVEN = "even"
    "双数页: an odd issue gets a page more, and lines of text go over to it with the colophon"


@dataclass(frozen=True, slots=True)
class Section:
    """栏目: a heading under which items stand."""

    name: Text
    source_unit_required: bool = True
    "whether an item without 供稿单位 is an error"


@dataclass(frozen=True, slots=True)
class DistributionLine:
    """One line of the colophon (版记): 报、送、发 …"""

    label: Text
    "what stands before the colon"
    content: Text
    "what stands after it, with its final 。"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a bulletin sets and an issue may set anew."""

    sections: tuple[Section, ...]
    "in the order of the paper; empty: items without headings"
    distribution: tuple[DistributionLine, ...]
    "lines of the colophon (版记), top to bottom"
    contents: bool
    "目录: whether there is a list of contents"
    entry_numbering: EntryNumbering
    instruction_box: bool
    "领导批示: whether the empty box stands on page one"
    headline_placement: HeadlinePlacement
    "排法 of items that do not say otherwise"
    last_page: LastPage = LastPage.ANY
    "末页"


@dataclass(frozen=True, slots=True)
class Bulletin:
    """刊物: everything an office sets once, in issues/bulletin.yaml."""

    title: Text
    "刊名, in the masthead"
    issuing_office: Text
    "编发单位"
    number_format: Text
    "期号格式: template with {期号} and {年}"
    file_name: Text
    "文件名: template with {刊名}, {年}, {期号}; without ending"
    standing: Standing
    origin: Location
    rule_settings: tuple[RuleSetting, ...] = ()
    "检查: rules switched off or judged otherwise"
