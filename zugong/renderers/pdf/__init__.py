"""The press drawer: Pages → HTML (jinja2) → PDF (WeasyPrint)."""

from __future__ import annotations

from pathlib import Path

from zugong.fonts.faces import SHIPPED, FaceSet
from zugong.layout.sheet import Sheet
from zugong.renderers.pdf.markup import markup
from zugong.renderers.pdf.press import Drawing, PdfUnavailable, press
from zugong.typesetting.pages import Pages

__all__ = ["PdfUnavailable", "render"]


def render(sheet: Sheet, pages: Pages, own_templates: Path | None = None, faces: FaceSet | None = None) -> bytes:
    """The PDF of placed pages; raises PdfUnavailable where Pango or WeasyPrint is missing.

    `faces` are those that the pages were set with; needed when there are installed ones among them.
    """
    characters = _characters(pages)
    visible = frozenset(family for family, used in characters.items() if not "".join(used).isspace())
    html = markup(sheet, pages, own_templates)
    return press(Drawing(html, _descriptions(pages), visible, _files(characters, faces)))


def _characters(pages: Pages) -> dict[str, set[str]]:
    """The characters that each face sets."""
    found: dict[str, set[str]] = {}
    for page in pages.pages:
        for fragment in (*page.fragments, *page.furniture):
            for run in (run for line in fragment.lines for run in line.runs):
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


def _descriptions(pages: Pages) -> dict[str, str]:
    """For each anchor what is found there: a link to it reads this out."""
    return {
        fragment.anchor: f"{fragment.outline_title}，第 {page.number} 面"
        for page in pages.pages
        for fragment in page.fragments
        if fragment.anchor
    }
