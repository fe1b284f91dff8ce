"""A new workspace (工作文件夹): settings, empty registers, and what git and editors want to know."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem, error
from zugong.scaffold.creating import create
from zugong.scaffold.schemas import editor_extensions, editor_settings, schema_line, write_schemas
from zugong.sources.workspace import find_root
from zugong.templating import render_template

_TEMPLATES = {
    "issues/bulletin.yaml": "new/bulletin.yaml",
    "issues/units.yaml": "new/units.yaml",
    "issues/terms.yaml": "new/terms.yaml",
    ".gitignore": "new/gitignore",
    ".gitattributes": "new/gitattributes",
    ".editorconfig": "new/editorconfig",
}
"""What `init` makes: file → template."""


def init(folder: Path) -> tuple[Path, ...] | Problem:
    """Makes a workspace; files that are there already stay as they are."""
    if (folder / "issues" / "bulletin.yaml").exists():
        advice = "要另建一个，请换一个文件夹名"
        return error("already-there", f"{folder} 已经是工作文件夹，没有改动", Location(str(folder), 0), advice)
    outer = find_root(folder.resolve().parent)
    if outer is not None:
        message = f"{folder} 在工作文件夹 {outer} 里面，没有新建"
        return error("already-there", message, Location(str(folder), 0), "请换到工作文件夹外面再建")
    made: list[Path] = []
    for name, text in _texts(folder).items():
        target = folder / name
        if target.exists():
            continue
        problem = create(target, text)
        if problem:
            return problem
        made.append(target)
    schemas = write_schemas(folder)
    return schemas if isinstance(schemas, Problem) else (*made, *schemas)


def _texts(folder: Path) -> dict[str, str]:
    texts = {name: _text(folder, name, template) for name, template in _TEMPLATES.items()}
    return {
        **texts,
        ".vscode/settings.json": editor_settings(),
        ".vscode/extensions.json": editor_extensions(),
    }


def _text(folder: Path, name: str, template: str) -> str:
    target = folder / name
    line = schema_line(folder, target, target.stem) if target.suffix == ".yaml" else ""
    return render_template(template, {"schema": line})
