"""Every character at its place: what WeasyPrint has drawn is moved to where Pages wants it.

WeasyPrint 70 draws other advances than it lays out (weasyprint/draw/text.py), and its time grows with the number of
inline boxes. So it is given the text of a paragraph without lines and spacing, and in one box for each face; here the
glyphs that came of it are put in order again and cut into lines, each run at its place with its tracking (Tc).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from zugong.typesetting.pages import PlacedLine, PlacedRun

_PIXELS = 96 / 72
"CSS pixels in a point"

_COMPLEX = (range(0x0590, 0x2000), range(0xA4D0, 0xAC00), range(0x10000, 0x20000))
"scripts whose letters join, are written from right to left, or are pictures"

_MARKS = ("Mn", "Mc", "Me", "Cf", "Cc", "Cn", "Co", "Cs")
"categories of what is combined with other characters, or is no character"


@cache
def _is_one_glyph(character: str) -> bool:
    """Whether a character is one glyph, whatever stands beside it."""
    point = ord(character)
    return unicodedata.category(character) not in _MARKS and not any(point in script for script in _COMPLEX)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Glyphs that stand evenly on one line."""

    box: int
    "the box of the element that has them"
    count: int
    "glyphs; 0: as many as there are"
    x: float
    "CSS pixels from the left edge of the paper"
    y: float
    "of the baseline, from the upper edge"
    spacing: float
    "after every glyph"


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text of one face that WeasyPrint is given in one piece."""

    family: str
    content: str
    is_leader: bool
    "drawn, but no text (目录导引点)"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an element."""

    boxes: tuple[TextBox, ...]
    stretches: tuple[Stretch, ...]
    "in reading order"
    in_order: bool
    "as the boxes are; else all that is read stands in the first box"


def text_of(lines: tuple[PlacedLine, ...], leader: str) -> Text:
    """The text of a fragment."""
    runs = [(run, line.baseline) for line in lines for run in line.runs]
    plain = all(_is_one_glyph(character) for run, _ in runs for character in run.content)
    in_order = not plain or any(set(run.content) == {leader} for run, _ in runs)
    keys = {(run.family, place if in_order else 0): None for place, (run, _) in enumerate(runs)}
    numbers = {key: number for number, key in enumerate(keys)}
    contents = [""] * len(keys)
    stretches = []
    for place, (run, baseline) in enumerate(runs):
        number = numbers[run.family, place if in_order else 0]
        contents[number] += run.content
        stretches.append(_stretch(number, run, baseline))
    boxes = (TextBox(key[0], text, set(text) == {leader}) for key, text in zip(keys, contents, strict=True))
    return Text(tuple(boxes), tuple(stretches), in_order)


def _stretch(box: int, run: PlacedRun, baseline: float) -> Stretch:
    count = len(run.content) if all(map(_is_one_glyph, run.content)) else 0
    spacing = run.tracking * run.size / 1000 * _PIXELS
    return Stretch(box, count, run.x * _PIXELS, baseline * _PIXELS, spacing)


def place(document: Any, pdf: Any, texts: list[Text]) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Moves the text of all pages; `texts` are those of the elements, by the number in their data-n."""
    marks = list(_marks(pdf))
    owners = [owner for page in document.pages for owner in _owners(page._page_box, "")]
    boxes: dict[str, list[Mark]] = {}
    for owner, mark in zip(owners, marks, strict=True):
        boxes.setdefault(owner, []).append(mark)
    boxes.pop("", None)
    drawn = {mark for marks_of in boxes.values() for mark in marks_of}
    streams = [_at(pdf, _at(pdf, reference)["Contents"]).stream for reference in pdf.page_references]
    glyphs = {mark: found for page, stream in enumerate(streams) for mark, found in _glyphs(stream, page, drawn)}
    shown: dict[Mark, list[bytes]] = {}
    for owner, marks_of in boxes.items():
        shown |= _shown(texts[int(owner)], marks_of, glyphs)
    if len(boxes) != len(texts):
        raise RuntimeError("WeasyPrint did not draw all the text that it was given")
    for page, stream in enumerate(streams):
        stream[:] = _moved(stream, page, shown)


Mark = tuple[int, int]
"page from 0 and number (MCID) of a stretch of marked content"

Glyphs = tuple[bytes, str]
"the operator that sets the face (Tf), and the glyphs, four hexadecimal digits each"


def _at(pdf: Any, reference: Any) -> Any:  # noqa: ANN401
    return pdf.objects[int(reference.split()[0])]


def _marks(pdf: Any) -> Iterator[Mark]:  # noqa: ANN401
    """Page and number of every marked stretch of content, in the order of the structure tree."""
    pages = {bytes(reference): page for page, reference in enumerate(pdf.page_references)}

    def below(record: Any) -> Iterator[Mark]:  # noqa: ANN401
        for kid in record.get("K", ()):
            if isinstance(kid, int):
                yield pages[bytes(record["Pg"])], kid
            else:
                yield from below(_at(pdf, kid))

    return below(_at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["K"][0]))


def _owners(box: Any, owner: str) -> Iterator[str]:  # noqa: ANN401
    """For each text and picture below a box, in the same order, the number of the element it belongs to, if any."""
    box = getattr(box, "_box", box)  # what is placed absolutely is wrapped
    if box.element is not None:
        owner = box.element.get("data-n", owner)
    kind = type(box).__name__
    if kind == "TextBox":
        yield owner
    elif kind.endswith("ReplacedBox"):
        yield ""
    else:
        for child in box.children:
            yield from _owners(child, owner)


def _glyphs(stream: list[Any], page: int, wanted: set[Mark]) -> Iterator[tuple[Mark, Glyphs]]:
    """What WeasyPrint has drawn of our text."""
    mark: Mark | None = None
    face, glyphs = b"", ""
    for operator in stream:
        if isinstance(operator, dict) and "MCID" in operator:
            mark, face, glyphs = (page, operator["MCID"]), b"", ""
        elif mark is not None and isinstance(operator, bytes):
            if operator.endswith(b" Tf"):
                face = operator
            elif operator.endswith(b"] TJ"):
                glyphs += "".join(re.findall(r"<([0-9a-f]*)>", operator.decode("ascii")))
            elif operator == b"EMC":
                if mark in wanted:
                    yield mark, (face, glyphs)
                mark = None


def _shown(text: Text, marks: list[Mark], glyphs: dict[Mark, Glyphs]) -> dict[Mark, list[bytes]]:
    """For each box of an element the operators that draw it."""
    shown: dict[Mark, list[bytes]] = {mark: [] for mark in marks}
    done = [0] * len(marks)
    set_face = b""
    for stretch in text.stretches:
        face, all_glyphs = glyphs[marks[stretch.box]]
        start = done[stretch.box]
        done[stretch.box] += 4 * stretch.count or len(all_glyphs)
        if not all_glyphs:
            continue  # a blank
        operators = shown[marks[stretch.box if text.in_order else 0]]
        if face != set_face or text.in_order:
            operators.append(face)
            set_face = face
        place = f"1 0 0 -1 {stretch.x:.4f} {stretch.y:.4f} Tm {stretch.spacing:.5f} Tc"
        operators.append(f"{place} <{all_glyphs[start : done[stretch.box]]}> Tj".encode("ascii"))
    if any(glyphs[mark][1] and len(glyphs[mark][1]) != count for mark, count in zip(marks, done, strict=True)):
        raise RuntimeError("not one glyph for each character: " + "".join(box.content for box in text.boxes))
    return shown


def _moved(stream: list[Any], page: int, shown: dict[Mark, list[bytes]]) -> Iterator[Any]:
    """The operators of a page, those that draw our text replaced."""
    operators: list[bytes] | None = None
    for operator in stream:
        if isinstance(operator, dict) and "MCID" in operator:
            operators = shown.get((page, operator["MCID"]))
        elif operators is not None and isinstance(operator, bytes):
            if operator.endswith((b" Tm", b" Tf", b"] TJ")):
                continue
            if operator == b"ET":
                yield from (*operators, b"0 Tc") if operators else ()
                operators = None
        yield operator
