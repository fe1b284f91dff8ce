"""What the named styles (样式) are called in Word's list, and their ids."""

from __future__ import annotations

from zugong.model.styles import Accent, Role

PARAGRAPH_NAMES: dict[Role, str] = {
    Role.TITLE_ABOVE: "组工-刊名首行",
    Role.TITLE: "组工-报头",
    Role.NUMBER: "组工-期号",
    Role.MARKING: "组工-密级",
    Role.MASTHEAD_LINE: "组工-报头行",
    Role.OFFICE: "组工-编发单位",
    Role.CONTENTS_TITLE: "组工-目录标题",
    Role.CONTENTS_SECTION: "组工-目录栏目",
    Role.CONTENTS_ENTRY: "组工-目录条",
    Role.INSTRUCTION: "组工-领导批示",
    Role.EDITORS_NOTE: "组工-编者按",
    Role.EDITORS_NOTE_MORE: "组工-编者按续段",
    Role.SECTION: "组工-栏目",
    Role.HEADLINE: "组工-标题",
    Role.NOTE: "组工-按语",
    Role.CENTRED_HEADLINE: "组工-居中标题",
    Role.SUBTITLE: "组工-副标题",
    Role.BYLINE: "组工-署名",
    Role.BODY: "组工-正文",
    Role.HEADING_1: "组工-一级小标题",
    Role.HEADING_2: "组工-二级小标题",
    Role.HEADING_3: "组工-三级小标题",
    Role.HEADING_4: "组工-四级小标题",
    Role.TABLE_TITLE: "组工-表题",
    Role.TABLE_UNIT: "组工-计量单位",
    Role.TABLE_HEAD: "组工-表头",
    Role.TABLE_CELL: "组工-表格",
    Role.TABLE_TOTAL: "组工-合计行",
    Role.TABLE_NOTE: "组工-表注",
    Role.CAPTION: "组工-图注",
    Role.METADATA: "组工-稿件信息",
    Role.SIGN_OFF: "组工-落款",
    Role.ATTACHMENT_LIST: "组工-附件说明",
    Role.ATTACHMENT_MARK: "组工-附件序号",
    Role.ATTACHMENT_TITLE: "组工-附件标题",
    Role.COLOPHON: "组工-版记",
    Role.AFTER_COLOPHON: "组工-版记后",
    Role.FOLIO: "组工-页码",
    Role.DRAFT: "组工-草稿",
}
"one for each Role"

CHARACTER_NAMES: dict[Accent, str] = {
    Accent.LEAD: "组工-段首语",
    Accent.HEADLINE: "组工-接排标题",
    Accent.LABEL: "组工-标签",
    Accent.SOURCE_UNIT: "组工-供稿单位",
}
"one for each Accent but PLAIN, which is the paragraph's own look"

MARKS = "组工-中文标点"
"“ ” — … behind a sign like +, which an office program may take for Latin"

MARKS_ID = "ZgRunMarks"

EVEN_FOLIO = "组工-页码（双面）"
"page numbers of even pages: the other side of the paper"

EMPTY_ROOM = "组工-空行"
"room above the 批示 box"

ANCHOR = "组工-版记定位"
"the 1 pt paragraph to which the colophon is tied, or that parts two tables"

FIGURE = "组工-图片"
"the paragraph that holds a picture: type so small that it adds no height"

_OTHERS = {EVEN_FOLIO: "ZgFolioEven", EMPTY_ROOM: "ZgEmptyRoom", ANCHOR: "ZgAnchor", FIGURE: "ZgFigure"}


def paragraph_id(role: Role) -> str:
    """The style id of a role."""
    return "Zg" + role.value.title().replace("_", "")


def character_id(accent: Accent) -> str:
    """The style id of an accent."""
    return "ZgRun" + accent.value.title().replace("_", "")


def other_id(name: str) -> str:
    """The style id of a paragraph style that belongs to no role."""
    return _OTHERS[name]


def bookmark_name(anchor: str) -> str:
    """An anchor as a hidden bookmark: Word knows letters, digits and _ only, at most 40 of them."""
    return "_" + "".join(c if c.isalnum() else "_" for c in anchor)[:39]
