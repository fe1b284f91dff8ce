"""The whole document, from the sheet to the bytes."""

from __future__ import annotations

from datetime import UTC, datetime, time

from zugong.layout.sheet import Sheet
from zugong.renderers.docx.body import written_body
from zugong.renderers.docx.package import packed
from zugong.renderers.docx.properties import core_part
from zugong.typesetting.pages import Pages


def written(sheet: Sheet, pages: Pages) -> bytes:
    """The bytes of the DOCX; the day of issue stands for creation and change."""
    midnight = datetime.combine(sheet.info.issued_on, time(), UTC)  # 8 in the morning in Beijing: the same day
    body, pictures = written_body(sheet, pages)
    return packed(sheet, pages, core_part(sheet.info, sheet.info.author, midnight), body, pictures)
