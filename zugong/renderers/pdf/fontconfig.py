"""A private fontconfig: Pango sees the faces that it is given, or the shipped ones, and nothing else of the machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import md5
from pathlib import Path

from zugong.fonts.user_cache import cache_folder, write_cache
from zugong.renderers.pdf.elements import escaped
from zugong.resources import font_dir

_STANDING_IN = {
    "Zg Song": ("serif", "宋体", "SimSun", "NSimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC"),
    "Zg Hei": ("sans-serif", "monospace", "黑体", "SimHei", "微软雅黑", "Microsoft YaHei", "PingFang SC", "Arial"),
    "Zg FangSong": ("仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong"),
    "Zg Kai": ("cursive", "fantasy", "楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "STKaiti"),
    "Zg Latin": ("Times New Roman", "Times"),
}
"for the text of drawings (svg): shipped face, and the names that it stands in for where they are not installed"

_TRIED = 21400
"2.14.0"

_FILE, _ROOT = "FONTCONFIG_FILE", "FONTCONFIG_SYSROOT"


@contextmanager
def own_fontconfig(*, shipped: bool = True) -> Iterator[None]:
    """While it lasts, fontconfig knows the shipped folder: no scan of others, and the same on every machine.

    Or it knows no folder at all, where the faces are files of the document's own. It asks what it is to know for every
    document, and when WeasyPrint is imported; its own cache depends on that, so each configuration has a folder.
    """
    before = {name: os.environ.pop(name, None) for name in (_FILE, _ROOT)}
    os.environ.update(_with_shipped() if shipped else _without_faces())
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            os.environ.update({name: value} if value is not None else {})


@cache
def _with_shipped() -> dict[str, str]:
    folder = _folder(md5(str(font_dir()).encode(), usedforsecurity=False).hexdigest()[:12])
    return {_FILE: str(_written(folder, f"<dir>{escaped(str(font_dir()))}</dir>"))}


@cache
def _without_faces() -> dict[str, str]:
    """fontconfig reads all of the system's examples (conf.avail), 3 ms each time, and makes no use of them.

    Below a root of its own it finds none; an older one than we have seen may not find this file either.
    """
    folder = _folder("none")
    root = {_ROOT: str(folder)} if _version() >= _TRIED else {}
    return {_FILE: str(_written(folder, ""))} | root


def _version() -> int:
    """That of the system's fontconfig, 21401 for 2.14.1; 0 where nobody has tried it."""
    if not sys.platform.startswith("linux"):
        return 0
    from ctypes import CDLL

    try:
        return int(CDLL("libfontconfig.so.1").FcGetVersion())
    except OSError:
        return 0


def _folder(name: str) -> Path:
    folder = cache_folder() / "fontconfig" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _written(folder: Path, faces: str) -> Path:
    """The file; all have the names that faces stand in for, since Pango looks those up in the first one it is shown."""
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"{faces}<cachedir>{escaped(str(folder))}</cachedir>{_aliases()}</fontconfig>"
    )
    config = folder / "fonts.conf"
    if not config.is_file() or config.read_text(encoding="utf-8") != text:
        write_cache(config, text)
    return config


def _aliases() -> str:
    return "".join(
        f"<alias><family>{name}</family><accept><family>{face}</family></accept></alias>"
        for face, names in _STANDING_IN.items()
        for name in names
    )
