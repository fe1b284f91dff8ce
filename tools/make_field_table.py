"""Every field of every file, from the readers' tables: python tools/make_field_table.py > docs/fields.md"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from zugong import terms
from zugong.placeholders import PRINT_RUN, TEMPLATES
from zugong.sources.fields import Field, Kind, Table
from zugong.sources.register_tables import TERMS, UNITS
from zugong.sources.schema_defaults import bulletin_defaults, sheet_defaults
from zugong.sources.sheet_tables import SHEET
from zugong.sources.tables import ATTACHMENT_HEAD, BULLETIN, ISSUE, ITEM

HEAD = """# 全部字段

由 `python tools/make_field_table.py` 从程序里生成，不要手改。字段名可以写中文，也可以写英文。
要在 VS Code 里边写边提示，用 `zugong schema --write`。

“占位”是花括号里可以写的字，例如 `第{期号}期（总第{总期号}期）`。
“不写时”是不写这一项时的样子；issue.yaml 里不写的，照 bulletin.yaml。
“可写无”的项写 `无`，就是去掉上一级已经设的内容。
"""

NOTHING: Mapping[str, object] = {}

KINDS = {
    Kind.TEXT: "一行文字",
    Kind.TEXTS: "一行文字，或一行一条的列表",
    Kind.MARKDOWN: "几段文字",
    Kind.FLAG: "有／无",
    Kind.NUMBER: "整数",
    Kind.DATE: "日期",
    Kind.TEMPLATE: "一行文字，可有占位",
    Kind.TEMPLATES: "一行或几行文字，可有占位",
    Kind.RECORDS: "列表",
    Kind.RECORD: "一组字段",
    Kind.NAMED: "名称和一组字段",
    Kind.ROWS: "一行一个列表",
    Kind.LENGTH: "长度，如 37mm、16pt、三号",
    Kind.COLOUR: "红、黑，或 #rrggbb",
    Kind.LABELLED: "列表，一条一行",
    Kind.AMOUNT: "数字，可以带“万”",
}

BY_WORDS: dict[str, object] = {
    "masthead": "刊名、期号各一行，编发单位和日期一行，下面有线",
    "print_run_format": PRINT_RUN,
    "item_marker": "sheet.yaml 里的标记（△）",
    "section_heading": "只印栏目名",
    "sections": "不分栏目",
    "classification": "不印",
    "urgency": "不印",
    "copy_number": "不印",
    "signer": "不印",
    "print_run": "不印",
    "distribution": "没有版记",
    "after_colophon": "没有",
    "contents_title": "不印",
    "entry_marker": "没有",
}
"defaults that are no values"

FILES: tuple[tuple[str, Table], ...] = (
    ("issues/bulletin.yaml：刊物，只设一次", BULLETIN),
    ("issues/年/期号/issue.yaml：一期", ISSUE),
    ("稿件：.md 开头两个 --- 之间，或者整个 .yaml 文件", ITEM),
    ("附件：.md 开头两个 --- 之间", ATTACHMENT_HEAD),
    ("issues/templates/sheet.yaml：版面", SHEET),
    ("issues/units.yaml：单位登记簿", UNITS),
    ("issues/terms.yaml：固定表述", TERMS),
)


def cell(text: str) -> str:
    """Text that cannot break the table."""
    return text.replace("|", "\\|").replace("<", "&lt;")


def value(field: Field) -> str:
    """What may be written."""
    if field.kind is Kind.CHOICE:
        return "、".join(terms.choice_words(field.key))
    return KINDS[field.kind] + ("；可写无" if field.may_be_nothing else "")


def default(field: Field, defaults: Mapping[str, object]) -> str:
    """What holds where nothing is written; empty where nothing does, or where the fields inside say it."""
    found = defaults.get(field.key, defaults.get(field.name, ""))
    return found if isinstance(found, str) else ""


def row(field: Field, defaults: Mapping[str, object]) -> str:
    """One field."""
    places = " ".join(f"{{{one}}}" for one in TEMPLATES.get(field.key, ())) if "占位" in value(field) else ""
    cells = (
        field.name + ("（必写）" if field.required else ""),
        field.key,
        value(field),
        field.about,
        default(field, defaults),
        places,
    )
    return "| " + " | ".join(map(cell, cells)) + " |"


def inside(field: Field, defaults: Mapping[str, object]) -> Mapping[str, object]:
    """The defaults of the fields inside a field."""
    found = defaults.get(field.key, {})
    return found if isinstance(found, dict) and field.kind is Kind.RECORD else {}


def table(
    title: str, one: Table, level: int, above: tuple[Field, ...] = (), defaults: Mapping[str, object] = NOTHING
) -> str:
    """The fields of a table, then those of the tables inside it that were not shown yet."""
    own = [field for field in one.fields if field not in above]
    head = "| 字段 | 英文 | 写什么 | 说明 | 不写时 | 占位 |\n|---|---|---|---|---|---|"
    parts = ["#" * level + f" {title}\n", head, *(row(field, defaults) for field in own), ""]
    parts += ["还可以写上一级的其他字段，只管这一处。\n"] if len(own) < len(one.fields) else []
    inner = [field for field in own if field.table is not None and not seen(field.table)]
    file = title.partition("：")[0]
    parts += [
        table(f"{file}：{field.name}", field.table, 3, one.fields, inside(field, defaults))
        for field in inner
        if field.table
    ]
    return "\n".join(parts)


def seen(one: Table, shown: set[int] = set()) -> bool:  # noqa: B006 - one run, one page
    """Whether a table was shown before; it is from now on."""
    again = id(one) in shown
    shown.add(id(one))
    return again


def main() -> str:
    """The whole page."""
    known = {id(BULLETIN): {**BY_WORDS, **bulletin_defaults()}, id(SHEET): sheet_defaults()}
    pages = (
        table(title, one, 2, BULLETIN.fields if one is ISSUE else (), known.get(id(one), NOTHING))
        for title, one in FILES
    )
    return HEAD + "\n" + "\n".join(pages)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(main())
