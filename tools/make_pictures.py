"""Makes the pictures of the README: pages one and two of the 22nd issue of 2021.

Run it after a change of the layout: `python tools/make_pictures.py` (needs the test extra for pypdfium2).
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from datetime import date
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["ZUGONG_FONTS"] = "shipped"  # the same pictures on every machine

from zugong.model.issue import IssueKey  # noqa: E402
from zugong.pipeline import examine, lay_out, open_office  # noqa: E402
from zugong.renderers import pdf  # noqa: E402

_SCALE = 0.9
"pixels per point"


def main() -> None:
    """Draws docs/page-1.png and docs/page-2.png."""
    office = open_office(ROOT, date(2021, 9, 22))
    issue = examine(office, IssueKey(2021, 22)).issue
    assert issue is not None
    laid_out = lay_out(office, issue)
    assert laid_out is not None
    document = pypdfium2.PdfDocument(pdf.render(laid_out.sheet, laid_out.pages))
    for number in (1, 2):
        bitmap = document[number - 1].render(scale=_SCALE, rev_byteorder=True)
        target = ROOT / "docs" / f"page-{number}.png"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride))
        print(target.relative_to(ROOT), target.stat().st_size)


def png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """An RGB picture as PNG, without an imaging library."""
    depth = stride // width
    rows = []
    for row in range(height):
        line = pixels[row * stride : row * stride + width * depth]
        rgb = bytes(channel for at in range(0, len(line), depth) for channel in line[at : at + 3])
        rows.append(b"\0" + rgb)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


if __name__ == "__main__":
    main()
