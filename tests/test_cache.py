"""Nothing twice: what has not changed is not built again, and what has is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, zugong
from tests.support.two_issues import edit, two_issues
from zugong.cache import Cache, Entry, Findings
from zugong.diagnostics import Fix, Location, Problem, Severity, Silenced
from zugong.fingerprint import take_fingerprints
from zugong.model.issue import IssueKey
from zugong.results import Built

KEY = IssueKey(2026, 1)
UNCHANGED = "没有变动"
PROOF = "build/某县工作简报2026年第1期校样.pdf"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """With a second issue after the first."""
    return two_issues(tmp_path)


def build(workspace: Path, *more: str) -> str:
    ran = zugong("build", "--proof", *more, cwd=workspace)
    assert "Traceback" not in ran.output
    return ran.output


def test_a_second_build_draws_nothing(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert UNCHANGED not in build(workspace, "1")

    def never(*_: object, **__: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("zugong.pipeline.read_issue", never)
    assert UNCHANGED in build(workspace, "1")


def change_item(workspace: Path) -> None:
    edit(workspace / "issues/2026/1/01-图书馆.md", "21时", "22时")


def change_issue(workspace: Path) -> None:
    edit(workspace / "issues/2026/1/issue.yaml", "5日", "6日")


def change_bulletin(workspace: Path) -> None:
    edit(workspace / "issues/bulletin.yaml", "文化局", "教育局")


def add_a_sheet(workspace: Path) -> None:
    (workspace / "issues/templates").mkdir()
    (workspace / "issues/templates/sheet.yaml").write_text("段落:\n  刊名: {字号: 48pt}\n", encoding="utf-8")


def add_an_item(workspace: Path) -> None:
    text = "---\n标题: 乙\n供稿单位: 县图书馆\n---\n\n正文。\n"
    (workspace / "issues/2026/1/02-乙.md").write_text(text, encoding="utf-8")


def rename_an_item(workspace: Path) -> None:
    item = workspace / "issues/2026/1/01-图书馆.md"
    item.rename(item.with_name("03-图书馆.md"))


def delete_the_output(workspace: Path) -> None:
    (workspace / PROOF).unlink()


def delete_the_cache(workspace: Path) -> None:
    for file in (workspace / "build/.zugong-cache").iterdir():
        file.unlink()


def spoil_the_cache(workspace: Path) -> None:
    for file in (workspace / "build/.zugong-cache").iterdir():
        file.write_bytes(file.read_bytes()[:100])


def change_a_picture(workspace: Path) -> None:
    edit(workspace / "issues/2026/1/图片/书架.svg", "#cccccc", "#dddddd")


def change_an_attachment(workspace: Path) -> None:
    edit(workspace / "issues/2026/1/附件/清单.md", "十二", "十三")


CHANGES = [
    change_item,
    change_issue,
    change_bulletin,
    change_a_picture,
    change_an_attachment,
    add_a_sheet,
    add_an_item,
    rename_an_item,
    delete_the_output,
    delete_the_cache,
    spoil_the_cache,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_is_seen(change: Callable[[Path], None], workspace: Path) -> None:
    build(workspace, "1")
    change(workspace)
    assert UNCHANGED not in build(workspace, "1")
    assert UNCHANGED in build(workspace, "1")
    assert (workspace / PROOF).is_file()


def test_force_builds_all_the_same(workspace: Path) -> None:
    build(workspace, "1")
    assert UNCHANGED not in build(workspace, "1", "--force")


def test_formats_are_remembered_one_by_one(workspace: Path) -> None:
    build(workspace, "1")
    assert UNCHANGED not in build(workspace, "1", "--docx")
    assert UNCHANGED in build(workspace, "1", "--docx")
    assert UNCHANGED in build(workspace, "1")
    assert UNCHANGED not in build(workspace, "1", "--draft")


def test_problems_of_an_unchanged_issue_are_told_again(workspace: Path) -> None:
    edit(workspace / "issues/2026/1/issue.yaml", "2026年", "2025年")
    first = build(workspace, "1")
    again = build(workspace, "1")
    assert "[date-in-other-year]" in first
    assert first.splitlines()[0] == again.splitlines()[0]
    assert UNCHANGED in again


def test_a_broken_issue_is_not_checked_twice_and_fails_twice(workspace: Path) -> None:
    build(workspace, "1")
    edit(workspace / "issues/2026/1/01-图书馆.md", "供稿单位: 县图书馆", "供稿单位: ")
    first, again = zugong("build", "1", "--proof", cwd=workspace), zugong("build", "1", "--proof", cwd=workspace)
    assert (first.code, again.code) == (1, 1)
    assert first.output == again.output
    assert "没有生成" in again.output


def test_an_earlier_issue_changes_only_the_checks_of_a_later_one(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper of issue 2 says nothing of issue 1, its problems may."""
    build(workspace, "2")
    edit(workspace / "issues/2026/1/issue.yaml", "1月5日", "3月5日")
    assert "[date-before-last-issue]" in build(workspace, "2")
    edit(workspace / "issues/2026/1/issue.yaml", "3月5日", "1月6日")

    def never(*_: object, **__: object) -> None:
        raise AssertionError("drawn again")

    build(workspace, "2")
    edit(workspace / "issues/2026/1/issue.yaml", "1月6日", "1月7日")
    monkeypatch.setattr("zugong.renderers.proof.render", never)
    assert "用时" in build(workspace, "2")


def test_a_later_issue_changes_nothing(workspace: Path) -> None:
    build(workspace, "1")
    edit(workspace / "issues/2026/2/01-文化馆.md", "六场", "七场")
    assert UNCHANGED in build(workspace, "1")


def test_an_output_changed_by_hand_is_neither_trusted_nor_overwritten(workspace: Path) -> None:
    zugong("build", "1", "--docx", cwd=workspace)
    output = workspace / "build" / "某县工作简报2026年第1期.docx"
    output.write_bytes(b"changed in WPS")
    ran = zugong("build", "1", "--docx", cwd=workspace)
    assert (ran.code, output.read_bytes()) == (1, b"changed in WPS")
    assert "--force" in ran.output
    delete_the_cache(workspace)
    assert zugong("build", "1", "--docx", cwd=workspace).code == 1
    assert zugong("build", "1", "--docx", "--force", cwd=workspace).code == 0


def test_without_the_cache_no_output_counts_as_changed_by_hand(workspace: Path) -> None:
    zugong("build", "1", "--docx", cwd=workspace)
    delete_the_cache(workspace)
    change_item(workspace)
    assert zugong("build", "1", "--docx", cwd=workspace).code == 0


def test_another_day_is_another_check(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    edit(workspace / "issues/2026/1/issue.yaml", "日期: 2026年1月5日", "日期: 2026年9月9日")
    monkeypatch.setattr("zugong.cli.building.today", lambda: date(2026, 1, 1))
    build(workspace, "1")
    assert UNCHANGED in build(workspace, "1")
    monkeypatch.setattr("zugong.cli.building.today", lambda: date(2026, 9, 9))
    assert UNCHANGED not in build(workspace, "1")


def test_what_is_stored_comes_back_whole(tmp_path: Path) -> None:
    """Every field: a problem that lost one on the way would be told differently the second time."""
    place = Location("issues/2026/1/甲.md", 3, 4)
    problems = (
        Problem(Severity.DOUBT, "rule", "话", place, "提示", 2, Fix("错", "对")),
        Problem(Severity.HINT, "r", "m", place),
    )
    findings = Findings(problems, (Silenced(problems[0], "理由", place),))
    built = Built(KEY, (tmp_path / "x.pdf",), 6, problems, problems[:1], ("d",))
    entry = Entry("pdf", tmp_path, "a", "b", "c", built)
    cache = Cache(tmp_path)
    for value in (findings, (entry, entry), (("2026/1", "hash", 7, 2),), ("行",), problems, ()):
        cache.store("name", "seal", value)
        assert repr(cache.recall("name", "seal")) == repr(value)  # a Severity equals a number, but is none
    assert cache.recall("name", "another seal") is None
    assert cache.recall("another name", "seal") is None


NONSENSE = [b"", b"[]", b"null\n[]", b'{"pdf": {"is": "os"}}', b"{" * 50_000, b"\xff\xfe\n\x00", b"[" * 50_000]


@pytest.mark.parametrize("content", NONSENSE)
def test_a_broken_cache_is_an_empty_one(content: bytes, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store("name", "seal", ("whole",))
    (file,) = (tmp_path / "build" / ".zugong-cache").iterdir()
    whole = file.read_bytes()
    for spoilt in (content, whole.splitlines()[0] + b"\n" + content, whole[:-1], whole + b" "):
        file.write_bytes(spoilt)
        assert cache.recall("name", "seal") is None


def test_what_is_of_no_use_any_more_is_dropped(workspace: Path) -> None:
    """Folders that are gone, outputs that are gone, papers of before an edit."""
    import shutil

    file = workspace / "build" / ".zugong-cache" / "2026-1.kept"
    build(workspace, "1")
    build(workspace, "1", "-o", "one")
    build(workspace, "1", "-o", "two")
    assert all(name in file.read_bytes() for name in (b"/one", b"/two"))
    shutil.rmtree(workspace / "one")
    (workspace / "two" / Path(PROOF).name).unlink()
    build(workspace, "1", "-o", "three")
    build(workspace, "1")
    assert not any(name in file.read_bytes() for name in (b"/one", b"/two"))
    assert UNCHANGED in build(workspace, "1", "-o", "three")
    change_item(workspace)
    build(workspace, "1")
    assert b"/three" not in file.read_bytes()


def test_what_an_earlier_version_left_is_dropped(workspace: Path) -> None:
    build(workspace, "1")
    old = workspace / "build" / ".zugong-cache" / "2026-1.json"
    old.write_text("{}", encoding="utf-8")
    change_item(workspace)
    build(workspace, "1")
    assert not old.exists()


@pytest.mark.parametrize(
    "value",
    [
        ("文", 3, 2.5, None, True, ()),
        IssueKey(2026, 1),
        Problem(Severity.DOUBT, "rule", "文", Location("a.md", 3, 4), "提示", 2),
        ((Path("a/b"), ("\udc80",)), "\ud800"),
    ],
)
def test_what_is_stored_comes_back_the_same(value: object, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store("name", "seal", value)
    found = cache.recall("name", "seal")
    assert found == value
    assert repr(found) == repr(value)  # Severity, True and 1 are equal


def test_a_forced_build_is_remembered_as_well(workspace: Path) -> None:
    build(workspace, "1", "--force")
    assert UNCHANGED in build(workspace, "1")


def test_fingerprints_look_at_no_pipe_and_follow_no_link(workspace: Path) -> None:
    """A pipe would be waited for, for ever."""
    before = take_fingerprints(workspace, [KEY])
    if hasattr(os, "mkfifo"):
        os.mkfifo(workspace / "issues/2026/1/pipe.md")
    (workspace / "issues/2026/1/link").symlink_to("/")
    after = take_fingerprints(workspace, [KEY])
    assert before.issues != after.issues
    assert before.common == after.common


def test_names_and_contents_cannot_be_mistaken_for_one_another(workspace: Path) -> None:
    folder = workspace / "issues/2026/1"
    (folder / "a").write_text("bc", encoding="utf-8")
    one = take_fingerprints(workspace, [KEY]).issues
    (folder / "a").unlink()
    (folder / "ab").write_text("c", encoding="utf-8")
    assert take_fingerprints(workspace, [KEY]).issues != one


def process(workspace: Path, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "zugong", *arguments]
    return subprocess.Popen(command, cwd=workspace, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_two_processes_and_a_kill_do_no_harm(workspace: Path) -> None:
    commands = (("build", "--all", "--docx", "--proof"), ("build", "1", "--proof", "--docx"), ("check", "1", "2"))
    for delay in (0.15, 0.25, 0.35):
        killed = [process(workspace, *commands[0], "--force"), process(workspace, *commands[2])]
        others = [process(workspace, *command) for command in commands]
        time.sleep(delay)
        for one in killed:
            one.kill()
            one.wait()
        for other in others:
            assert other.wait(timeout=60) == 0, other.stderr.read() if other.stderr else ""
    assert zugong("build", "--all", "--docx", "--proof", cwd=workspace).code == 0
    assert "2 期没有变动" in zugong("build", "--all", "--docx", "--proof", cwd=workspace).output
    change_item(workspace)
    assert zugong("build", "--all", "--docx", "--proof", cwd=workspace).code == 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_one_broken_issue_does_not_stop_the_others(workers: str, workspace: Path) -> None:
    (workspace / "issues/2026/1/01-图书馆.md").write_text("---\n供稿单位: 乙\n---\n\n正文。\n", encoding="utf-8")
    ran = zugong("build", "--all", "--proof", "-j", workers, cwd=workspace)
    assert ran.code == 1
    assert "2026/1：1 处错误" in ran.output
    assert (workspace / "build" / "某县工作简报2026年第2期校样.pdf").is_file()
    assert not (workspace / PROOF).exists()


def test_a_bug_in_one_issue_is_told_after_the_others_are_built(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zugong import pipeline

    real = pipeline.examine

    def broken(office: pipeline.Office, key: IssueKey, *, draft: bool = False) -> pipeline.Examined:
        if key == KEY:
            raise ZeroDivisionError
        return real(office, key, draft=draft)

    monkeypatch.setattr("zugong.pipeline.examine", broken)
    ran = zugong("build", "--all", "--proof", "-j", "1", cwd=workspace)
    assert ran.code == 3
    assert (workspace / "build" / "某县工作简报2026年第2期校样.pdf").is_file()


def test_both_ways_of_building_many_give_the_same(workspace: Path) -> None:
    zugong("build", "--all", "--proof", "-j", "1", "-o", "one", cwd=workspace)
    zugong("build", "--all", "--proof", "-j", "2", "-o", "two", cwd=workspace)
    names = sorted(file.name for file in (workspace / "one").glob("*.pdf"))
    assert len(names) == 2
    assert all((workspace / "one" / name).read_bytes() == (workspace / "two" / name).read_bytes() for name in names)
