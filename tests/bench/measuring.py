"""Cold processes, timed one after the other in turns, so that a busy moment hits all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

_KIBIBYTE = 1 if sys.platform == "darwin" else 1024
"unit of ru_maxrss in bytes"


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that is run and timed."""

    name: str
    command: tuple[str, ...]
    folder: Path
    prepare: Callable[[], None] = lambda: None
    "done before every run, not timed"
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Times:
    """The runs of one contender."""

    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    "seconds of work: what others do on the machine at the same time hardly tells"
    peak: int = 0
    "bytes of its largest process"

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def least(self) -> float:
        return min(self.seconds)

    @property
    def work(self) -> float:
        """Median seconds of work; of the clock where those are not known."""
        return statistics.median(self.processor or self.seconds)

    def add(self, seconds: float, processor: float | None = None, peak: int = 0) -> None:
        self.seconds.append(seconds)
        self.processor += [processor] if processor is not None else []
        self.peak = max(self.peak, peak)


def run_in_turns(contenders: Iterable[Contender], rounds: int) -> dict[str, Times]:
    """Each contender once a round; the first round warms the disk and does not count."""
    contenders = tuple(contenders)
    found = {one.name: Times() for one in contenders}
    for number in range(rounds + 1):
        for one in contenders:
            one.prepare()
            measured = _run(one)
            if number:
                found[one.name].add(*measured)
    return found


def _run(one: Contender) -> tuple[float, float | None, int]:
    """Seconds, seconds of work and peak memory of one run; what fails is no result."""
    environment = {**os.environ, **dict(one.environment)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or every run would compile all that it imports
    start = time.perf_counter()
    process = subprocess.Popen(
        one.command, cwd=one.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    told = process.stderr.read() if process.stderr else b""
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak, work = usage.ru_maxrss * _KIBIBYTE, usage.ru_utime + usage.ru_stime
    else:
        process.wait()
        peak, work = 0, None
    seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{one.name}: {told.decode('utf-8', 'replace')[-2000:]}")
    return seconds, work, peak
