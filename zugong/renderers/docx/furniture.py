"""Headers and footers: page numbers (页码) outside, the draft mark (草稿)."""

from __future__ import annotations

from zugong.layout.sheet import Sheet
from zugong.model.styles import Role
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.names import EVEN_FOLIO, other_id, paragraph_id
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.runs import field, plain

_PLACE_OF_NUMBER = "{页码}"


def folio(sheet: Sheet) -> str:
    """— 1 — of odd pages, or an empty paragraph."""
    return _folio(sheet, paragraph_id(Role.FOLIO), "1")


def even_folio(sheet: Sheet) -> str:
    """— 2 — of even pages, or an empty paragraph."""
    return _folio(sheet, other_id(EVEN_FOLIO), "2")


def _folio(sheet: Sheet, style: str, cached: str) -> str:
    """`cached` stands there until the program has counted."""
    template = sheet.styles.marks.folio
    if not template:
        return w("p")
    before, _, after = template.partition(_PLACE_OF_NUMBER)
    number = field("PAGE", cached)
    return Paragraph(
        style, content=(plain(before) if before else "") + number + (plain(after) if after else "")
    ).markup()


def draft_mark(sheet: Sheet) -> str:
    """草稿."""
    return Paragraph(paragraph_id(Role.DRAFT), content=plain(sheet.draft_mark)).markup()
