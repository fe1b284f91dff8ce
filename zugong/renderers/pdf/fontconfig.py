"""A private fontconfig: Pango sees the shipped faces and nothing else of the machine."""

from __future__ import annotations

import os
from functools import cache
from hashlib import md5
from html import escape

from zugong.fonts.user_cache import cache_folder, write_cache
from zugong.resources import font_dir

_STANDING_IN = {
    "Zg Song": ("serif", "宋体", "SimSun", "NSimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC"),
    "Zg Hei": ("sans-serif", "monospace", "黑体", "SimHei", "微软雅黑", "Microsoft YaHei", "PingFang SC", "Arial"),
    "Zg FangSong": ("仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong"),
    "Zg Kai": ("cursive", "fantasy", "楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "STKaiti"),
    "Zg Latin": ("Times New Roman", "Times"),
}
"for the text of drawings (svg): shipped face, and the names that it stands in for where they are not installed"


@cache
def use_own_fontconfig() -> None:
    """Names only the shipped folder: no scan of others, and the same on every machine.

    fontconfig reads it when Pango starts, so it must be set before WeasyPrint is imported. Its own cache depends
    on what it was told, so each configuration has a folder of its own.
    """
    folder = cache_folder() / "fontconfig" / md5(str(font_dir()).encode(), usedforsecurity=False).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(font_dir()))}</dir><cachedir>{escape(str(folder))}</cachedir>{_aliases()}</fontconfig>"
    )
    config = folder / "fonts.conf"
    if not config.is_file() or config.read_text(encoding="utf-8") != text:
        write_cache(config, text)
    os.environ["FONTCONFIG_FILE"] = str(config)


def _aliases() -> str:
    return "".join(
        f"<alias><family>{name}</family><accept><family>{face}</family></accept></alias>"
        for face, names in _STANDING_IN.items()
        for name in names
    )
