"""What kind of file this is, told by its content: counties rename .wps to .doc and .doc to .docx."""

from __future__ import annotations

import re
from enum import Enum


class Kind(Enum):
    """A kind of file, as it is named to the editor."""

    DOCX = "Word 文档"
    PACKAGE = "压缩包或别的办公文件"
    OLD = "老格式的 Word 或 WPS 文档（.doc、.wps）"
    RTF = "RTF 文档"
    FLAT = "XML 格式的 Word 文档"
    PDF = "PDF"
    HTML = "网页"
    MARKDOWN = "Markdown 文本"
    TEXT = "文本"


_WEB = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|h[1-6]|table|article|section|center)\b",
    re.I | re.S,
)
_OFFICE_XML = re.compile(rb"\s*<\?xml.{0,400}?(?:mso-application|office:document|pkg:package)", re.S)


def kind_of(data: bytes, name: str) -> Kind:
    """The kind; the name decides only between kinds of text."""
    return _binary(data) or _marked_up(data[:4096]) or _by_name(name)


def _binary(data: bytes) -> Kind | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.DOCX if b"word/" in data or b"wordDocument" in data else Kind.PACKAGE
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.OLD
    return Kind.PDF if data.startswith(b"%PDF") else None


def _marked_up(beginning: bytes) -> Kind | None:
    start = beginning.removeprefix(b"\xef\xbb\xbf")
    if start.lstrip().startswith(b"{\\rtf"):
        return Kind.RTF
    if _OFFICE_XML.match(start):
        return Kind.FLAT
    wide = start.decode("utf-16", errors="ignore").encode() if start[:2] in (b"\xff\xfe", b"\xfe\xff") else start
    return Kind.HTML if _WEB.match(wide) else None


def _by_name(name: str) -> Kind:
    return Kind.MARKDOWN if name.lower().endswith((".md", ".markdown")) else Kind.TEXT
