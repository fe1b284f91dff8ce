"""settings.xml: the rule set by which Word, WPS and LibreOffice break lines as our own composer does."""

from __future__ import annotations

from zugong.model.styles import PageStyle
from zugong.renderers.docx.markup import part, w
from zugong.renderers.docx.measures import pitch
from zugong.text.punctuation import NOT_AT_LINE_END, NOT_AT_LINE_START

_COMPATIBILITY = {
    "compatibilityMode": 15,  # without it Word 2010 and later set the page as Word 2007 did
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}

_COLOURS = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}


def settings_part(page: PageStyle) -> str:
    """The part; there is no updateFields in it, because Word would ask the reader before opening."""
    return part(
        "settings",
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("drawingGridVerticalSpacing", val=pitch(page)),
        w("displayHorizontalDrawingGridEvery", val=0),
        w("displayVerticalDrawingGridEvery", val=1),
        w("characterSpacingControl", val="doNotCompress"),
        *_kinsoku(),
        _compatibility(),
        w("themeFontLang", val="zh-CN", eastAsia="zh-CN"),
        w("clrSchemeMapping", **_COLOURS),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _kinsoku() -> tuple[str, str]:
    """避头尾 spelled out, so that every consumer forbids the very breaks that text.punctuation forbids."""
    return (
        w("noLineBreaksAfter", lang="zh-CN", val="".join(sorted(NOT_AT_LINE_END))),
        w("noLineBreaksBefore", lang="zh-CN", val="".join(sorted(NOT_AT_LINE_START))),
    )


def _compatibility() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    return w(
        "compat",
        w("spaceForUL"),
        w("doNotLeaveBackslashAlone"),
        w("ulTrailSpace"),
        w("doNotExpandShiftReturn"),
        w("adjustLineHeightInTable"),  # the grid holds inside the 批示 box too
        w("useFELayout"),
        *(w("compatSetting", name=name, uri=uri, val=value) for name, value in _COMPATIBILITY.items()),
    )
