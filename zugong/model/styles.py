"""The page in numbers (sheet.yaml): measures in points, faces and colours by role.

Lengths are points (pt, 1/72 inch). Vertical room is counted in lines of the grid.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import Enum

from zugong.classes import dataclass, field
from zugong.model.style_parts import AccentStyle, FaceRole, Marks, RuleStyle, TableStyle


class Role(Enum):
    """What a paragraph is on the paper; each has one ParagraphStyle and one named style in DOCX."""

    TITLE_ABOVE = "title_above"
    "刊名首行: the lines above the last one of a 刊名 of several lines"
    TITLE = "title"
    "刊名"
    NUMBER = "number"
    "期号"
    MARKING = "marking"
    "密级、份号: above the 刊名"
    MASTHEAD_LINE = "masthead_line"
    "报头行: a line of the masthead without the red rule"
    OFFICE = "office"
    "编发单位与日期, above the red rule"
    CONTENTS_TITLE = "contents_title"
    "目录标题"
    CONTENTS_SECTION = "contents_section"
    "目录栏目"
    CONTENTS_ENTRY = "contents_entry"
    "目录条"
    INSTRUCTION = "instruction"
    "领导批示"
    EDITORS_NOTE = "editors_note"
    "编者按"
    EDITORS_NOTE_MORE = "editors_note_more"
    "编者按 from its second paragraph on"
    SECTION = "section"
    "栏目"
    HEADLINE = "headline"
    "标题（另行）"
    NOTE = "note"
    "按语, before a headline"
    CENTRED_HEADLINE = "centred_headline"
    "标题（居中）"
    SUBTITLE = "subtitle"
    "副标题"
    BYLINE = "byline"
    "署名"
    BODY = "body"
    "正文"
    HEADING_1 = "heading_1"
    "一、"
    HEADING_2 = "heading_2"
    "（一）"
    HEADING_3 = "heading_3"
    "1."
    HEADING_4 = "heading_4"
    "（1）"
    TABLE_TITLE = "table_title"
    "表题"
    TABLE_UNIT = "table_unit"
    "表单位"
    TABLE_HEAD = "table_head"
    "表头"
    TABLE_CELL = "table_cell"
    "表格"
    TABLE_TOTAL = "table_total"
    "合计"
    TABLE_NOTE = "table_note"
    "表注"
    CAPTION = "caption"
    "图注"
    METADATA = "metadata"
    "稿件信息"
    SIGN_OFF = "sign_off"
    "落款"
    ATTACHMENT_LIST = "attachment_list"
    "附件说明: names the attachments below the text"
    ATTACHMENT_MARK = "attachment_mark"
    "附件1, at the head of its page"
    ATTACHMENT_TITLE = "attachment_title"
    "附件标题"
    COLOPHON = "colophon"
    "版记"
    AFTER_COLOPHON = "after_colophon"
    "版记后"
    FOLIO = "folio"
    "页码"
    DRAFT = "draft"
    "草稿标记"


class Accent(Enum):
    """How a stretch of text differs from its paragraph; each has one character style in DOCX."""

    PLAIN = "plain"
    LEAD = "lead"
    "段首语"
    HEADLINE = "headline"
    "标题（接排）"
    LABEL = "label"
    "编者按："
    SOURCE_UNIT = "source_unit"
    "（供稿单位）"


class Align(Enum):
    """How a line stands in its measure."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    OUTSIDE = "outside"
    "right on odd pages, left on even ones (页码)"
    FIT = "fit"
    "spread over the measure (刊名)"


class LineRules(Enum):
    """排版规则: how the lines of a paragraph are broken and filled."""

    MATCHED = "matched"
    "一致: greedy on the grid as Word, WPS and LibreOffice do it, so that DOCX and PDF break lines alike"
    FINE = "fine"
    "精细: total fit, marks share cells, numbers stay with their units; PDF only"


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Paper, type area (版心) and grid; GB/T 9704—2012, 5.2."""

    width: float
    "paper, pt"
    height: float
    "paper, pt"
    top: float
    "天头, pt"
    left: float
    "订口, pt"
    type_width: float
    "版心 width, pt"
    type_height: float
    "版心 height, pt"
    lines: int
    "lines of the grid on a page"
    characters: int
    "characters of body size on a line"

    @property
    def line_pitch(self) -> float:
        """Height of one line of the grid, pt."""
        return self.type_height / self.lines

    @property
    def bottom(self) -> float:
        """What is left below the type area, pt."""
        return self.height - self.top - self.type_height

    @property
    def right(self) -> float:
        """What is left beside the type area, pt."""
        return self.width - self.left - self.type_width


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph of one role is set."""

    face: str
    "key of a FaceRole"
    size: float
    "pt"
    colour: str
    "CSS colour, #rrggbb"
    align: Align
    indent_first: float
    "first line, in characters of this size on the grid"
    indent_left: float
    "all lines, in characters"
    indent_right: float
    "all lines, in characters"
    rows: int
    "lines of the grid that one line of this takes"
    rows_before: int
    "empty lines of the grid above, not at the top of a page"
    rows_after: int
    "empty lines of the grid below"
    keep_with_next: bool
    "never the last on a page"
    rule_below: RuleStyle | None
    "a rule under it, across the type area"


@dataclass(frozen=True, slots=True)
class Styles:
    """Everything of the page that can be changed without code."""

    page: PageStyle
    faces: tuple[FaceRole, ...]
    shipped_fangsong: bool
    "随附仿宋: whether the shipped 仿宋 and 楷体 (GPL with font exception) may be used"
    paragraphs: tuple[tuple[Role, ParagraphStyle], ...]
    accents: tuple[tuple[Accent, AccentStyle], ...]
    instruction_box: RuleStyle
    colophon_edge: RuleStyle
    "first and last rule of the colophon"
    colophon_inner: RuleStyle
    "rules between its lines"
    colophon_line_height: float
    "distance of its lines, pt"
    instruction_min_rows: int
    "the least height of the 批示 box, lines of the grid"
    folio_drop: float
    "from the foot of the type area to the middle of the page number's dash, pt"
    marks: Marks
    table: TableStyle
    line_rules: LineRules = LineRules.MATCHED
    by_role: Mapping[Role, ParagraphStyle] = field(init=False, repr=False, compare=False)
    "paragraphs again, to be looked up: it is done for every line"
    by_accent: Mapping[Accent, AccentStyle] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Fills what is looked up."""
        object.__setattr__(self, "by_role", dict(self.paragraphs))
        object.__setattr__(self, "by_accent", dict(self.accents))

    def paragraph(self, role: Role) -> ParagraphStyle:
        """The style of a role."""
        return self.by_role[role]

    def accent(self, accent: Accent) -> AccentStyle:
        """The style of a stretch of text."""
        return self.by_accent[accent]

    def face(self, key: str) -> FaceRole:
        """The face of that key."""
        return next(face for face in self.faces if face.key == key)

    def tracking(self, role: Role) -> float:
        """字间距 that every character of a role has, pt: type of body size closes up or opens to the grid.

        Rounded down to 1/20 pt, the step that DOCX knows, so that both formats break lines alike; and one step
        more, because LibreOffice 7.4 leaves it out at the end of every run of one script: a full line of 汉字
        with many numbers would lose its last character there.
        """
        body = self.paragraph(Role.BODY)
        if self.paragraph(role).size != body.size:
            return 0.0
        return (math.floor((self.page.type_width / self.page.characters - body.size) * 20 + 1e-9) - 1) / 20

    def fine_tracking(self, role: Role) -> float:
        """The same for 精细, pt: exactly the grid, since no DOCX has to follow."""
        body = self.paragraph(Role.BODY)
        if self.paragraph(role).size != body.size:
            return 0.0
        return self.page.type_width / self.page.characters - body.size

    def character(self, role: Role) -> float:
        """The room of one character of a role, by which its indents are counted, pt."""
        style = self.paragraph(role)
        body = self.paragraph(Role.BODY)
        return self.page.type_width / self.page.characters if style.size == body.size else style.size
