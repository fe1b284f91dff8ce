"""A lazy group imports a command when it is run, and nothing for its own help."""

import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from zugong.cli.chinese import speak_chinese
from zugong.cli.lazy import LazyGroup

COMMAND = '''
import click
from zugong.cli.formatting import ChineseCommand

@click.command(cls=ChineseCommand)
@click.option("--copies", type=int, help="份数")
def command(copies):
    """做好一期。"""
    click.echo(f"做好 {copies}")
'''
TABLE = {
    "build": ("lazy_sample_build", "生成 PDF 和 DOCX"),
    "check": ("lazy_sample_check", "检查稿件"),
    "about": ("lazy_sample_not_there", "说说这个程序"),
}


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    speak_chinese()
    for name in ("lazy_sample_build", "lazy_sample_check"):
        (tmp_path / f"{name}.py").write_text(COMMAND, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield click.group(cls=LazyGroup, table=TABLE)(_main)
    for name in imported():
        del sys.modules[name]


def _main() -> None:
    """编排简报。"""


def run(group, *args):
    return CliRunner().invoke(group, args, prog_name="zugong")


def imported():
    return sorted(name for name in sys.modules if name.startswith("lazy_sample"))


def test_help_lists_the_summaries_in_the_order_of_the_table_and_imports_nothing(group):
    result = run(group, "--help")
    assert result.exit_code == 0
    assert result.output.endswith("命令：\n  build  生成 PDF 和 DOCX\n  check  检查稿件\n  about  说说这个程序\n")
    assert imported() == []


def test_completion_imports_nothing(group):
    completions = ShellComplete(group, {}, "zugong", "_ZUGONG_COMPLETE").get_completions([], "b")
    assert [(item.value, item.help) for item in completions] == [("build", "生成 PDF 和 DOCX")]
    assert imported() == []


def test_running_imports_that_command_only(group):
    assert run(group, "build", "--copies", "60").output == "做好 60\n"
    assert imported() == ["lazy_sample_build"]


def test_help_of_a_command_imports_that_command_only(group):
    assert "--copies 整数  份数\n" in run(group, "check", "--help").output
    assert imported() == ["lazy_sample_check"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("bulid", "错误：没有“bulid”这个命令，是不是“build”？"),
        ("chekc", "错误：没有“chekc”这个命令，是不是“check”？"),
        ("排版", "错误：没有“排版”这个命令。"),
    ],
)
def test_unknown_command(group, typed, message):
    result = run(group, typed)
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == message
    assert imported() == []


def test_unknown_option_of_the_group(group):
    assert run(group, "--halp").output.splitlines()[-1] == "错误：没有“--halp”这个选项，是不是“--help”？"


def test_a_group_within_knows_its_own_commands(group):
    @group.group("new")
    def _new() -> None:
        """新建。另一句不在命令表里。"""

    @_new.command("issue")
    def _issue() -> None:
        """新建一期。"""

    assert run(group, "--help").output.endswith("  new    新建\n")
    assert run(group, "new", "isue").output.splitlines()[-1] == "错误：没有“isue”这个命令，是不是“issue”？"
