"""The press drawer: Pages → HTML (jinja2) → PDF (WeasyPrint)."""

from __future__ import annotations

from pathlib import Path

from zugong.fonts.faces import SHIPPED, FaceSet
from zugong.layout.sheet import Sheet
from zugong.renderers.pdf.markup import describe, markup
from zugong.renderers.pdf.own import has_own, refused
from zugong.renderers.pdf.pictures import picture_table
from zugong.renderers.pdf.press import Drawing, PdfUnavailable, press
from zugong.renderers.pdf.tags import table_outlines
from zugong.templating import TemplateError
from zugong.typesetting.pages import Pages

__all__ = ["PdfUnavailable", "render"]


def render(sheet: Sheet, pages: Pages, own_templates: Path | None = None, faces: FaceSet | None = None) -> bytes:
    """The PDF of placed pages; raises PdfUnavailable where Pango or WeasyPrint is missing.

    `faces` are those that the pages were set with; needed when there are installed ones among them.
    """
    characters = _characters(pages)
    visible = frozenset(family for family, used in characters.items() if not "".join(used).isspace())
    pictures = picture_table(pages)
    made = markup(sheet, pages, own_templates, pictures.source)
    own = own_templates if has_own(own_templates) else None
    drawing = Drawing(
        made.html,
        made.texts,
        describe(pages),
        table_outlines(pages),
        visible,
        _files(characters, faces),
        pictures.files,
        any_html=own is not None,
    )
    pressed = press(drawing)
    if own is not None and pressed.remarks:
        raise TemplateError(refused(pressed.remarks[0], own))
    return pressed.content


def _characters(pages: Pages) -> dict[str, set[str]]:
    """The characters that each face sets."""
    found: dict[str, set[str]] = {}
    for page in pages.pages:
        for run in (run for line in page.lines for run in line.runs):
            found.setdefault(run.family, set()).update(run.content)
    found.pop("", None)  # a character that no face has, in a draft
    return found


def _files(characters: dict[str, set[str]], faces: FaceSet | None) -> dict[str, bytes]:
    """Font files with the glyphs in use, for the faces that are not shipped."""
    installed = {family: used for family, used in sorted(characters.items()) if family not in SHIPPED}
    if faces is None or not installed:
        return {}
    from zugong.fonts.cutting import cut

    try:
        return {family: cut(faces.file(family), frozenset(used)) for family, used in installed.items()}
    except ValueError as broken:
        advice = "请重新安装这个字体；临时要用，可以设环境变量 ZUGONG_FONTS=shipped，只用随附字体"
        raise PdfUnavailable(f"字体 {broken} 的文件坏了，PDF 没有生成。{advice}") from broken
