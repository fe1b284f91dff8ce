"""Figures (图片): a picture on a line of its own, as high as the rows that Pages give it."""

from __future__ import annotations

import math
from dataclasses import field

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from zugong.classes import dataclass
from zugong.layout.sheet import FigureBlock
from zugong.model.styles import Styles
from zugong.pictures.picture import PictureKind
from zugong.pictures.printing import printable
from zugong.renderers.docx.markup import R_NAMESPACE, W_NAMESPACE, element, w
from zugong.renderers.docx.measures import TWIPS_PER_POINT, pitch, type_width

_EMU = 635
"English metric units in a twip"

_UNDER = 12
"twips that a line of 1 pt type needs below the picture that stands on it"

_TYPES = {PictureKind.PNG: "image/png", PictureKind.JPEG: "image/jpeg", PictureKind.SVG: "image/svg+xml"}

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES = (
    f'{W_NAMESPACE} {R_NAMESPACE} xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
    f' xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"[MS-ODRAWXML] 2.3.4: the vector picture beside its pixels, which older programs show"


@dataclass(slots=True)
class Figures:
    """The pictures of a document, each stored once."""

    document: Document
    parts: dict[bytes, Part] = field(default_factory=dict)
    count: int = 0

    def add(self, paragraph: Paragraph, figure: FigureBlock, styles: Styles) -> None:
        """Draws a figure into its paragraph and gives that its height."""
        self.count += 1
        rows = math.ceil(figure.height / styles.page.line_pitch - 1e-6)
        room = rows * pitch(styles.page)
        height = figure.height * TWIPS_PER_POINT
        scale = min(1.0, (room - _UNDER) / height, type_width(styles.page) / (figure.width * TWIPS_PER_POINT))
        size = (round(figure.width * TWIPS_PER_POINT * scale), round(height * scale))
        _give_room(paragraph, room, size[1])
        paragraph._p.append(parse_xml(self._run(figure, size)))

    def _run(self, figure: FigureBlock, size: tuple[int, int]) -> str:
        pixels = printable(figure.picture, figure.width)
        blip = {"r:embed": self._relation(pixels.data, pixels.kind)}
        vector = figure.picture.kind is PictureKind.SVG
        beside = _vector(self._relation(figure.picture.data, PictureKind.SVG)) if vector else ""
        drawing = element("w:drawing", _inline(self.count, figure.description, size, element("a:blip", beside, **blip)))
        return f"<w:r {_NAMESPACES}>{drawing}</w:r>"

    def _relation(self, data: bytes, kind: PictureKind) -> str:
        """The relationship to a part with that content."""
        if data not in self.parts:
            name = PackURI(f"/word/media/picture{len(self.parts) + 1}.{kind.value}")
            self.parts[data] = Part(name, _TYPES[kind], data, self.document.part.package)
        return self.document.part.relate_to(self.parts[data], RELATIONSHIP_TYPE.IMAGE)


def _give_room(paragraph: Paragraph, room: int, height: int) -> None:
    """The picture in the middle of its rows: a line sets it at its foot, so half of what is free goes below.

    At least, not exactly: Word cuts a picture off at an exact line.
    """
    below = (room - height) // 2
    spacing = w("spacing", after=below, line=room - below, lineRule="atLeast")
    markup = spacing.replace("<w:spacing", f"<w:spacing {W_NAMESPACE}", 1)
    paragraph._p.get_or_add_pPr()._insert_spacing(parse_xml(markup))


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
