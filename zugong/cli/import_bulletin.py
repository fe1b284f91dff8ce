"""zugong import --bulletin"""

from __future__ import annotations

from pathlib import Path

import click

from zugong.diagnostics import Problem


def import_bulletins(root: Path, files: tuple[Path, ...], *, reject: bool) -> bool:
    """Whole past issues, one file each; whether something was not imported."""
    from zugong.intake.past_files import import_bulletin, sum_of

    failed = False
    for file in files:
        done = import_bulletin(root, file, reject=reject)
        if isinstance(done, Problem):
            failed = True
            click.echo(f"没有导入 {file.name}：{done.message}。{done.hint}。", err=True)
            continue
        folder, past, remarks = done
        click.echo(f"已导入 {file.name} → {folder.relative_to(root).as_posix()}（{len(past.items)} 篇）")
        click.echo(f"  {sum_of(past)}")
        for text in (*remarks, *(f"没有放进去的文字：{one}" for one in past.dropped)):
            click.echo(f"  核对：{text}")
    return failed
