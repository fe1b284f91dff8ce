"""JPEG as it is: whether it needs decoding at all, and without what cameras write into it (place, serial number)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112
_REMARKS = (0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE)
"EXIF, XMP, Photoshop, comments; not JFIF (E0), ICC (E2) and Adobe (EE), which say how colours are meant"
_START_OF_SCAN, _END = 0xDA, 0xD9
_ALONE = (0x01, *range(0xD0, 0xD8))
"markers without a length"


def is_plain(image: Image) -> bool:
    """Grey or RGB with 8 bits, upright: a PDF and a DOCX take it as it is."""
    return image.mode in ("L", "RGB") and image.getexif().get(_ORIENTATION, 1) == 1


def without_remarks(data: bytes) -> bytes:
    """The same picture to the bit, without remarks; as it is where its segments cannot be followed."""
    kept = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in (_START_OF_SCAN, _END):
            return b"".join([*kept, data[at:]])
        if marker == 0xFF:  # filling
            at += 1
            continue
        length = 2 if marker in _ALONE else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker not in _REMARKS:
            kept.append(data[at : at + length])
        at += length
    return data
