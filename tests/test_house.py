"""The house rules, run by machines: style, types, floors, sizes."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "zugong").rglob("*.py"))

TOOLS = {
    "ruff check": [sys.executable, "-m", "ruff", "check", "."],
    "ruff format": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "mypy --strict": [sys.executable, "-m", "mypy"],
    "import-linter": [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_tool_is_content(tool: str) -> None:
    run = subprocess.run(TOOLS[tool], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def function_lengths() -> list[tuple[int, str]]:
    """Lines of each function of the package, longest last."""
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
                found.append((node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"))
    return sorted(found)


def percentile(sizes: list[int], share: float) -> int:
    return sorted(sizes)[int(share * (len(sizes) - 1))]


def test_functions_are_small() -> None:
    lengths = function_lengths()
    sizes = [size for size, _ in lengths]
    assert percentile(sizes, 0.5) <= 12
    assert percentile(sizes, 0.9) <= 35
    assert lengths[-1][0] <= 80, lengths[-1]


def test_modules_are_short() -> None:
    sizes = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES]
    assert percentile(sizes, 0.9) <= 240
    assert max(sizes) <= 320


def test_no_city_is_named_in_code_or_templates() -> None:
    for path in [*MODULES, *(ROOT / "templates").rglob("*.*")]:
        assert "安庆" not in path.read_text(encoding="utf-8").replace("安庆组工信息2023年第23期", ""), path
