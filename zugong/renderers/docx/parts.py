"""Parts of a package (OPC), and the lists by which it knows them."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import dataclass
from zugong.renderers.docx.markup import DECLARATION, element

SCHEMAS = "http://schemas.openxmlformats.org"
OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships"
PACKAGE = f"{SCHEMAS}/package/2006"
OPENXML = "application/vnd.openxmlformats-"


@dataclass(frozen=True, slots=True)
class Part:
    """A part and how the package knows it."""

    name: str
    "path inside the package"
    content_type: str
    relation: str
    "relationship id"
    relation_type: str
    content: bytes
    by_ending: bool = False
    "its content type is that of all names with such an end"


def office_part(name: str, relation: str, kind: str, content: str, content_type: str = "") -> Part:
    """A part of WordprocessingML."""
    word = f"{OPENXML}officedocument.wordprocessingml.{content_type or kind}+xml"
    return Part(name, word, relation, f"{OFFICE}/{kind}", content.encode())


def content_types(parts: Sequence[Part]) -> str:
    """[Content_Types].xml."""
    endings = {"rels": f"{OPENXML}package.relationships+xml", "xml": "application/xml"}
    endings |= {one.name.rpartition(".")[2]: one.content_type for one in parts if one.by_ending}
    named = {one.name: one.content_type for one in parts if not one.by_ending}
    return DECLARATION + element(
        "Types",
        *(element("Default", Extension=ending, ContentType=endings[ending]) for ending in sorted(endings)),
        *(element("Override", PartName=f"/{name}", ContentType=named[name]) for name in sorted(named)),
        xmlns=f"{PACKAGE}/content-types",
    )


def relations(parts: Sequence[Part], folder: str) -> str:
    """A .rels part; targets are relative to the folder of the part that refers to them."""
    return DECLARATION + element(
        "Relationships",
        *(
            element("Relationship", Id=one.relation, Type=one.relation_type, Target=one.name.removeprefix(folder))
            for one in parts
        ),
        xmlns=f"{PACKAGE}/relationships",
    )
