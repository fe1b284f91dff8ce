"""The official faces (公文字体) by all their names: one file has Chinese names, another English ones."""

from __future__ import annotations

FAMILIES: tuple[tuple[tuple[str, ...], ...], ...] = (
    (
        ("仿宋_GB2312", "FangSong_GB2312"),
        ("仿宋", "FangSong"),
        ("方正仿宋_GBK", "FZFangSong-Z02", "FZFSK--GBK1-0"),
        ("方正仿宋简体", "FZFangSong-Z02S", "FZFSJW--GB1-0", "FZFSJW"),
        ("华文仿宋", "STFangsong"),
        ("Adobe 仿宋 Std", "Adobe Fangsong Std", "AdobeFangsongStd-Regular"),
    ),
    (
        ("楷体_GB2312", "KaiTi_GB2312"),
        ("楷体", "KaiTi"),
        ("方正楷体_GBK", "FZKai-Z03", "FZKTK--GBK1-0"),
        ("方正楷体简体", "FZKai-Z03S", "FZKTJW--GB1-0"),
        ("华文楷体", "STKaiti"),
    ),
    (
        ("黑体", "SimHei"),
        ("方正黑体_GBK", "FZHei-B01", "FZHTK--GBK1-0"),
        ("方正黑体简体", "FZHei-B01S", "FZHTJW--GB1-0"),
        ("华文黑体", "STHeiti"),
    ),
    (
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZ XiaoBiaoSong-B05S", "FZXBSJW--GB1-0", "FZXBSJW"),
        ("方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSK--GBK1-0"),
        ("华文中宋", "STZhongsong"),
    ),
    (
        ("宋体", "SimSun"),
        ("方正书宋_GBK", "FZShuSong-Z01", "FZSSK--GBK1-0"),
        ("华文宋体", "STSong"),
    ),
    (("Times New Roman", "TimesNewRomanPSMT"),),
)
"""For each kind of face (仿宋, 楷体 …) its faces, the first choice first; for each face its names."""

SHIPPED_ALREADY = frozenset({"Liberation Serif"})
"the shipped western face is made from it: an installed one would only differ from machine to machine"


def names_to_try(wanted: str, alternatives: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The faces for a role, best first, each with all its names.

    First those that sheet.yaml names, in its order, then all others of the same kind. A name that belongs to
    another kind (宋体 for 小标宋: Word must have something) is left out: the shipped face is nearer.
    """
    own = _kind(wanted)
    found: list[tuple[str, ...]] = []
    for name in (wanted, *alternatives):
        if name not in SHIPPED_ALREADY and _kind(name) in (own, ()):
            found.append(_names(name))
    return tuple(dict.fromkeys((*found, *own)))


def _kind(name: str) -> tuple[tuple[str, ...], ...]:
    return next((kind for kind in FAMILIES if any(name in names for names in kind)), ())


def _names(name: str) -> tuple[str, ...]:
    return next((names for names in _kind(name) if name in names), (name,))
