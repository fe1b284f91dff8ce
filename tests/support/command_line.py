"""The command line as an editor uses it, without starting a process for every case."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    output: str
    "standard output and standard error together"


def zugong(*arguments: str, cwd: Path) -> Ran:
    """Runs a command in this process."""
    from zugong.cli.entry import run

    output = io.StringIO()
    before = Path.cwd()
    os.chdir(cwd)
    try:
        with redirect_stdout(output), redirect_stderr(output), patch.object(sys, "argv", ["zugong", *arguments]):
            run()
    except SystemExit as ended:
        return Ran(ended.code if isinstance(ended.code, int) else 0, output.getvalue())
    finally:
        os.chdir(before)
    raise AssertionError("run() must end by SystemExit")


def zugong_process(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "zugong", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=120,
    )


def small_workspace(folder: Path) -> Path:
    """A workspace with one finished issue, 2026/1."""
    issue = folder / "issues" / "2026" / "1"
    issue.mkdir(parents=True)
    (folder / "issues" / "bulletin.yaml").write_text(
        "刊名: 某县工作简报\n编发单位: 某县图书馆\n目录: 有\n领导批示: 有\n版记:\n  - 报: 县文化局。\n",
        encoding="utf-8",
    )
    (issue / "issue.yaml").write_text("日期: 2026年1月5日\n", encoding="utf-8")
    (issue / "01-图书馆.md").write_text(
        "---\n标题: 县图书馆延长开放时间\n供稿单位: 县图书馆\n---\n\n**周末开放。**每周六、周日开放至21时。\n",
        encoding="utf-8",
    )
    return folder
