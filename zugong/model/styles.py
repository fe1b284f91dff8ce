"""The page in numbers (sheet.yaml): measures in points, faces and colours by role.

Lengths are points (pt, 1/72 inch). Vertical room is counted in lines of the grid.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a paragraph is on the paper; each has one ParagraphStyle and one named style in DOCX."""

    TITLE = "title"
    "刊名"
    NUMBER = "number"
    "期号"
    OFFICE = "office"
    "编发单位与日期"
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
    BODY = "body"
    "正文"
    COLOPHON = "colophon"
    "版记"
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
class Marks:
    """Characters that the sheet adds."""

    item: str
    "△"
    contents_section: str
    "★; a space follows"
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
    line_rules: LineRules = LineRules.MATCHED

    def paragraph(self, role: Role) -> ParagraphStyle:
        """The style of a role."""
        return dict(self.paragraphs)[role]

    def accent(self, accent: Accent) -> AccentStyle:
        """The style of a stretch of text."""
        return dict(self.accents)[accent]

    def face(self, key: str) -> FaceRole:
        """The face of that key."""
        return next(face for face in self.faces if face.key == key)

    def tracking(self, role: Role) -> float:
        """字间距 that every character of a role has, pt: type of body size closes up or opens to the grid.

        Rounded down to 1/20 pt, the step that DOCX knows, so that both formats break lines alike.
        """
        body = self.paragraph(Role.BODY)
        if self.paragraph(role).size != body.size:
            return 0.0
        return math.floor((self.page.type_width / self.page.characters - body.size) * 20 + 1e-9) / 20

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
