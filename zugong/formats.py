"""The formats that can be asked for; a renderer is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zugong.fonts.faces import FaceSet
    from zugong.layout.sheet import Sheet
    from zugong.typesetting.pages import Pages


class RenderingUnavailable(Exception):
    """A format that cannot be made on this machine; the message is for the editor."""


def _pdf(sheet: Sheet, pages: Pages, faces: FaceSet, root: Path) -> bytes:
    from zugong.renderers import pdf
    from zugong.templating import TemplateError

    own = root / "issues" / "templates"
    try:
        return pdf.render(sheet, pages, own if own.is_dir() else None, faces)
    except (pdf.PdfUnavailable, TemplateError) as unavailable:
        raise RenderingUnavailable(str(unavailable)) from unavailable


def _docx(sheet: Sheet, pages: Pages, _: FaceSet, __: Path) -> bytes:
    from zugong.renderers import docx

    return docx.render(sheet, pages)


def _proof(sheet: Sheet, pages: Pages, faces: FaceSet, _: Path) -> bytes:
    from zugong.renderers import proof

    return proof.render(sheet, pages, faces)


RENDERERS: dict[str, Callable[[Sheet, Pages, FaceSet, Path], bytes]] = {"pdf": _pdf, "docx": _docx, "proof": _proof}
"""Every format that can be asked for."""

ENDINGS = {"pdf": ".pdf", "docx": ".docx", "proof": "校样.pdf"}
"""Format → the end of its files' names; a proof never bears the name of the final file."""

STOPGAPS = {"pdf": "proof"}
"""What is made instead of a format that cannot be made on this machine."""

UNAVAILABLE = "format-unavailable"
"the rule of the problem that says so"
