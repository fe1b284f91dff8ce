"""zugong log"""

from __future__ import annotations

from datetime import timedelta, timezone
from pathlib import Path

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import wanted_issues, workspace_root
from zugong.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.history import Commit

_CHINA = timezone(timedelta(hours=8))
_DONE = {"A": "新加", "M": "修改", "D": "删去", "T": "改类型"}


@click.command(name="log", cls=ChineseCommand)
@click.argument("item", required=False, metavar="[稿件]")
@click.option("-n", "most", type=click.IntRange(1, 1000), default=20, metavar="条数", help="最多列几次，默认 20")
def command(item: str | None, most: int) -> None:
    """看谁在什么时候改了什么；写上稿件或一期的文件夹，就只看它的。"""
    from zugong.history import commits

    root = workspace_root()
    found = commits(root, _below(root, item) if item else "issues", most)
    if isinstance(found, Problem):
        raise click.ClickException(f"{found.message}。{found.hint}")
    for commit in found:
        _tell(root, commit, whole=item is None)
    click.echo(f"共列出 {len(found)} 次改动。" if found else "还没有提交过，没有记录。")


def _below(root: Path, item: str) -> str:
    """The path of an item or of an issue, which may be named by its number too."""
    path = (Path.cwd() / item).resolve()
    if not path.exists():
        from zugong.sources.issue import issue_dir

        path = issue_dir(root, *wanted_issues(root, (item,))).resolve()
    if not path.is_relative_to(root.resolve()):
        raise click.UsageError(f"“{item}”不在工作文件夹里。")
    return path.relative_to(root.resolve()).as_posix()


def _tell(root: Path, commit: Commit, *, whole: bool) -> None:
    moment = commit.moment.astimezone(_CHINA)
    when = f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"
    click.echo(f"{when}  {commit.author}：{commit.subject}（{commit.revision}）")
    for status, path in commit.files:
        done = _DONE.get(status, "改动")
        click.echo(
            f"    {done} {path.removeprefix('issues/') if whole else path}{_numbers(root, commit, status, path)}"
        )


def _numbers(root: Path, commit: Commit, status: str, path: str) -> str:
    """改动 3 处，增 8 字，删 5 字: of an item that was there before and after."""
    if status != "M" or not path.endswith(".md"):
        return ""
    from zugong.history import revision_file
    from zugong.revision.plain import counted

    before, after = (revision_file(root, name, path) for name in (f"{commit.revision}~1", commit.revision))
    if isinstance(before, Problem) or isinstance(after, Problem):
        return ""
    return f"：{counted(before, after)}"
