"""The folder where this program keeps what it would otherwise have to find out again."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from zugong.fonts.places import home_folder, in_home

_OF_CACHES = {"win32": ("LOCALAPPDATA", "AppData/Local", "zugong/Cache"), "darwin": ("", "Library/Caches", "zugong")}
"by platform the variable that names the folder, where it is in the user's, and ours in it"


def usual_folder(platform: str, environ: Mapping[str, str], home: Path | None) -> Path | None:
    """Where a system wants caches to be, None where that is nowhere; `platform` as in sys.platform."""
    variable, below, own = _OF_CACHES.get(platform, ("XDG_CACHE_HOME", ".cache", "zugong"))
    return next((folder / own for folder in in_home(environ.get(variable), home, below)), None)


def cache_folder() -> Path:
    """The folder, made if need be; a fresh temporary one where nothing can be written."""
    return _usable(usual_folder(sys.platform, os.environ, home_folder()))


@cache
def _usable(folder: Path | None) -> Path:
    if folder is None:
        return _temporary()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f"{os.getpid()}.tmp"
        probe.touch()
        probe.unlink()
    except OSError:
        return _temporary()
    return folder


def _temporary() -> Path:
    import shutil
    import tempfile

    folder = tempfile.mkdtemp(prefix="zugong-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def write_cache(file: Path, content: str) -> None:
    """Writes a file of the cache so that another process sees the old one or the new one, never a part.

    A cache that cannot be written is no fault: next time it is found out again.
    """
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(content, encoding="utf-8")
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
