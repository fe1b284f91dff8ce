"""The press drawer: Pages → HTML (jinja2) → PDF (WeasyPrint)."""

from __future__ import annotations

from pathlib import Path

from zugong.fonts.choosing import FaceFile
from zugong.fonts.faces import SHIPPED, FaceSet, file_of
from zugong.layout.sheet import Sheet
from zugong.pictures.picture import PictureKind
from zugong.renderers.pdf.markup import describe, markup
from zugong.renderers.pdf.own import has_own, refused
from zugong.renderers.pdf.pictures import PictureTable, picture_table
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
    visible = frozenset(family for family, used in characters.items() if family and not "".join(used).isspace())
    pictures = picture_table(pages)
    own = own_templates if has_own(own_templates) else None
    made = markup(sheet, pages, own, pictures.source)
    drawing = Drawing(
        made.html,
        made.texts,
        describe(pages),
        table_outlines(pages),
        visible,
        _files(characters, faces),
        {} if own or _may_need_more(characters, pictures) else _pared(characters),
        pictures.files,
        any_html=own is not None,
    )
    pressed = press(drawing)
    if own is not None and pressed.remarks:
        raise TemplateError(refused(pressed.remarks[0], own))
    return pressed.content


def _characters(pages: Pages) -> dict[str, set[str]]:
    """The characters that each face sets; in a draft the empty name stands for those that no face has."""
    found: dict[str, set[str]] = {}
    for page in pages.pages:
        for run in (run for line in page.lines for run in line.runs):
            found.setdefault(run.family, set()).update(run.content)
    return found


def _may_need_more(characters: dict[str, set[str]], pictures: PictureTable) -> bool:
    """Whether there may be text that is not in the pages, or that Pango must find a face for."""
    return "" in characters or any(file.picture.kind is PictureKind.SVG for file in pictures.files.values())


def _pared(characters: dict[str, set[str]]) -> dict[str, bytes]:
    """Font files with the glyphs in use, for the shipped faces: WeasyPrint copies a file again and again."""
    from zugong.fonts.cutting import pared

    shipped = {family: used for family, used in sorted(characters.items()) if family in SHIPPED}
    return {family: pared(_shipped_file(family), frozenset(used)) for family, used in shipped.items()}


def _shipped_file(family: str) -> FaceFile:
    return FaceFile(family, family, str(file_of(family)), 0, grown=False)


def _files(characters: dict[str, set[str]], faces: FaceSet | None) -> dict[str, bytes]:
    """Font files with the glyphs in use, for the faces that are not shipped."""
    installed = {family: used for family, used in sorted(characters.items()) if family and family not in SHIPPED}
    if faces is None or not installed:
        return {}
    from zugong.fonts.cutting import cut

    try:
        return {family: cut(faces.file(family), frozenset(used)) for family, used in installed.items()}
    except ValueError as broken:
        advice = "请重新安装这个字体；临时要用，可以设环境变量 ZUGONG_FONTS=shipped，只用随附字体"
        raise PdfUnavailable(f"字体 {broken} 的文件坏了，PDF 没有生成。{advice}") from broken
