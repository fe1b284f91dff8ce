"""Finding the workspace and the issues that a command was asked for."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from zugong.cli.console import RefusedError
from zugong.diagnostics import Problem
from zugong.model.issue import IssueKey

_CHINA = timezone(timedelta(hours=8))


def workspace_root() -> Path:
    """The workspace one stands in; a usage error when there is none."""
    from zugong.sources.workspace import find_root

    root = find_root(Path.cwd())
    if root is None:
        raise RefusedError(_no_workspace(Path.cwd()))
    return root


def _no_workspace(here: Path) -> str:
    """What is missing: the whole workspace, or only its settings."""
    lacking = next((one for one in (here, *here.parents) if (one / "issues").is_dir()), None)
    if lacking is not None:
        return (
            f"{lacking / 'issues'} 里缺 bulletin.yaml（刊物设置）。"
            "如果是误删的，请从 git 里找回（git checkout -- issues/bulletin.yaml），或者从别处复制一份，不要新建。"
        )
    return (
        "这里不是工作文件夹：从当前文件夹往上都找不到 issues/bulletin.yaml。"
        f"请先进入工作文件夹，或者用 {program()} init 文件夹名 新建一个。"
    )


def program(*, anywhere: bool = False) -> str:
    """How the editor calls this program from where he stands, or from anywhere: the next step can be typed as shown."""
    return os.environ.get("ZUGONG_ANYWHERE" if anywhere else "ZUGONG_COMMAND", "zugong")


def today() -> date:
    """The day in China, whatever the machine's clock zone."""
    return datetime.now(_CHINA).date()


def wanted_issues(root: Path, arguments: tuple[str, ...]) -> tuple[IssueKey, ...]:
    """The issues named, or the one meant by naming none; a usage error for one that is not there."""
    from zugong.sources.workspace import resolve, survey

    keys: list[IssueKey] = []
    for argument in arguments or (None,):
        found = resolve(root, Path.cwd(), argument)
        if isinstance(found, Problem):
            strays = (f"{one.origin.path}：{one.message}，{one.hint}。" for one in survey(root).problems)
            raise RefusedError("\n".join((f"{found.message}。{found.hint}。", *strays)))
        keys.append(found)
    return tuple(dict.fromkeys(keys))


def argument_for(root: Path, key: IssueKey) -> str:
    """What one has to type to mean this issue: nothing for the one that is meant anyway, else `增刊1` or `2025/3`."""
    from zugong.sources.workspace import resolve

    if resolve(root, Path.cwd(), None) == key:
        return ""
    return key.folder if resolve(root, Path.cwd(), key.folder) == key else str(key)
