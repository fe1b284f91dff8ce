"""Runs, fields, bookmarks and links inside a paragraph: text carries style names and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from itertools import groupby

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from zugong.layout.sheet import StyledRun
from zugong.model.styles import Accent, Role
from zugong.renderers.docx.names import MARKS_ID, PARAGRAPH_NAMES, bookmark_name, character_id
from zugong.text.punctuation import is_western

_WEAK_MARKS = "“”‘’—…·"
"marks without a script of their own: office programs judge them by what stands before"


def add_text(paragraph: Paragraph, runs: tuple[StyledRun, ...]) -> None:
    """The runs, each with the character style of its accent."""
    body = paragraph.style is not None and paragraph.style.name == PARAGRAPH_NAMES[Role.BODY]
    for run in runs:
        for content, kind in _alike(run.content):
            plain = run.accent is Accent.PLAIN and body and kind is _Kind.MARK_BEHIND_SIGN
            added = _added(paragraph, content)
            if plain or run.accent is not Accent.PLAIN:  # by id: python-docx would look for a name in all styles
                added._r.style = MARKS_ID if plain else character_id(run.accent)
            if kind is not _Kind.AMBIGUOUS:
                _hint(added)


def _added(paragraph: Paragraph, content: str) -> Run:
    """A run of text; python-docx would look at every character for tabs and ends of lines."""
    if any(mark in content for mark in "\t\r\n"):
        return paragraph.add_run(content)
    run = paragraph.add_run()
    run._r.add_t(content)
    return run


class _Kind(Enum):
    """What an office program must be told of a character."""

    PLAIN = 0
    AMBIGUOUS = 1
    "Latin, though the hint would give it to the Chinese face"
    MARK_BEHIND_SIGN = 2
    "Chinese, though an office program may take it for Latin"


def _alike(content: str) -> list[tuple[str, _Kind]]:
    """The text in stretches of one kind."""
    kinds = [_kind(content[index - 1] if index else "", character) for index, character in enumerate(content)]
    grouped = groupby(zip(content, kinds, strict=True), key=lambda pair: pair[1])
    return [("".join(character for character, _ in group), kind) for kind, group in grouped]


def _kind(before: str, character: str) -> _Kind:
    if _is_western_though_ambiguous(character):
        return _Kind.AMBIGUOUS
    if character in _WEAK_MARKS and before and is_western(before) and not before.isalnum():
        return _Kind.MARK_BEHIND_SIGN
    return _Kind.PLAIN


def _is_western_though_ambiguous(character: str) -> bool:
    """² ° é and the like, which the hint would give to the Chinese face (ECMA-376, 17.3.2.26)."""
    return not character.isascii() and is_western(character)


def _hint(run: Run) -> None:
    """Without it Word takes “ ” — … from the Latin face."""
    run._r.get_or_add_rPr()._add_rFonts().set(qn("w:hint"), "eastAsia")


def add_plain(paragraph: Paragraph, content: str) -> None:
    """Text of the program's own."""
    _hint(_added(paragraph, content))


def add_field(paragraph: Paragraph, instruction: str, cached: str) -> None:
    """A field with its result; it is not dirty, since WPS would leave it empty and Word would ask."""
    _mark(paragraph, "begin")
    text = OxmlElement("w:instrText")
    text.text = f" {instruction} "
    text.set(qn("xml:space"), "preserve")
    paragraph.add_run()._r.append(text)
    _mark(paragraph, "separate")
    add_plain(paragraph, cached)
    _mark(paragraph, "end")


def _mark(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): kind}))


@contextmanager
def bookmark(paragraph: Paragraph, anchor: str, number: int) -> Iterator[None]:
    """What is added inside carries the bookmark of an anchor; `number` is unique in the document."""
    identity = {qn("w:id"): str(number)}
    paragraph._p.append(OxmlElement("w:bookmarkStart", {**identity, qn("w:name"): bookmark_name(anchor)}))
    yield
    paragraph._p.append(OxmlElement("w:bookmarkEnd", identity))


def link_all(paragraph: Paragraph, anchor: str) -> None:
    """Makes all runs of a paragraph one link to an anchor."""
    link = OxmlElement("w:hyperlink", {qn("w:anchor"): bookmark_name(anchor), qn("w:history"): "1"})
    link.extend([run._r for run in paragraph.runs])
    paragraph._p.append(link)
