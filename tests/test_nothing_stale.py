"""What is remembered is never told of another state: changes that are taken back, files that others touch, and problems
that only building finds. A second build comes to what the same build comes to where nothing is remembered."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import Ran, zugong
from tests.support.two_issues import edit, two_issues
from zugong import outputs, pipeline
from zugong.run import Run

UNCHANGED = "没有变动"
DOCX = "build/某县工作简报2026年第1期.docx"

Act = Callable[[], object]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ZUGONG_FONTS", "shipped")
    (two_issues(tmp_path) / "build").mkdir()
    return tmp_path


def run(command: str, workspace: Path) -> Ran:
    ran = zugong(*command.split(), cwd=workspace)
    assert ran.code in (0, 1), ran.output
    return ran


def cold(command: str, workspace: Path) -> Ran:
    shutil.rmtree(workspace / "build/.zugong-cache", ignore_errors=True)
    return run(command, workspace)


def meaning(ran: Ran) -> tuple[int, list[str]]:
    """How it ended and all that it told, apart from what was built, how quickly, and how its pages are filled."""
    built = ("已生成", UNCHANGED, "2026/1：用时", "2026/2：用时", "版面：")
    return ran.code, [line for line in ran.output.splitlines() if not line.startswith(built)]


def around(owner: object, name: str, monkeypatch: pytest.MonkeyPatch, before: Act, after: Act) -> None:
    real = getattr(owner, name)

    def wrapped(*given: Any, **named: Any) -> Any:
        before()
        result = real(*given, **named)
        after()
        return result

    monkeypatch.setattr(owner, name, wrapped)


def nothing() -> None:
    pass


MOMENTS = [(Run, "open"), (pipeline, "open_office")]


@pytest.mark.parametrize(("owner", "name"), MOMENTS, ids=str)
def test_a_sheet_that_was_tried_out_during_a_build(
    owner: object, name: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Added when the run has begun and taken away before it ends: as it is at both ends is not what was printed."""
    own = workspace / "issues/templates"
    own.mkdir()
    (own / "masthead.html").write_bytes(b"")
    sheet = "段落:\n  刊名: {字号: 48pt}\n".encode()
    with monkeypatch.context() as during:
        around(owner, name, during, lambda: (own / "sheet.yaml").write_bytes(sheet), nothing)
        around(pipeline, "build", during, nothing, (own / "sheet.yaml").unlink)
        run("build 1 --docx", workspace)
    tried = (workspace / DOCX).read_bytes()
    assert UNCHANGED not in run("build 1 --docx", workspace).output
    assert (workspace / DOCX).read_bytes() != tried


@pytest.mark.parametrize(("owner", "name"), MOMENTS, ids=str)
def test_settings_that_were_mended_during_a_check(
    owner: object, name: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulletin = workspace / "issues/bulletin.yaml"
    good = bulletin.read_bytes()
    edit(bulletin, "刊名:", "刊各:")
    with monkeypatch.context() as during:
        around(owner, name, during, lambda: bulletin.write_bytes(good), nothing)
        assert run("check 1", workspace).code == 0
    edit(bulletin, "刊名:", "刊各:")
    warm = run("check 1", workspace)
    assert warm.code == 1
    assert warm == cold("check 1", workspace)


def test_an_earlier_issue_that_was_another_during_a_check(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = workspace / "issues/2026/1/issue.yaml"
    with monkeypatch.context() as during:
        change, restore = lambda: edit(earlier, "1月5日", "3月5日"), lambda: edit(earlier, "3月5日", "1月5日")
        around(pipeline, "open_office", during, change, restore)
        assert "[date-before-last-issue]" in run("check 2", workspace).output
        assert "[date-before-last-issue]" in run("build 2 --proof", workspace).output
    assert "[date-before-last-issue]" not in run("check 2", workspace).output
    assert "[date-before-last-issue]" not in run("build 2 --proof", workspace).output


def test_an_item_that_came_and_went_during_a_list(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from zugong.sources import folder

    more = workspace / "issues/2026/2/02-乙.md"
    with monkeypatch.context() as during:
        around(folder, "item_files", during, lambda: more.write_text("乙"), more.unlink)
        during_it = run("list", workspace).output
    assert run("list", workspace).output != during_it


def test_an_edit_during_a_run_concerns_only_that_issue_and_those_after_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = workspace / "issues/2026/2/01-文化馆.md"
    with monkeypatch.context() as during:
        around(pipeline, "open_office", during, nothing, lambda: edit(item, "六场", "七场"))
        run("build --all --proof -j 1", workspace)
    assert "1 期没有变动" in run("build --all --proof", workspace).output
    assert "2 期没有变动" in run("build --all --proof", workspace).output


def test_what_was_built_before_a_bug_is_remembered(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.build

    def broken(office: pipeline.Office, key: Any, *given: Any, **named: Any) -> Any:
        if key.number == 2:
            raise KeyboardInterrupt
        return real(office, key, *given, **named)

    with monkeypatch.context() as during:
        during.setattr(pipeline, "build", broken)
        zugong("build", "--all", "--proof", "-j", "1", cwd=workspace)
    assert UNCHANGED in run("build 1 --proof", workspace).output


def broken_page(workspace: Path) -> None:
    (workspace / "issues/templates").mkdir()
    (workspace / "issues/templates/page.html").write_text("{% if %}", encoding="utf-8")


def word_of_issue_1(workspace: Path) -> None:
    edit(workspace / "issues/2026/1/01-图书馆.md", "21时", "22时")


def system_faces(_: Path) -> None:
    pytest.MonkeyPatch().delenv("ZUGONG_FONTS")


SEQUENCES: list[tuple[str | Callable[[Path], None], ...]] = [
    ("build 1 --strict-fonts", "build 1 --docx --strict-fonts", "build 1 --strict-fonts"),
    (broken_page, "build 2 --proof --draft", word_of_issue_1, "build 2 --proof --draft"),
    (broken_page, "build 2 --proof --draft", "build 2 --proof --docx --draft", "build 2 --docx --draft"),
    ("build 2 --proof --draft --strict-fonts", word_of_issue_1, "build 2 --proof --draft --strict-fonts"),
    ("build 1 --docx --proof --draft --strict-fonts", "build 1 --docx --draft --strict-fonts"),
    (
        system_faces,
        "build 1 --proof",
        "build 1 --proof --docx",
        "build 1 --proof --docx",
        "build 1 --docx",
        "build 1 --proof",
        word_of_issue_1,
        "build 2 --proof --docx",
    ),
]


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_problems_of_the_paper_are_those_of_a_first_build(
    sequence: tuple[str | Callable[[Path], None], ...], workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for number, step in enumerate(sequence):
        if callable(step):
            step(workspace)
            continue
        fresh = tmp_path_factory.mktemp(str(number)) / "workspace"
        shutil.copytree(workspace, fresh, ignore=shutil.ignore_patterns(".zugong-cache"))
        assert meaning(run(step, workspace)) == meaning(run(step, fresh))


def test_a_folder_that_became_inaccessible(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build 1 --docx -o far/out", workspace)
    real = Path.stat

    def stat(path: Path, **named: bool) -> Any:
        if "far" in path.parts:
            raise PermissionError
        return real(path, **named)

    monkeypatch.setattr(Path, "stat", stat)
    assert run("build 1 --docx", workspace).code == 0
    assert UNCHANGED in run("build 1 --docx", workspace).output


def edited(file: Path) -> None:
    file.write_bytes(b"edited in WPS")


@pytest.mark.parametrize("act", [Path.unlink, edited])
def test_an_output_that_is_touched_as_soon_as_it_is_written(
    act: Callable[[Path], None], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as during:
        around(outputs, "write_output", during, nothing, lambda: act(workspace / DOCX))
        assert run("build 1 --docx", workspace).code == 0
    again = run("build 1 --docx", workspace)
    if act is edited:
        assert "[output-changed]" in again.output
    else:
        assert UNCHANGED not in again.output
        assert (workspace / DOCX).is_file()


@pytest.mark.parametrize("first", ["build 1 --proof", "build 2 --proof", "build 1 2 --proof", "build --all --proof"])
def test_issues_that_share_a_file_are_never_unchanged_together(first: str, workspace: Path) -> None:
    with (workspace / "issues/bulletin.yaml").open("a", encoding="utf-8") as stream:
        stream.write("文件名: '{刊名}'\n")
    file = workspace / "build/某县工作简报校样.pdf"
    run("build 2 --proof -o alone", workspace)
    last = (workspace / "alone" / file.name).read_bytes()
    run(first, workspace)
    for more in ("", "-j 1"):
        told = run(f"build --all --proof {more}", workspace).output
        assert file.read_bytes() == last
    assert UNCHANGED not in told
    assert "[file-name-not-unique]" in told


def test_what_is_left_of_issues_that_are_gone_and_of_kills_is_cleared_away(workspace: Path) -> None:
    run("build --all --proof", workspace)
    run("check 2", workspace)
    leftovers = [workspace / "build" / inner / ".zugong-1.tmp" for inner in ("", ".zugong-cache", ".zugong-outputs")]
    for file in leftovers:
        file.write_bytes(b"half")
    os.utime(leftovers[0], (0, 0))
    os.utime(leftovers[1], (0, 0))
    shutil.rmtree(workspace / "issues/2026/2")
    edit(workspace / "issues/2026/1/01-图书馆.md", "21时", "22时")
    run("build 1 --proof", workspace)
    assert [file.exists() for file in leftovers] == [False, False, True]
    assert not list((workspace / "build/.zugong-cache").glob("2026-2*"))
    assert UNCHANGED in run("build 1 --proof", workspace).output


def test_nothing_is_left_about_where_all_goes_elsewhere(tmp_path: Path) -> None:
    run("build 1 --proof -o out", two_issues(tmp_path))
    assert not (tmp_path / "build").exists()
