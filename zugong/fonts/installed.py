"""The faces installed on this machine, each file read once and remembered until it changes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from zugong.fonts.name_table import FaceNames, faces_in
from zugong.fonts.places import font_files
from zugong.fonts.user_cache import cache_folder, write_cache

SWITCH = "ZUGONG_FONTS"
"""Environment variable; with the value `shipped` installed faces are left alone, so that every machine makes the
same pages. The tests of this repository run that way."""

_FILE = "faces-1.json"
"the number changes with the shape of its content"

Remembered = dict[str, tuple[list[int], list[FaceNames]]]


def installed_faces(workspace: Path | None, environ: Mapping[str, str] = os.environ) -> tuple[FaceNames, ...]:
    """Every face that can be found, the workspace's own first."""
    if environ.get(SWITCH) == "shipped":
        return ()
    memory = cache_folder() / _FILE
    known = _recall(memory)
    fresh: Remembered = {}
    for file in font_files(workspace):
        stamp = _stamp(file)
        if stamp is not None:
            old = known.get(str(file))
            fresh[str(file)] = old if old and old[0] == stamp else (stamp, list(faces_in(file)))
    if fresh != known:
        import json

        write_cache(memory, json.dumps({path: _plain(entry) for path, entry in fresh.items()}, ensure_ascii=False))
    return tuple(face for _, faces in fresh.values() for face in faces)


def _stamp(file: Path) -> list[int] | None:
    """What changes when a file changes."""
    try:
        status = file.stat()
    except OSError:
        return None
    return [status.st_mtime_ns, status.st_size]


def _plain(entry: tuple[list[int], list[FaceNames]]) -> list[object]:
    stamp, faces = entry
    return [stamp, [[getattr(face, name) for name in face.__match_args__] for face in faces]]


def _recall(memory: Path) -> Remembered:
    """What was found last time; nothing where that cannot be read."""
    import json  # where faces are installed, or once where none are

    try:
        stored = json.loads(memory.read_text(encoding="utf-8"))
        return {path: (stamp, [_face(fields) for fields in faces]) for path, (stamp, faces) in stored.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _face(fields: list[object]) -> FaceNames:
    path, index, names, *rest = fields
    return FaceNames(path, index, tuple(names), *rest)  # type: ignore[arg-type]
