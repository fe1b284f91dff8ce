"""Kinds of pictures that no page can hold → PNG, as far as Pillow reads them."""

from __future__ import annotations

from io import BytesIO

from zugong.pictures.raster import MOST_PIXELS

_KINDS = ((b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"RIFF", "WEBP"))
"by their first bytes"


def converted(content: bytes) -> tuple[str, bytes] | None:
    """The kind and its first frame as PNG; None: it is of no such kind, or cannot be read."""
    kind = next((name for start, name in _KINDS if content.startswith(start)), "")
    made = _as_png(content, kind) if kind else b""
    return (kind, made) if made else None


def _as_png(content: bytes, kind: str) -> bytes:
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=(kind,)) as image:
            if image.width * image.height > MOST_PIXELS:
                return b""
            buffer = BytesIO()
            dots = image.info.get("dpi")
            clear = "transparency" in image.info or image.mode in ("RGBA", "LA")
            image.convert("RGBA" if clear else "RGB").save(buffer, "PNG", **({"dpi": dots} if dots else {}))
            return buffer.getvalue()
    except Exception:  # Pillow raises whatever a forged file leads it to
        return b""
