"""Hashes and stamps of folders: another one for every change, none where one cannot be certain."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.two_issues import edit
from zugong import hashes
from zugong.hashes import digest, folder_digest, folder_stamp


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(hashes, "_SETTLED", 0)
    (tmp_path / "a" / "inner").mkdir(parents=True)
    (tmp_path / "a" / "b").write_text("cd", encoding="utf-8")
    (tmp_path / "a" / "inner" / "e").write_text("f", encoding="utf-8")
    return tmp_path / "a"


def another_text(folder: Path) -> None:
    edit(folder / "b", "cd", "ce")


def another_text_within(folder: Path) -> None:
    edit(folder / "inner" / "e", "f", "g")


def another_name(folder: Path) -> None:
    (folder / "b").rename(folder / "c")


def letters_from_the_text_to_the_name(folder: Path) -> None:
    (folder / "b").unlink()
    (folder / "bc").write_text("d", encoding="utf-8")


def one_more(folder: Path) -> None:
    (folder / "inner" / "h").touch()


def one_less(folder: Path) -> None:
    (folder / "inner" / "e").unlink()


def out_of_its_folder(folder: Path) -> None:
    (folder / "inner" / "e").rename(folder / "e")


def a_folder_for_a_file(folder: Path) -> None:
    (folder / "b").unlink()
    (folder / "b").mkdir()


CHANGES = [
    another_text,
    another_text_within,
    another_name,
    letters_from_the_text_to_the_name,
    one_more,
    one_less,
    out_of_its_folder,
    a_folder_for_a_file,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_shows(change: Callable[[Path], None], folder: Path) -> None:
    before = folder_digest(folder), folder_stamp(folder)
    assert (folder_digest(folder), folder_stamp(folder)) == before
    assert all(before)
    change(folder)
    assert folder_digest(folder) != before[0]
    if sys.platform != "win32" or change not in (another_text, another_text_within):
        assert folder_stamp(folder) != before[1]


def test_what_was_written_just_now_has_no_stamp(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be written again within the same tick of the clock."""
    monkeypatch.setattr(hashes, "_SETTLED", 2_000_000_000)
    assert folder_stamp(folder) == ""
    monkeypatch.setattr(hashes, "time_ns", lambda: (folder / "b").stat().st_ctime_ns + 10**11)
    assert folder_stamp(folder)
    os.utime(folder / "b", ns=(0, 2**62))  # of a machine whose clock is ahead
    assert folder_stamp(folder) == ""


def test_a_link_is_looked_behind_and_has_no_stamp(folder: Path) -> None:
    """Behind a folder within a linked folder nothing is looked at, so nothing there counts as unchanged."""
    other = folder.parent / "other"
    other.mkdir()
    (other / "text").write_text("one", encoding="utf-8")
    (folder / "link").symlink_to(other)
    (folder / "file").symlink_to(other / "text")
    before = folder_digest(folder)
    assert folder_digest(folder) == before
    assert folder_stamp(folder) == ""
    edit(other / "text", "one", "two")
    assert folder_digest(folder) != before
    (other / "deeper").mkdir()
    assert folder_digest(folder) != folder_digest(folder)


def test_links_in_circles_end(folder: Path) -> None:
    (folder / "itself").symlink_to(folder / "itself")
    (folder / "above").symlink_to(folder)
    (folder / "nowhere").symlink_to(folder / "missing")
    assert folder_digest(folder)
    assert folder_stamp(folder) == ""


def test_a_link_elsewhere_is_another_link(folder: Path) -> None:
    """Whether it leads out of the workspace, which is not read, depends on where it lies."""
    (folder / "link").symlink_to(folder / "b")
    shutil.copytree(folder, folder.with_name("copy"), symlinks=True)
    assert folder_digest(folder.with_name("copy")) != folder_digest(folder)


def test_every_name_has_bytes_of_its_own() -> None:
    """A name of Windows may hold half a character, one of Linux bytes that are no text."""
    names = ["\ud800", "\udcff", "\ud83d\ude00", "\U0001f600", "ÿ", "\udc80", "\udcc3\udcbf", ""]
    assert len({digest([name]) for name in names}) == len(names)


def test_large_files_are_known_by_what_the_file_system_tells(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashes, "_LARGEST", 1)
    before = folder_digest(folder)
    assert folder_digest(folder) == before
    (folder / "b").write_text("new", encoding="utf-8")
    assert folder_digest(folder) != before
