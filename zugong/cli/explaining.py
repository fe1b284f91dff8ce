"""The manual of the rules, as `zugong check --explain` prints it."""

from __future__ import annotations

from zugong.checks import CHECKS, Check, Family, checks_by_name
from zugong.text.likeness import nearest
from zugong.text.widths import display_width

EVERY = "*"
"`--explain` without a name"


def explanation(name: str) -> str | None:
    """One page, or the list of all rules; None when there is no such rule."""
    if name == EVERY:
        return "\n\n".join(_family(family) for family in Family)
    check = checks_by_name().get(name)
    return _page(check) if check else None


def suggestion(name: str) -> str:
    """What may have been meant."""
    near = nearest(name, checks_by_name())
    return f"没有“{name}”这条规则，" + (f"是不是“{near}”？" if near else "不写名字可以列出全部规则。")


def _family(family: Family) -> str:
    rows = [check for check in CHECKS if check.family is family]
    width = max(len(check.rule) for check in rows) + 2
    lines = [f"{check.severity.chinese}  {check.rule:<{width}}{_padded(check.name)}{_mark(check)}" for check in rows]
    return "\n".join([family.value, *(f"  {line}".rstrip() for line in lines)])


def _padded(name: str) -> str:
    return name + " " * max(26 - display_width(name), 1)


def _mark(check: Check) -> str:
    return "--fix 可改" if check.fixable else ""


def _page(check: Check) -> str:
    lines = [
        f"{check.name}（{check.rule}）",
        "",
        check.manual,
        "",
        f"类别：{check.family.value}",
        f"级别：{check.severity.chinese}",
        f"依据：{check.basis}",
        f"错：{check.wrong}",
        f"对：{check.right}",
        f"--fix：{'可以改' if check.fixable else '不改，由编辑定'}",
        f"不想检查：在稿件开头写 检查: {{忽略: [{check.name}], 理由: ……}}，或者在那一处写 "
        f"<!-- zugong: 忽略 {check.name} 理由 -->",
    ]
    if check.severity.word == "error":
        lines[-1] = "这一条是必须改的错误，不能忽略。"
    return "\n".join(lines)
