"""zugong new-issue"""

from __future__ import annotations

from pathlib import Path

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import argument_for, program, today, workspace_root
from zugong.diagnostics import Problem


@click.command(name="new-issue", cls=ChineseCommand)
@click.argument("number", required=False, metavar="[期号]")
@click.option("--series", default="", metavar="系列", help="另外编号的系列，如 增刊；先在 bulletin.yaml 的“系列”里写好")
@click.option("--date", "day", metavar="日期", help="印发日期，如 2026-11-22；默认今天")
def command(number: str | None, series: str, day: str | None) -> None:
    """新建一期：建好文件夹和 issue.yaml。不写期号就接着本年度最后一期往下编。

    增刊、专报这样的系列各自编号：zugong new-issue --series 增刊。期号格式里有 {总期号} 的，总期号也接着编。

    栏目、版记等每期都一样的内容取自 issues/bulletin.yaml，不用再写。已有的文件从不覆盖。
    """
    from zugong.scaffold import new_issue
    from zugong.sources.naming import issue_of_folder
    from zugong.text.dates import DateFault, parse_date
    from zugong.text.numerals import parse_number

    root = workspace_root()
    issued_on = parse_date(day) if day else today()
    if isinstance(issued_on, DateFault):
        raise click.UsageError(f"看不懂日期“{day}”，请写成 2026-11-22 或 2026年11月22日。")
    series, wanted = series.strip(), parse_number(number) if number else None
    together = issue_of_folder("".join((number or "").split()))  # 增刊7
    if wanted is None and together and series in ("", together[0]):
        series, wanted = together
    if number and not wanted:
        raise click.UsageError(f"看不懂期号“{number}”，请写一个数字，如 24。")
    made = new_issue(root, wanted, issued_on, series)
    if isinstance(made, Problem):
        raise click.ClickException(f"{made.message}。{made.hint}")
    click.echo(f"已建 {made.relative_to(root).as_posix()}")
    click.echo(f"下一步：{program()} new-item 标题 --source 供稿单位{_issue_option(root, made)}")


def _issue_option(root: Path, made: Path) -> str:
    """Without it the item would go into the newest ordinary issue."""
    from zugong.sources.workspace import resolve

    key = resolve(root, made.parent, None)
    named = "" if isinstance(key, Problem) else argument_for(root, key)
    return f" --issue {named}" if named else ""
