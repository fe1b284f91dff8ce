"""The progress line: on a terminal one line that is rewritten, elsewhere nothing."""

from __future__ import annotations

import sys

import pytest

from zugong.cli.progress import Progress
from zugong.model.issue import IssueKey

KEYS = tuple(IssueKey(2026, number) for number in (1, 2, 3))


def shown(capsys: pytest.CaptureFixture[str]) -> str:
    with Progress(KEYS) as progress:
        for _ in KEYS:
            progress.clear()
            print("已生成")
            progress.advance()
    captured = capsys.readouterr()
    assert captured.out == "已生成\n" * len(KEYS)
    return captured.err


def test_a_terminal_shows_what_is_done_what_is_waited_for_and_the_time_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    lines = [line for line in shown(capsys).split("\r\x1b[K") if line]
    assert lines == ["〔0/3〕2026/1", "〔1/3〕2026/2，大约还要 0 秒", "〔2/3〕2026/3，大约还要 0 秒"]


def test_a_file_gets_only_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys) == ""
