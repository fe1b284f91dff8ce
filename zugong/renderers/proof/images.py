"""Figures of a proof as image objects (ISO 32000-1, 8.9.5): the bytes of the files go in as they are."""

from __future__ import annotations

from zugong.classes import dataclass, field
from zugong.renderers.proof.quick_pydyf import pydyf
from zugong.typesetting.pages import PlacedPicture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.pictures.printing import Printable

_CHUNKS = 8
"bytes of a PNG before its first chunk"


@dataclass(slots=True)
class DrawnPictures:
    """The pictures of one document in order of first use; one that stands there twice is kept once."""

    pdf: pydyf.PDF
    names: dict[Printable, str] = field(default_factory=dict)
    references: dict[str, bytes] = field(default_factory=dict)

    def name(self, placed: PlacedPicture) -> str:
        """The name by which the pages call a picture."""
        from zugong.pictures.printing import printable  # few issues have pictures

        printed = printable(placed.picture, placed.width)
        if printed not in self.names:
            image = _image(printed)
            self.pdf.add_object(image)
            self.names[printed] = name = f"I{len(self.names)}"
            self.references[name] = bytes(image.reference)
        return self.names[printed]


def _image(printed: Printable) -> pydyf.Stream:
    from zugong.pictures.picture import PictureKind

    values = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": printed.columns,
        "Height": printed.lines,
        "ColorSpace": "/DeviceGray" if printed.grey else "/DeviceRGB",
        "BitsPerComponent": 8,
    }
    if printed.kind is PictureKind.JPEG:
        return pydyf.Stream([printed.data], {**values, "Filter": "/DCTDecode"})
    # A PNG's own rows, each behind its filter byte, are what predictor 15 undoes (7.4.4.4).
    rows = {"Predictor": 15, "Colors": 1 if printed.grey else 3, "Columns": printed.columns}
    parameters = {"Filter": "/FlateDecode", "DecodeParms": pydyf.Dictionary(rows)}
    return pydyf.Stream([_packed_rows(printed.data)], {**values, **parameters})


def _packed_rows(png: bytes) -> bytes:
    """The IDAT chunks of a PNG that is not interlaced."""
    found, at = [], _CHUNKS
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            found.append(png[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(found)
