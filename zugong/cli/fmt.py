"""zugong fmt"""

from __future__ import annotations

from pathlib import Path

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import wanted_issues, workspace_root
from zugong.diagnostics import Problem


@click.command(name="fmt", cls=ChineseCommand)
@click.argument("items", nargs=-1, metavar="[稿件]…", type=click.Path(path_type=Path))
@click.option("--check", "only_look", is_flag=True, help="只说哪些要整理，不改文件")
def command(items: tuple[Path, ...], only_look: bool) -> None:
    """把稿件文件整理成统一的写法：字段的先后、段落之间空一行、行尾不留空格。

    文字一个也不改；整理前后读出来的内容不一样，就不动它。不写稿件就整理所在的那一期，否则是最新一期。
    """
    from zugong.intake.canonical import tidy

    root = workspace_root()
    paths = tuple((Path.cwd() / item).resolve() for item in items) or _of_issue(root)
    changed = failed = 0
    for path in paths:
        done = tidy(root, path, write=not only_look)
        if isinstance(done, Problem):
            failed += 1
            click.echo(f"没有动 {path.name}：{done.message}。{done.hint}。", err=True)
        elif done:
            changed += 1
            click.echo(f"{'要整理' if only_look else '已整理'} {path.name}")
    click.echo(
        f"看了 {len(paths)} 篇，{'要整理' if only_look else '整理'} {changed} 篇，没有动的 {len(paths) - changed} 篇。"
    )
    raise click.exceptions.Exit(int(bool(failed or (only_look and changed))))


def _of_issue(root: Path) -> tuple[Path, ...]:
    from zugong.sources.folder import item_files
    from zugong.sources.issue import issue_dir

    (key,) = wanted_issues(root, ())
    return tuple(file.path for file in item_files(issue_dir(root, key), "").value)
