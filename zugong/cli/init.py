"""zugong init"""

from __future__ import annotations

from pathlib import Path

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import program
from zugong.diagnostics import Problem


@click.command(name="init", cls=ChineseCommand)
@click.argument("folder", type=click.Path(path_type=Path), metavar="文件夹")
def command(folder: Path) -> None:
    """建一个新的工作文件夹：刊物设置 issues/bulletin.yaml 和 git 设置。已有的文件从不覆盖。"""
    from zugong.scaffold import init

    made = init(folder)
    if isinstance(made, Problem):
        raise click.ClickException(f"{made.message}。{made.hint}")
    for file in made:
        click.echo(f"已建 {file.as_posix()}")
    click.echo(f"下一步：打开 {(folder / 'issues' / 'bulletin.yaml').as_posix()}，改成本单位的刊名、编发单位和版记；")
    enter = f"cd {folder.as_posix()}，" if folder.resolve() != Path.cwd() else ""
    click.echo(f"        然后 {enter}执行 {program()} new-issue")
