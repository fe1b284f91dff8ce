"""What each paragraph of a whole bulletin is: by our own style names, else by how bulletins look."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zugong.intake.body_headings import number_of
from zugong.intake.emphasis import face_class
from zugong.intake.lines import Line
from zugong.intake.manuscript import Place, RawParagraph
from zugong.intake.signatures import is_date
from zugong.model.issue import ITEM_MARKERS
from zugong.model.styles import Role

OWN = {
    "组工-刊名首行": Role.TITLE_ABOVE,
    "组工-报头": Role.TITLE,
    "组工-期号": Role.NUMBER,
    "组工-密级": Role.MARKING,
    "组工-报头行": Role.MASTHEAD_LINE,
    "组工-编发单位": Role.OFFICE,
    "组工-目录标题": Role.CONTENTS_TITLE,
    "组工-目录栏目": Role.CONTENTS_SECTION,
    "组工-目录条": Role.CONTENTS_ENTRY,
    "组工-领导批示": Role.INSTRUCTION,
    "组工-编者按": Role.EDITORS_NOTE,
    "组工-编者按续段": Role.EDITORS_NOTE_MORE,
    "组工-栏目": Role.SECTION,
    "组工-标题": Role.HEADLINE,
    "组工-按语": Role.NOTE,
    "组工-居中标题": Role.CENTRED_HEADLINE,
    "组工-副标题": Role.SUBTITLE,
    "组工-署名": Role.BYLINE,
    "组工-正文": Role.BODY,
    "组工-一级小标题": Role.HEADING_1,
    "组工-二级小标题": Role.HEADING_2,
    "组工-三级小标题": Role.HEADING_3,
    "组工-四级小标题": Role.HEADING_4,
    "组工-表题": Role.TABLE_TITLE,
    "组工-计量单位": Role.TABLE_UNIT,
    "组工-表头": Role.TABLE_HEAD,
    "组工-表格": Role.TABLE_CELL,
    "组工-合计行": Role.TABLE_TOTAL,
    "组工-表注": Role.TABLE_NOTE,
    "组工-图注": Role.CAPTION,
    "组工-稿件信息": Role.METADATA,
    "组工-落款": Role.SIGN_OFF,
    "组工-附件说明": Role.ATTACHMENT_LIST,
    "组工-附件序号": Role.ATTACHMENT_MARK,
    "组工-附件标题": Role.ATTACHMENT_TITLE,
    "组工-版记": Role.COLOPHON,
    "组工-版记后": Role.AFTER_COLOPHON,
    "组工-页码": Role.FOLIO,
    "组工-页码（双面）": Role.FOLIO,
    "组工-草稿": Role.DRAFT,
}
"names that the DOCX writer gives; LibreOffice keeps them on the way through ODT"

_HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
_NUMBER = re.compile(r"[〔(（\[]?.{0,8}?(?:总?第\s*[\d〇零一二三四五六七八九十百]+\s*期|增刊).{0,16}")
_OFFICE = re.compile(
    r".*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*|.*[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|"
    r".*签\s*发\s*人?\s*[:：].*"
)
_COLOPHON = re.compile(r"(?:报|送|发|抄送|抄报|主送|呈报|呈送|分送)\s*[:：].*|.{0,6}共印\s*\d+\s*份.*")
_ATTACHMENT = re.compile(r"附\s*件\s*\d{0,2}\s*[:：]?")
_NOTE = re.compile(r"[【（(]?\s*编\s*者?\s*[按案]\s*[】）)]?\s*[:：]?.*")
_PUNCTUATION = re.compile(r"[。，；：！？]")


def is_own(paragraph: RawParagraph) -> bool:
    """Whether a paragraph bears one of our names."""
    return paragraph.style in OWN


def roles(
    lines: Sequence[Line], sections: Sequence[str], *, numbered_items: bool = False, markers: str = ITEM_MARKERS
) -> list[Role]:
    """One role a line. `markers`: signs before headlines; `numbered_items`: 一、 and （一） stand there too."""
    if any(is_own(line.raw) for line in lines):
        return [OWN.get(line.raw.style, Role.DRAFT if line.place is Place.MARGIN else Role.BODY) for line in lines]
    judge = _Judge(sections, numbered_items, markers)
    return [judge.role(line) for line in lines]


class _Judge:
    """Goes through a foreign bulletin from top to bottom and remembers how far it has come."""

    def __init__(self, sections: Sequence[str], numbered_items: bool, markers: str) -> None:
        self.sections = set(sections)
        self.numbered_items = numbered_items
        self.markers = markers
        self.last: Role | None = None
        self.seen: set[Role] = set()

    def role(self, line: Line) -> Role:
        self.last = self._role(line, line.content.strip())
        self.seen.add(self.last)
        return self.last

    def _role(self, line: Line, text: str) -> Role:
        if line.place in (Place.MARGIN, Place.FOOTNOTE, Place.COMMENT):
            return Role.DRAFT
        if text.startswith("领导批示"):
            return Role.INSTRUCTION
        if self._in_text():
            attached = self._attachment(text)
            if attached is not None:
                return attached
            ends = self.last is Role.COLOPHON or _COLOPHON.fullmatch(text)
            return Role.COLOPHON if ends else self._text(line, text)
        if Role.OFFICE not in self.seen:
            return self._masthead(text)
        return Role.EDITORS_NOTE if _NOTE.fullmatch(text) else self._text(line, text)

    def _attachment(self, text: str) -> Role | None:
        """附件1 on a line of its own, and the title below it."""
        if self.last is Role.ATTACHMENT_MARK and len(text) <= 60:
            return Role.ATTACHMENT_TITLE
        return Role.ATTACHMENT_MARK if _ATTACHMENT.fullmatch(text) else None

    def _in_text(self) -> bool:
        return bool(self.seen & {Role.BODY, Role.HEADLINE, Role.SECTION})

    def _masthead(self, text: str) -> Role:
        if _NUMBER.fullmatch(text) and Role.NUMBER not in self.seen:
            return Role.NUMBER
        if _OFFICE.fullmatch(text) and len(text) <= 50:
            return Role.OFFICE
        if Role.TITLE not in self.seen and len(text) <= 30 and text[0] not in self.markers:
            return Role.TITLE
        return Role.BODY if len(text) > 40 or text[0] in self.markers else Role.OFFICE if is_date(text) else Role.DRAFT

    def _text(self, line: Line, text: str) -> Role:
        if text[0] == "★" or (text.strip("★【】 \u3000") in self.sections):
            name = text.strip("★【】 \u3000")
            heading = self._in_text() or line.raw.align == "center"
            known = name in self.sections
            self.sections.add(name)
            return Role.SECTION if heading or (known and text[0] != "★") else Role.CONTENTS_SECTION
        if text[0] in self.markers:
            return Role.HEADLINE if "。" not in text.rstrip("。") and len(text) <= 70 else Role.BODY
        if self.last in (Role.EDITORS_NOTE, Role.EDITORS_NOTE_MORE) and not self._stands_alone(line, text):
            return Role.EDITORS_NOTE_MORE
        if self._stands_alone(line, text):
            level = 0 if self.numbered_items or not self._in_text() else number_of(text)
            if level:
                return _HEADINGS[level - 1]
            return Role.SECTION if line.raw.align == "center" and len(text) <= 10 else Role.HEADLINE
        return Role.BODY

    def _stands_alone(self, line: Line, text: str) -> bool:
        loud = all(piece.bold or face_class(piece.face) for piece in line.pieces)
        return (
            loud
            and len(text) <= 70
            and not _PUNCTUATION.search(text.rstrip("。").replace("：", "", 1).replace("，", "", 1))
        )
