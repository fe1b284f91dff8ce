"""A line that is read without click means what click takes it for, and the rest is left to click."""

import inspect
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.command_line import ROOT, small_workspace, zugong, zugong_process
from zugong.cli.plain import LANES, plain_call

WORDS = [
    "22", "2021/22", "增刊1", "issues/2021/22", "-j", "4", "0", "007", "9" * 5000, "65", "四", "-o", "somewhere",
    "--format", "json", "xml", "--since", "HEAD", "HEAD~1", "--all", "--pdf", "--docx", "--proof", "--draft", "--force",
    "--strict-fonts", "--watch", "--layout", "--ignored", "--staged", "--fix", "--diff", "--explain",
    "--help", "-h", "--", "-", "", "--pd", "--format=json", "-j4", "-jo", "*.md", "~", "--version", "a b",
    "²", "４",
]  # fmt: skip


def declared(name: str) -> click.Command:
    return import_module(f"zugong.cli.{name}").command


def by_click(name: str, words: list[str]) -> dict[str, object] | None:
    """What click makes of a line; None where it would say something instead."""
    try:
        return declared(name).make_context(name, list(words)).params
    except (click.ClickException, click.exceptions.Exit):
        return None


def plainly(name: str, words: list[str]) -> dict[str, object] | None:
    """What a plain reading makes of it, with the defaults of the function; None where that is for click."""
    call = plain_call([name, *words])
    if call is None:
        return None
    lane, names, options = call.args
    function = getattr(import_module(lane.module), lane.function)
    values = {one.name: one.default for one in inspect.signature(function).parameters.values()} | options
    if name == "check":
        values |= {one: getattr(import_module(lane.module)._Asked(**options), one) for one in _asked_fields()}
        del values["options"]
    argument = declared(name).params[0].name
    values.pop("issues", None)
    values.pop("issue", None)
    return values | {argument: names if name != "list" else (names[0] if names else None)}


def _asked_fields() -> tuple[str, ...]:
    from zugong.cli.checking import _Asked

    return _Asked.__match_args__


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(sorted(LANES)), st.lists(st.sampled_from(WORDS), max_size=5))
def test_a_plain_line_means_what_click_takes_it_for(name: str, words: list[str]) -> None:
    plain = plainly(name, words)
    if plain is not None:
        assert plain == by_click(name, words)


@pytest.mark.parametrize("name", sorted(LANES))
def test_every_option_of_a_command_is_read_plainly(name: str) -> None:
    given_a_word = {"-j": "3", "-o": "folder", "--format": "github", "--since": "HEAD"}
    for param in declared(name).params:
        for option in param.opts if isinstance(param, click.Option) else ():
            words = [option, given_a_word[option]] if option in given_a_word else [option]
            if option == "--explain":  # may go without a word: that is not plain
                assert plainly(name, words) is None
            else:
                assert plainly(name, words) == by_click(name, words), option


@pytest.mark.parametrize(
    "line",
    [[], ["--help"], ["build", "--help"], ["bulid"], ["new-issue"], ["build", "--pdf", "--typo"], ["list", "1", "2"],
     ["build", "-j", "0"], ["build", "-j", "9" * 5000], ["build", "-j"], ["check", "--format", "xml"], ["check", "*"],
     ["build", ""]],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_click(line: list[str]) -> None:
    assert plain_call(line) is None


def test_completion_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ZUGONG_COMPLETE", "bash_complete")
    assert plain_call(["build"]) is None


def test_what_a_command_does_not_take_is_told_with_lines_on_usage(tmp_path: Path) -> None:
    ran = zugong("build", "--all", "1", cwd=small_workspace(tmp_path))
    assert ran.code == 2
    assert ran.output.splitlines() == [
        "用法：zugong build [选项] [期号]…",
        "输入“zugong build --help”看说明。",
        "",
        "错误：--all 已经是所有各期，不要再写期号。",
    ]


@pytest.mark.parametrize("line", [("check",), ("list",), ("list", "1"), ("build", "--docx"), ("build", "--proof")])
def test_a_plain_line_needs_no_click(tmp_path: Path, line: tuple[str, ...]) -> None:
    small_workspace(tmp_path)
    code = (
        f"import sys, os; sys.argv = ['zugong', *{line!r}]\n"
        "from zugong.cli.entry import run\n"
        "try: run()\nexcept SystemExit as end: code = end.code\n"
        "print(code, 'click' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.stdout.splitlines()[-1:] == ["0 False"], ran.stdout + ran.stderr


def test_a_plain_line_crashes_on_no_console(tmp_path: Path) -> None:
    small_workspace(tmp_path)
    item = tmp_path / "issues" / "2026" / "1" / "01-图书馆.md"
    item.write_text(item.read_text(encoding="utf-8") + "\n面积1000㎡𠮷，**没有写完\n", encoding="utf-8")
    for encoding in ("gbk", "gbk:strict", "ascii"):
        ran = zugong_process("check", "1", cwd=tmp_path, PYTHONIOENCODING=encoding)
        assert ran.returncode == 1, ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr
    assert "没有写完" in ran.stdout  # one that knows ASCII alone gets UTF-8


@pytest.mark.skipif(sys.platform == "win32", reason="a shell")
@pytest.mark.parametrize("line", ["check 1 | true", "check 1 --format=text | true", "check 1 >&-"])
def test_nobody_who_listens_is_no_success(tmp_path: Path, line: str) -> None:
    small_workspace(tmp_path)
    item = tmp_path / "issues" / "2026" / "1" / "01-图书馆.md"
    item.write_text("---\n标题：一\n---\n" + "一" * 100 + "\n" * 70_000, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = ["bash", "-o", "pipefail", "-c", f"{sys.executable} -m zugong {line}"]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
