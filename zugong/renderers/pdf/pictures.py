"""The pictures of an issue as WeasyPrint gets them: a plain SVG stays a drawing, all else comes as dots.

WeasyPrint passes over what it does not know of SVG without a word, so a drawing is only left to it when
it is made of nothing but what it can draw; else resvg makes dots of it (zugong/pictures).
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from zugong.classes import dataclass, field
from zugong.pictures.picture import Picture, PictureKind
from zugong.typesetting.pages import Pages, PlacedPicture

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = (
    *("svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "title", "desc", "metadata"),
)
_NOT_DRAWN = re.compile(r"\b(?:filter|mask|marker(?:-\w+)?|mix-blend-mode|writing-mode|paint-order|textLength)\b")
"properties, as attributes or in a style"


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One picture at one size."""

    picture: Picture
    width: float
    "on the paper, pt"

    def content(self, *, as_dots: bool) -> tuple[bytes, str]:
        """What is put into the PDF, and its media type."""
        if not as_dots and self.picture.kind is PictureKind.SVG and is_plain_drawing(self.picture.data):
            return self.picture.data, "image/svg+xml"
        from zugong.pictures.printing import printable

        made = printable(self.picture, self.width)
        return made.data, f"image/{made.kind.value}"


@dataclass(slots=True)
class PictureTable:
    """Every picture under a URL of its own; one that is printed twice at one size is there once."""

    files: dict[str, PictureFile] = field(default_factory=dict)
    urls: dict[tuple[bytes, float], str] = field(default_factory=dict)

    def source(self, placed: PlacedPicture) -> str:
        """The URL of a picture."""
        url = self.urls.setdefault((placed.picture.data, placed.width), f"zugong-picture:{len(self.urls)}")
        self.files.setdefault(url, PictureFile(placed.picture, placed.width))
        return url


def picture_table(pages: Pages) -> PictureTable:
    """All pictures of an issue."""
    table = PictureTable()
    for page in pages.pages:
        for placed in page.pictures:
            table.source(placed)
    return table


def is_plain_drawing(data: bytes) -> bool:
    """Whether an SVG has nothing but what WeasyPrint 70 draws (weasyprint/svg)."""
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - zugong/pictures/svg.py has refused entities
    except (ElementTree.ParseError, ValueError):
        return False
    return all(_is_plain(element) for element in root.iter() if str(element.tag).startswith(_SVG))


def _is_plain(element: ElementTree.Element) -> bool:
    if element.tag.removeprefix(_SVG) not in _DRAWN:
        return False
    style = element.get("style", "")
    return not any(map(_NOT_DRAWN.search, (*element.keys(), style)))
