"""issues/templates: files that nothing reads are told, for they were meant to change something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from zugong.diagnostics import Location, Problem, hint
from zugong.resources import template_dir
from zugong.sources.files import shown_path
from zugong.sources.folder import is_leftover
from zugong.text.likeness import nearest


def stray_templates(root: Path, folder: Path) -> Iterator[Problem]:
    """A hint for each file without effect; parts that an own template names are left alone."""
    known = sorted(path.name for path in template_dir().iterdir() if path.is_file())
    own = sorted(path for path in folder.iterdir() if not is_leftover(path.name))
    for path in own:
        if path.name not in known and path.suffix != ".css" and not _named(path, own):
            near = nearest(path.name, known)
            advice = f"是不是“{near}”？" if near else f"这里可以放：{'、'.join(known)}"
            place = Location(shown_path(root, path), 0)
            yield hint("stray-template", "这个文件不起作用", place, advice)


def _named(path: Path, own: list[Path]) -> bool:
    """Whether another template of the office's own includes it."""
    return any(path.name.encode() in _content(one) for one in own if one != path and one.suffix == ".html")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
