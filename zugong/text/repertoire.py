"""Characters that every Chinese face has, so that ordinary text needs no look into font files."""

from __future__ import annotations

_LACKING = "\u2015"
"of GB 2312, yet not in the shipped 仿宋: the horizontal bar ―"

_BESIDES = "²³㎡—·"
"in daily use and in the shipped faces, though Python's gb2312 lacks them: it takes ― and ・ for — and ·"


def are_everyday(characters: set[str]) -> bool:
    """Whether all are ASCII, in GB 2312—80, which every face for simplified Chinese covers, or as common as these."""
    text = "".join(characters.difference(_BESIDES, "\u3000"))
    if _LACKING in text or not text.isprintable():
        return False
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
