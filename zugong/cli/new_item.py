"""zugong new-item"""

from __future__ import annotations

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import argument_for, program, wanted_issues, workspace_root
from zugong.diagnostics import Problem


@click.command(name="new-item", cls=ChineseCommand)
@click.argument("headline", metavar="标题")
@click.option("--section", default="", metavar="栏目", help="放在哪个栏目")
@click.option("--source", default="", metavar="供稿单位", help="供稿单位，如 桐城市委组织部")
@click.option("--issue", default=None, metavar="期号", help="放在哪一期；不写就是所在的那一期，否则是最新一期")
def command(headline: str, section: str, source: str, issue: str | None) -> None:
    """新建一篇稿件，文件名按顺序编号。已有的文件从不覆盖。"""
    from zugong.scaffold import new_item

    root = workspace_root()
    (key,) = wanted_issues(root, (issue,) if issue else ())
    made = new_item(root, key, headline, section, source)
    if isinstance(made, Problem):
        raise click.ClickException(f"{made.message}。{made.hint}" if made.hint else f"{made.message}。")
    click.echo(f"已建 {made.relative_to(root).as_posix()}")
    click.echo(
        f"下一步：用记事本或 VS Code 打开它，写正文；写完执行 {program()} check {argument_for(root, key)}".rstrip()
    )
