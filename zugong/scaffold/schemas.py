"""The schemas in a workspace, .zugong/schema/*.json, and how new files and editors find them."""

from __future__ import annotations

import json
import os
from pathlib import Path

from zugong.diagnostics import Problem
from zugong.outputs import replace_file
from zugong.scaffold.creating import cannot_write
from zugong.sources.schema import KINDS, schema_text

_FOLDER = Path(".zugong") / "schema"


def write_schemas(root: Path) -> tuple[Path, ...] | Problem:
    """Writes every schema whose file is missing or not of this version; the files written."""
    written: list[Path] = []
    for kind in KINDS:
        target, text = root / _FOLDER / f"{kind.name}.json", schema_text(kind)
        if _content(target) == text:
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, text.encode("utf-8"))
        except OSError as failure:
            return cannot_write(target, failure)
        written.append(target)
    return tuple(written)


def stale_schemas(root: Path) -> tuple[Path, ...]:
    """Schemas in the workspace that another version has written; those that are not there do no harm."""
    targets = ((root / _FOLDER / f"{kind.name}.json", kind) for kind in KINDS)
    return tuple(target for target, kind in targets if target.is_file() and _content(target) != schema_text(kind))


def _content(target: Path) -> str | None:
    try:
        return target.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def schema_line(root: Path, target: Path, name: str) -> str:
    """The first line of a new file, by which the YAML extension of an editor finds its schema."""
    way = os.path.relpath(root / _FOLDER / f"{name}.json", target.parent)
    return f"# yaml-language-server: $schema={Path(way).as_posix()}"


def editor_settings() -> str:
    """.vscode/settings.json: the schema of each kind of file, UTF-8, and no other schema from the network."""
    schemas = {(_FOLDER / f"{kind.name}.json").as_posix(): list(kind.where) for kind in KINDS}
    settings = {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "editor.wordWrap": "on",
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def editor_extensions() -> str:
    """.vscode/extensions.json."""
    wanted = {"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}
    return json.dumps(wanted, ensure_ascii=False, indent=2) + "\n"
