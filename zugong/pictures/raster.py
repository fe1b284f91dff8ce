"""PNG and JPEG: sizes, and whether every row of them can be decoded."""

from __future__ import annotations

import struct
import warnings
import zlib
from contextlib import contextmanager
from io import BytesIO

from zugong.pictures.picture import Picture, PictureFault, PictureKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from PIL.Image import Image

MOST_PIXELS = 100_000_000
LONGEST_SIDE = 30_000
"pixels; no paper of ours needs a tenth of it"
_MOST_UNEVEN = 1000
"times one side may be the other: less would be a hair on paper"

_USUAL_DPI = 96.0
_LEAST_DPI, _MOST_DPI = 71.0, 1200.0
"72 dpi comes as 71.98 out of whole dots a metre"

_TURNED = (5, 6, 7, 8)
"EXIF orientations that lay a picture on its side"
_ORIENTATION = 0x0112
_X_RESOLUTION = 0x011A

# What Pillow raises for files that are cut off, forged or written by nobody knows what.
FAULTS = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """The image, not decoded yet; only PNG and JPEG are tried. Raises one of FAULTS."""
    import PIL.Image

    with warnings.catch_warnings(), _whole_files_only():
        warnings.simplefilter("ignore")
        try:
            image = PIL.Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        except PIL.Image.DecompressionBombError as fault:
            raise ValueError from fault
        with image:
            yield image


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """WeasyPrint tells Pillow, for the whole process, to take files that are cut off for whole ones."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def look_at_raster(data: bytes) -> Picture | PictureFault:
    """The picture of a PNG or JPEG; it is decoded once, so that a broken one is told now and not while printing."""
    kind = PictureKind.PNG if data.startswith(b"\x89PNG") else PictureKind.JPEG
    try:
        with opened(data) as image:
            width, height = image.size
            if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
                return PictureFault(f"图片太大：{width}×{height} 像素", "请用画图软件缩小尺寸，宽 3000 像素就够印了")
            if max(width, height) > _MOST_UNEVEN * min(width, height):
                return PictureFault(f"图片太窄：{width}×{height} 像素，印出来只是一条线", "请换一张图片")
            across, down = _resolution(image)
            if image.getexif().get(_ORIENTATION) in _TURNED:
                width, height, across, down = height, width, down, across
            if kind is PictureKind.JPEG:  # an eighth of the size takes a sixth of the time and reads every byte
                image.draft(image.mode, (max(image.width // 8, 1), max(image.height // 8, 1)))
            image.load()
    except FAULTS:
        return PictureFault("图片文件已损坏，读不出来", "请重新导出或者重新下载这张图片，用画图软件打开看看")
    return Picture(kind, data, width * 72 / across, height * 72 / down)


def _resolution(image: Image) -> tuple[float, float]:
    """Dots an inch across and down, as the file says if that can be meant."""
    found: Any = image.info.get("dpi") if _says_resolution(image) else None
    try:
        across, down = float(found[0]), float(found[1])
    except (TypeError, ValueError, IndexError, ZeroDivisionError, OverflowError):
        return _USUAL_DPI, _USUAL_DPI
    sensible = all(_LEAST_DPI <= one <= _MOST_DPI for one in (across, down))
    return (across, down) if sensible else (_USUAL_DPI, _USUAL_DPI)


def _says_resolution(image: Image) -> bool:
    """Pillow gives 72 for every photograph that has EXIF data and no resolution in them."""
    return image.format == "PNG" or bool(image.info.get("jfif_unit")) or _X_RESOLUTION in image.getexif()
