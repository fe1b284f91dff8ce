"""Which folder is the workspace, which issues it holds, which one is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

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
