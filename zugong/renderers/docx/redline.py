"""花脸稿: a document whose tracked changes WPS and Word accept or reject one by one (ECMA-376, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count

from zugong.classes import dataclass, field
from zugong.layout.sheet import Sheet
from zugong.model.styles import Accent
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.names import character_id, paragraph_id
from zugong.renderers.docx.package import packed
from zugong.renderers.docx.properties import core_part
from zugong.renderers.docx.redline_rows import row_settings
from zugong.renderers.docx.runs import run_text
from zugong.renderers.docx.section import section_properties
from zugong.revision.comparing import Change, RevisedParagraph, Span
from zugong.revision.ends import shifted_ends
from zugong.typesetting.pages import Pages

_ELEMENT = {Change.INSERTED: "ins", Change.DELETED: "del"}


_LONGEST_NAME = 255
"characters (ECMA-376, 22.9.2.13)"


@dataclass(slots=True)
class Author:
    """Who made the changes, and when; every change has a number of its own."""

    name: str
    moment: datetime
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def mark(self, name: str, *children: str) -> str:
        """`w:ins`, `w:del`, `w:rPrChange` with what they all carry."""
        date = self.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return w(name, *children, id=next(self.numbers), author=self.name, date=date)


def redline(sheet: Sheet, pages: Pages, paragraphs: Sequence[RevisedParagraph], name: str, moment: datetime) -> bytes:
    """The DOCX; `sheet` and `pages` give its styles and page, `paragraphs` its text."""
    author, paragraphs = Author(name[:_LONGEST_NAME], moment), shifted_ends(paragraphs)
    last = len(paragraphs) - 1
    settings = row_settings(paragraphs, sheet.styles)
    flow = (
        _paragraph(paragraph, author, setting, is_last=index == last)
        for index, (paragraph, setting) in enumerate(zip(paragraphs, settings, strict=True))
    )
    body = w("body", *flow, section_properties(sheet))
    return packed(sheet, pages, core_part(sheet.info, name, moment), body, more=[one.role for one in paragraphs])


def _paragraph(paragraph: RevisedParagraph, author: Author, setting: str, *, is_last: bool) -> str:
    """The end of the last paragraph of a document can neither come nor go."""
    changed = paragraph.end is not Change.KEPT and not is_last
    mark = w("rPr", author.mark(_ELEMENT[paragraph.end])) if changed else ""
    properties = w("pPr", w("pStyle", val=paragraph_id(paragraph.role)), setting, mark)
    content = "".join(_span(span, author) for span in paragraph.spans)
    return w("p", properties, content)


def _span(span: Span, author: Author) -> str:
    deleted = span.change is Change.DELETED
    run = w("r", _look(span, author), run_text(span.content, "delText" if deleted else "t"))
    return run if span.change is Change.KEPT else author.mark(_ELEMENT[span.change], run)


def _look(span: Span, author: Author) -> str:
    """rPrChange holds the look that was; the hint keeps “ ” — in the Chinese face."""
    before = author.mark("rPrChange", w("rPr", *_accent(span.was))) if span.was is not None else ""
    return w("rPr", *_accent(span.accent), before)


def _accent(accent: Accent) -> tuple[str, ...]:
    style = w("rStyle", val=character_id(accent)) if accent is not Accent.PLAIN else ""
    return (style, w("rFonts", hint="eastAsia"))
