"""Where fonts are installed: Windows, WPS and other programs on Linux, macOS, and the workspace's own folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

OWN_FOLDER = "issues/fonts"
"fonts that an office keeps with its issues; not for git where their licence forbids it"

_SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
_MAC_OFFICE = "Applications/Microsoft Word.app/Contents/Resources/DFonts"


def font_folders(platform: str, environ: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """The folders of a system; `platform` as in sys.platform."""
    if platform == "win32":
        windows = Path(environ.get("WINDIR", "C:\\Windows"), "Fonts")
        local = Path(environ.get("LOCALAPPDATA", str(home / "AppData" / "Local")))
        return (windows, local / "Microsoft" / "Windows" / "Fonts")
    if platform == "darwin":
        library = Path("Library", "Fonts")
        return (home / library, Path("/", library), Path("/System", library), Path("/", _MAC_OFFICE))
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return (
        home / ".fonts",
        data / "fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/opt/kingsoft"),
    )


def font_files(workspace: Path | None) -> tuple[Path, ...]:
    """Every font file of the workspace and of this machine, the workspace's first, always in the same order."""
    folders = [workspace / OWN_FOLDER] if workspace else []
    folders += font_folders(sys.platform, os.environ, Path.home())
    found = [file for folder in folders for file in _below(folder)]
    return tuple(dict.fromkeys([*found, *_registered()]))


def _below(folder: Path) -> Iterator[Path]:
    for where, subfolders, names in os.walk(folder):
        subfolders.sort()
        for name in sorted(names):
            if name.lower().endswith(_SUFFIXES):
                yield Path(where, name)


def _registered() -> Iterator[Path]:
    """Files that Windows knows of though they lie elsewhere: its registry has their full paths."""
    if sys.platform != "win32":
        return
    import winreg

    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(root, "Software\\Microsoft\\Windows NT\\CurrentVersion\\Fonts") as key:
                values = [winreg.EnumValue(key, index)[1] for index in range(winreg.QueryInfoKey(key)[1])]
        except OSError:
            continue
        files = (Path(value) for value in values if isinstance(value, str) and value.lower().endswith(_SUFFIXES))
        yield from sorted(file for file in files if file.is_absolute())
