"""The runs of a DOCX paragraph → pieces of text; tracked changes accepted or rejected on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from zugong.classes import dataclass, field
from zugong.intake.looks import Look, StyleSheet, look_of
from zugong.intake.manuscript import Piece
from zugong.intake.xml import Element, child, get, local, value

_EMU = 12700
"to the point"

LOST_SYMBOL = "〓"
"a character of a symbol face (Wingdings) that no text has; printers set 〓 for what is missing"

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PASSED_OVER = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "fldData", "Fallback", "tbl"})
_INSERTED, _DELETED = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})

DELETED, UNINSERTED, PHONETIC = "修订中删去的字", "修订中添加的字", "注音"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it stands in the text."""

    width: float
    "pt; 0: not said"
    description: str
    drawing: str
    "relationship id of the SVG that it was drawn from; empty: none"


@dataclass(slots=True)
class Walk:
    """What is known while the elements of a document are walked through."""

    styles: StyleSheet
    reject: bool
    "tracked changes are rejected, not accepted"
    dropped: Counter[str] = field(default_factory=Counter)
    "characters left out: why, how many"
    boxes: list[Element] = field(default_factory=list)
    "w:txbxContent of the paragraph at hand"
    pictures: list[str] = field(default_factory=list)
    "relationship ids of pictures"
    shown: dict[str, Shown] = field(default_factory=dict)
    "how each of them stands in the text"
    embedded: int = 0
    "OLE objects and charts, which cannot be taken along"
    word_art: list[str] = field(default_factory=list)
    "texts drawn as pictures (艺术字)"
    foreign: int = 0
    "whole files inside the document (w:altChunk)"
    symbols: int = 0
    tracked: int = 0
    "tracked insertions and deletions that hold text"

    def left_out(self, change: str) -> str:
        """Why text in such a tracked change is left out; empty: it stays."""
        if change in _DELETED and not self.reject:
            return DELETED
        return UNINSERTED if change in _INSERTED and self.reject else ""


def pieces_of(paragraph: Element, base: Look, walk: Walk) -> tuple[Piece, ...]:
    """The text of a w:p; neighbours of one look are one piece. Word splits runs wherever it likes."""
    found: list[Piece] = []
    _gather(paragraph, Piece("", bool(base.bold), base.face, "", bool(base.hidden)), base, walk, found)
    merged: list[Piece] = []
    for piece in found:
        if merged and _same_look(merged[-1], piece):
            merged[-1] = _with(piece, merged[-1].content + piece.content)
        else:
            merged.append(piece)
    return tuple(merged)


def _with(look: Piece, content: str) -> Piece:
    return Piece(content, look.bold, look.face, look.style, look.hidden)


def _same_look(one: Piece, other: Piece) -> bool:
    return _with(one, "") == _with(other, "")


def _gather(element: Element, look: Piece, base: Look, walk: Walk, found: list[Piece]) -> None:
    for one in element:
        name = local(one)
        if name in _PASSED_OVER:
            continue
        handler = _HANDLERS.get(name)
        if handler is not None:
            handler(one, walk)
        elif name in _INSERTED or name in _DELETED:
            _tracked(one, name, look, base, walk, found)
        elif name == "r":
            _gather(one, _run_look(one, base, walk), base, walk, found)
        elif name in ("t", "delText"):
            found.append(_with(look, one.text or ""))
        elif name in _SIGNS:
            found += [_with(look, _SIGNS[name])] if not _is_page_break(one) else []
        elif name == "sym":
            walk.symbols += 1
            found.append(_with(look, LOST_SYMBOL))
        else:
            _gather(one, look, base, walk, found)


def _is_page_break(element: Element) -> bool:
    return local(element) == "br" and get(element, "type") in ("page", "column")


def _tracked(element: Element, name: str, look: Piece, base: Look, walk: Walk, found: list[Piece]) -> None:
    own: list[Piece] = []
    _gather(element, look, base, walk, own)
    length = sum(len(piece.content) for piece in own)
    reason = walk.left_out(name)
    walk.tracked += bool(length)
    if reason:
        walk.dropped[reason] += length
    else:
        found += own


def _run_look(run: Element, base: Look, walk: Walk) -> Piece:
    properties = child(run, "rPr")
    style = value(properties, "rStyle") or ""
    look = look_of(properties).over(walk.styles.look(style)).over(base)
    return Piece("", bool(look.bold), look.face, walk.styles.name(style), bool(look.hidden))


def _text_box(element: Element, walk: Walk) -> None:
    walk.boxes.append(element)


def _picture(element: Element, walk: Walk) -> None:
    identity = get(element, "embed") or get(element, "id")
    if identity:
        walk.pictures.append(identity)
        walk.shown[identity] = _shown(element)


def _shown(blip: Element) -> Shown:
    """Size and words of the frame around it (wp:inline, wp:anchor); Office keeps a PNG beside each SVG."""
    frame = next((one for one in blip.iterancestors() if local(one) in ("inline", "anchor")), None)
    width = get(found, "cx") if (found := child(frame, "extent")) is not None else ""
    words = get(found, "descr") if (found := child(frame, "docPr")) is not None else ""
    drawing = next((get(one, "embed") for one in blip.iter() if local(one) == "svgBlip"), "")
    return Shown(int(width) / _EMU if width.isascii() and width.isdigit() else 0.0, words, drawing)


def _object(_: Element, walk: Walk) -> None:
    walk.embedded += 1


def _word_art(element: Element, walk: Walk) -> None:
    """Its text is an attribute, so it counts as no character of the text."""
    if get(element, "string"):
        walk.word_art.append(get(element, "string"))


def _phonetic(element: Element, walk: Walk) -> None:
    """w:rt: what stands above the characters of a w:ruby."""
    walk.dropped[PHONETIC] += sum(len(one.text or "") for one in element.iter() if local(one) == "t")


_HANDLERS: dict[str, Callable[[Element, Walk], None]] = {
    "txbxContent": _text_box,
    "blip": _picture,
    "imagedata": _picture,
    "OLEObject": _object,
    "chart": _object,
    "relIds": _object,
    "textpath": _word_art,
    "rt": _phonetic,
}
