"""Stand-ins for official faces, none of which is free: shipped ones under other names and with other metrics."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from zugong.resources import font_dir


@dataclass(frozen=True)
class Disguise:
    """What a shipped face is made to look like."""

    source: str
    chinese: str
    english: str
    postscript: str
    ascent: int = 1050
    "the shipped faces have 880 and 120; 仿宋_GB2312 has about 860 and 140, others more"
    descent: int = 310
    weight: int = 400


FANGSONG = Disguise("fandol/ZgFangSong.ttf", "仿宋_GB2312", "FangSong_GB2312", "FangSong_GB2312")
KAI = Disguise("fandol/ZgKai.ttf", "楷体_GB2312", "KaiTi_GB2312", "KaiTi_GB2312", 700, 90)
HEI = Disguise("ofl/ZgHei.ttf", "黑体", "SimHei", "SimHei", 859, 141)
SONG = Disguise("ofl/ZgSong.ttf", "宋体", "SimSun", "SimSun", 859, 141)
TITLE = Disguise("ofl/ZgSong-Bold.ttf", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0", 1200, 400)
LATIN = Disguise("ofl/ZgLatin.ttf", "Times New Roman", "Times New Roman", "TimesNewRomanPSMT", 891, 216)
LATIN_BOLD = Disguise(
    "ofl/ZgLatin-Bold.ttf", "Times New Roman", "Times New Roman", "TimesNewRomanPS-BoldMT", 891, 216, 700
)
ALL = (FANGSONG, KAI, HEI, SONG, TITLE, LATIN, LATIN_BOLD)

_CHINESE_LANGUAGE, _ENGLISH = 2052, 1033


def disguised(disguise: Disguise) -> TTFont:
    """The font under its new names."""
    font = TTFont(font_dir() / disguise.source, recalcTimestamp=False)
    upem = font["head"].unitsPerEm
    up, down = disguise.ascent * upem // 1000, disguise.descent * upem // 1000
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = up, -down, 90
    style = font["OS/2"]
    style.sTypoAscender, style.sTypoDescender, style.sTypoLineGap = up, -down, 90
    style.usWinAscent, style.usWinDescent, style.usWeightClass = up, down, disguise.weight
    names = font["name"]
    names.names = []
    for number in (1, 4):
        names.setName(disguise.chinese, number, 3, 1, _CHINESE_LANGUAGE)
        names.setName(disguise.english, number, 3, 1, _ENGLISH)
    names.setName("Bold" if disguise.weight > 500 else "Regular", 2, 3, 1, _ENGLISH)
    names.setName(disguise.postscript, 6, 3, 1, _ENGLISH)
    return font


def install(folder: Path, *disguises: Disguise) -> None:
    """Files of those faces in a folder, each named as its PostScript name."""
    folder.mkdir(parents=True, exist_ok=True)
    for disguise in disguises:
        disguised(disguise).save(folder / f"{disguise.postscript}.ttf")


def install_collection(file: Path, *disguises: Disguise) -> None:
    """One TTC with all of them."""
    file.parent.mkdir(parents=True, exist_ok=True)
    collection = TTCollection()
    collection.fonts = [disguised(disguise) for disguise in disguises]
    collection.save(file)
