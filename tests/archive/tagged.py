"""A tagged PDF as a screen reader takes it: elements in order, each with its text, artifacts left out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pdfplumber
import pypdf


@dataclass(frozen=True)
class Tagged:
    """One element of the structure tree."""

    tag: str
    text: str
    "of itself and of all below"
    pages: tuple[int, ...]
    "on which its text stands, from 1"
    kids: tuple[Tagged, ...]

    def all(self) -> Iterator[Tagged]:
        """Itself and everything below, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all()


Marks = dict[tuple[int, int], str]


def read_tagged(content: bytes) -> Tagged:
    """The root of the tree."""
    marks: Marks = {}
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            for character in page.chars:
                if character["mcid"] is not None:
                    key = (page.page_number, character["mcid"])
                    marks[key] = marks.get(key, "") + character["text"]
    reader = pypdf.PdfReader(io.BytesIO(content))
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}  # type: ignore[union-attr]
    root: Any = reader.trailer["/Root"]
    return _element(root["/StructTreeRoot"]["/K"][0].get_object(), numbers, marks)


def _element(record: Any, numbers: dict[int, int], marks: Marks) -> Tagged:
    text, pages, kids = "", [], []
    own = numbers[record.raw_get("/Pg").idnum] if "/Pg" in record else 0
    for kid in record["/K"]:
        entry = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(entry, int):
            text += marks.get((own, entry), "")  # a lone space draws nothing
            pages.append(own)
        elif "/MCID" in entry:
            page = numbers[entry.raw_get("/Pg").idnum]
            text += marks.get((page, entry["/MCID"]), "")
            pages.append(page)
        elif "/S" in entry:
            below = _element(entry, numbers, marks)
            kids.append(below)
            text += below.text
            pages.extend(below.pages)
    return Tagged(str(record["/S"]).removeprefix("/"), text, tuple(dict.fromkeys(pages)), tuple(kids))


def artifacts(content: bytes) -> list[str]:
    """The text of each page that no element owns, in order of drawing."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        assert all(one["tag"] in ("Artifact", "Span", "Figure") for page in document.pages for one in page.chars)
        return ["".join(one["text"] for one in page.chars if one["tag"] == "Artifact") for page in document.pages]
