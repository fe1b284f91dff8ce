"""HTML → Manuscript, also the kind that Word saves."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from zugong.classes import dataclass, replace
from zugong.intake.manuscript import Cell, Manuscript, Piece, Place, RawParagraph
from zugong.intake.refusal import Refused
from zugong.intake.web_pictures import PictureShelf
from zugong.intake.web_tables import OpenTable
from zugong.intake.xml import Element, get, local

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TABLES = ("table", "tbody", "thead", "tfoot", "caption", "tr", "td", "th")
_GROUPS = ("html", "body", "div", "section", "article", "header", "footer", "main", "nav", "form", "center", "address")
_TEXTS = ("p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "figure", "figcaption")
_BLOCKS = frozenset((*_HEADINGS, *_TABLES, *_GROUPS, *_TEXTS))
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
    outline: int = 0


class _Walk:
    """Collects text; a block ends the paragraph at hand."""

    def __init__(self, folder: Path | None) -> None:
        self.paragraphs: list[RawParagraph] = []
        self.pieces: list[Piece] = []
        self.pictures: tuple[str, ...] = ()
        "of the paragraph at hand"
        self.shelf = PictureShelf(folder)
        self.tables: list[OpenTable] = []
        self.open: OpenTable | None = None
        self.cell: Cell | None = None

    def visit(self, element: Element, look: _Look, depth: int = 0) -> None:
        name = local(element).lower()
        if depth > _DEEPEST:
            raise Refused("import-broken", "网页的层次太深，没有读取", "请在浏览器里打开，把文字复制到 .txt 文件再导入")
        if name in _NOT_TEXT or not name:
            return
        if name == "table" and self.open is None:
            self.table(element, look, depth)
            return
        own = _look(element, name, look)
        if name in _BLOCKS:
            self.end(look)
        if name == "br":
            self.pieces.append(Piece("\n", own.bold, own.face))
        if name == "img":
            self.pictures += self.shelf.take(get(element, "src"))
        self.inside(element, own, depth)
        if name in _BLOCKS:
            self.end(own)

    def table(self, element: Element, look: _Look, depth: int) -> None:
        """A table that is in no other; one inside it counts as part of its cell."""
        self.end(look)
        self.open = OpenTable(len(self.tables) + 1, ruled=get(element, "border") != "0")
        self.rows(element, look, depth)
        self.tables.append(self.open)
        self.open = None

    def rows(self, element: Element, look: _Look, depth: int) -> None:
        """Rows and cells; whatever else stands between them is text."""
        assert self.open is not None
        self.add(element.text, look)
        for one in element:
            name = local(one).lower()
            if name in ("thead", "tbody", "tfoot", "tr"):
                self.end(look)
                if name == "tr":
                    self.open.next_row(one)
                self.rows(one, look, depth + 1)
            elif name in ("td", "th"):
                self.end(look)
                self.cell = self.open.next_cell(one)
                self.visit(one, look, depth + 1)
                self.cell = None
            else:
                self.visit(one, look, depth + 1)
            self.add(one.tail, look)
        self.end(look)

    def inside(self, element: Element, own: _Look, depth: int) -> None:
        """What an element holds."""
        self.add(element.text, own)
        for one in element:
            self.visit(one, own, depth + 1)
            self.add(one.tail, own)

    def add(self, text: str | None, look: _Look) -> None:
        """White space of the source counts as one space, as browsers have it."""
        if text:
            self.pieces.append(Piece(_WHITE.sub(" ", text), look.bold, look.face))

    def end(self, look: _Look) -> None:
        pieces = tuple(self.pieces) if any(piece.content.strip() for piece in self.pieces) else ()
        if pieces or self.pictures:
            made = RawParagraph(pieces, look.style, 0.0, look.align, outline=look.outline, pictures=self.pictures)
            place = Place.CELL if self.cell else Place.TEXT
            self.paragraphs.append(replace(made, place=place, cell=self.cell))
        self.pieces, self.pictures = [], ()

    def manuscript(self) -> Manuscript:
        """Everything that was collected; only now it is known how many columns a table has."""
        grids = tuple(one.grid() for one in self.tables)
        wide = {one.table: one.columns for one in grids}
        paragraphs = [
            replace(one, cell=replace(one.cell, columns=wide[one.cell.table])) if one.cell else one
            for one in self.paragraphs
        ]
        remarks = [
            (self.shelf.missing, f"有 {self.shelf.missing} 张图片不在网页旁边，取不到"),
            (self.shelf.left_out, f"图片太多，有 {self.shelf.left_out} 张没有取"),
            (self.shelf.linked, f"有 {self.shelf.linked} 张图片在网上，没有去取"),
        ]
        told = tuple(text for count, text in remarks if count)
        return Manuscript(tuple(paragraphs), (), tuple(self.shelf.figures), grids, told)


def read_web_page(text: str, folder: Path | None = None) -> Manuscript:
    """The text of a page; white space between blocks is not text of it. `folder`: where its pictures may lie."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    walk = _Walk(folder)
    if root is not None:
        walk.visit(root, _Look())
        walk.end(_Look())
    return walk.manuscript()


def _look(element: Element, name: str, look: _Look) -> _Look:
    css = get(element, "style")
    face, align = _FACE_STYLE.search(css), _ALIGN_STYLE.search(css)
    heading = name in _HEADINGS
    return _Look(
        look.bold or name in _BOLD_TAGS or heading or bool(_BOLD_STYLE.search(css)),
        face[1].strip() if face else get(element, "face") or look.face,
        align[1].lower() if align else ("center" if name == "center" else get(element, "align") or look.align),
        "Title" if name == "h1" else f"heading {name[1]}" if heading else look.style,
        int(name[1]) if heading else look.outline,
    )
