"""HTML → Manuscript, also the kind that Word saves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from zugong.intake.manuscript import Manuscript, Piece, RawParagraph
from zugong.intake.refusal import Refused
from zugong.intake.xml import Element, get, local

_BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "table",
        "tbody",
        "thead",
        "tr",
        "td",
        "th",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "pre",
        "center",
        "address",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "main",
        "nav",
        "form",
    ]
)
_NOT_TEXT = frozenset({"script", "style", "head", "noscript", "template", "svg"})
_BOLD_TAGS = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_FACE_STYLE = re.compile(r"font-family\s*:\s*['\"]?([^;,'\"]+)", re.IGNORECASE)
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*(center|right|left|justify)", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    face: str = ""
    align: str = ""
    style: str = ""


class _Walk:
    """Collects text; a block ends the paragraph at hand."""

    def __init__(self) -> None:
        self.paragraphs: list[RawParagraph] = []
        self.pieces: list[Piece] = []

    def visit(self, element: Element, look: _Look, depth: int = 0) -> None:
        name = local(element).lower()
        if depth > _DEEPEST:
            raise Refused("import-broken", "网页的层次太深，没有读取", "请在浏览器里打开，把文字复制到 .txt 文件再导入")
        if name in _NOT_TEXT or not name:
            return
        own = _look(element, name, look)
        if name in _BLOCKS:
            self.end(look)
        if name == "br":
            self.pieces.append(Piece("\n", own.bold, own.face))
        self.add(element.text, own)
        for one in element:
            self.visit(one, own, depth + 1)
            self.add(one.tail, own)
        if name in _BLOCKS:
            self.end(own)

    def add(self, text: str | None, look: _Look) -> None:
        """White space of the source counts as one space, as browsers have it."""
        if text:
            self.pieces.append(Piece(_WHITE.sub(" ", text), look.bold, look.face))

    def end(self, look: _Look) -> None:
        if any(piece.content.strip() for piece in self.pieces):
            self.paragraphs.append(RawParagraph(tuple(self.pieces), look.style, 0.0, look.align))
        self.pieces = []


def read_web_page(text: str) -> Manuscript:
    """The text of a page; white space between blocks is not text of it."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    walk = _Walk()
    if root is not None:
        walk.visit(root, _Look())
        walk.end(_Look())
    return Manuscript(tuple(walk.paragraphs))


def _look(element: Element, name: str, look: _Look) -> _Look:
    css = get(element, "style")
    face, align = _FACE_STYLE.search(css), _ALIGN_STYLE.search(css)
    heading = name in ("h1", "h2", "h3", "h4", "h5", "h6")
    return _Look(
        look.bold or name in _BOLD_TAGS or heading or bool(_BOLD_STYLE.search(css)),
        face[1].strip() if face else get(element, "face") or look.face,
        align[1].lower() if align else ("center" if name == "center" else get(element, "align") or look.align),
        "Title" if name == "h1" else f"heading {name[1]}" if heading else look.style,
    )
