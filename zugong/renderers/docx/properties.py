"""What the package says of the document (docProps)."""

from __future__ import annotations

from datetime import datetime

from zugong.layout.sheet import DocumentInfo
from zugong.renderers.docx.markup import DECLARATION, characters, element
from zugong.renderers.docx.parts import OFFICE, OPENXML, PACKAGE, SCHEMAS, Part

_CORE_NAMESPACES = {
    "xmlns:cp": f"{PACKAGE}/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def core_part(info: DocumentInfo, author: str, moment: datetime) -> Part:
    """Metadata; `author` made the document, or the changes in it, at that moment."""
    when = {"xsi:type": "dcterms:W3CDTF"}
    instant = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    content = element(
        "cp:coreProperties",
        element("dc:title", characters(info.title)),
        element("dc:creator", characters(info.author)),
        element("cp:lastModifiedBy", characters(author)),
        element("dc:language", characters(info.language)),
        element("dcterms:created", instant, **when),
        element("dcterms:modified", instant, **when),
        element("cp:revision", "1"),
        **_CORE_NAMESPACES,
    )
    return Part(
        "docProps/core.xml",
        f"{OPENXML}package.core-properties+xml",
        "rIdCore",
        f"{PACKAGE}/relationships/metadata/core-properties",
        (DECLARATION + content).encode(),
    )


def extended_part() -> Part:
    """The program that wrote it."""
    namespace = f"{SCHEMAS}/officeDocument/2006/extended-properties"
    content = DECLARATION + element("Properties", element("Application", "zugong"), xmlns=namespace)
    return Part(
        "docProps/app.xml",
        f"{OPENXML}officedocument.extended-properties+xml",
        "rIdExtended",
        f"{OFFICE}/extended-properties",
        content.encode(),
    )
