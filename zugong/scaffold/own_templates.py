"""Shipped templates copied into issues/templates/, where the office may change them."""

from __future__ import annotations

import re
from pathlib import Path

from zugong.diagnostics import Location, Problem, error
from zugong.resources import template_dir
from zugong.scaffold.creating import create
from zugong.scaffold.schemas import schema_line, write_schemas

TEMPLATES: dict[str, str] = {
    "masthead": "报头，只管 PDF",
    "colophon": "版记，只管 PDF",
    "page": "每一面的框架，只管 PDF",
    "sheet": "版面：尺寸、字体、字号、颜色，PDF 和 DOCX 都照它",
}
"""What can be copied → what it is."""

_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")


def copy_template(root: Path, name: str) -> Path | Problem:
    """Copies a template of TEMPLATES, with lines at its head that explain it; one that is there stays."""
    file = "sheet.yaml" if name == "sheet" else f"{name}.html"
    target = root / "issues" / "templates" / file
    if target.exists():
        advice = "要重新复制，请先把它改名"
        return error("already-there", f"{target} 已经有了，没有改动", Location(str(target), 0), advice)
    shipped = (template_dir() / file).read_text(encoding="utf-8")
    text = _sheet(root, target, shipped) if name == "sheet" else _html(name, shipped)
    made = create(target, text) or (write_schemas(root) if name == "sheet" else ())
    return made if isinstance(made, Problem) else target


def _sheet(root: Path, target: Path, shipped: str) -> str:
    """Every line but the remarks behind a `#`: only what is changed shall hold, the rest follow new versions."""
    lines = shipped.splitlines()
    first = next(index for index, line in enumerate(lines) if line and not line.startswith("#"))
    head = (
        schema_line(root, target, "sheet"),
        "# 本单位的版面。没有写的都照程序自带的，所以这里的每一行都先用“#”关着。",
        "# 要改哪一项，就删去那一行开头的“#”，再改数值；它上面不缩进的那一行（如“版心:”）的“#”也要删去。",
        "# 其余的行请留着“#”，以后程序自带的版面有改进，就会跟着改。",
        "# 改完运行 zugong check：写不成的尺寸会指出在第几行。",
        "",
    )
    rest = [f"#{line}" if line and not line.startswith("#") else line for line in lines[first:]]
    return "\n".join((*head, *rest)) + "\n"


def _html(name: str, shipped: str) -> str:
    """What the copy is for, before what the shipped template says of itself."""
    blocks = list(dict.fromkeys(_BLOCK.findall(shipped)))
    extending = f'{{% extends "shipped/{name}.html" %}}'
    return (
        f"{{#- 本单位的{TEMPLATES[name].partition('，')[0]}，从程序自带的模板复制来，只改 PDF 的样子，DOCX 不照它。\n"
        "    文字和次序在 bulletin.yaml 里改，尺寸、字体、颜色在 sheet.yaml 里改，两种文件都跟着变；这里只作点缀。\n"
        f"    只想加一点东西，就把下面的都删去，写上 {extending} 和要改的那一块（{'、'.join(blocks)}），\n"
        "    其余的以后跟着程序自带的模板改进。不用了就删去这个文件。 #}\n"
    ) + shipped
