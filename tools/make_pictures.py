"""Makes the pictures of the README (pages one and two of the 22nd issue of 2021) and page one of every example.

Run it after a change of the layout: `python tools/make_pictures.py` (needs the test extra for pypdfium2).
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["ZUGONG_FONTS"] = "shipped"  # the same pictures on every machine

from zugong.formats import RENDERERS  # noqa: E402
from zugong.model.issue import IssueKey  # noqa: E402
from zugong.pipeline import examine, lay_out, open_office  # noqa: E402

_SCALE = 0.9
"pixels per point"

_TODAY = date(2026, 11, 22)


def main() -> None:
    """Draws docs/page-1.png, docs/page-2.png and examples/*/page-1.png."""
    draw(ROOT, IssueKey(2021, 22), {1: ROOT / "docs" / "page-1.png", 2: ROOT / "docs" / "page-2.png"})
    for workspace in sorted(path.parent.parent for path in (ROOT / "examples").glob("*/issues/bulletin.yaml")):
        archive = open_office(workspace, _TODAY).archive
        draw(workspace, archive[-1].key, {1: workspace / "page-1.png"})


def draw(root: Path, key: IssueKey, targets: Mapping[int, Path]) -> None:
    """Some pages of an issue, as its PDF shows them."""
    office = open_office(root, _TODAY)
    issue = examine(office, key).issue
    laid_out = lay_out(office, issue) if issue else None
    assert laid_out is not None, f"{root.name} {key} cannot be set"
    document = pypdfium2.PdfDocument(RENDERERS["pdf"](laid_out.sheet, laid_out.pages, laid_out.faces, root))
    for number, target in targets.items():
        bitmap = document[number - 1].render(scale=_SCALE, rev_byteorder=True)
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
