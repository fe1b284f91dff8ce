"""What `zugong check --fix` and `--diff` show."""

from __future__ import annotations

from difflib import unified_diff

from zugong.cli.console import echo
from zugong.cli.reporting import report
from zugong.model.issue import IssueKey
from zugong.pipeline import Office
from zugong.repairing import Repair, repair


def fix(office: Office, keys: tuple[IssueKey, ...], *, write: bool, diff: bool) -> None:
    """Makes the fixes, or shows what they would be."""
    repaired = repair(office, keys, write=write)
    report(repaired.problems, office.root)
    for one in repaired.repairs:
        if diff:
            echo(_difference(one), end="")
        if write:
            echo(f"已改 {one.path}：{_count(one)} 行")
    if not repaired.repairs:
        echo("没有可以由程序改的地方。")
    elif not write:
        echo("以上只是看看，没有改动；要改就加 --fix。")


def _difference(one: Repair) -> str:
    before, after = (text.splitlines(keepends=True) for text in (one.before, one.after))
    lines = list(unified_diff(before, after, f"{one.path}（原来）", f"{one.path}（改后）", n=0))
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _count(one: Repair) -> int:
    return sum(a != b for a, b in zip(one.before.splitlines(), one.after.splitlines(), strict=False))
