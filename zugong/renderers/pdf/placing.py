"""Every character at its place: what WeasyPrint has drawn is moved to where Pages wants it.

WeasyPrint 70 draws other advances than it lays out (weasyprint/draw/text.py), and its time grows with the number of
characters and still more of inline boxes. So it is given every character of a face once, in a specimen, and of each
element one character, for its mark in the structure tree. The specimens say which glyph draws a character; of those
each run is written at its place with its tracking (Tc). Only text in which a character may be no glyph, or
several, or another one beside others, is drawn by WeasyPrint itself and then moved.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from zugong.classes import dataclass
from zugong.typesetting.pages import PlacedLine, PlacedRun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    """Characters that stand evenly on one line."""

    box: int
    "the box of the element to which they belong"
    family: str
    content: str
    "empty: all that the box holds"
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
    "one character, if the specimens say how all others are drawn"
    is_leader: bool
    "drawn, but no text (目录导引点)"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an element."""

    family: str
    "the face that most characters have"
    boxes: tuple[TextBox, ...]
    stretches: tuple[Stretch, ...]
    "in reading order"


def text_of(lines: tuple[PlacedLine, ...], leader: str) -> Text:
    """The text of a fragment."""
    runs = [(run, line.baseline) for line in lines for run in line.runs]
    visible = [run for run, _ in runs if not run.content.isspace()]
    family = _commonest(visible or [run for run, _ in runs])
    if not visible or not _is_plain(runs) or any(_is_leader(run, leader) for run, _ in runs):
        return _apart(family, runs, leader)
    first = next(run.content.strip()[0] for run in visible if run.family == family)
    faces = {run.family for run in visible}
    stretches = (_stretch(0, run, baseline, run.content) for run, baseline in runs if run.family in faces)
    return Text(family, (TextBox(family, first, is_leader=False),), tuple(stretches))


def _apart(family: str, runs: list[tuple[PlacedRun, float]], leader: str) -> Text:
    """Every run in a box of its own; of those that are plain one character is enough, but not a blank."""
    boxes: list[TextBox] = []
    stretches: list[Stretch] = []
    for run, baseline in runs:
        content = run.content if _is_plain([(run, baseline)]) else ""
        needed = (content.strip() or content)[:1] or run.content
        stretches.append(_stretch(len(boxes), run, baseline, content))
        boxes.append(TextBox(run.family, needed, _is_leader(run, leader)))
    return Text(family, tuple(boxes), tuple(stretches))


def _commonest(runs: list[PlacedRun]) -> str:
    """The face that most characters have."""
    lengths: dict[str, int] = {}
    for run in runs:
        lengths[run.family] = lengths.get(run.family, 0) + len(run.content)
    return max(lengths, key=lengths.__getitem__)


def _is_plain(runs: list[tuple[PlacedRun, float]]) -> bool:
    """Whether specimens say what draws them; where no face has a character, there is none."""
    characters = set("".join(run.content for run, _ in runs))
    return all(run.family for run, _ in runs) and all(map(_is_one_glyph, characters))


def _is_leader(run: PlacedRun, leader: str) -> bool:
    return run.content.startswith(leader) and set(run.content) == {leader}


def _stretch(box: int, run: PlacedRun, baseline: float, content: str) -> Stretch:
    spacing = run.tracking * run.size / 1000 * _PIXELS
    return Stretch(box, run.family, content, run.x * _PIXELS, baseline * _PIXELS, spacing)


def specimens(texts: Iterable[Text]) -> dict[str, str]:
    """For each face the characters that WeasyPrint must be asked for."""
    found: dict[str, list[str]] = {}
    for stretch in (stretch for text in texts for stretch in text.stretches if stretch.content):
        found.setdefault(stretch.family, []).append(stretch.content)
    return {family: "".join(dict.fromkeys("".join(contents))) for family, contents in found.items()}


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
    faces = {
        family: _face(characters, [glyphs[mark] for mark in boxes.pop(SPECIMEN + family, ())])
        for family, characters in specimens(texts).items()
    }
    shown: dict[Mark, list[bytes]] = {mark: [] for mark in drawn}
    for owner, marks_of in boxes.items():
        shown |= _shown(texts[int(owner)], marks_of, glyphs, faces)
    if len(boxes) != len(texts):
        raise RuntimeError("WeasyPrint did not draw all the text that it was given")
    for page, stream in enumerate(streams):
        stream[:] = _moved(stream, page, shown)


SPECIMEN = "face "
"what data-n of a specimen begins with, before its family"

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


@dataclass(frozen=True, slots=True)
class Face:
    """What a specimen says."""

    name: bytes
    "by which the PDF calls it"
    codes: dict[int, str]
    "character → the four hexadecimal digits of its glyph"


def _face(characters: str, drawn: list[Glyphs]) -> Face:
    """A face by its specimen."""
    if characters.isspace():
        return Face(b"", {})
    ((set_face, glyphs),) = drawn or [(b"", "")]
    if len(glyphs) != 4 * len(characters):
        raise RuntimeError("not one glyph for each character: " + characters)
    codes = {ord(character): glyphs[4 * at : 4 * at + 4] for at, character in enumerate(characters)}
    return Face(set_face.split()[0], codes)


def _shown(
    text: Text, marks: list[Mark], glyphs: dict[Mark, Glyphs], faces: dict[str, Face]
) -> dict[Mark, list[bytes]]:
    """For each box of an element the operators that draw it."""
    shown: dict[Mark, list[bytes]] = {mark: [] for mark in marks}
    now = (-1, b"")
    for stretch in text.stretches:
        mark = marks[stretch.box]
        set_face, codes = glyphs[mark]
        if stretch.content:
            face = faces[stretch.family]
            codes = stretch.content.translate(face.codes) if codes else ""
            set_face = b" ".join((face.name, *set_face.split()[1:]))
        if not codes:
            continue  # a blank
        if (stretch.box, set_face) != now:
            shown[mark].append(set_face)
            now = stretch.box, set_face
        place = f"1 0 0 -1 {stretch.x:.4f} {stretch.y:.4f} Tm {stretch.spacing:.5f} Tc"
        shown[mark].append(f"{place} <{codes}> Tj".encode("ascii"))
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
