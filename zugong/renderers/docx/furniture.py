"""Headers and footers: page numbers (页码) outside, the draft mark (草稿)."""

from __future__ import annotations

from docx.document import Document
from docx.section import _Footer, _Header

from zugong.layout.sheet import Sheet
from zugong.model.styles import Role
from zugong.renderers.docx.names import EVEN_FOLIO, PARAGRAPH_NAMES
from zugong.renderers.docx.runs import add_field, add_plain

_PLACE_OF_NUMBER = "{页码}"


def write_furniture(document: Document, sheet: Sheet) -> None:
    """Fills the headers and footers that the package has."""
    section = document.sections[0]
    folio = sheet.styles.marks.folio
    if folio:
        _write_folio(section.footer, PARAGRAPH_NAMES[Role.FOLIO], folio, "1")
        _write_folio(section.even_page_footer, EVEN_FOLIO, folio, "2")
    if sheet.draft_mark:
        for header in (section.header, section.even_page_header):
            _write_draft_mark(header, sheet.draft_mark)


def _write_folio(footer: _Footer, style: str, template: str, cached: str) -> None:
    """— 1 —; `cached` stands there until the program has counted."""
    paragraph = footer.paragraphs[0]
    paragraph.style = style
    before, _, after = template.partition(_PLACE_OF_NUMBER)
    if before:
        add_plain(paragraph, before)
    add_field(paragraph, "PAGE", cached)
    if after:
        add_plain(paragraph, after)


def _write_draft_mark(header: _Header, mark: str) -> None:
    paragraph = header.paragraphs[0]
    paragraph.style = PARAGRAPH_NAMES[Role.DRAFT]
    add_plain(paragraph, mark)
