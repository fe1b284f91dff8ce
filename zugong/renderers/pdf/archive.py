"""What makes the PDF fit for an archive: PDF/A-2a and PDF/UA-1 in one file, links that say where they lead."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from zugong.renderers.pdf.placing import Text, place
from zugong.renderers.pdf.structure import restructure
from zugong.renderers.pdf.tags import TableOutline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

VARIANT = "pdf/a-2a"
"the one that WeasyPrint is asked for; it writes the identifier of one standard only"

_UA_CLAIM = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    b"<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
)
"ISO 14289-1, 5: version and conformance of PDF/UA"

_UA_SCHEMA = (
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    b' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>part of ISO 14289 that is followed</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"PDF/A allows no property that is not declared (ISO 19005-2, 6.6.2.3)"


_LEVEL = 2
"a quarter of the time of the highest level, and files that are 4 % larger"


class ColourProfile:
    """sRGB (ISO 19005-2, 6.2.3) as WeasyPrint wants to know it; its own class reads the same file with Pillow."""

    name = "IEC 61966-2-1 Default RGB Colour Space - sRGB"
    "as the file says"
    components = ("r", "g", "b")
    pdf_reference: bytes | None = None
    "set by WeasyPrint"

    def __init__(self, weasyprint: str) -> None:
        self.content = (Path(weasyprint).parent / "pdf" / "sRGB2014.icc").read_bytes()


def finisher(
    texts: list[Text], descriptions: Mapping[str, str], tables: tuple[TableOutline, ...]
) -> Callable[[Any, Any], None]:
    """For WeasyPrint: called with the document and its PDF just before that is written.

    `texts` are those of the elements, `descriptions` says in words where a link to each anchor leads, `tables` are
    all tables, in reading order.
    """

    def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint and pydyf have no types
        place(document, pdf, texts)
        _claim_ua(pdf)
        _describe_links(pdf, descriptions)
        restructure(pdf, tables)
        _compress(pdf)

    return finish


def _compress(pdf: Any) -> None:  # noqa: ANN401
    """Once and well enough: pydyf 0.13 does it at the highest level, and twice where a file has an identifier."""
    for stream in pdf.objects:
        if not getattr(stream, "compress", False):
            continue
        stream.compress = False
        content = stream.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
        stream.stream = [zlib.compress(content, _LEVEL)]
        stream.extra["Filter"] = "/FlateDecode"


def _claim_ua(pdf: Any) -> None:  # noqa: ANN401
    """Adds PDF/UA to the metadata; the public option of WeasyPrint would write it outside of their one rdf:RDF."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (packet,) = metadata.stream
    start, end, rest = packet.rpartition(b"</rdf:RDF>")
    metadata.stream = [start + _UA_CLAIM + _UA_SCHEMA + end + rest]


def _describe_links(pdf: Any, descriptions: Mapping[str, str]) -> None:  # noqa: ANN401
    """Words for a screen reader in place of the anchor's name (ISO 14289-1, 7.18.5)."""
    for annotation in pdf.objects:
        if isinstance(annotation, dict) and annotation.get("Subtype") == "/Link" and "Dest" in annotation:
            contents = annotation["Contents"]
            contents.string = descriptions.get(contents.string, contents.string)
