"""Characters that nobody sees (看不见的字符): found, named, and kept from doing harm."""

from __future__ import annotations

from zugong.diagnostics import Location, Problem, doubt, error
from zugong.text.patterns import Pattern

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = "\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\ufff9-\ufffb"
_TAGS = "\U000e0000-\U000e007f"
_SEPARATORS = "\u2028\u2029"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"

_PRINTABLE = "\u115f\u1160\u3164\ufffd"
"those that `isprintable` takes for letters and symbols"


def _may_be_unseen(text: str) -> bool:
    """Quickly told: no for texts of printable characters and the spaces of every keyboard."""
    bare = text if text.isprintable() else text.replace("\u3000", "").replace("\u00a0", "").replace("\t", "")
    return not bare.isprintable() or any(one in text for one in _PRINTABLE)


_SUSPECT = Pattern(f"[{_CONTROLS}{_BIDI}{_ZERO_WIDTH}{_SEPARATORS}{_TAGS}\ufffd]", _may_be_unseen)
_HARMFUL = Pattern(f"[{_CONTROLS}{_BIDI}{_SEPARATORS}]")
_INVISIBLE = Pattern(f"[{_ZERO_WIDTH}{_TAGS}]")
_IS_CONTROL = Pattern(f"[{_CONTROLS}]")
_IS_BIDI = Pattern(f"[{_BIDI}]")

_NAMES = {
    "\x00": "空字符",
    "\x0b": "软回车",
    "\x0c": "分页符",
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\u2060": "不换行的零宽空格",
    "\ufeff": "零宽不换行空格",
}
_RETYPE = "把光标移到这里，删去它，再把前后的字重新打一遍"


def invisible_problems(line: str, origin: Location) -> list[Problem]:
    """One problem for each such character of a line that starts at origin."""
    return [_problem(found.group(), origin.shifted(found.start())) for found in _SUSPECT.finditer(line)]


def without_harm(line: str) -> str:
    """The line with control characters as spaces, one for one, so that columns stay and YAML can go on."""
    return _HARMFUL.sub(" ", line) if _SUSPECT.search(line) else line


def visible(text: str) -> str:
    """The text without zero-width characters (already reported)."""
    return _INVISIBLE.sub("", text) if _SUSPECT.search(text) else text


def visible_pieces(text: str) -> list[tuple[int, str]]:
    """The stretches between zero-width characters, each with its offset."""
    if not _SUSPECT.search(text):
        return [(0, text)] if text else []
    pieces: list[tuple[int, str]] = []
    start = 0
    for found in _INVISIBLE.finditer(text):
        pieces.append((start, text[start : found.start()]))
        start = found.end()
    pieces.append((start, text[start:]))
    return [(offset, piece) for offset, piece in pieces if piece]


def _problem(char: str, origin: Location) -> Problem:
    code = f"U+{ord(char):04X}"
    name = _NAMES.get(char)
    if char == "\ufffd":
        return error("broken-character", f"这里有一个坏字（{code}），原来的字已经丢失", origin, "请对照原稿改正")
    if _IS_BIDI.match(char):
        message = f"这里有一个改变文字方向的控制符（{code}），会使印出的次序与看到的不同"
        return error("bidi-control", message, origin, _RETYPE)
    if _IS_CONTROL.match(char):
        return error("control-character", f"这里有一个{name or '控制字符'}（{code}），印不出来", origin, _RETYPE)
    if char in _SEPARATORS:
        return doubt("invisible-character", f"这里有一个{name}（{code}），已当作空格", origin, _RETYPE)
    message = f"这里有一个看不见的{name or '零宽字符'}（{code}），不会印出"
    return doubt("invisible-character", message, origin, _RETYPE)
