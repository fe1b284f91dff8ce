"""zugong build --watch: in a process of its own, as an editor has it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, small_workspace
from tests.support.pdf import drawn_characters
from tests.support.two_issues import edit, two_issues
from zugong.cli import watching
from zugong.cli.watching import Watcher
from zugong.model.issue import IssueKey
from zugong.rebuild import Order
from zugong.sources import past

_SECONDS = 30
_PROOF = "某县工作简报2026年第1期校样.pdf"

# A shell in the background hands on that Ctrl-C is ignored; these tests may be started so.
_START = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from zugong.cli import main; main()"


class Watched:
    """A running `zugong build --watch` and what it has printed."""

    def __init__(self, workspace: Path, *options: str) -> None:
        self.workspace = workspace
        self.log = workspace / "log.txt"
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
        with self.log.open("wb") as stream:
            command = [sys.executable, "-c", _START, "build", "--watch", *options]
            self.process = subprocess.Popen(command, cwd=workspace, env=environment, stdout=stream, stderr=stream)

    @property
    def item(self) -> Path:
        return self.workspace / "issues" / "2026" / "1" / "01-图书馆.md"

    @property
    def proof(self) -> Path:
        return self.workspace / "build" / _PROOF

    def rounds(self) -> list[str]:
        """The last line of every round."""
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if "用时" in line]

    def round(self, number: int) -> str:
        """Waits for a round; its last line."""
        until = time.monotonic() + _SECONDS
        while len(self.rounds()) < number:
            assert time.monotonic() < until, self.log.read_text(encoding="utf-8")
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            time.sleep(0.02)
        return self.rounds()[number - 1]

    def save(self, old: str, new: str) -> None:
        """As many editors do it: a new file in the place of the old one."""
        text = self.item.read_text(encoding="utf-8")
        assert old in text
        temporary = self.item.with_name("01-图书馆.md.tmp")
        temporary.write_text(text.replace(old, new), encoding="utf-8")
        temporary.replace(self.item)

    def text(self) -> str:
        return "".join(one.text for page in drawn_characters(self.proof.read_bytes()) for one in page)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    running = Watched(small_workspace(tmp_path))
    yield running
    running.process.kill()
    running.process.wait()


def test_every_save_makes_the_proof_anew_and_says_how_long_it_took(watched: Watched) -> None:
    assert "已生成 某县工作简报2026年第1期校样.pdf（2 面）" in watched.round(1)
    assert "21时" in watched.text()
    watched.save("21时", "23时")
    assert "秒。" in watched.round(2)
    assert "23时" in watched.text()


def test_a_broken_file_is_told_first_and_the_last_good_proof_stays(watched: Watched) -> None:
    watched.round(1)
    good = watched.proof.read_bytes()
    watched.save("供稿单位: 县图书馆", "供搞单位: [")
    assert "没有重新生成，上一次生成的还在" in watched.round(2)
    assert watched.proof.read_bytes() == good
    output = watched.log.read_text(encoding="utf-8")
    assert output.index("错误") < output.index("没有重新生成")
    watched.item.write_bytes(b"\xff\xfe\x00broken")
    watched.round(3)
    watched.item.unlink()
    watched.round(4)
    watched.item.write_text("---\n标题: 甲\n供稿单位: 乙\n---\n\n又好了。\n", encoding="utf-8")
    assert "已生成" in watched.round(5)
    assert "又好了" in watched.text()


def test_what_changes_nothing_is_passed_over(watched: Watched) -> None:
    watched.round(1)
    (watched.workspace / "issues" / "2026" / "2").mkdir()
    watched.item.touch()
    time.sleep(1.5)
    assert len(watched.rounds()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_it_ends_quietly(watched: Watched) -> None:
    watched.round(1)
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(timeout=_SECONDS) == 0
    output = watched.log.read_text(encoding="utf-8")
    assert "不再看着了" in output
    assert "Traceback" not in output


def test_docx_on_request(tmp_path: Path) -> None:
    running = Watched(small_workspace(tmp_path), "--docx", "--draft")
    try:
        running.round(1)
        names = {file.name for file in (tmp_path / "build").iterdir() if file.is_file()}
        assert {"某县工作简报2026年第1期（草稿）校样.pdf", "某县工作简报2026年第1期（草稿）.docx"} <= names
    finally:
        running.process.kill()
        running.process.wait()


# ---- what is read anew ----


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return two_issues(tmp_path)


def watcher(workspace: Path, *numbers: int) -> Watcher:
    keys = tuple(IssueKey(2026, number) for number in numbers)
    return Watcher(workspace, keys, Order(("proof",), workspace / "build"))


def saved(looking: Watcher, path: str, old: str, new: str) -> None:
    """A change, and the news of it."""
    edit(looking.root / path, old, new)
    looking.look(frozenset([looking.root / path]))


@pytest.mark.parametrize("numbers", [(2,), (1, 2)])
def test_the_date_of_an_earlier_issue_is_noticed(
    numbers: tuple[int, ...], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Issue 2 is checked against it, watched or not; a word in issue 2 is saved next."""
    looking = watcher(workspace, *numbers)
    looking.look()
    assert "date-before-last-issue" not in capsys.readouterr().out
    saved(looking, "issues/2026/1/issue.yaml", "1月5日", "3月5日")
    assert "date-before-last-issue" in capsys.readouterr().out
    saved(looking, "issues/2026/2/01-文化馆.md", "六场", "七场")
    assert "date-before-last-issue" in capsys.readouterr().out
    saved(looking, "issues/2026/1/issue.yaml", "3月5日", "1月5日")
    assert "已生成 某县工作简报2026年第2期校样.pdf" in capsys.readouterr().out


def test_the_office_is_read_again_only_for_what_it_knows(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for the issue that one writes, nor for a later one."""
    opened: list[Path] = []
    real = watching.open_office
    monkeypatch.setattr(watching, "open_office", lambda *given: opened.append(given[0]) or real(*given))
    indexed: list[Path] = []
    left = past._load
    monkeypatch.setattr(past, "_load", lambda root: indexed.append(root) or left(root))
    looking = watcher(workspace, 2)
    looking.look()
    saved(looking, "issues/2026/2/01-文化馆.md", "六场", "七场")
    saved(looking, "issues/2026/2/issue.yaml", "5日", "6日")
    assert len(indexed) == 1
    shutil.copytree(workspace / "issues/2026/2", workspace / "issues/2026/3")
    looking.look(frozenset([workspace / "issues/2026/3"]))
    assert len(opened) == 1
    saved(looking, "issues/bulletin.yaml", "文化局", "教育局")
    assert len(opened) == 2
    shutil.rmtree(workspace / "issues/2026/1")
    looking.look(frozenset([workspace / "issues/2026/1"]))
    assert len(opened) == 3


def test_a_save_of_what_one_watches_makes_nobody_look_at_a_thousand_others(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without news they are looked at now and then: on a network drive there is none."""
    times: list[float] = []
    real = watching.begin
    monkeypatch.setattr(watching, "begin", lambda *given: times.append(0) or real(*given))
    monkeypatch.setattr(watching, "_REST", 10**6)
    looking = watcher(workspace, 2)
    looking.look()
    saved(looking, "issues/2026/2/01-文化馆.md", "六场", "七场")
    edit(workspace / "issues/2026/1/issue.yaml", "1月5日", "3月5日")
    looking.look()
    assert len(times) == 1
    assert "date-before-last-issue" not in capsys.readouterr().out
    looking._rested = 0
    looking.look()
    assert "date-before-last-issue" in capsys.readouterr().out
