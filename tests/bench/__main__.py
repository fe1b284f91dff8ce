"""Runs the bench and prints it as Markdown: `python -m tests.bench [--rounds 5] [--issues 1 10 50 200]`."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.contenders import Bench
from tests.bench.measuring import Times, run_in_turns
from tests.bench.watching import watch_times

_GOALS = (
    ("校样", "Typst", 1.2),
    ("看着：改一个词", "Typst", 0.4),
    ("印发 PDF", "普通 WeasyPrint", 0.65),
    ("印发 PDF", "Typst", 4.0),
    ("DOCX", "Typst", 2.0),
)
"what, beside what, at most how many times as long"


def main() -> None:
    """The whole bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--issues", type=int, nargs="*", default=[1, 10, 50, 200])
    parser.add_argument("--press", type=int, default=50, help="the press PDF up to so many issues")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="zugong-bench-") as folder:
        bench = Bench(Path(folder))
        print(f"{platform.platform()}，{os.cpu_count()} 核，Python {platform.python_version()}\n")
        one = run_in_turns(bench.one_issue(), options.rounds)
        one |= watch_times(Path(folder) / "watched", options.rounds)
        _print_one(one)
        _print_goals(one)
        print("\n| 期数 | 校样，秒/期 | 没有变动，秒 | 印发 PDF，秒/期 | Typst，秒/期 | 峰值内存，MB（校样） |")
        print("|---:|---:|---:|---:|---:|---:|")
        for count in options.issues:
            many = bench.many_issues(count, press=count <= options.press)
            _print_many(count, run_in_turns(many, max(1, options.rounds // 2) if count < 100 else 1))
    if not shutil.which("xelatex"):
        print("\nXeLaTeX 没有安装，没有比。", file=sys.stderr)


def _print_one(times: dict[str, Times]) -> None:
    typst = times.get("Typst", Times([float("nan")]))
    print("| 一期（新进程） | 中位数，秒 | 最小，秒 | 其中处理器，秒 | 与 Typst 之比 | 峰值内存，MB |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, one in times.items():
        memory = f"{one.peak / 1e6:.0f}" if one.peak else "—"
        share = one.median / typst.median
        print(f"| {name} | {one.median:.3f} | {one.least:.3f} | {one.work:.3f} | {share:.2f} | {memory} |", flush=True)


def _print_goals(times: dict[str, Times]) -> None:
    print("\n| 目标 | 要求 | 结果（中位数） | 结果（最小值） | 结果（处理器） | |\n|---|---:|---:|---:|---:|---|")
    for ours, theirs, most in _GOALS:
        if ours in times and theirs in times:
            one, other = times[ours], times[theirs]
            shares = (one.median / other.median, one.least / other.least, one.work / other.work)
            cells = " | ".join(f"{share:.2f}" for share in shares)
            print(f"| {ours} ÷ {theirs} | ≤ {most} | {cells} | {'达到' if shares[0] <= most else '没有达到'} |")


def _print_many(count: int, times: dict[str, Times]) -> None:
    def cell(name: str, share: int) -> str:
        return f"{times[name].median / share:.3f}" if name in times else "—"

    memory = times["校样"].peak / 1e6
    row = (cell("校样", count), cell("没有变动", 1), cell("印发 PDF", count), cell("Typst", count), f"{memory:.0f}")
    print(f"| {count} | {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
