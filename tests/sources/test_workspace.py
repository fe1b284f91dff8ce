"""Which folder is the workspace, which issues it holds, which one is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import zugong
from zugong.diagnostics import Problem
from zugong.model.issue import IssueKey
from zugong.sources.archive import read_archive
from zugong.sources.workspace import find_root, issue_keys, resolve

KEYS = (IssueKey(2021, 22), IssueKey(2022, 9), IssueKey(2022, 10), IssueKey(2023, 22))


@pytest.fixture
def root(tmp_path):
    for key in KEYS:
        folder = tmp_path / "issues" / str(key)
        folder.mkdir(parents=True)
        (folder / "issue.yaml").write_text(f"日期: {key.year}-1-{key.number}\n", encoding="utf-8")
    (tmp_path / "issues" / "bulletin.yaml").write_text("刊名: 甲\n编发单位: 乙\n", encoding="utf-8")
    return tmp_path


def test_issues_in_order(root):
    assert issue_keys(root) == KEYS
    assert [(entry.key, entry.issued_on.day) for entry in read_archive(root).value] == [
        (key, key.number) for key in KEYS
    ]


@pytest.mark.parametrize("inside", [".", "issues", "issues/2023/22"])
def test_the_root_is_found_from_inside(root, inside):
    assert find_root(root / inside) == root.resolve()


def test_no_root(tmp_path):
    assert find_root(tmp_path) is None
    assert issue_keys(tmp_path) == ()
    assert isinstance(resolve(tmp_path, tmp_path, None), Problem)


@pytest.mark.parametrize(
    ("argument", "cwd", "meant"),
    [
        (None, ".", (2023, 22)),
        (None, "issues", (2023, 22)),
        (None, "issues/2022/9", (2022, 9)),
        (None, "issues/2022", (2023, 22)),
        ("22", ".", (2023, 22)),
        ("022", ".", (2023, 22)),
        ("第22期", ".", (2023, 22)),
        ("9", ".", (2022, 9)),
        ("2021/22", ".", (2021, 22)),
        ("2021\\22", ".", (2021, 22)),
        ("2022/09", ".", (2022, 9)),
        ("issues/2021/22", ".", (2021, 22)),
        ("issues/2021/22/issue.yaml", ".", (2021, 22)),
        ("../../2021/22", "issues/2023/22", (2021, 22)),
        (".", "issues/2021/22", (2021, 22)),
    ],
)
def test_which_one_is_meant(root, argument, cwd, meant):
    assert resolve(root, root / cwd, argument) == IssueKey(*meant)


def test_an_absolute_path(root):
    assert resolve(root, Path.cwd(), str(root / "issues" / "2021" / "22")) == IssueKey(2021, 22)


@pytest.mark.parametrize(
    "argument", ["23", "2021/23", "x", "", "/", "..", "2021/22/33", "甲\0乙", "9" * 400, "issues/2021/99", "²"]
)
def test_none_is_meant(root, argument):
    found = resolve(root, root, argument)
    assert isinstance(found, Problem)
    assert found.rule == "no-such-issue"


def test_an_issue_that_may_not_be_looked_into_is_told_when_it_is_read(root, monkeypatch):
    """And nothing is told of the others, nor do they vanish."""
    (root / "issues/2023/22/甲.md").write_text("", encoding="utf-8")
    (root / "issues/2023/22/图片").mkdir()
    real = Path.stat

    def stat(path, **options):
        if "22" in path.parts[:-1]:
            raise PermissionError(13, "not allowed", str(path))
        return real(path, **options)

    monkeypatch.setattr(Path, "stat", stat)
    assert issue_keys(root) == KEYS
    assert "[file-unreadable]" in zugong("check", "2023/22", cwd=root).output
    assert "unreadable" not in zugong("check", "2022/9", cwd=root).output
    assert "2023/22" in zugong("list", cwd=root).output


def test_a_link_to_itself_hides_no_issue(root):
    (root / "issues/2022/甲").symlink_to("甲")
    assert issue_keys(root) == KEYS
