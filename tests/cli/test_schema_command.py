"""zugong schema, as an editor types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.support.command_line import ROOT, small_workspace, zugong
from zugong.cli.schema import _NAMES
from zugong.sources.schema import KINDS


def test_the_command_knows_every_kind() -> None:
    assert tuple(kind.name for kind in KINDS) == _NAMES


@pytest.mark.parametrize("name", _NAMES)
def test_a_schema_is_printed(name: str, tmp_path: Path) -> None:
    ran = zugong("schema", name, cwd=tmp_path)
    assert ran.code == 0
    Draft7Validator.check_schema(json.loads(ran.output))


def test_without_a_kind_the_kinds_are_told(tmp_path: Path) -> None:
    ran = zugong("schema", cwd=tmp_path)
    assert ran.code == 2
    assert all(name in ran.output for name in _NAMES)


def test_they_are_written_and_renewed(tmp_path: Path) -> None:
    office = small_workspace(tmp_path)
    first = zugong("schema", "--write", cwd=office)
    assert first.code == 0
    assert sorted(file.stem for file in (office / ".zugong/schema").iterdir()) == sorted(_NAMES)
    assert ".md" in first.output
    assert "最新" in zugong("schema", "--write", cwd=office).output
    (office / ".zugong" / "schema" / "issue.json").write_text("{}", encoding="utf-8")
    renewed = zugong("schema", "--write", cwd=office)
    assert "issue.json" in renewed.output
    assert "item.json" not in renewed.output


def test_outside_a_workspace_nothing_is_written(tmp_path: Path) -> None:
    assert zugong("schema", "--write", cwd=tmp_path).code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("--help",), ("list",), ("check",)])
def test_other_commands_do_not_load_schemas(arguments: tuple[str, ...], tmp_path: Path) -> None:
    office = small_workspace(tmp_path)
    code = "import sys; from zugong.cli.entry import run\ntry: run()\nexcept SystemExit: pass\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=office,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(ran.stdout.split())
    assert "zugong.cli.entry" in loaded
    assert not {name for name in loaded if name.startswith(("zugong.sources.schema", "zugong.scaffold", "jsonschema"))}
