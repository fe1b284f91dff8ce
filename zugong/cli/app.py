"""The group of commands, and the one place that turns exceptions into exit codes."""

from __future__ import annotations

import os
import sys

import click

from zugong import __version__
from zugong.cli.chinese import speak_chinese

speak_chinese()  # before any option is declared: click looks some words up while declaring

from zugong.cli.lazy import LazyGroup  # noqa: E402

COMMANDS = {
    "init": ("zugong.cli.init", "建一个新的工作文件夹"),
    "new-issue": ("zugong.cli.new_issue", "新建一期"),
    "new-item": ("zugong.cli.new_item", "新建一篇稿件"),
    "import": ("zugong.cli.import_", "把来稿（Word、WPS、网页、文本）变成稿件，或者导入旧刊"),
    "fmt": ("zugong.cli.fmt", "把稿件文件整理成统一的写法，一个字也不改"),
    "diff": ("zugong.cli.diff", "看两稿之间改了哪些字，出花脸稿"),
    "log": ("zugong.cli.log", "看谁在什么时候改了什么"),
    "list": ("zugong.cli.list", "看有哪几期；看一期里有哪些稿件、各在第几页"),
    "check": ("zugong.cli.check", "检查稿件，指出问题在哪个文件第几行"),
    "build": ("zugong.cli.build", "生成可以印发的 PDF 和 DOCX"),
    "schema": ("zugong.cli.schema", "各种文件的字段说明，供编辑器提示和查错"),
    "hook": ("zugong.cli.hook", "让 git 在提交之前自动检查稿件"),
    "doctor": ("zugong.cli.doctor", "检查这台电脑：组件、字体、用字、git，告诉您缺什么、怎么办"),
}
"""Name → (module, summary); the order is that of the editor's work."""

PROBLEMS, USAGE, BUG, INTERRUPTED = 1, 2, 3, 130


@click.group(cls=LazyGroup, table=COMMANDS)
@click.version_option(__version__, "--version", prog_name="zugong", message="zugong %(version)s")
@click.help_option("--help", "-h")
def zugong() -> None:
    """把一篇篇稿件编成一期《组工信息》，生成可以直接印发的 PDF 和 DOCX。

    \b
    常用的几步：
      zugong new-issue                新建一期
      zugong new-item 标题            新建一篇稿件，然后用记事本写正文
      zugong check                    检查
      zugong build                    生成 PDF 和 DOCX
    """


def run() -> None:
    """Runs the command line; a traceback never reaches the editor."""
    try:
        sys.exit(zugong(prog_name="zugong", standalone_mode=False) or 0)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.UsageError as usage:
        usage.show()
        sys.exit(USAGE)
    except click.ClickException as refused:
        refused.show()
        sys.exit(refused.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断，没有留下写了一半的文件。", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # `zugong list | head`: the reader has gone; Python would complain once more while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    # The last resort: whatever it is, the editor gets a sentence.
    except Exception as bug:
        _report_bug(bug)
        sys.exit(BUG)


def _report_bug(bug: Exception) -> None:
    """Says that the program is at fault, and keeps what its makers need in a file."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="zugong-", suffix=".log", delete=False) as log:
        log.write(f"zugong {__version__}, Python {sys.version}, {sys.platform}\n")
        traceback.print_exception(bug, file=log)
    click.echo("程序自己出了错，您的文件没有改动。", err=True)
    click.echo(f"请把这个文件发给维护人员：{log.name}", err=True)
