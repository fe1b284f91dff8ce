"""The whole document, from an empty package to sealed bytes."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time

from docx import Document
from docx.opc.coreprops import CoreProperties

from zugong.layout.sheet import DocumentInfo, Sheet
from zugong.renderers.docx.body import write_body
from zugong.renderers.docx.furniture import write_furniture
from zugong.renderers.docx.package import sealed, skeleton
from zugong.typesetting.pages import Pages


def written(sheet: Sheet, pages: Pages) -> bytes:
    """The bytes of the DOCX."""
    document = Document(io.BytesIO(skeleton(sheet, pages)))
    write_body(document, sheet, pages)
    write_furniture(document, sheet)
    _describe(document.core_properties, sheet.info)
    buffer = io.BytesIO()
    document.save(buffer)
    return sealed(buffer.getvalue())


def _describe(properties: CoreProperties, info: DocumentInfo) -> None:
    """Metadata; the day of issue stands for creation and change, so that no clock is read."""
    midnight = datetime.combine(info.issued_on, time(), UTC)  # 8 in the morning in Beijing: the same day
    properties.title = info.title
    properties.author = properties.last_modified_by = info.author
    properties.language = info.language
    properties.created = properties.modified = midnight
    properties.revision = 1
