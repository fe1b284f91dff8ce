"""Elements of WordprocessingML as text."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

W_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R_NAMESPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str, /, *children: str, **attributes: str | int) -> str:
    """`<w:name>` with attributes of the same namespace; `children` are finished markup."""
    return element(f"w:{name}", *children, **{f"w:{key}": value for key, value in attributes.items()})


def element(name: str, /, *children: str, **attributes: str | int) -> str:
    """`<name>`; `children` are finished markup."""
    head = "".join([name, *(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())])
    content = "".join(children)
    return f"<{head}>{content}</{name}>" if content else f"<{head}/>"


def characters(content: str) -> str:
    """Plain text as markup."""
    return escape(content)


def part(name: str, *children: str) -> str:
    """A whole part whose root is `<w:name>`."""
    return f"{DECLARATION}<w:{name} {W_NAMESPACE} {R_NAMESPACE}>{''.join(children)}</w:{name}>"
