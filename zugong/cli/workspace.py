"""Finding the workspace and the issues that a command was asked for."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import click

from zugong.diagnostics import Problem
from zugong.model.issue import IssueKey

_CHINA = timezone(timedelta(hours=8))


def workspace_root() -> Path:
    """The workspace one stands in; a usage error when there is none."""
    from zugong.sources.workspace import find_root

    root = find_root(Path.cwd())
    if root is None:
        message = (
            "这里不是工作文件夹：从当前文件夹往上都找不到 issues/bulletin.yaml。"
            "请先进入工作文件夹，或者用 zugong init 新建一个。"
        )
        raise click.UsageError(message)
    return root


def today() -> date:
    """The day in China, whatever the machine's clock zone."""
    return datetime.now(_CHINA).date()


def wanted_issues(root: Path, arguments: tuple[str, ...]) -> tuple[IssueKey, ...]:
    """The issues named, or the one meant by naming none; a usage error for one that is not there."""
    from zugong.sources.workspace import resolve

    keys: list[IssueKey] = []
    for argument in arguments or (None,):
        found = resolve(root, Path.cwd(), argument)
        if isinstance(found, Problem):
            raise click.UsageError(f"{found.message}。{found.hint}" if found.hint else f"{found.message}。")
        keys.append(found)
    return tuple(dict.fromkeys(keys))
