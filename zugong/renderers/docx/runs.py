"""Runs, fields, bookmarks and links inside a paragraph: text carries style names and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from zugong.layout.sheet import StyledRun
from zugong.model.styles import Accent
from zugong.renderers.docx.markup import text, w
from zugong.renderers.docx.names import MARKS_ID, bookmark_name, character_id
from zugong.text.punctuation import is_western

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    _Kind = Literal["plain", "ambiguous", "mark behind sign"]
    """What an office program must be told of a character: nothing; that it is Latin, though the hint would give it to
    the Chinese face; that it is Chinese, though the program may take it for Latin."""

TAB, BREAK, PAGE_BREAK = w("r", w("tab")), w("r", w("br")), w("r", w("br", type="page"))

_WEAK_MARKS = "“”‘’—…·"
"marks without a script of their own: office programs judge them by what stands before"

_HINT = w("rFonts", hint="eastAsia")
"without it Word takes “ ” — … from the Latin face"

_CONTROLS = {"\t": w("tab"), "\r": w("br"), "\n": w("br")}
"what is an element in a run and no text"


def styled(runs: tuple[StyledRun, ...], *, body: bool = False) -> str:
    """The runs, each with the character style of its accent; `body`: they stand in a paragraph of the text."""
    return "".join(_styled(run.accent, part, kind, body) for run in runs for part, kind in _alike(run.content))


def _styled(accent: Accent, content: str, kind: _Kind, body: bool) -> str:
    style = ""
    if accent is not Accent.PLAIN:
        style = character_id(accent)
    elif body and kind == "mark behind sign":
        style = MARKS_ID
    look = (w("rStyle", val=style) if style else "") + (_HINT if kind != "ambiguous" else "")
    return w("r", w("rPr", look) if look else "", run_text(content))


def _alike(content: str) -> list[tuple[str, _Kind]]:
    """The text in stretches of one kind."""
    if not content:
        return []
    kinds = dict(_kinds(content))
    if not kinds:
        return [(content, "plain")]
    grouped = groupby(range(len(content)), key=lambda index: kinds.get(index, "plain"))
    return [("".join(content[index] for index in group), kind) for kind, group in grouped]


def _kinds(content: str) -> Iterator[tuple[int, _Kind]]:
    """The characters that are not plain; none of them is ASCII or a 汉字."""
    for index, character in enumerate(content):
        if not "\x7f" < character < "\u3000":
            continue
        before = content[index - 1 : index]
        if is_western(character):  # ² ° é and the like (ECMA-376, 17.3.2.26)
            yield index, "ambiguous"
        elif character in _WEAK_MARKS and before and is_western(before) and not before.isalnum():
            yield index, "mark behind sign"


def run_text(content: str, name: str = "t") -> str:
    """The text of a run; `name` is the element that holds it."""
    if not content:
        return ""
    if not any(mark in content for mark in _CONTROLS):
        return text(content, name)
    grouped = groupby(content, key=lambda character: character if character in _CONTROLS else "")
    return "".join(
        _CONTROLS[mark] * len(list(group)) if mark else text("".join(group), name) for mark, group in grouped
    )


def plain(content: str) -> str:
    """Text of the program's own."""
    return w("r", w("rPr", _HINT), run_text(content))


def field(instruction: str, cached: str) -> str:
    """A field with its result; it is not dirty, since WPS would leave it empty and Word would ask."""
    name = w("r", text(f" {instruction} ", "instrText"))
    return _mark("begin") + name + _mark("separate") + plain(cached) + _mark("end")


def _mark(kind: str) -> str:
    return w("r", w("fldChar", fldCharType=kind))


def bookmarked(content: str, anchor: str, number: int) -> str:
    """Runs with the bookmark of an anchor; `number` is unique in the document."""
    start = w("bookmarkStart", id=number, name=bookmark_name(anchor))
    return start + content + w("bookmarkEnd", id=number)


def linked(content: str, anchor: str) -> str:
    """Runs as one link to an anchor."""
    return w("hyperlink", content, anchor=bookmark_name(anchor), history=1)
