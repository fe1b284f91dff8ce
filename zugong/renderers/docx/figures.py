"""Figures (图片): a picture on a line of its own, as high as the rows that Pages give it."""

from __future__ import annotations

import math

from zugong.layout.sheet import FigureBlock
from zugong.pictures.picture import PictureKind
from zugong.pictures.printing import printable
from zugong.renderers.docx.markup import element
from zugong.renderers.docx.measures import TWIPS_PER_POINT, pitch, type_width
from zugong.renderers.docx.names import FIGURE
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.parts import OFFICE, Part
from zugong.renderers.docx.writer import Writer

_EMU = 635
"English metric units in a twip"

_UNDER = 12
"twips that a line of 1 pt type needs below the picture that stands on it"

_TYPES = {PictureKind.PNG: "image/png", PictureKind.JPEG: "image/jpeg", PictureKind.SVG: "image/svg+xml"}

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES = {
    "xmlns:wp": f"{_DRAWING}/wordprocessingDrawing",
    "xmlns:a": f"{_DRAWING}/main",
    "xmlns:pic": f"{_DRAWING}/picture",
}
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"[MS-ODRAWXML] 2.3.4: the vector picture beside its pixels, which older programs show"


def add_figure(writer: Writer, figure: FigureBlock) -> None:
    """A paragraph with a figure in it, of the height that this needs."""
    page = writer.sheet.styles.page
    rows = math.ceil(figure.height / page.line_pitch - 1e-6)
    room = rows * pitch(page)
    height = figure.height * TWIPS_PER_POINT
    scale = min(1.0, (room - _UNDER) / height, type_width(page) / (figure.width * TWIPS_PER_POINT))
    size = (round(figure.width * TWIPS_PER_POINT * scale), round(height * scale))
    paragraph = writer.other(FIGURE)
    paragraph.keeps_next = figure.has_caption
    _give_room(paragraph, room, size[1])
    paragraph.content = _run(writer, figure, size)


def _run(writer: Writer, figure: FigureBlock, size: tuple[int, int]) -> str:
    pixels = printable(figure.picture, figure.width)
    blip = {"r:embed": _relation(writer, pixels.data, pixels.kind)}
    is_vector = figure.picture.kind is PictureKind.SVG
    beside = _vector(_relation(writer, figure.picture.data, PictureKind.SVG)) if is_vector else ""
    writer.drawings += 1
    inline = _inline(writer.drawings, figure.description, size, element("a:blip", beside, **blip))
    return element("w:r", element("w:drawing", inline), **_NAMESPACES)


def _relation(writer: Writer, data: bytes, kind: PictureKind) -> str:
    """The relationship to a part with that content."""
    there = next((one for one in writer.pictures if one.content == data), None)
    if there is None:
        there = _part(len(writer.pictures) + 1, kind, data)
        writer.pictures.append(there)
    return there.relation


def _part(number: int, kind: PictureKind, data: bytes) -> Part:
    name = f"word/media/picture{number}.{kind.value}"
    return Part(name, _TYPES[kind], f"rId{number}", f"{OFFICE}/image", data, kind is not PictureKind.SVG)


def _give_room(paragraph: Paragraph, room: int, height: int) -> None:
    """The picture in the middle of its rows: a line sets it at its foot, so half of what is free goes below.

    At least, not exactly: Word cuts a picture off at an exact line.
    """
    below = (room - height) // 2
    paragraph.spacing |= {"after": below, "line": room - below, "lineRule": "atLeast"}


def _vector(relation: str) -> str:
    blip = element("asvg:svgBlip", **{"xmlns:asvg": _SVG, "r:embed": relation})
    return element("a:extLst", element("a:ext", blip, uri=_SVG_EXTENSION))


def _inline(number: int, description: str, size: tuple[int, int], blip: str) -> str:
    """`wp:inline`, in the order of the schema; `size` in twips."""
    width, height = (length * _EMU for length in size)
    name = f"图片{number}"
    shape = element(
        "pic:spPr",
        element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", cx=width, cy=height)),
        element("a:prstGeom", element("a:avLst"), prst="rect"),
    )
    picture = element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", id=number, name=name), element("pic:cNvPicPr")),
        element("pic:blipFill", blip, element("a:stretch", element("a:fillRect"))),
        shape,
    )
    return element(
        "wp:inline",
        element("wp:extent", cx=width, cy=height),
        element("wp:docPr", id=number, name=name, descr=description),
        element("wp:cNvGraphicFramePr", element("a:graphicFrameLocks", noChangeAspect=1)),
        element("a:graphic", element("a:graphicData", picture, uri=f"{_DRAWING}/picture")),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )
