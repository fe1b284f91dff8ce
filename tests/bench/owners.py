"""Whose code a cold run spends its time in, as Markdown: `python -m tests.bench.owners build 22 --proof --force`.

Sampled in many fresh processes; scaled to the processor time of runs that nothing samples. Quiet machines only.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.bench.measuring import Contender, run_in_turns
from tests.support.printed import ROOT

_SAMPLER = Path(__file__).with_name("sampler.py")
_SHIPPED = (("ZUGONG_FONTS", "shipped"), ("PYTHONPATH", str(ROOT)))

_KINDS = {
    "import": "找到、读入模块（导入机制、unmarshal）",
    "body": "执行模块（建类、建表）",
    "re for": "re 编译正则",
    "run": "运行",
}


def main() -> None:
    """The table for one command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=40)
    options, command = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="zugong-bench-") as folder:
        work, start = _times(Path(folder), options.runs, command)
        counts = sampled(Path(folder), options.runs, command)
    print("| 谁的代码 | 毫秒 | 其中 |\n|---|---:|---|")
    print(f"| Python 启动 | {start * 1000:.0f} | |")
    scale = (work - start) * 1000 / sum(counts.values())
    for owner, parts in by_owner(counts):
        inside = "，".join(f"{_KINDS[kind]} {count * scale:.0f}" for kind, count in parts.most_common())
        print(f"| {'**本程序**' if owner == 'zugong' else owner} | {parts.total() * scale:.0f} | {inside} |")
    print(f"| 合计 | {work * 1000:.0f} | 处理器时间，中位数 |")


def _times(folder: Path, runs: int, command: list[str]) -> tuple[float, float]:
    """Seconds of work of the command and of a Python that does nothing."""
    bare = Contender("bare", (sys.executable, "-c", "pass"), ROOT)
    whole = (sys.executable, "-m", "zugong", *_whole(command, folder))
    ours = Contender("ours", whole, ROOT, environment=_SHIPPED)
    times = run_in_turns([bare, ours], max(5, runs // 4))
    return times["ours"].work, times["bare"].work


def _whole(command: list[str], folder: Path) -> tuple[str, ...]:
    """The command, its outputs in a folder that is thrown away."""
    return (*command, "-o", str(folder)) if command[:1] == ["build"] else tuple(command)


def sampled(folder: Path, runs: int, command: list[str]) -> Counter[str]:
    """Seconds by `kind owner`, of all runs together."""
    out = folder / "samples.jsonl"
    environment = {**dict(_SHIPPED), "PATH": ""}
    for _ in range(runs):
        arguments = [sys.executable, _SAMPLER, out, *_whole(command, folder)]
        subprocess.run(arguments, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    lines = out.read_text(encoding="utf-8").splitlines()
    total: Counter[str] = Counter()
    for line in lines:
        total.update(json.loads(line))
    return total


def by_owner(counts: Counter[str]) -> list[tuple[str, Counter[str]]]:
    """Owner → samples by kind, the largest first; what the sampler itself takes is left out."""
    owners: dict[str, Counter[str]] = {}
    for name, count in counts.items():
        kind, _, owner = name.rpartition(" ")
        if owner != "sampler":
            owners.setdefault(owner, Counter())[kind] += count
    return sorted(owners.items(), key=lambda pair: -pair[1].total())


if __name__ == "__main__":
    main()
