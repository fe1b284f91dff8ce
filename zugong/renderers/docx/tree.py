"""Finished parts read back as trees of lxml: for what is put into a document afterwards, and for our own checks."""

from __future__ import annotations

from lxml import etree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Element = Any
else:
    Element = object
"lxml's elements carry no types"


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"before each name of WordprocessingML"


def parse(content: bytes) -> Element:
    """The root of a part; of our own making, and still nothing outside it is opened."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(content, parser)


def serialized(root: Element) -> bytes:
    """The part again."""
    content: bytes = etree.tostring(root, encoding="UTF-8", standalone=True)
    return content


def made(name: str, **attributes: str) -> Element:
    """A new element of WordprocessingML."""
    return etree.Element(W + name, {W + key: value for key, value in attributes.items()})
