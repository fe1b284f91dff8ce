"""The structure tree as a reader needs it: WeasyPrint tags pages and spans, a bulletin has paragraphs.

WeasyPrint 70 makes a section of every page, an element of every span and an annotation of every box inside a
link (weasyprint/pdf/tags.py, anchors.py). Here pages and spans disappear, a paragraph that a page break cut
becomes one again, an entry of the contents is one link, and what is no text (leader dots, page numbers) becomes
an artifact (ISO 14289-1, 7.1). Three elements of pages.html carry the meaning: `<div>` is the rest of what
stood last on the page before; `<footer>` and `<i>` are artifacts, because they have no structure type of their own.
Tables are rows of placed cells: what is said of them here (7.5) is nothing that WeasyPrint could know.
"""

# mypy: disable-error-code="import-untyped"
# (pydyf ships no types)

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from zugong.classes import dataclass, field
from zugong.renderers.pdf.tags import Element, Mark, TableOutline, elements_of, explain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NO_TEXT, _REST, _SPAN, _LINK, _PAGE = "/NonStruct", "/Div", "/Span", "/Link", "/Sect"
_TABLE, _ROWS = "/Table", "/TBody"


def restructure(pdf: Any, tables: tuple[TableOutline, ...] = ()) -> None:  # noqa: ANN401 - a pydyf.PDF; pydyf has no types
    """Rewrites the structure tree of a PDF that is about to be written."""
    tree = _Tree(pdf)
    tree.read()
    explain(pdf, tree.top, tables)
    tree.write()


@dataclass(slots=True)
class _Tree:
    pdf: Any
    document: Any = None
    top: list[Element] = field(default_factory=list)
    owners: dict[Mark, Element] = field(default_factory=dict)
    links: list[Element] = field(default_factory=list)

    # ---- reading ----

    def read(self) -> None:
        """Takes the tree apart, page after page."""
        root = self.at(self.pdf.catalog["StructTreeRoot"])
        self.document = self.at(root["K"][0])
        for element in self._children(self._element(self.document)):
            self._place(element)

    def at(self, reference: bytes) -> Any:  # noqa: ANN401 - pydyf has no types
        """The object that a reference leads to."""
        return self.pdf.objects[int(reference.split()[0])]

    def _element(self, record: Any) -> Element:  # noqa: ANN401
        element = Element(record, [], [])
        for kid in record["K"]:
            if isinstance(kid, int):
                element.kids.append(Mark(self.pdf.page_references.index(record["Pg"]), kid))
            elif self.at(kid).get("Type") == "/OBJR":
                element.annotations.append(kid)
            else:
                element.kids.append(self._element(self.at(kid)))
        return element

    def _children(self, document: Element) -> Iterator[Element]:
        """What stands on the pages, without the pages."""
        for kid in document.kids:
            if isinstance(kid, Element):
                yield from (elements_of(kid) if kid.tag == _PAGE else [kid])
                if kid.tag == _PAGE:
                    self._drop(kid.record)

    def _place(self, element: Element) -> None:
        if element.tag == _REST and self.top:
            self.top[-1].kids.extend(self._text(element))
            self._drop(element.record)
        elif element.tag == _NO_TEXT:
            self._discard(element)
        else:
            element.kids = list(self._text(element))
            self.top.append(element)

    def _text(self, element: Element) -> Iterator[Element | Mark]:
        """What is to be read below an element; a span is no element of its own."""
        if element.tag != _LINK:
            self._drop_annotations(element)
        for kid in element.kids:
            if isinstance(kid, Mark):
                yield kid
            elif kid.tag == _NO_TEXT:
                self._discard(kid)
            elif kid.tag in (_SPAN, _ROWS) or (kid.tag == _TABLE and element.tag == _REST):
                yield from self._text(kid)
                self._drop(kid.record)
            else:
                kid.kids = list(self._text(kid))
                yield kid

    def _discard(self, element: Element) -> None:
        """Leaves an element out; its text, which nothing owns any more, becomes an artifact."""
        self._drop(element.record)
        self._drop_annotations(element)
        for kid in elements_of(element):
            self._discard(kid)

    def _drop_annotations(self, element: Element) -> None:
        for reference in element.annotations:
            annotation = self.at(reference)["Obj"]
            page = self.at(self.at(reference)["Pg"])
            page["Annots"].remove(annotation)
            self._drop(self.at(reference))
            self._drop(self.at(annotation))
        element.annotations = []

    @staticmethod
    def _drop(record: Any) -> None:  # noqa: ANN401
        # Emptied, not freed: pydyf 0.13 miscounts the objects behind a free one in its cross-reference stream.
        record.clear()

    # ---- writing ----

    def write(self) -> None:
        """Puts the tree together again and numbers the marked text anew."""
        for element in self.top:
            self._claim(element)
        numbers, parents = self._renumber()
        self.document["K"] = self._array(self._link(kid, self.document, numbers) for kid in self._with_contents())
        for position, link in enumerate(self.links, len(parents)):
            for reference in link.annotations:
                self.at(self.at(reference)["Obj"])["StructParent"] = position
            parents.append(link.record.reference)
        tree = self.at(self.at(self.pdf.catalog["StructTreeRoot"])["ParentTree"])
        tree["Nums"] = self._array(part for pair in enumerate(parents) for part in pair)

    def _claim(self, element: Element) -> None:
        if element.annotations:
            self.links.append(element)
        for kid in element.kids:
            if isinstance(kid, Mark):
                self.owners[kid] = element
            else:
                self._claim(kid)

    def _renumber(self) -> tuple[dict[Mark, int], list[Any]]:
        """New numbers of the text that somebody owns, and for each page its owners; all other text: artifacts."""
        numbers: dict[Mark, int] = {}
        parents: list[Any] = []
        for page, reference in enumerate(self.pdf.page_references):
            content = self.at(self.at(reference)["Contents"])
            owners: list[bytes] = []
            for at, operand in enumerate(content.stream):
                if not (isinstance(operand, dict) and "MCID" in operand):
                    continue
                mark = Mark(page, operand["MCID"])
                if mark in self.owners:
                    operand["MCID"] = numbers[mark] = len(owners)
                    owners.append(self.owners[mark].record.reference)
                else:
                    content.stream[at - 1 : at + 2] = [b"", b"/Artifact", b"BMC"]
            parents.append(self._array(owners))
        return numbers, parents

    def _with_contents(self) -> list[Element]:
        """The top of the tree, with entries that follow one another in a table of contents (目录)."""
        top: list[Element] = []
        for is_entry, group in groupby(self.top, key=lambda element: element.is_entry):
            if not is_entry:
                top.extend(group)
                continue
            entries: list[Element | Mark] = list(group)
            record = self._record("/TOC", entries[0])
            for entry in entries:
                if isinstance(entry, Element):
                    entry.record["S"] = "/TOCI"
            top.append(Element(record, entries, []))
        return top

    def _record(self, tag: str, first: Element | Mark) -> Any:  # noqa: ANN401
        import pydyf

        page = first.record["Pg"] if isinstance(first, Element) else self.pdf.page_references[first.page]
        record = pydyf.Dictionary({"Type": "/StructElem", "S": tag, "Pg": page})
        self.pdf.add_object(record)
        return record

    def _link(self, element: Element, parent: Any, numbers: dict[Mark, int]) -> bytes:  # noqa: ANN401
        """Writes an element below its parent; its reference."""
        import pydyf

        record = element.record
        record["P"] = parent.reference
        kids: list[Any] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._link(kid, record, numbers))
            elif self.pdf.page_references[kid.page] == record["Pg"]:
                kids.append(numbers[kid])
            else:
                page = self.pdf.page_references[kid.page]
                kids.append(pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": numbers[kid]}))
        record["K"] = self._array([*kids, *element.annotations])
        return bytes(record.reference)

    @staticmethod
    def _array(parts: Any) -> Any:  # noqa: ANN401
        import pydyf

        return pydyf.Array(parts)
