"""The ZIP file is one to everybody who reads such files, and the same on every machine."""

from __future__ import annotations

import io
import zipfile

from zugong.renderers.docx.archive import zipped

PARTS = {
    "word/document.xml": "正文".encode() * 5000,
    "word/media/picture1.png": bytes(range(256)) * 40,
    "empty.xml": b"",
    "_rels/.rels": b"<a/>",
    "[Content_Types].xml": b"<b/>",
}


def test_parts_come_back_in_their_order() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(PARTS))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "empty.xml",
            "word/document.xml",
            "word/media/picture1.png",
        ]
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS


def test_nothing_tells_when_and_where_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(PARTS))) as archive:
        assert {(one.date_time, one.create_system) for one in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 3)}
    assert zipped(PARTS) == zipped(dict(reversed(PARTS.items())))
