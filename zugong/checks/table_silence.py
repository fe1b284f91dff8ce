"""The rows of the family 忽略: judged after all others, in silence.py."""

from __future__ import annotations

from zugong.checks.context import Context
from zugong.checks.passages import Manuscript
from zugong.checks.rule import Check, Family
from zugong.checks.silence import UNREASONED, UNUSED, WRONG
from zugong.diagnostics import Problem, Severity


def _judged_last(_issue: Manuscript, _context: Context) -> tuple[Problem, ...]:
    """Nothing: these come of what the other rules have found."""
    return ()


def _row(rule: str, name: str, severity: Severity, wrong: str, right: str, manual: str) -> Check:
    return Check(rule, name, Family.SILENCE, severity, "本程序的文件格式", wrong, right, _judged_last, manual)


SILENCE: tuple[Check, ...] = (
    _row(
        WRONG,
        "忽略写得不对",
        Severity.DOUBT,
        "检查: {忽略: [错别宇]}",
        "检查: {忽略: [错别字]}",
        "忽略里写的规则名不存在，或者是必须改的错误（不能忽略）。规则名写中文名或英文代号都可以。",
    ),
    _row(
        UNUSED,
        "忽略没有用处",
        Severity.DOUBT,
        "文字已经改好，“忽略”还留着",
        "删去这一条",
        "忽略的地方已经没有那样的问题：改好以后忘了删，或者忽略写错了地方。",
    ),
    _row(
        UNREASONED,
        "忽略没有理由",
        Severity.HINT,
        "<!-- zugong: 忽略 错别字 -->",
        "<!-- zugong: 忽略 错别字 引用原文 -->",
        "忽略一条规则要写明理由，zugong check --ignored 会一并列出。",
    ),
)
