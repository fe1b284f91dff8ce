"""A one-word change while one watches: the time the program tells, and the time until the file is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measuring import Times
from tests.bench.workspaces import change_one_word, make_workspace
from tests.support.printed import ROOT

_TOLD = re.compile(r"用时 ([0-9]+) 毫秒")


def watch_times(folder: Path, rounds: int) -> dict[str, Times]:
    """Both, for one issue of six pages."""
    (key,) = make_workspace(folder, 1)
    told, seen = Times(), Times()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ZUGONG_FONTS": "shipped", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-u", "-m", "zugong", "build", "--watch"]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        _next_round(process.stdout)
        for number in range(2 * rounds + 2):
            time.sleep(0.5)
            start = time.perf_counter()
            change_one_word(folder, key, number)
            seconds = _next_round(process.stdout)
            if number > 1:
                seen.add(time.perf_counter() - start)
                told.add(seconds)
        process.terminate()
    return {"看着：改一个词": told, "看着：从保存到生成": seen}


def _next_round(stream) -> float:
    """Waits for the last line of a round."""
    for line in stream:
        if found := _TOLD.search(line):
            return float(found[1]) / 1000
    raise RuntimeError("it has ended")
