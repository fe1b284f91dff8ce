"""The process ends at once, but nothing that was to be done at its end is left out."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.printed import ROOT

CODE = """
import atexit, sys
sys.argv = ["zugong", *sys.argv[1:]]
atexit.register(print, "cleaned up")
class Taken:
    def __del__(self): print("taken apart")
taken = Taken()
from zugong.cli import main
main()
"""


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["list"], 0), (["build", "2099/1"], 2)])
def test_exit_codes_and_what_is_done_at_the_end(arguments: list[str], code: int) -> None:
    run = subprocess.run(
        [sys.executable, "-c", CODE, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == code, run.stderr
    assert "cleaned up" in run.stdout
    assert "taken apart" not in run.stdout, "a tenth of the time of a build"


def test_a_reader_that_has_gone_does_no_harm() -> None:
    command = f"{sys.executable} -m zugong list | true"
    run = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stderr) == (0, "")
