"""The index of old items that is left in build/: it spares reading what has not changed, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.command_line import zugong
from tests.support.two_issues import two_issues
from zugong.sources.past import INDEX

TEXT = "全县坚持党建引领，组织党员干部进村入户，面对面听取意见，逐条登记造册，明确责任单位和完成时限，定期回访问效。"
OTHER = "县里今年新建图书馆十二个，讲座一共办了六场，来听的有三千多人，村里的书架也都换了新的，开放的时间也都加长了。"
TOLD = "的文字相同"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Issue 2 has a text, issue 1 another one, and the index was left when nothing had changed for long."""
    monkeypatch.setattr("zugong.pipeline._WORTH_KEEPING", 0)
    monkeypatch.setattr("zugong.hashes._SETTLED", -(10**12))
    write(two_issues(tmp_path) / "issues/2026/1/01-图书馆.md", OTHER)
    write(tmp_path / "issues/2026/2/01-文化馆.md", TEXT)
    assert TOLD not in zugong("check", "2", cwd=tmp_path).output
    assert (tmp_path / INDEX).is_file()
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(f"---\n标题: 甲\n供稿单位: 县文化馆\n---\n\n{text}\n", encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="its file systems do not tell of a change that puts the time back")
@pytest.mark.parametrize("replaced", [False, True])
def test_an_old_item_of_the_same_size_and_time_is_read_again(workspace: Path, replaced: bool) -> None:
    old = workspace / "issues/2026/1/01-图书馆.md"
    before = old.stat()
    written = old.with_name("new.md") if replaced else old
    write(written, TEXT)
    os.utime(written, ns=(before.st_atime_ns, before.st_mtime_ns))
    written.replace(old)
    assert old.stat().st_size == before.st_size
    assert TOLD in zugong("check", "2", cwd=workspace).output


def test_what_was_written_just_now_is_read_again(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be written again within the same tick of the clock."""
    monkeypatch.setattr("zugong.hashes._SETTLED", 10**12)
    shutil.rmtree(workspace / "build")
    zugong("check", "2", cwd=workspace)
    assert json.loads((workspace / INDEX).read_text(encoding="utf-8"))["files"] == {}


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_index_of_another_form_is_none(workspace: Path, version: int) -> None:
    old = workspace / "issues/2026/1/01-图书馆.md"
    write(old, TEXT)
    status = old.stat()
    entries = {f"issues/2026/1/{old.name}": [status.st_mtime_ns, status.st_size, []]}
    (workspace / INDEX).write_text(json.dumps({"version": version, "files": entries}), encoding="utf-8")
    assert TOLD in zugong("check", "2", cwd=workspace).output
