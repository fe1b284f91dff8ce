"""The package (OPC): everything that belongs to a document, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zugong.layout.sheet import Sheet
from zugong.model.styles import Role
from zugong.renderers.docx import section
from zugong.renderers.docx.archive import zipped
from zugong.renderers.docx.furniture import draft_mark, even_folio, folio
from zugong.renderers.docx.markup import part, w
from zugong.renderers.docx.parts import OFFICE, OPENXML, Part, content_types, office_part, relations
from zugong.renderers.docx.places import ends_blank
from zugong.renderers.docx.properties import extended_part
from zugong.renderers.docx.settings import settings_part
from zugong.renderers.docx.stylesheet import styles_part
from zugong.renderers.docx.typefaces import fonts_part, theme_part
from zugong.renderers.docx.uses import Uses, uses_of
from zugong.typesetting.pages import Pages


def packed(
    sheet: Sheet, pages: Pages, core: Part, body: str, pictures: Iterable[Part] = (), more: Iterable[Role] = ()
) -> bytes:
    """The DOCX around a finished `w:body`.

    `more` are roles that need a style though the sheet does not show them.
    """
    document = office_part(
        "word/document.xml", "rIdDocument", "officeDocument", part("document", body), "document.main"
    )
    described = (document, core, extended_part())
    around = (*_parts_of_document(sheet, pages, uses_of(sheet, more)), *pictures)
    return zipped(
        {
            "[Content_Types].xml": content_types((*described, *around)).encode(),
            "_rels/.rels": relations(described, "").encode(),
            "word/_rels/document.xml.rels": relations(around, "word/").encode(),
            **{one.name: one.content for one in (*described, *around)},
        }
    )


def _parts_of_document(sheet: Sheet, pages: Pages, uses: Uses) -> Iterator[Part]:
    """What the document refers to."""
    styles = sheet.styles
    yield office_part("word/styles.xml", "rIdStyles", "styles", styles_part(styles, pages, uses))
    yield office_part("word/settings.xml", "rIdSettings", "settings", settings_part(styles.page))
    yield office_part("word/fontTable.xml", "rIdFonts", "fontTable", fonts_part(styles))
    theme = theme_part(styles).encode()
    yield Part("word/theme/theme1.xml", f"{OPENXML}officedocument.theme+xml", "rIdTheme", f"{OFFICE}/theme", theme)
    yield from _margins(sheet, pages)


def _margins(sheet: Sheet, pages: Pages) -> Iterator[Part]:
    """Headers and footers."""
    yield _margin("footer", "1", section.ODD_FOOTER, folio(sheet))
    yield _margin("footer", "2", section.EVEN_FOOTER, even_folio(sheet))
    if ends_blank(pages):
        yield _margin("footer", "3", section.BLANK_FOOTER, w("p"))
    if sheet.draft_mark:
        yield _margin("header", "1", section.ODD_HEADER, draft_mark(sheet))
        yield _margin("header", "2", section.EVEN_HEADER, draft_mark(sheet))


def _margin(kind: str, number: str, relation: str, paragraph: str) -> Part:
    root = "hdr" if kind == "header" else "ftr"
    return office_part(f"word/{kind}{number}.xml", relation, kind, part(root, paragraph))
