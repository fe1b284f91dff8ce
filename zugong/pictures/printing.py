"""A picture as a PDF/A and a DOCX can take it: PNG or JPEG, grey or RGB, 8 bit, upright, no see-through parts."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from math import ceil

from zugong.classes import dataclass, field
from zugong.pictures.drawing import draw_svg
from zugong.pictures.jpeg import is_plain, without_remarks
from zugong.pictures.picture import Picture, PictureKind
from zugong.pictures.raster import opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PIL.Image import Image

PRINTED_DPI = 300
"dots an inch on the paper: no more can be seen"

_FAR_LARGER = 1.5
"times that; below it, a picture stays as it is, because every change costs sharpness"
_JPEG_QUALITY = 92
_GREY = ("1", "L", "LA", "La")
_DEEP_GREY = ("I", "F", "I;16", "I;16B", "I;16L")
_SEE_THROUGH = ("RGBA", "LA", "PA", "RGBa", "La")


@dataclass(frozen=True, slots=True)
class Printable:
    """Bytes that may be put into a file as they are."""

    kind: PictureKind
    "PNG or JPEG"
    data: bytes = field(repr=False)
    columns: int
    "pixels"
    lines: int
    "pixels"
    grey: bool
    "one channel; else RGB"


@lru_cache(maxsize=16)
def printable(picture: Picture, width: float) -> Printable:
    """The picture for a width of so many points on the paper; the same bytes every time."""
    wanted = max(ceil(width / 72 * PRINTED_DPI), 1)
    if picture.kind is PictureKind.SVG:
        drawn = _decoded(draw_svg(picture.data, wanted))
        lines = max(round(wanted * picture.height / picture.width), 1)
        return _png(drawn.crop((0, 0, wanted, min(drawn.height, lines))))  # resvg rounds 150.00001 up
    with opened(picture.data) as image:
        if picture.kind is PictureKind.JPEG and image.width <= _FAR_LARGER * wanted and is_plain(image):
            return Printable(picture.kind, without_remarks(picture.data), *image.size, grey=image.mode == "L")
    flat = _reduced(_decoded(picture.data), wanted)
    return _jpeg(flat) if picture.kind is PictureKind.JPEG else _png(flat)


def _decoded(data: bytes) -> Image:
    """Upright, on white, L or RGB, and nothing else kept."""
    from PIL import ImageOps

    with opened(data) as image:
        return _flat(ImageOps.exif_transpose(image))


def _flat(image: Image) -> Image:
    import PIL.Image

    if image.mode in _DEEP_GREY:
        return _eight_bit(image)
    if image.mode in _SEE_THROUGH or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = PIL.Image.new("RGBA", layer.size, (255, 255, 255, 255))
        paper.alpha_composite(layer)
        return paper.convert("L" if image.mode in _GREY else "RGB")
    return image.convert("L" if image.mode in _GREY else "RGB")


def _eight_bit(image: Image) -> Image:
    """16 bits of grey: Pillow's own conversion cuts them off at 255 instead of dividing."""
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _reduced(image: Image, wanted: int) -> Image:
    import PIL.Image

    if image.width <= _FAR_LARGER * wanted:
        return image
    return image.resize((wanted, max(round(image.height * wanted / image.width), 1)), PIL.Image.Resampling.LANCZOS)


def _png(image: Image) -> Printable:
    written = BytesIO()
    image.info.clear()
    image.save(written, "PNG", compress_level=9)
    return Printable(PictureKind.PNG, written.getvalue(), *image.size, grey=image.mode == "L")


def _jpeg(image: Image) -> Printable:
    written = BytesIO()
    image.info.clear()
    image.save(written, "JPEG", quality=_JPEG_QUALITY, subsampling=0, optimize=True)
    return Printable(PictureKind.JPEG, written.getvalue(), *image.size, grey=image.mode == "L")
