"""The press drawer: Pages → HTML (jinja2) → PDF (WeasyPrint)."""

from __future__ import annotations

from pathlib import Path

from zugong.layout.sheet import Sheet
from zugong.renderers.pdf.markup import markup
from zugong.renderers.pdf.press import PdfUnavailable, press
from zugong.typesetting.pages import Pages

__all__ = ["PdfUnavailable", "render"]


def render(sheet: Sheet, pages: Pages, own_templates: Path | None = None) -> bytes:
    """The PDF of placed pages; raises PdfUnavailable where Pango or WeasyPrint is missing."""
    return press(markup(sheet, pages, own_templates))
