"""zugong build"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.reporting import report, summary
from zugong.cli.workspace import today, wanted_issues, workspace_root
from zugong.diagnostics import Severity, has_errors

if TYPE_CHECKING:
    from zugong.diagnostics import Problem
    from zugong.model.issue import IssueKey
    from zugong.pipeline import Built


@click.command(name="build", cls=ChineseCommand)
@click.argument("issues", nargs=-1, metavar="[期号]…")
@click.option("--pdf", is_flag=True, help="只出 PDF")
@click.option("--docx", is_flag=True, help="只出 DOCX")
@click.option("--all", "everything", is_flag=True, help="生成所有各期")
@click.option("-o", "folder", type=click.Path(file_okay=True, path_type=Path), help="放到哪个文件夹，默认 build")
@click.option("--draft", is_flag=True, help="有错误也生成，每面加“草稿”字样，文件名也带“草稿”")
@click.option("--force", is_flag=True, help="生成以后被人改过的文件也覆盖")
def command(
    issues: tuple[str, ...], pdf: bool, docx: bool, everything: bool, folder: Path | None, draft: bool, force: bool
) -> None:
    """生成可以印发的 PDF 和 DOCX，不指定格式就两种都出。

    先列出问题；有错误就不生成，原来的文件不动。
    """
    from zugong.pipeline import RENDERERS, build, open_office

    root = workspace_root()
    keys = _keys(root, issues, everything)
    formats = tuple(suffix for suffix, asked in (("pdf", pdf), ("docx", docx)) if asked) or tuple(RENDERERS)
    office = open_office(root, today())
    _show(office.problems, root)
    failed = has_errors(office.problems)
    for key in keys:
        start = perf_counter()
        built = build(office, key, formats, folder or root / "build", draft=draft, force=force)
        _show(built.problems, root)
        failed = _conclude(built, perf_counter() - start) or failed
    raise click.exceptions.Exit(int(failed))


def _keys(root: Path, issues: tuple[str, ...], everything: bool) -> tuple[IssueKey, ...]:
    if not everything:
        return wanted_issues(root, issues)
    if issues:
        raise click.UsageError("--all 已经是所有各期，不要再写期号。")
    from zugong.sources.workspace import issue_keys

    return issue_keys(root)


def _show(problems: tuple[Problem, ...], root: Path) -> None:
    report(tuple(problem for problem in problems if problem.severity > Severity.HINT), root)


def _conclude(built: Built, seconds: float) -> bool:
    """Says what came of it; whether it failed."""
    failed = has_errors(built.problems)
    if failed and not built.files:
        click.echo(f"{built.key}：{summary(built.problems)}，没有生成。改好后再生成一次；只想先看样子，加 --draft。")
        return True
    for file in built.files:
        click.echo(f"已生成 {_shown(file)}（{built.page_count} 面，{file.stat().st_size / 1024:.0f} KB）")
    click.echo(f"{built.key}：用时 {seconds:.1f} 秒，{summary(built.problems)}。")
    return failed


def _shown(file: Path) -> str:
    """Relative to where one stands, if it lies below."""
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)
