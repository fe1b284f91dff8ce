"""The parts that Styles are made of: faces, rules, marks."""

from __future__ import annotations

from zugong.classes import dataclass


@dataclass(frozen=True, slots=True)
class FaceRole:
    """A face (字体) by what it is for: 仿宋, 黑体 …"""

    key: str
    "fangsong, fangsong_bold, hei …"
    office_name: str
    "the official face's name, written into the DOCX"
    alternatives: tuple[str, ...]
    "names that Word and WPS may use in its stead"
    shipped: tuple[str, ...]
    "families of the shipped set, tried in order for each character"
    western: str
    "key of the face for Latin and digits beside it; may be its own"
    bold: bool
    "whether DOCX asks for it as the bold of its face"


@dataclass(frozen=True, slots=True)
class AccentStyle:
    """What a stretch of text has of its own."""

    face: str | None
    "key of a FaceRole; None: the paragraph's"


@dataclass(frozen=True, slots=True)
class RuleStyle:
    """A rule or the line of a box (线)."""

    thickness: float
    "pt"
    colour: str
    "#rrggbb"


@dataclass(frozen=True, slots=True)
class TableStyle:
    """表格: rules and room of tables; a row takes whole rows of the grid."""

    frame: RuleStyle
    "框线"
    inner: RuleStyle
    "内线"
    line_height: float
    "行距 inside a cell of several lines, pt"
    padding: float
    "左右空 between rule and text, pt"


@dataclass(frozen=True, slots=True)
class Marks:
    """Characters that the sheet adds."""

    item: str
    "△"
    contents_section: str
    "★; a space follows; not before sections that have a 样式 of their own"
    leader: str
    "目录导引点"
    folio: str
    "template with {页码}"
    instruction: str
    "领导批示："
    editors_note: str
    "编者按："
    draft: str
    "草稿"
