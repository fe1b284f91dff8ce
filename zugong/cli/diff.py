"""zugong diff"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import today, workspace_root
from zugong.diagnostics import Problem, has_errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.redlining import Comparison
    from zugong.revision.comparing import Span
    from zugong.revision.naming import Place

_CONTEXT = 14
"characters of kept text shown on each side of a change"
_ENDS = {"deleted": "〔与下段并为一段〕", "inserted": "〔另起一段〕"}
_ROW_ENDS = {"deleted": "〔删去一行〕", "inserted": "〔添加一行〕"}


@click.command(name="diff", cls=ChineseCommand)
@click.argument("before", metavar="原来的")
@click.argument("after", metavar="[改后的]", default="")
@click.option("--docx", is_flag=True, help="出花脸稿 DOCX，修订可以在 WPS、Word 里逐条接受或拒绝")
@click.option("--pdf", is_flag=True, help="出花脸稿 PDF，红线删去、红线加下划")
@click.option("--author", default="", metavar="姓名", help="花脸稿里修订人的名字；不写就用 git 里的名字")
@click.option("-o", "folder", type=click.Path(path_type=Path), help="放到哪个文件夹，默认 build")
@click.option("--force", is_flag=True, help="花脸稿生成以后被人改过的也覆盖")
def command(before: str, after: str, docx: bool, pdf: bool, author: str, folder: Path | None, force: bool) -> None:
    """看两稿之间改了哪些字。

    \b
    两边都可以写：
      稿件文件      issues/2023/23/01-潜山市.md
      一期          23、2023/23
      git 里的版本  HEAD~3、标签名，也可以写 HEAD~3:issues/2023/23/01-潜山市.md
      原来的来稿    潜山市报送.docx
    只写一个，就是和 git 里最近一次提交的样子比。
    """
    from zugong.redlining import compare_sides

    root = workspace_root()
    first, second = (before, after) if after else ("HEAD", before)
    compared = compare_sides(root, Path.cwd(), first, second, today())
    if isinstance(compared, Problem):
        raise click.ClickException(f"{compared.message}。{compared.hint}")
    _show(compared)
    failed = False
    if docx or pdf:
        formats = tuple(name for name, asked in (("docx", docx), ("pdf", pdf)) if asked)
        failed = _write(root, compared, formats, author, folder or root / "build", force=force)
    raise click.exceptions.Exit(int(failed))


def _write(
    root: Path, compared: Comparison, formats: tuple[str, ...], author: str, folder: Path, *, force: bool
) -> bool:
    from zugong.history import user_name
    from zugong.outputs import write_output
    from zugong.pipeline import open_office
    from zugong.redlining import write_docx, write_pdf

    office, now = open_office(root, today()), datetime.now(UTC).replace(microsecond=0)
    failed = False
    for name in formats:
        made = (
            write_docx(office, compared, author or user_name(root) or "编辑", now)
            if name == "docx"
            else write_pdf(office, compared, today())
        )
        target = folder / f"花脸稿-{_stem(compared)}.{name}"
        problems = (made,) if isinstance(made, Problem) else write_output(target, made, force=force)
        for problem in problems:
            click.echo(f"{problem.message}。{problem.hint}。", err=True)
        failed = failed or has_errors(problems)
        if not problems:
            click.echo(f"已生成 {target}")
    return failed


def _stem(compared: Comparison) -> str:
    name = compared.after.name.replace("\\", "/").rstrip("/")
    parts = [part for part in name.replace(":", "/").split("/") if part not in ("", ".", "..", "issues")]
    return "-".join(parts[-3:]).removesuffix(".md").replace(" ", "") or "全期"


def _show(compared: Comparison) -> None:
    from zugong.revision.naming import places
    from zugong.revision.summary import count

    for place in places(compared.paragraphs):
        if place.touched:
            click.echo(f"{place.name}：{_shown(place)}")
    click.echo(f"{compared.before.name} → {compared.after.name}：{count(compared.paragraphs).chinese}。")


def _shown(place: Place) -> str:
    pieces = [_span(span, index, len(place.spans)) for index, span in enumerate(place.spans)]
    ends = _ROW_ENDS if place.is_row else _ENDS
    return "".join(pieces) + ends.get(place.end.value, "")


def _span(span: Span, index: int, count: int) -> str:
    """In colour on a terminal; in words where there is none (a file, a pipe)."""
    from zugong.revision.comparing import Change

    text = span.content.replace("\t", " ")
    coloured = sys.stdout.isatty()
    if span.change is Change.DELETED:
        return click.style(text, fg="red", strikethrough=True) if coloured else f"〔删：{text}〕"
    if span.change is Change.INSERTED:
        return click.style(text, fg="green", underline=True) if coloured else f"〔增：{text}〕"
    if span.was is not None:
        return f"〔改字体：{text}〕"
    return _shortened(text, index > 0, index < count - 1)


def _shortened(text: str, follows: bool, leads: bool) -> str:
    """Kept text beside changes only."""
    head, tail = (_CONTEXT if follows else 0), (_CONTEXT if leads else 0)
    if len(text) <= head + tail + 4:
        return text
    return text[:head] + "……" + (text[-tail:] if tail else "")
