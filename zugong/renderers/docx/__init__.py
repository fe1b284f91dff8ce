"""The DOCX drawer: Sheet and true page numbers from Pages → a document of named styles."""

from __future__ import annotations

from zugong.layout.sheet import Sheet
from zugong.typesetting.pages import Pages


def render(sheet: Sheet, pages: Pages) -> bytes:
    """The DOCX of a sheet whose pages are placed; same input, same bytes."""
    from zugong.renderers.docx.document import written  # thirty modules, which comments do not need

    return written(sheet, pages)
