"""A ZIP file of parts, the same bytes on every machine."""

from __future__ import annotations

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"the first moment that a ZIP file can name"

_UNIX = 3
"the system that made the file; what it really was would tell Windows from Unix"


def zipped(parts: dict[str, bytes]) -> bytes:
    """A ZIP file in a fixed order with fixed dates; [Content_Types].xml stands first as readers expect."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
