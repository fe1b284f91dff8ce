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


def home_folder() -> Path | None:
    """The user's; None where there is none, as in a container that runs under a number nobody gave a name."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def in_home(given: str | None, home: Path | None, below: str) -> tuple[Path, ...]:
    """A folder that the environment may name, else one in the user's, if there is that."""
    if given:
        return (Path(given),)
    return (home / below,) if home else ()


def font_folders(platform: str, environ: Mapping[str, str], home: Path | None) -> tuple[Path, ...]:
    """The folders of a system; `platform` as in sys.platform."""
    if platform == "win32":
        windows = Path(environ.get("WINDIR", "C:\\Windows"), "Fonts")
        local = in_home(environ.get("LOCALAPPDATA"), home, "AppData/Local")
        return (windows, *(folder / "Microsoft" / "Windows" / "Fonts" for folder in local))
    if platform == "darwin":
        of_all = (Path("/Library/Fonts"), Path("/System/Library/Fonts"), Path("/", _MAC_OFFICE))
        return (*in_home(None, home, "Library/Fonts"), *of_all)
    data = in_home(environ.get("XDG_DATA_HOME"), home, ".local/share")
    return (
        *in_home(None, home, ".fonts"),
        *(folder / "fonts" for folder in data),
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/opt/kingsoft"),
    )


def font_files(workspace: Path | None) -> tuple[Path, ...]:
    """Every font file of the workspace and of this machine, the workspace's first, always in the same order."""
    folders = [workspace / OWN_FOLDER] if workspace else []
    folders += font_folders(sys.platform, os.environ, home_folder())
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
