"""Elements of WordprocessingML as text."""

from __future__ import annotations

W_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R_NAMESPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str, /, *children: str, **attributes: str | int) -> str:
    """`<w:name>` with attributes of the same namespace; `children` are finished markup."""
    return element(f"w:{name}", *children, **{f"w:{key}": value for key, value in attributes.items()})


def element(name: str, /, *children: str, **attributes: str | int) -> str:
    """`<name>`; `children` are finished markup."""
    head = "".join([name, *(f" {key}={_quoted(str(value))}" for key, value in attributes.items())])
    content = "".join(children)
    return f"<{head}>{content}</{name}>" if content else f"<{head}/>"


def characters(content: str) -> str:
    """Plain text as markup. `xml.sax.saxutils` does the same, and imports all of HTTP for it."""
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    """An attribute's value in quotes, white space in it kept."""
    escaped = characters(value).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' not in escaped:
        return f'"{escaped}"'
    return '"' + escaped.replace('"', "&quot;") + '"' if "'" in escaped else f"'{escaped}'"


def part(name: str, *children: str) -> str:
    """A whole part whose root is `<w:name>`."""
    return f"{DECLARATION}<w:{name} {W_NAMESPACE} {R_NAMESPACE}>{''.join(children)}</w:{name}>"
