"""The fields of every kind of file: bulletin.yaml, issue.yaml, an item as .md and as .yaml."""

from __future__ import annotations

from zugong.sources.fields import Field, Kind, Table

SECTION = Table(
    "栏目",
    (
        Field("name", Kind.TEXT, "栏目的名称", required=True),
        Field("source_unit", Kind.CHOICE, "这一栏的稿件是不是必须写供稿单位"),
    ),
)

PARAGRAPH = Table(
    "段落",
    (
        Field("lead_phrase", Kind.TEXT, "段首语，加粗印在一段的开头"),
        Field("body", Kind.MARKDOWN, "这一段的文字"),
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
    Field("contents", Kind.FLAG, "第一页要不要目录"),
    Field("entry_numbering", Kind.CHOICE, "目录每条前面的序号"),
    Field("instruction_box", Kind.FLAG, "第一页要不要领导批示框"),
    Field("headline_placement", Kind.CHOICE, "标题和正文接排，还是标题另起一行"),
    Field("last_page", Kind.CHOICE, "总面数要不要凑成双数，让版记落在最后一张纸的背面"),
    Field("distribution", Kind.LABELLED, "版记，一行一条；写“无”就是没有版记", may_be_nothing=True),
)

BULLETIN = Table(
    "bulletin.yaml",
    (
        Field("title", Kind.TEXT, "刊名，印在报头", required=True),
        Field("issuing_office", Kind.TEXT, "编发单位，印在报头", required=True),
        Field("number_format", Kind.TEMPLATE, "期号的写法，{期号} 处填入本期期号"),
        Field("file_name", Kind.TEMPLATE, "生成文件的名字，不写扩展名"),
        Field("checks", Kind.RECORDS, "检查规则的取舍，一条规则一条", table=RULE_SETTING, shorthand="rule_name"),
        *_STANDING,
    ),
)

ISSUE = Table(
    "issue.yaml",
    (
        Field("issued_on", Kind.DATE, "印发日期", required=True),
        Field("number", Kind.NUMBER, "期号，要和文件夹的名字一致，可以不写"),
        Field("editors_note", Kind.MARKDOWN, "编者按", may_be_nothing=True),
        Field("items", Kind.TEXTS, "稿件的文件名，按印出的先后排列；不写就按文件名排"),
        *_STANDING,
    ),
)

_HEAD = (
    Field("headline", Kind.TEXT, "标题，前面的 △ 和后面的句号由程序自动加", required=True),
    Field("section", Kind.TEXT, "栏目，从刊物的栏目里选"),
    Field("source_unit", Kind.TEXTS, "供稿单位，可以有几个"),
    Field("headline_placement", Kind.CHOICE, "标题和正文接排，还是标题另起一行"),
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

FILES: tuple[Table, ...] = (BULLETIN, ISSUE, ITEM)
"tables an unknown key is looked for, to say where it belongs"
