"""The fields of sheet.yaml (版面)."""

from __future__ import annotations

from zugong import terms
from zugong.sources.fields import Field, Kind, Table

RULE = Table(
    "线",
    (
        Field("thickness", Kind.LENGTH, "线的粗细，如 0.35mm"),
        Field("colour", Kind.COLOUR, "颜色"),
    ),
)

_PAPER = Table("纸张", (Field("width", Kind.LENGTH, "纸宽"), Field("height", Kind.LENGTH, "纸高")))

_TYPE_AREA = Table(
    "版心",
    (
        Field("top", Kind.LENGTH, "天头，版心上边到纸边"),
        Field("left", Kind.LENGTH, "订口，版心左边到纸边"),
        Field("width", Kind.LENGTH, "版心宽"),
        Field("height", Kind.LENGTH, "版心高"),
        Field("grid_lines", Kind.NUMBER, "每面行数"),
        Field("grid_characters", Kind.NUMBER, "每行字数"),
    ),
)

_FACE = Table(
    "字体",
    (
        Field("office_name", Kind.TEXT, "写进 DOCX 的公文字体"),
        Field("alternatives", Kind.TEXTS, "没有这种字体时 WPS、Word 用什么代替"),
        Field("shipped", Kind.TEXTS, "PDF 用的随附字体，前一种缺的字由后一种补"),
        Field("western", Kind.TEXT, "数字和字母用哪种字体"),
        Field("bold", Kind.FLAG, "在 DOCX 里加粗"),
    ),
)

_PARAGRAPH = Table(
    "段落",
    (
        Field("face", Kind.TEXT, "字体"),
        Field("size", Kind.LENGTH, "字号，如 三号、16pt"),
        Field("colour", Kind.COLOUR, "颜色"),
        Field("align", Kind.CHOICE, "怎样对齐"),
        Field("indent_first", Kind.NUMBER, "首行缩进几个字"),
        Field("indent_left", Kind.NUMBER, "左边缩进几个字"),
        Field("indent_right", Kind.NUMBER, "右边缩进几个字"),
        Field("rows", Kind.NUMBER, "一行字占版心几行"),
        Field("rows_before", Kind.NUMBER, "前面空几行"),
        Field("rows_after", Kind.NUMBER, "后面空几行"),
        Field("keep_with_next", Kind.FLAG, "不单独留在一面的末尾"),
        Field("rule_below", Kind.RECORD, "下面的线", table=RULE),
    ),
)

_ACCENT = Table("文字", (Field("face", Kind.TEXT, "字体"),))

_BOX = Table("批示框", (Field("rule", Kind.RECORD, "框线", table=RULE), Field("min_rows", Kind.NUMBER, "框至少占几行")))

_COLOPHON = Table(
    "版记",
    (
        Field("edge", Kind.RECORD, "第一条和最后一条线", table=RULE),
        Field("inner", Kind.RECORD, "中间的线", table=RULE),
        Field("line_height", Kind.LENGTH, "行距"),
    ),
)

_TABLE = Table(
    "表格",
    (
        Field("frame", Kind.RECORD, "四周的线", table=RULE),
        Field("inner", Kind.RECORD, "中间的线", table=RULE),
        Field("line_height", Kind.LENGTH, "一格里有几行字时的行距"),
        Field("padding", Kind.LENGTH, "线和字之间左右各空多少"),
    ),
)

MARKS = Table(
    "标记",
    (
        Field("item", Kind.TEXT, "稿件标题前的记号"),
        Field("contents_section", Kind.TEXT, "目录里栏目前的记号"),
        Field("leader", Kind.TEXT, "目录导引点"),
        Field("folio", Kind.TEXT, "页码的样子，{页码} 处填入数字"),
        Field("instruction", Kind.TEXT, "批示框里的字"),
        Field("editors_note", Kind.TEXT, "编者按前面的字"),
        Field("draft", Kind.TEXT, "草稿每面上方的字"),
    ),
)

SHEET = Table(
    "sheet.yaml",
    (
        Field("paper", Kind.RECORD, "纸张", table=_PAPER),
        Field("type_area", Kind.RECORD, "版心", table=_TYPE_AREA),
        Field("line_rules", Kind.CHOICE, "断行的规则：一致，PDF 和 DOCX 断行相同；精细，PDF 断行更讲究"),
        Field("faces", Kind.NAMED, "字体，名字自定", table=_FACE),
        Field("shipped_fangsong", Kind.FLAG, "用不用随附的仿宋、楷体"),
        Field("paragraph_styles", Kind.NAMED, "各种段落的样子", table=_PARAGRAPH, names=tuple(terms.ROLES)),
        Field("accents", Kind.NAMED, "段落里各种文字的样子", table=_ACCENT, names=tuple(terms.ACCENTS)),
        Field("box", Kind.RECORD, "领导批示框", table=_BOX),
        Field("colophon", Kind.RECORD, "版记", table=_COLOPHON),
        Field("table_style", Kind.RECORD, "表格的线和行距", table=_TABLE),
        Field("folio_drop", Kind.LENGTH, "页码一字线在版心下边以下多远"),
        Field("marks", Kind.RECORD, "程序加上去的记号", table=MARKS),
    ),
)
