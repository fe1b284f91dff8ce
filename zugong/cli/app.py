"""The group of commands, for whatever click has to look at."""

from __future__ import annotations

import click

from zugong import __version__
from zugong.cli.chinese import speak_chinese

speak_chinese()  # before any option is declared: click looks some words up while declaring

from zugong.cli.console import INTERRUPTED, USAGE, echo  # noqa: E402
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


def clicked() -> int:
    """Has click read the command line and run what it asks for; the exit code."""
    try:
        code: int | None = zugong(prog_name="zugong", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as usage:
        usage.show()
        return USAGE
    except click.ClickException as refused:
        refused.show()
        return refused.exit_code
    except click.Abort:
        echo("已中断，没有留下写了一半的文件。", err=True)
        return INTERRUPTED
    return code or 0
