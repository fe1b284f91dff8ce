"""The one door to resvg: SVG → PNG, with the shipped faces for its text."""

from __future__ import annotations

import codecs
import re

from zugong.resources import font_dir

_DECLARED = rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.\-]{1,40})[\"']"
_DECLARATION = r"^\s*<\?xml[^>]*\?>"
_SERIF, _SANS, _CURSIVE = "Zg Song", "Zg Hei", "Zg Kai"
"families of the shipped faces"


def draw_svg(data: bytes, width: int, *, with_text: bool = True) -> bytes:
    """The SVG as a PNG on white, `width` pixels wide; the same bytes on every machine. ValueError if it cannot be."""
    import resvg_py

    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=_text(data),
            background="#ffffff",
            width=width,
            dpi=96,  # 0, its own default, makes nothing of 10cm
            skip_system_fonts=True,
            font_dirs=[str(font_dir())] if with_text else None,
            font_family=_SERIF,
            serif_family=_SERIF,
            sans_serif_family=_SANS,
            cursive_family=_CURSIVE,
            fantasy_family=_CURSIVE,
            monospace_family=_SANS,
        )
    except BaseException as fault:  # a panic of Rust code is no Exception
        if isinstance(fault, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise ValueError(str(fault)) from fault
    return bytes(drawn)


def _text(data: bytes) -> str:
    """resvg wants text; its encoding is in the first bytes or in the declaration."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16")
    else:
        declared = re.match(_DECLARED, data.removeprefix(codecs.BOM_UTF8).lstrip())
        text = data.decode(declared[1].decode("ascii") if declared else "utf-8-sig")
    return re.sub(_DECLARATION, "", text.removeprefix("\ufeff"))
