"""Files made to break a reader: an answer in Chinese, and in time."""

from __future__ import annotations

import os

import pytest

from tests.support.timing import within
from zugong.diagnostics import Location, has_errors
from zugong.model.issue import IssueKey
from zugong.sources.bulletin import read_bulletin
from zugong.sources.files import LARGEST, lines_for_display, read_text
from zugong.sources.issue import read_issue
from zugong.sources.item import read_item
from zugong.sources.markdown import read_body
from zugong.sources.nodes import Line

BULLETIN = "刊名: 甲\n编发单位: 乙\n"


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "issues" / "2023" / "23"
    folder.mkdir(parents=True)
    (tmp_path / "issues" / "bulletin.yaml").write_text(BULLETIN, encoding="utf-8")
    (folder / "issue.yaml").write_text("日期: 2023-8-22\n", encoding="utf-8")
    return tmp_path


def read(workspace):
    return read_issue(workspace, IssueKey(2023, 23), read_bulletin(workspace).value)


def rules(problems):
    return [problem.rule for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "**" * 100000,
        "** " * 100000,
        "[" * 100000,
        "“" * 200000,
        "[甲](" * 50000,
        "![甲](乙)" * 30000,
        "\\" * 200000,
        "**甲。**乙" * 50000,
        "\u200b" * 100000,
        "甲\n" * 100000,
        "甲\n\n" * 100000,
        "*" * 200000,
        "|" * 200000,
        "# " * 99999,
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_bodies_are_read_in_linear_time(text):
    with within(4):
        read_body(Line(line, Location("甲.md", number)) for number, line in enumerate(text.split("\n"), start=1))


@pytest.mark.parametrize(
    "text",
    [
        "标题: " + "[" * 5000,
        "[" * 5000,
        "{" * 5000,
        "- " * 5000,
        "标题: " + "{甲: " * 5000,
        "? " * 5000,
        "&甲 " * 5000,
        "甲: &a [x,x]\n" + "".join(f"乙{i}: &b{i} [*a,*a]\n" for i in range(2000)),
        "标题: *甲\n" * 5000,
        "".join(f"键{i}: 值\n" for i in range(30000)),
        "标题: " + "甲" * 300000,
        '标题: "' + "甲\n" * 100000,
        "甲：乙\n" * 50000,
        "供稿单位:\n" + "  - 甲\n" * 50000,
        "#" * 500000,
        "标题: |\n" + "  甲\n" * 50000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_yaml_is_read_in_time(tmp_path, text):
    path = tmp_path / "item.yaml"
    path.write_text(text, encoding="utf-8")
    with within(6):
        reading = read_item(tmp_path, path)
    assert len(reading.problems) < 200


def test_ten_megabytes_are_not_read(workspace):
    (workspace / "issues/2023/23/01-甲.md").write_bytes(b"\xe7\x94\xb2" * 4_000_000)
    with within(1):
        reading = read(workspace)
    assert rules(reading.problems) == ["file-too-large"]
    assert not reading.value.items[0].complete


def test_one_byte_too_many(tmp_path):
    path = tmp_path / "甲.md"
    path.write_bytes(b"a" * LARGEST)
    assert read_text(tmp_path, path).value is not None
    path.write_bytes(b"a" * (LARGEST + 1))
    assert rules(read_text(tmp_path, path).problems) == ["file-too-large"]
    assert lines_for_display(path) == ()


def test_a_folder_with_the_name_of_an_item(workspace):
    (workspace / "issues/2023/23/05-甲.md").mkdir()
    reading = read(workspace)
    assert rules(reading.problems) == ["not-a-file"]
    assert reading.problems[0].origin.path == "issues/2023/23/05-甲.md"


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../../secret.md", "/nowhere/at/all", "05-甲.md"])
def test_links_out_of_the_workspace(workspace, target):
    (workspace.parent / "secret.md").write_text("---\n标题: 秘密\n---\n\n秘密\n", encoding="utf-8")
    link = workspace / "issues/2023/23/05-甲.md"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("no right to make links here")
    reading = read(workspace)
    assert has_errors(reading.problems)
    assert "秘密" not in repr(reading)
    assert "root:" not in repr(reading)


def test_a_linked_folder_out_of_the_workspace(workspace, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "issue.yaml").write_text("日期: 2023-8-22\n", encoding="utf-8")
    try:
        (workspace / "issues/2023/24").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no right to make links here")
    assert rules(read_issue(workspace, IssueKey(2023, 24), None).problems) == ["outside-workspace"]


def test_links_inside_the_workspace_are_read(workspace):
    (workspace / "甲.md").write_text("---\n标题: 甲\n---\n\n正文\n", encoding="utf-8")
    try:
        (workspace / "issues/2023/23/05-甲.md").symlink_to("../../../甲.md")
    except OSError:
        pytest.skip("no right to make links here")
    assert read(workspace).problems == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(workspace):
    os.mkfifo(workspace / "issues/2023/23/05-甲.md")
    with within(1):
        assert rules(read(workspace).problems) == ["not-a-file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files(workspace):
    path = workspace / "issues/2023/23/05-甲.md"
    path.write_text("甲", encoding="utf-8")
    path.chmod(0)
    assert rules(read(workspace).problems) == ["file-unreadable"]


def test_a_refused_reading_has_a_message(workspace, monkeypatch):
    """Root reads whatever it likes, so the refusal is made here."""

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "no")

    path = workspace / "issues/2023/23/05-甲.md"
    path.write_text("甲", encoding="utf-8")
    monkeypatch.setattr("zugong.sources.files._content", refuse)
    assert rules(read_text(workspace, path).problems) == ["file-unreadable"]


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="such names cannot be made here")
def test_names_that_are_no_text(workspace):
    (workspace / "issues/2023/23").joinpath(os.fsdecode(b"05-\xff\xfe.md")).write_text("x", encoding="utf-8")
    reading = read(workspace)
    assert rules(reading.problems) == ["bad-file-name"]
    reading.problems[0].origin.path.encode("utf-8")


def test_names_in_any_normal_form(workspace):
    """macOS stores é as two characters; 稿件 may name it as one."""
    folder = workspace / "issues/2023/23"
    (folder / "01-e\u0301.md").write_text("---\n标题: 甲\n---\n\n正文\n", encoding="utf-8")
    (folder / "issue.yaml").write_text("日期: 2023-8-22\n稿件: [01-é]\n", encoding="utf-8")
    reading = read(workspace)
    assert reading.problems == ()
    assert reading.value.items[0].origin.path.endswith(("01-e\u0301.md", "01-é.md"))


def test_files_that_editors_leave_behind(workspace):
    folder = workspace / "issues/2023/23"
    for name in (
        "~$01-甲.md",
        "01-甲.tmp",
        ".01-甲.md.swp",
        "01-甲.md~",
        "01-甲.md.bak",
        ".DS_Store",
        "Thumbs.db",
        "#01-甲.md#",
    ):
        (folder / name).write_text("x", encoding="utf-8")
    reading = read(workspace)
    assert (reading.problems, reading.value.items) == ((), ())


def test_missing_workspace_files(tmp_path):
    assert rules(read_bulletin(tmp_path).problems) == ["file-missing"]
    assert read_issue(tmp_path, IssueKey(2023, 23), None).value is None


def test_many_problems_of_one_kind_are_counted(tmp_path):
    path = tmp_path / "item.md"
    path.write_text("---\n标题: 甲\n---\n\n" + "[甲](乙)" * 1_000, encoding="utf-8")
    problems = read_item(tmp_path, path).problems
    assert len(problems) == 50
    assert "950" in problems[-1].message
