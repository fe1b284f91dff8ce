"""zugong check"""

from __future__ import annotations

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.reporting import FORMATS, report, summary
from zugong.cli.workspace import today, wanted_issues, workspace_root
from zugong.diagnostics import Severity, has_errors, in_order


@click.command(name="check", cls=ChineseCommand)
@click.argument("issues", nargs=-1, metavar="[期号]…")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="输出格式，默认 text")
@click.option("--all", "everything", is_flag=True, help="连“提示”一起列出")
def command(issues: tuple[str, ...], form: str, everything: bool) -> None:
    """检查一期或几期，指出问题在哪个文件第几行、怎么改。

    期号写 23、2023/23 或文件夹；不写就是所在的那一期，否则是最新一期。
    有错误时退出码为 1，只有疑问和提示时为 0。
    """
    from zugong.pipeline import examine, open_office

    root = workspace_root()
    keys = wanted_issues(root, issues)
    office = open_office(root, today())
    examined = [problem for key in keys for problem in examine(office, key).problems]
    problems = in_order((*office.problems, *examined))
    shown = tuple(problem for problem in problems if everything or problem.severity > Severity.HINT)
    report(shown, root, form)
    if form == "text":
        _conclude(shown, len(problems) - len(shown), keys)
    raise click.exceptions.Exit(int(has_errors(problems)))


def _conclude(shown: tuple, hidden: int, keys: tuple) -> None:  # type: ignore[type-arg]
    more = f"（另有 {hidden} 处提示，加 --all 可看）" if hidden else ""
    named = "、".join(str(key) for key in keys)
    click.echo(f"检查了 {named}：{summary(shown)}{more}。")
