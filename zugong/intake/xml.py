"""XML by local names: transitional and strict OOXML differ in nothing but their namespaces."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from zugong.intake.refusal import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Element = Any
else:
    Element = object
"lxml's elements carry no types"


def parse(data: bytes) -> Element:
    """The root; a part that declares entities is refused: nobody's office program writes them (XXE, billion laughs)."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Refused(
            "import-entities",
            "这个文件里有不该有的 XML 实体声明，可能被人做过手脚，没有读取",
            "请核实文件来源，让报送单位重新发",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def local(element: Element) -> str:
    """The name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def get(element: Element, name: str, default: str = "") -> str:
    """An attribute by its local name."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return default


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name."""
    return (child for child in element if local(child) == name)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    return None if element is None else next(children(element, name), None)


def value(element: Element | None, name: str) -> str | None:
    """`val` of the child of that name; None when there is no such child."""
    found = child(element, name)
    return None if found is None else get(found, "val")


def switch(element: Element | None, name: str) -> bool | None:
    """An on/off property; None when it is not said (ECMA-376, 17.17.4)."""
    found = child(element, name)
    return None if found is None else get(found, "val", "1") not in ("0", "false", "off")
