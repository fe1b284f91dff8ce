"""Elements of WordprocessingML as text: the one door by which anything gets into a part.

A document is written once, from front to back; no tree of elements is needed for that, and python-docx and lxml take
longer to import than a whole issue to write.
"""

from __future__ import annotations

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def w(name: str, /, *children: str, **attributes: str | int) -> str:
    """`<w:name>` with attributes of the same namespace; `children` are finished markup."""
    return element(f"w:{name}", *children, **{f"w:{key}": value for key, value in attributes.items()})


def element(name: str, /, *children: str, **attributes: str | int) -> str:
    """`<name>`; `children` are finished markup."""
    head = "".join([name, *(f' {key}="{_quoted(str(value))}"' for key, value in attributes.items())])
    content = "".join(children)
    return f"<{head}>{content}</{name}>" if content else f"<{head}/>"


def part(name: str, *children: str) -> str:
    """A whole part whose root is `<w:name>`."""
    return DECLARATION + element(f"w:{name}", *children, **_NAMESPACES)


def text(content: str, name: str = "t") -> str:
    """`<w:t>`, or another element that holds text; white space at its ends is kept."""
    marked = characters(content)
    space = {"xml:space": "preserve"} if marked != marked.strip() else {}
    return element(f"w:{name}", marked, **space)


def characters(content: str) -> str:
    """Plain text as markup. `xml.sax.saxutils` does the same, and imports all of HTTP for it."""
    if not content.isprintable():
        content = "".join(one if _is_xml(one) else "\ufffd" for one in content)
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _is_xml(character: str) -> bool:
    """Whether XML 1.0 can hold it (2.2); what it cannot, the readers of the editors' files have reported."""
    if character < " ":
        return character in "\t\n\r"
    return not ("\ud800" <= character <= "\udfff" or character in "\ufffe\uffff")


def _quoted(value: str) -> str:
    """The inside of an attribute's quotes, white space in it kept."""
    if value.isalnum():
        return value
    return characters(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
