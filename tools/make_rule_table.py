"""The table of all rules in Markdown, made from the program itself: python tools/make_rule_table.py > docs/rules.md"""

from __future__ import annotations

import sys

from zugong.checks import CHECKS, Check, Family

HEAD = """# 检查规则

`zugong check` 的全部规则，由 `python tools/make_rule_table.py` 从程序里生成，不要手改。
`zugong check --explain 规则名` 看一条的说明。

级别：**错误**不改不能生成；**疑问**默认列出，请看一眼，不拦生成；**提示**加 `--all` 才列。
只有“结构”一类里有错误；文字上的规则最高是疑问，本单位要从严的，在 `issues/bulletin.yaml` 里改级别：

```yaml
检查:
  - {规则: 错别字, 级别: 错误, 理由: 本刊要求}
  - {规则: 引号之间的顿号, 级别: 关, 理由: 本刊一直用顿号}
```

一篇不查：在稿件开头写 `检查: {忽略: [规则名], 理由: ……}`。一处不查：在那一处写
`<!-- zugong: 忽略 规则名 理由 -->`，写在句子里管这一句，单独一行管下面一整段；它不会印出。
"""


def cell(text: str) -> str:
    """Text that cannot break the table, nor be taken for markup."""
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def row(check: Check) -> str:
    """One rule."""
    fixable = "可" if check.fixable else ""
    cells = (check.name, f"`{check.rule}`", check.severity.chinese, check.wrong, check.right, fixable, check.basis)
    return "| " + " | ".join(one if one.startswith("`") else cell(one) for one in cells) + " |"


def table(family: Family) -> str:
    """The rules of one family."""
    rows = [row(check) for check in CHECKS if check.family is family]
    head = "| 规则 | 代号 | 级别 | 错 | 对 | --fix | 依据 |\n|---|---|---|---|---|---|---|"
    return "\n".join([f"## {family.value}\n", head, *rows]) + "\n"


def main() -> str:
    """The whole page."""
    return HEAD + "\n" + "\n".join(table(family) for family in Family)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(main())
