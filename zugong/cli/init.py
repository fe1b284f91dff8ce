"""zugong init"""

from __future__ import annotations

from pathlib import Path

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import program, workspace_root
from zugong.diagnostics import Problem

_TEMPLATES = ("masthead", "colophon", "page", "sheet")


@click.command(name="init", cls=ChineseCommand)
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[文件夹]")
@click.option(
    "--templates",
    multiple=True,
    type=click.Choice(_TEMPLATES),
    metavar="模板",
    help="把自带的模板复制到 issues/templates 里来改：masthead 报头、colophon 版记、page 页面、sheet 版面；可写几次",
)
def command(folder: Path | None, templates: tuple[str, ...]) -> None:
    """建一个新的工作文件夹：刊物设置、单位名录、用语表，git 和编辑器的设置。已有的文件从不覆盖。

    在已有的工作文件夹里，可以只写 --templates。
    """
    if folder is None and not templates:
        raise click.UsageError("请写上文件夹的名字，例如 zugong init 简报。")
    if folder is not None and not (templates and (folder / "issues" / "bulletin.yaml").is_file()):
        _init(folder)
    if templates:
        _copy(folder or workspace_root(), templates)


def _init(folder: Path) -> None:
    from zugong.scaffold import init

    made = init(folder)
    if isinstance(made, Problem):
        raise click.ClickException(f"{made.message}。{made.hint}")
    for file in made:
        click.echo(f"已建 {file.as_posix()}")
    click.echo(f"下一步：打开 {(folder / 'issues' / 'bulletin.yaml').as_posix()}，改成本单位的刊名、编发单位和版记；")
    elsewhere = folder.resolve() != Path.cwd()
    enter = f"cd {folder.as_posix()}，" if elsewhere else ""
    click.echo(f"        然后 {enter}执行 {program(anywhere=elsewhere)} new-issue")


def _copy(root: Path, names: tuple[str, ...]) -> None:
    """Each by itself: one that is there already does not keep the others back."""
    from zugong.scaffold import copy_template

    made_any = refused = False
    for name in dict.fromkeys(names):
        made = copy_template(root, name)
        if isinstance(made, Problem):
            refused = True
            click.echo(f"{made.message}。{made.hint}。", err=True)
        else:
            made_any = True
            click.echo(f"已建 {made.as_posix()}")
    if made_any:
        click.echo(f"下一步：照文件开头的说明改，改完执行 {program()} check 和 {program()} build")
    raise click.exceptions.Exit(int(refused))
