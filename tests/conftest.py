"""What many tests need: goldens that one flag rewrites, and problems as an editor would see them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from zugong.diagnostics import Problem

# The same pages on every machine: installed official faces are left alone (zugong/fonts/installed.py).
os.environ["ZUGONG_FONTS"] = "shipped"
for name in ("ZUGONG_COMMAND", "ZUGONG_ANYWHERE"):
    os.environ.pop(name, None)  # set by start.py, which also starts these tests

NOTHING = "（没有问题）"

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write the expected files anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with an expected file, or rewrites the file with --rewrite."""

    def compare(path: Path, found: str) -> None:
        if request.config.getoption("--rewrite"):
            path.write_text(found, encoding="utf-8", newline="\n")
            return
        assert path.is_file(), f"{path} is missing; look at what --rewrite makes of it"
        assert found == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def shown() -> Callable[[Iterable[Problem]], str]:
    """Problems as lines: `path:line:col 级别 文字 [rule-id]`, and 提示 below."""

    def show(problems: Iterable[Problem]) -> str:
        lines = [line for problem in problems for line in _lines(problem)]
        return "\n".join(lines or [NOTHING]) + "\n"

    return show


def _lines(problem: Problem) -> list[str]:
    origin = problem.origin
    place = f"{origin.path}:{origin.line}:{origin.column}" if origin.line else origin.path
    first = f"{place} {problem.severity.chinese} {problem.message} [{problem.rule}]"
    return [first, f"  提示：{problem.hint}"] if problem.hint else [first]
