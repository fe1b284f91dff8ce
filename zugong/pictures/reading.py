"""Bytes → Picture: what they are is told by the bytes; what could do harm or cannot be drawn is refused."""

from __future__ import annotations

from functools import lru_cache

from zugong.pictures.picture import Picture, PictureFault

LARGEST = 20 * 1024 * 1024
"bytes"

_SAVE_AS = "请用画图软件打开，另存为 png 或 jpg"
_OTHERS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\0\0\0", "EMF"),
    (b"8BPS", "PSD"),
    (b"PK\x03\x04", "Word、WPS 或压缩"),
    (b"\xd0\xcf\x11\xe0", "Word 或 WPS"),
)
_HEAD = 4096
"bytes in which an SVG must have begun"


@lru_cache(maxsize=32)
def look(data: bytes) -> Picture | PictureFault:
    """The picture that the bytes of a file are, or why they are none that can be printed."""
    if not data:
        return PictureFault("图片文件是空的", "请重新保存图片，再放进来")
    if len(data) > LARGEST:
        return PictureFault("图片文件太大，超过 20 MB", "请用画图软件缩小尺寸，或者存成 jpg")
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        from zugong.pictures.raster import look_at_raster

        return look_at_raster(data)
    if b"<svg" in _as_ascii(data[:_HEAD]):
        from zugong.pictures.svg import look_at_svg  # with the parser of XML, which few issues need

        return look_at_svg(data)
    return PictureFault(f"这不是 png、jpg 或 svg 图片{_guess(data)}", _SAVE_AS)


def _as_ascii(data: bytes) -> bytes:
    """UTF-16 seen as if it were ASCII."""
    return data.replace(b"\0", b"")


def _guess(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "，是 WebP 格式"
    if data[4:8] == b"ftyp":
        return "，是 HEIC、AVIF 或者视频"
    name = next((name for start, name in _OTHERS if data.startswith(start)), "")
    return f"，是 {name} 文件" if name else ""
