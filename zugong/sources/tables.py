"""The fields of every kind of file: bulletin.yaml, issue.yaml, an item as .md and as .yaml."""

from __future__ import annotations

from zugong.classes import replace
from zugong.sources.fields import Field, Kind, Table

SECTION = Table(
    "栏目",
    (
        Field("name", Kind.TEXT, "栏目的名称", required=True),
        Field("source_unit", Kind.CHOICE, "这一栏的稿件是不是必须写供稿单位"),
        Field("heading", Kind.TEMPLATE, "栏目印出的样子，如 ★ {栏目}", may_be_nothing=True),
        Field("item_marker", Kind.TEXT, "这一栏稿件标题前的记号或序号，如 ■ 或 一、", may_be_nothing=True),
        Field("counting", Kind.CHOICE, "这一栏稿件的序号接着上一栏编，还是从一编起"),
        Field("headline_placement", Kind.CHOICE, "这一栏稿件的标题接排、另起一行，还是居中"),
    ),
)

MASTHEAD_ROW = Table(
    "报头",
    (
        Field("part", Kind.CHOICE, "刊名，或者期号"),
        Field("left", Kind.TEMPLATE, "这一行左边的字，如 {编发单位}"),
        Field("centre", Kind.TEMPLATE, "这一行中间的字"),
        Field("right", Kind.TEMPLATE, "这一行右边的字，如 {日期}"),
        Field("rule_under", Kind.FLAG, "这一行下面有没有红线"),
    ),
)

COLOPHON_ROW = Table(
    "版记",
    (
        Field("left", Kind.TEMPLATE, "这一行左边的字，如 {编发单位}", required=True),
        Field("right", Kind.TEMPLATE, "这一行右边的字，如 {日期}印发"),
    ),
)

TABLE_COLUMN = Table(
    "列",
    (
        Field("name", Kind.TEXT, "列名，印在表头"),
        Field("align", Kind.CHOICE, "这一列怎样对齐：居左、居中、居右", names=("left", "centre", "right")),
        Field(
            "picture_width",
            Kind.NUMBER,
            "按比例的字数：3 和 6 就是后一列宽一倍，各列合起来和版心一样宽；不写就按内容定",
        ),
    ),
)

TABLE = Table(
    "表格",
    (
        Field("table_title", Kind.TEXT, "表题，印在表格上方"),
        Field("table_unit", Kind.TEXT, "计量单位，印在表格右上方，如 单位：万元"),
        Field("table_columns", Kind.RECORDS, "列，从左到右", table=TABLE_COLUMN, shorthand="name"),
        Field("table_head", Kind.ROWS, "几行的表头，代替列名；“<”并入左边一格，“^”并入上面一格"),
        Field("table_rows", Kind.ROWS, "表格的行，一行一个列表；“<”并入左边一格，“^”并入上面一格", required=True),
        Field("table_total", Kind.FLAG, "最后一行是不是合计；不写就看它是不是以“合计”“总计”开头"),
        Field("table_notes", Kind.TEXTS, "表注，印在表格下方"),
    ),
)

FIGURE = Table(
    "图片",
    (
        Field("file", Kind.TEXT, "图片文件，放在这一期的文件夹里，png、jpg 或 svg", required=True),
        Field("caption", Kind.TEXT, "图注，印在图片下方"),
        Field("picture_width", Kind.LENGTH, "印多宽，如 10cm；不写就按原来的大小，最宽到版心"),
        Field("description", Kind.TEXT, "图上是什么，读屏软件会念"),
    ),
)

PARAGRAPH = Table(
    "段落",
    (
        Field("lead_phrase", Kind.TEXT, "段首语，加粗印在一段的开头"),
        Field("body", Kind.MARKDOWN, "这一段的文字"),
        Field("subheading", Kind.TEXT, "小标题，连同序号一起写，如 一、抓好排查"),
        Field("level", Kind.NUMBER, "小标题的层级：1 是“一、”，2 是“（一）”，3 是“1.”，4 是“（1）”"),
        Field("table", Kind.RECORD, "表格", table=TABLE),
        Field("figure", Kind.RECORD, "图片", table=FIGURE),
    ),
)

RULE_SETTING = Table(
    "检查",
    (
        Field("rule_name", Kind.TEXT, "规则的名字，运行 zugong check --explain 可以看到全部", required=True),
        Field("severity", Kind.CHOICE, "写“关”就不再检查；也可以改成别的级别"),
        Field("reason", Kind.TEXT, "为什么这样定"),
    ),
)

ITEM_IGNORE = Table(
    "忽略",
    (
        Field("rule_name", Kind.TEXT, "规则的名字", required=True),
        Field("reason", Kind.TEXT, "为什么忽略"),
    ),
)

ITEM_CHECKS = Table(
    "检查",
    (
        Field("ignored", Kind.RECORDS, "这一篇不检查的规则", table=ITEM_IGNORE, shorthand="rule_name"),
        Field("reason", Kind.TEXT, "为什么忽略"),
    ),
)

_STANDING = (
    Field(
        "sections",
        Kind.RECORDS,
        "栏目，按印出的先后排列；写“无”就是不分栏目",
        may_be_nothing=True,
        table=SECTION,
        shorthand="name",
    ),
    Field(
        "masthead",
        Kind.RECORDS,
        "报头，从上到下一行一条；写“无”就是没有报头",
        may_be_nothing=True,
        table=MASTHEAD_ROW,
        shorthand="part",
    ),
    Field("contents", Kind.FLAG, "第一页要不要目录"),
    Field("contents_title", Kind.TEXT, "目录上面的字，如 本期要目", may_be_nothing=True),
    Field("contents_pages", Kind.FLAG, "目录要不要页码"),
    Field("contents_sections", Kind.CHOICE, "目录里要不要栏目，栏目带不带页码"),
    Field("contents_headings", Kind.FLAG, "稿件里的“一、”级小标题要不要列进目录"),
    Field("entry_numbering", Kind.CHOICE, "目录每条前面的序号"),
    Field("entry_marker", Kind.TEXT, "目录每条前面的记号，如 ※", may_be_nothing=True),
    Field("instruction_box", Kind.FLAG, "第一页要不要领导批示框"),
    Field("body_on_new_page", Kind.FLAG, "目录、批示框、编者按后面，正文要不要另起一页"),
    Field("section_heading", Kind.TEMPLATE, "栏目印出的样子，如 【{栏目}】", may_be_nothing=True),
    Field("headline_placement", Kind.CHOICE, "标题和正文接排，还是标题另起一行，还是居中"),
    Field("item_marker", Kind.TEXT, "稿件标题前的记号或序号，如 △、■、一、、1.；写“无”就是没有", may_be_nothing=True),
    Field("headline_stop", Kind.FLAG, "另起一行的标题末尾要不要句号"),
    Field("counting", Kind.CHOICE, "稿件的序号接着上一栏编，还是每栏从一编起"),
    Field("source_unit_placement", Kind.CHOICE, "供稿单位印在文末、标题下，还是不印"),
    Field("date_style", Kind.CHOICE, "日期用数字写，还是用汉字写"),
    Field("classification", Kind.TEXT, "密级，或者“内部资料”", may_be_nothing=True),
    Field("urgency", Kind.TEXT, "紧急程度，如 特急", may_be_nothing=True),
    Field("copy_number", Kind.TEXT, "份号", may_be_nothing=True),
    Field("signer", Kind.TEXT, "签发人", may_be_nothing=True),
    Field("print_run", Kind.NUMBER, "印数，写数字", may_be_nothing=True),
    Field("print_run_format", Kind.TEMPLATE, "印数的写法，如 共印{印数}份"),
    Field("print_run_placement", Kind.CHOICE, "印数和版记最后一行同行，还是在版记下面另起一行"),
    Field("last_page", Kind.CHOICE, "总面数要不要凑成双数，让版记落在最后一张纸的背面"),
    Field("distribution", Kind.LABELLED, "版记，一行一条；写“无”就是没有版记", may_be_nothing=True, table=COLOPHON_ROW),
    Field("after_colophon", Kind.TEMPLATES, "版记最后一条线下面的字，一行一条", may_be_nothing=True),
)

_TITLES = (
    Field("title", Kind.TEXTS, "刊名，印在报头；分两行就写成列表，最后一行是大字", required=True),
    Field("number_format", Kind.TEMPLATE, "期号的写法，{期号} 处填入本期期号；写“无”就不印", may_be_nothing=True),
    Field("file_name", Kind.TEMPLATE, "生成文件的名字，不写扩展名"),
)

SERIES = Table(
    "系列",
    (
        Field("name", Kind.TEXT, "系列的名称，如 增刊；文件夹写成 增刊1、增刊2", required=True),
        *(replace(field, required=False) for field in _TITLES),
        *_STANDING,
    ),
)

BULLETIN = Table(
    "bulletin.yaml",
    (
        *_TITLES,
        Field("issuing_office", Kind.TEXT, "编发单位，印在报头", required=True),
        Field("series", Kind.RECORDS, "另外编号的系列，如增刊、专报", table=SERIES, shorthand="name"),
        Field("checks", Kind.RECORDS, "检查规则的取舍，一条规则一条", table=RULE_SETTING, shorthand="rule_name"),
        *_STANDING,
    ),
)

ISSUE = Table(
    "issue.yaml",
    (
        Field("issued_on", Kind.DATE, "印发日期", required=True),
        Field("number", Kind.NUMBER, "期号，要和文件夹的名字一致，可以不写"),
        Field("serial", Kind.NUMBER, "总期号"),
        Field("editors_note", Kind.MARKDOWN, "编者按", may_be_nothing=True),
        Field("items", Kind.TEXTS, "稿件的文件名，按印出的先后排列；不写就按文件名排"),
        *_STANDING,
    ),
)

_HEAD = (
    Field("headline", Kind.TEXT, "标题，前面的 △ 和后面的句号由程序自动加", required=True),
    Field("section", Kind.TEXT, "栏目，从刊物的栏目里选"),
    Field("source_unit", Kind.TEXTS, "供稿单位，可以有几个"),
    Field("headline_placement", Kind.CHOICE, "标题和正文接排，还是标题另起一行，还是居中"),
    Field("subtitle", Kind.TEXT, "副标题，印在居中的标题下面"),
    Field("byline", Kind.TEXTS, "署名，印在标题下面"),
    Field("note", Kind.MARKDOWN, "按语，印在标题前面"),
    Field("item_kind", Kind.CHOICE, "独编、综合，还是简讯；只供统计，不印"),
    Field("metadata", Kind.TEXT, "稿件信息，印在正文后面，如 （2026年8月3日报送）"),
    Field("sign_off", Kind.TEXTS, "落款，印在正文后面靠右，一行一条"),
    Field("attachments", Kind.TEXTS, "附件的文件名，放在这一期文件夹的“附件”里"),
    Field("checks", Kind.RECORD, "这一篇不检查哪些规则", table=ITEM_CHECKS),
)

ITEM_HEAD = Table("稿件", _HEAD)
"above the body of an .md item"

ITEM = Table(
    "稿件",
    (
        *_HEAD,
        Field("body", Kind.MARKDOWN, "正文，空一行就是另起一段"),
        Field("paragraphs", Kind.RECORDS, "正文，一段一条", table=PARAGRAPH, shorthand="body"),
    ),
)

ATTACHMENT_HEAD = Table("附件", (Field("headline", Kind.TEXT, "附件的标题", required=True),))
"above the body of an .md attachment"

FILES: tuple[Table, ...] = (BULLETIN, ISSUE, ITEM)
"tables an unknown key is looked for, to say where it belongs"
