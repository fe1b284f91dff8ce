"""Text → markup of a body: what the reader would take for marks is escaped, so that it stays text."""

from __future__ import annotations

import re

from zugong.intake.drafts import BodyParagraph

_NEEDS_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)|\*|(?<=\])\(|<(?=!--)")
_LINE_START = re.compile(r"(?=#{1,6}\s|[-+]\s|>|```|~~~|-{3}|={3}|_{3}|\||!\[)")


def markup(paragraph: BodyParagraph) -> str:
    """A paragraph with its **段首语**, or a heading with its #."""
    written = marked(paragraph)
    if _LINE_START.match(written):
        written = "\\" + written
    return f"{'#' * paragraph.level} {written}" if paragraph.level else written


def marked(paragraph: BodyParagraph) -> str:
    """The same where no line begins with it: in a cell."""
    text = paragraph.content
    pieces: list[str] = []
    at = 0
    for start, stop in paragraph.leads:
        pieces += [escaped(text[at:start]), f"**{escaped(text[start:stop])}**"]
        at = stop
    return "".join([*pieces, escaped(text[at:])])


def escaped(text: str) -> str:
    """Text that is nothing but text to the reader of bodies."""
    return _NEEDS_ESCAPE.sub(lambda found: "\\" + found.group(), text)
