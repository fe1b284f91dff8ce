"""What has not changed is not looked at again, and what has is: every change, with every command that remembers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, zugong
from tests.support.two_issues import edit, two_issues
from zugong import fingerprint, pipeline
from zugong.cache import Cache
from zugong.diagnostics import Location, doubt
from zugong.sources import archive

BUILD, CHECK, LIST, PAGES = "build 2 --proof", "check 2", "list", "list 2"
COMMANDS = (BUILD, CHECK, LIST, PAGES)
OF_ISSUE = (BUILD, CHECK, PAGES)
DAY = date(2026, 3, 1)

Change = Callable[[Path, pytest.MonkeyPatch], None]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """On a day, with a program and libraries that a test may change."""
    shutil.copytree(ROOT / "templates", tmp_path / "shipped")
    (tmp_path / "site-packages").mkdir()
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    monkeypatch.setattr(fingerprint, "template_dir", lambda: tmp_path / "shipped")
    set_day(monkeypatch, DAY)
    materials = two_issues(tmp_path) / "issues" / "2026" / "1" / "图片"
    shutil.copytree(materials, tmp_path / "issues" / "2026" / "2" / "图片")
    return tmp_path


def set_day(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    for command in ("building", "checking", "listing"):
        monkeypatch.setattr(f"zugong.cli.{command}.today", lambda: day)


class Looks:
    """Counts how often anything is read and understood, rather than hashed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        for module, name in ((pipeline, "read_issue"), (pipeline, "read_bulletin"), (archive, "read_yaml")):
            monkeypatch.setattr(module, name, self._counting(getattr(module, name)))

    def _counting(self, real: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **named: object) -> object:
            self.count += 1
            return real(*arguments, **named)

        return counted


def run(command: str, workspace: Path) -> str:
    ran = zugong(*command.split(), cwd=workspace)
    assert ran.code in (0, 1), ran.output
    return ran.output


def nothing(_: Path, __: pytest.MonkeyPatch) -> None:
    pass


def text_of_an_item(workspace: Path, _: pytest.MonkeyPatch) -> None:
    edit(workspace / "issues/2026/2/01-文化馆.md", "六场", "七场")


def settings_of_the_issue(workspace: Path, _: pytest.MonkeyPatch) -> None:
    edit(workspace / "issues/2026/2/issue.yaml", "5日", "6日")


def a_picture(workspace: Path, _: pytest.MonkeyPatch) -> None:
    edit(workspace / "issues/2026/2/图片/书架.svg", "#cccccc", "#dddddd")


def a_new_item(workspace: Path, _: pytest.MonkeyPatch) -> None:
    text = "---\n标题: 乙\n供稿单位: 县图书馆\n---\n\n正文。\n"
    (workspace / "issues/2026/2/02-乙.md").write_text(text, encoding="utf-8")


def the_name_of_an_item(workspace: Path, _: pytest.MonkeyPatch) -> None:
    item = workspace / "issues/2026/2/01-文化馆.md"
    item.rename(item.with_name("02-文化馆.md"))


def an_item_behind_a_link(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one from the start; then what it leads to is edited."""
    edit(workspace / "elsewhere.md", "六场", "七场")


def the_bulletin(workspace: Path, _: pytest.MonkeyPatch) -> None:
    edit(workspace / "issues/bulletin.yaml", "文化局", "教育局")


def a_register(workspace: Path, _: pytest.MonkeyPatch) -> None:
    (workspace / "issues/units.yaml").write_text("单位:\n  - 名称: 县文化馆\n", encoding="utf-8")


def an_own_sheet(workspace: Path, _: pytest.MonkeyPatch) -> None:
    (workspace / "issues/templates").mkdir()
    (workspace / "issues/templates/sheet.yaml").write_text("段落:\n  刊名: {字号: 48pt}\n", encoding="utf-8")


def an_own_template(workspace: Path, _: pytest.MonkeyPatch) -> None:
    (workspace / "issues/templates").mkdir()
    shutil.copy(ROOT / "templates" / "masthead.html", workspace / "issues/templates")


def a_face_of_the_office(workspace: Path, _: pytest.MonkeyPatch) -> None:
    (workspace / "issues/fonts").mkdir()
    (workspace / "issues/fonts/甲.ttf").write_bytes(b"no font")


def the_switch_of_fonts(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZUGONG_FONTS", "")
    monkeypatch.setattr("zugong.fingerprint.font_files", lambda _: ())


def the_day(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_day(monkeypatch, date(2026, 3, 2))


def the_program(workspace: Path, _: pytest.MonkeyPatch) -> None:
    file = workspace / "shipped" / "sheet.yaml"
    file.write_bytes(file.read_bytes() + b"\n")


def the_program_with_its_size_and_time(workspace: Path, _: pytest.MonkeyPatch) -> None:
    edit(workspace / "shipped" / "sheet.yaml", "通行做法", "通行写法")


def a_library(workspace: Path, _: pytest.MonkeyPatch) -> None:
    os.utime(workspace / "site-packages", ns=(0, 1))


def an_earlier_issue(workspace: Path, _: pytest.MonkeyPatch) -> None:
    edit(workspace / "issues/2026/1/01-图书馆.md", "21时", "22时")


def the_only_earlier_issue(workspace: Path, _: pytest.MonkeyPatch) -> None:
    shutil.rmtree(workspace / "issues/2026/1")


def a_later_issue(workspace: Path, _: pytest.MonkeyPatch) -> None:
    shutil.copytree(workspace / "issues/2026/2", workspace / "issues/2026/3")


def a_stray_folder(workspace: Path, _: pytest.MonkeyPatch) -> None:
    (workspace / "issues/2026/03").mkdir()


def the_whole_cache(workspace: Path, _: pytest.MonkeyPatch) -> None:
    shutil.rmtree(workspace / "build/.zugong-cache")


def every_file_of_the_cache(workspace: Path, _: pytest.MonkeyPatch) -> None:
    for file in (workspace / "build/.zugong-cache").iterdir():
        file.write_bytes(file.read_bytes()[:-3])


def files_of_the_cache_for_one_another(workspace: Path, _: pytest.MonkeyPatch) -> None:
    files = sorted((workspace / "build/.zugong-cache").iterdir())
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, contents[1:] + contents[:1], strict=True):
        file.write_bytes(content)


def folders_in_the_place_of_the_cache(workspace: Path, _: pytest.MonkeyPatch) -> None:
    for file in (workspace / "build/.zugong-cache").iterdir():
        file.unlink()
        file.mkdir()


def a_file_in_the_place_of_the_cache(workspace: Path, _: pytest.MonkeyPatch) -> None:
    the_whole_cache(workspace, _)
    (workspace / "build/.zugong-cache").write_text("read-only, as it were", encoding="utf-8")


TABLE: dict[Change, tuple[str, ...]] = {
    nothing: (),
    text_of_an_item: COMMANDS,
    settings_of_the_issue: COMMANDS,
    a_picture: COMMANDS,
    a_new_item: COMMANDS,
    the_name_of_an_item: COMMANDS,
    an_item_behind_a_link: COMMANDS,
    the_bulletin: OF_ISSUE,
    a_register: OF_ISSUE,
    an_own_sheet: OF_ISSUE,
    an_own_template: OF_ISSUE,
    a_face_of_the_office: OF_ISSUE,
    the_switch_of_fonts: OF_ISSUE,
    the_day: OF_ISSUE,
    the_program: COMMANDS,
    the_program_with_its_size_and_time: COMMANDS if sys.platform != "win32" else (),
    a_library: COMMANDS,
    an_earlier_issue: COMMANDS,
    the_only_earlier_issue: OF_ISSUE,
    a_later_issue: (LIST,),
    a_stray_folder: (BUILD, CHECK),
    the_whole_cache: COMMANDS,
    every_file_of_the_cache: COMMANDS,
    files_of_the_cache_for_one_another: COMMANDS,
    folders_in_the_place_of_the_cache: COMMANDS,
    a_file_in_the_place_of_the_cache: COMMANDS,
}
"what changes, and which commands must look again; what they print is never that of before"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("change", TABLE, ids=lambda change: change.__name__)
def test_what_has_changed_is_looked_at_again(
    change: Change, command: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if change is an_item_behind_a_link:
        item = workspace / "issues/2026/2/01-文化馆.md"
        item.rename(workspace / "elsewhere.md")
        item.symlink_to("../../../elsewhere.md")
    run(BUILD, workspace)
    run(command, workspace)
    change(workspace, monkeypatch)
    looks = Looks(monkeypatch)
    shown = run(command, workspace)
    assert bool(looks.count) == (command in TABLE[change])
    if command != BUILD:
        shutil.rmtree(workspace / "build")
        assert shown == run(command, workspace)


@pytest.mark.parametrize("options", [("--all",), ("--format", "json"), ("--ignored",), ("--all", "--ignored")])
def test_every_view_of_the_problems_is_the_same_without_looking(
    options: tuple[str, ...], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(workspace / "issues/2026/2/issue.yaml", "2026年", "2025年")
    item = workspace / "issues/2026/2/01-文化馆.md"
    text = item.read_text(encoding="utf-8").replace("---\n\n", "检查忽略:\n  - 半角标点: 原文如此\n---\n\n")
    item.write_text(f"{text.rstrip()}有,没有\n", encoding="utf-8")
    first = zugong("check", "2", *options, cwd=workspace)  # nothing was ever built: read, and nothing is kept
    assert not (workspace / "build").exists()
    (workspace / "build").mkdir()
    run(CHECK, workspace)
    looks = Looks(monkeypatch)
    assert zugong("check", "2", *options, cwd=workspace) == first
    assert not looks.count
    assert "date-in-other-year" in first.output


@pytest.mark.parametrize("option", ["--layout", "--docx", "--diff"])
def test_what_needs_the_issue_itself_reads_it(option: str, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(BUILD, workspace)
    run(CHECK, workspace)
    looks = Looks(monkeypatch)
    run(f"{CHECK} {option}", workspace)
    assert looks.count


def test_force_believes_nothing_that_was_remembered(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(BUILD, workspace)
    real = Cache.recall
    doubts = (doubt("wrong", "记错了", Location("issues/bulletin.yaml")),)
    monkeypatch.setattr(Cache, "recall", lambda *given: doubts if given[1] == "office" else real(*given))
    assert "记错了" in run(BUILD, workspace)
    looks = Looks(monkeypatch)
    assert "记错了" not in run(f"{BUILD} --force", workspace)
    assert looks.count


def test_what_is_saved_while_it_is_checked_is_checked_again(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor saves between hashing and reading, and takes it back later: that must not be taken for checked."""
    run(BUILD, workspace)
    real = pipeline.read_issue

    def saved(*arguments: object) -> object:
        edit(workspace / "issues/2026/2/issue.yaml", "2026年", "2025年")
        return real(*arguments)

    monkeypatch.setattr(pipeline, "read_issue", saved)
    assert "date-in-other-year" in run(CHECK, workspace)
    monkeypatch.setattr(pipeline, "read_issue", real)
    edit(workspace / "issues/2026/2/issue.yaml", "2025年", "2026年")
    assert "date-in-other-year" not in run(CHECK, workspace)


def test_the_advice_on_a_serial_looks_at_earlier_issues_only(workspace: Path) -> None:
    """Later ones are no part of the fingerprint; and what follows the last of all is not what issue 1 lacks."""
    bulletin = workspace / "issues/bulletin.yaml"
    bulletin.write_text(bulletin.read_text(encoding="utf-8") + '文件名: "{刊名}总{总期号}"\n', encoding="utf-8")
    shutil.copytree(workspace / "issues/2026/2", workspace / "issues/2026/3")
    for number, serial in ((1, 11), (3, 13)):
        issue = workspace / f"issues/2026/{number}/issue.yaml"
        issue.write_text(f"{issue.read_text(encoding='utf-8')}总期号: {serial}\n", encoding="utf-8")
    (workspace / "build").mkdir()
    assert "总期号: 12" in run(CHECK, workspace)
    edit(workspace / "issues/2026/3/issue.yaml", "13", "55")
    warm = run(CHECK, workspace)
    shutil.rmtree(workspace / "build")
    assert warm == run(CHECK, workspace)


def test_many_neighbours_are_not_even_opened(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zugong.hashes._SETTLED", -(10**12))
    for number in range(3, 70):
        shutil.copytree(workspace / "issues/2026/2", workspace / f"issues/2026/{number}")
    run("build 69 --proof", workspace)
    run("check 69", workspace)
    opened: list[str] = []
    real = os.open
    monkeypatch.setattr(os, "open", lambda path, *more: opened.append(str(path)) or real(path, *more))
    looks = Looks(monkeypatch)
    for command in ("build 69 --proof", "check 69", "check 69 --all"):
        run(command, workspace)
    assert not looks.count
    assert {Path(path).parts[-2] for path in opened} == {"issues", "69", "图片"}
    edit(workspace / "issues/2026/40/issue.yaml", "5日", "6日")
    if sys.platform != "win32":  # its file systems do not tell of a change that puts the time back
        run("check 69", workspace)
        assert looks.count


WATCHED = """
import sys
seen = set()
sys.addaudithook(lambda event, given: seen.add(str(given[0])) if event == "open" else None)
try:
    from zugong.cli.entry import run
    run()
except SystemExit:
    pass
heavy = ("yaml", "jinja2", "uharfbuzz", "zugong.checks", "zugong.pipeline", "zugong.sources.record", "zugong.layout")
print([name for name in heavy if name in sys.modules], file=sys.stderr)
print(sum(one.endswith(".md") for one in seen), file=sys.stderr)
"""


@pytest.mark.parametrize("command", [BUILD, "build --all --proof", CHECK, LIST, PAGES])
def test_in_a_process_of_its_own_nothing_that_reads_is_imported(command: str, tmp_path: Path) -> None:
    (two_issues(tmp_path) / "build").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    script = [sys.executable, "-c", WATCHED, *command.split()]

    def watched() -> list[str]:
        ran = subprocess.run(script, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True)
        assert ran.stdout
        return ran.stderr.splitlines()

    assert "'yaml'" in watched()[0]
    assert watched() == ["[]", "3"]  # texts, opened to be hashed
