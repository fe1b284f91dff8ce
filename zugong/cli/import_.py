"""zugong import"""

from __future__ import annotations

from pathlib import Path

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import today, wanted_issues, workspace_root
from zugong.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.intake.importing import Imported


@click.command(name="import", cls=ChineseCommand)
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path))
@click.option("--issue", default=None, metavar="期号", help="放在哪一期；不写就是所在的那一期，否则是最新一期")
@click.option("--section", default="", metavar="栏目", help="放在哪个栏目；不写就看来稿里有没有")
@click.option(
    "--tracked", type=click.Choice(("accept", "reject")), default="accept", help="来稿里的修订：接受（默认）还是拒绝"
)
@click.option("--bulletin", is_flag=True, help="文件是以前印发的整期简报，导入成新的一期")
def command(files: tuple[Path, ...], issue: str | None, section: str, tracked: str, bulletin: bool) -> None:
    """把来稿（Word、WPS、网页、文本）变成稿件文件，或者把旧刊导入成一期。

    去掉版式留下的空格、页码、红头，认出标题、供稿单位和段首语，字数一笔一笔算清。
    拿不准的地方写在文件开头的说明里，不会印出。已有的文件从不覆盖。
    """
    if bulletin:
        from zugong.cli.import_bulletin import import_bulletins

        failed = import_bulletins(workspace_root(), files, reject=tracked == "reject")
    else:
        failed = _import_items(files, issue, section, reject=tracked == "reject")
    raise click.exceptions.Exit(int(failed))


def _import_items(files: tuple[Path, ...], issue: str | None, section: str, *, reject: bool) -> bool:
    from zugong.intake.importing import Desk

    root = workspace_root()
    (key,) = wanted_issues(root, (issue,) if issue else ())
    desk = Desk(root, key, today(), section=section, reject=reject)
    if section and desk.sections and section not in desk.sections:
        raise click.UsageError(f"没有“{section}”这个栏目。可以用的栏目：{'、'.join(desk.sections)}。")
    failed = 0
    for file in files:
        done = desk.take(file)
        failed += done.target is None
        _tell(done, root)
    refused = desk.close()
    if refused:
        click.echo(f"{refused.message}。{refused.hint}。", err=True)
    click.echo(
        f"导入 {len(files) - failed} 篇，没有导入 {failed} 篇。下一步：逐篇核对，删去开头的说明，再执行 zugong check"
    )
    return bool(failed or refused)


def _tell(done: Imported, root: Path) -> None:
    if done.problem is not None or done.target is None:
        _refuse(done.file, done.problem)
        return
    click.echo(f"已导入 {done.file} → {done.target.relative_to(root).as_posix()}")
    click.echo(f"  {done.sum}")
    for guess in (*(done.parts.guesses if done.parts else ()), *done.remarks):
        click.echo(f"  核对：{guess}")
    for aside in done.parts.asides if done.parts else ():
        click.echo(f"  没有放进正文（{aside.label}）：{aside.text[:30]}")


def _refuse(name: str, problem: Problem | None) -> None:
    if problem is not None:
        click.echo(f"没有导入 {name}：{problem.message}。{problem.hint}。", err=True)
