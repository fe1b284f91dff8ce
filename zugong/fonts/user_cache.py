"""The folder where this program keeps what it would otherwise have to find out again."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def usual_folder(platform: str, environ: Mapping[str, str], home: Path) -> Path:
    """Where a system wants caches to be; `platform` as in sys.platform."""
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local", "zugong", "Cache")
    if platform == "darwin":
        return home / "Library" / "Caches" / "zugong"
    return Path(environ.get("XDG_CACHE_HOME") or home / ".cache", "zugong")


def cache_folder() -> Path:
    """The folder, made if need be; a fresh temporary one where nothing can be written."""
    return _usable(usual_folder(sys.platform, os.environ, Path.home()))


@cache
def _usable(folder: Path) -> Path:
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
