"""The package (OPC): text parts in, the same bytes out on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from zugong.classes import dataclass
from zugong.layout.sheet import Sheet
from zugong.model.styles import Role
from zugong.renderers.docx import section
from zugong.renderers.docx.markup import DECLARATION, element, part, w
from zugong.renderers.docx.places import ends_blank
from zugong.renderers.docx.settings import settings_part
from zugong.renderers.docx.stylesheet import styles_part
from zugong.renderers.docx.typefaces import fonts_part, theme_part
from zugong.renderers.docx.uses import Uses, uses_of
from zugong.typesetting.pages import Pages

_EPOCH = (1980, 1, 1, 0, 0, 0)
"the first moment that a ZIP file can name"

_SCHEMAS = "http://schemas.openxmlformats.org"
_OFFICE = f"{_SCHEMAS}/officeDocument/2006/relationships"
_PACKAGE = f"{_SCHEMAS}/package/2006"
_OPENXML = "application/vnd.openxmlformats-"


@dataclass(frozen=True, slots=True)
class _Part:
    """A part and how the package knows it."""

    name: str
    "path inside the package"
    content_type: str
    relation: str
    "relationship id"
    relation_type: str
    content: str


def skeleton(sheet: Sheet, pages: Pages, more: Iterable[Role] = ()) -> bytes:
    """A document without a word in it: python-docx's own template would bring 164 English styles along.

    `more` are roles that need a style though the sheet does not show them.
    """
    described = _described_parts(sheet)
    around = _parts_of_document(sheet, pages, uses_of(sheet, more))
    parts = {
        "[Content_Types].xml": _content_types((*described, *around)),
        "_rels/.rels": _relations(described, ""),
        "word/_rels/document.xml.rels": _relations(around, "word/"),
    }
    parts |= {one.name: one.content for one in (*described, *around)}
    return zipped({name: content.encode() for name, content in parts.items()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """A ZIP file of parts in a fixed order with fixed dates; [Content_Types].xml stands first as readers expect."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # otherwise it tells Windows from Unix
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def sealed(package: bytes) -> bytes:
    """The same package without the clock that python-docx read when it saved it."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _described_parts(sheet: Sheet) -> tuple[_Part, ...]:
    """The document and what is said about it."""
    document = part("document", w("body", section.section_properties(sheet)))
    core = DECLARATION + element("cp:coreProperties", **_CORE_NAMESPACES)
    extended = DECLARATION + element(
        "Properties", element("Application", "zugong"), xmlns=f"{_SCHEMAS}/officeDocument/2006/extended-properties"
    )
    return (
        _office_part("word/document.xml", "rIdDocument", "officeDocument", document, "document.main"),
        _Part(
            "docProps/core.xml",
            f"{_OPENXML}package.core-properties+xml",
            "rIdCore",
            f"{_PACKAGE}/relationships/metadata/core-properties",
            core,
        ),
        _Part(
            "docProps/app.xml",
            f"{_OPENXML}officedocument.extended-properties+xml",
            "rIdExtended",
            f"{_OFFICE}/extended-properties",
            extended,
        ),
    )


_CORE_NAMESPACES = {
    "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def _parts_of_document(sheet: Sheet, pages: Pages, uses: Uses) -> tuple[_Part, ...]:
    """What the document refers to."""
    styles = sheet.styles
    found = [
        _office_part("word/styles.xml", "rIdStyles", "styles", styles_part(styles, pages, uses)),
        _office_part("word/settings.xml", "rIdSettings", "settings", settings_part(styles.page)),
        _office_part("word/fontTable.xml", "rIdFonts", "fontTable", fonts_part(styles)),
        _Part(
            "word/theme/theme1.xml",
            f"{_OPENXML}officedocument.theme+xml",
            "rIdTheme",
            f"{_OFFICE}/theme",
            theme_part(styles),
        ),
        _margin_part("footer", "1", section.ODD_FOOTER),
        _margin_part("footer", "2", section.EVEN_FOOTER),
    ]
    if ends_blank(pages):
        found.append(_margin_part("footer", "3", section.BLANK_FOOTER))
    if sheet.draft_mark:
        found += [_margin_part("header", "1", section.ODD_HEADER), _margin_part("header", "2", section.EVEN_HEADER)]
    return tuple(found)


def _office_part(name: str, relation: str, kind: str, content: str, content_type: str = "") -> _Part:
    word = f"{_OPENXML}officedocument.wordprocessingml.{content_type or kind}+xml"
    return _Part(name, word, relation, f"{_OFFICE}/{kind}", content)


def _margin_part(kind: str, number: str, relation: str) -> _Part:
    """A header or footer with one empty paragraph."""
    return _office_part(f"word/{kind}{number}.xml", relation, kind, part("hdr" if kind == "header" else "ftr", w("p")))


def _content_types(parts: tuple[_Part, ...]) -> str:
    return DECLARATION + element(
        "Types",
        element("Default", Extension="rels", ContentType=f"{_OPENXML}package.relationships+xml"),
        element("Default", Extension="xml", ContentType="application/xml"),
        *(element("Override", PartName=f"/{one.name}", ContentType=one.content_type) for one in parts),
        xmlns=f"{_PACKAGE}/content-types",
    )


def _relations(parts: tuple[_Part, ...], folder: str) -> str:
    """A .rels part; targets are relative to the folder of the part that refers to them."""
    return DECLARATION + element(
        "Relationships",
        *(
            element("Relationship", Id=one.relation, Type=one.relation_type, Target=one.name.removeprefix(folder))
            for one in parts
        ),
        xmlns=f"{_PACKAGE}/relationships",
    )
