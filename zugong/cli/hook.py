"""zugong hook"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from zugong.cli.formatting import ChineseGroup
from zugong.cli.workspace import workspace_root
from zugong.diagnostics import Problem

_MARK = "# zugong hook install"

_SCRIPT = """#!/bin/sh
{mark}：提交前检查要提交的稿件，有错误就停下来。不想要了，删去这个文件即可。
case "$GIT_INDEX_FILE" in
  ""|/*) ;;
  *) GIT_INDEX_FILE="$PWD/$GIT_INDEX_FILE"; export GIT_INDEX_FILE ;;
esac
cd {folder} || exit 0
if [ -x {python} ]; then
  {python} -m zugong check --staged
elif command -v zugong >/dev/null 2>&1; then
  zugong check --staged
else
  echo "找不到 zugong，这次没有检查稿件。" >&2
  exit 0
fi
code=$?
if [ "$code" -eq 1 ]; then
  echo >&2
  echo "稿件有错误，没有提交。改好以后 git add，再提交一次。" >&2
  echo "只有“错误”会拦住提交，“疑问”不会。这一次不想检查：git commit --no-verify" >&2
elif [ "$code" -ne 0 ]; then
  echo "zugong 没能检查（代码 $code），这次不拦提交。" >&2
  code=0
fi
exit "$code"
"""


@click.group(name="hook", cls=ChineseGroup)
def command() -> None:
    """让 git 在提交之前自动检查稿件。"""


@command.command(name="install")
@click.option("--force", is_flag=True, help="已有别的提交前钩子也换掉")
def install(force: bool) -> None:
    """装上提交前的检查：有错误的稿件不能提交，只有疑问的照常提交。

    只检查这次要提交的改动。装一次就行，换了电脑再装一次。
    """
    from zugong.history import hook_path, prefix_in_repository

    root = workspace_root()
    path, prefix = hook_path(root, "pre-commit"), prefix_in_repository(root)
    if isinstance(path, Problem) or isinstance(prefix, Problem):
        refusal = path if isinstance(path, Problem) else prefix
        assert isinstance(refusal, Problem)
        raise click.ClickException(f"{refusal.message}。{refusal.hint}")
    if path.exists() and not force and _MARK not in path.read_text(encoding="utf-8", errors="replace"):
        raise click.ClickException("这里已经有别的提交前钩子，没有动它。要换成本程序的，加 --force。")
    _write(path, prefix)
    click.echo("已装好：以后每次 git commit 都先检查要提交的稿件，有错误就停下来。")


def _write(path: Path, prefix: str) -> None:
    from zugong.outputs import replace_file

    path.parent.mkdir(parents=True, exist_ok=True)
    folder = shlex.quote(prefix or ".")
    script = _SCRIPT.format(mark=_MARK, folder=folder, python=shlex.quote(Path(sys.executable).as_posix()))
    replace_file(path, script.encode("utf-8"))
    path.chmod(path.stat().st_mode | 0o111)
