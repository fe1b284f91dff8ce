"""The proof drawer (校样): the same Pages as the press, written straight to PDF; needs nothing but pip."""

from __future__ import annotations

from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import Sheet
from zugong.typesetting.pages import Pages


def render(sheet: Sheet, pages: Pages, faces: FaceSet | None = None) -> bytes:
    """The proof of placed pages; same input, same bytes.

    `faces` are those that the pages were set with; needed when there are installed ones among them.
    """
    from zugong.renderers.proof.document import written  # uharfbuzz is not needed by a command that only checks

    return written(sheet, pages, faces or FaceSet((), ()))
