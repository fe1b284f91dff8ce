"""The names and kind of the faces in a font file, from a few hundred bytes of it (OpenType 1.9)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from zugong.classes import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 4, 6, 16
_UNICODE, _MAC, _WINDOWS = 0, 1, 3
_CHINESE = ((_WINDOWS, 2052), (_MAC, 33))
"platforms with their numbers for Chinese as written in China"

_MAC_SCRIPTS = {0: "mac-roman", 25: "gb18030"}
"encodings of Macintosh names that matter, as Python calls them"

_MOST_FACES, _LONGEST_TABLE = 64, 1 << 20
"no honest file has more; a broken one may claim anything"

Tables = dict[bytes, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class FaceNames:
    """What a file says of one of its faces."""

    path: str
    index: int
    "in a collection (TTC), else 0"
    names: tuple[str, ...]
    "every family, full and PostScript name"
    chinese: str
    "family name in Chinese, else in whatever language there is one"
    postscript: str
    weight: int
    "400 regular, 700 bold"
    italic: bool
    outlines: str
    "truetype, or postscript (CFF): WeasyPrint 70 may draw those blank"


def faces_in(path: Path) -> tuple[FaceNames, ...]:
    """The faces of a font file; none of one that cannot be read."""
    try:
        with path.open("rb") as file:
            found = [_face(file, offset, str(path), index) for index, offset in enumerate(_offsets(file))]
    except (OSError, struct.error, ValueError):
        return ()
    return tuple(face for face in found if face.names)


def _offsets(file: BinaryIO) -> tuple[int, ...]:
    if file.read(4) != b"ttcf":
        return (0,)
    _, count = _numbers(file, 4, ">II")
    return _numbers(file, 12, f">{min(count, _MOST_FACES)}I")


def _numbers(file: BinaryIO, offset: int, form: str) -> tuple[int, ...]:
    file.seek(offset)
    return struct.unpack(form, file.read(struct.calcsize(form)))


def _tables(file: BinaryIO, offset: int) -> Tables:
    _, count = _numbers(file, offset, ">IH")
    file.seek(offset + 12)
    records = struct.iter_unpack(">4sIII", file.read(16 * count))
    return {tag: (start, length) for tag, _, start, length in records}


def _face(file: BinaryIO, offset: int, path: str, index: int) -> FaceNames:
    tables = _tables(file, offset)
    named = list(_names(file, *tables[b"name"])) if b"name" in tables else []
    families = [(chinese, text) for number, chinese, text in named if number in (_FAMILY, _TYPOGRAPHIC_FAMILY)]
    weight, italic = _style(file, tables)
    return FaceNames(
        path,
        index,
        tuple(sorted({text for _, _, text in named})),
        next((text for chinese, text in families if chinese), families[0][1] if families else ""),
        next((text for number, _, text in named if number == _POSTSCRIPT), ""),
        weight,
        italic,
        "truetype" if b"glyf" in tables else "postscript",
    )


def _names(file: BinaryIO, start: int, length: int) -> Iterator[tuple[int, bool, str]]:
    """Number, whether it is Chinese, and text of the names that matter."""
    file.seek(start)
    data = file.read(min(length, _LONGEST_TABLE))
    _, count, strings = struct.unpack_from(">HHH", data)
    for record in range(count):
        fields = struct.unpack_from(">6H", data, 6 + 12 * record)
        platform, encoding, language, number, size, offset = fields
        if number not in (_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY):
            continue
        raw = data[strings + offset : strings + offset + size]
        text = _decoded(raw, platform, encoding).strip("\0 ")
        if text:
            yield number, (platform, language) in _CHINESE, text


def _decoded(raw: bytes, platform: int, encoding: int) -> str:
    """The text of a name; empty where its encoding is none that an official face has."""
    if platform == _MAC:
        name = _MAC_SCRIPTS.get(encoding)
        return raw.decode(name, errors="replace") if name else ""
    if platform == _WINDOWS and encoding == 3:
        # Old Chinese fonts write GB 2312 two bytes a character, like all others UTF-16.
        return raw.replace(b"\0", b"").decode("gb18030", errors="replace")
    return raw.decode("utf-16-be", errors="replace") if platform in (_UNICODE, _WINDOWS) else ""


def _style(file: BinaryIO, tables: Tables) -> tuple[int, bool]:
    """Weight and slant by OS/2, else by head."""
    if b"OS/2" in tables:
        start = tables[b"OS/2"][0]
        (weight,) = _numbers(file, start + 4, ">H")
        (selection,) = _numbers(file, start + 62, ">H")
        return (max(weight, 700) if selection & 1 << 5 else weight), bool(selection & 1)
    (style,) = _numbers(file, tables[b"head"][0] + 44, ">H") if b"head" in tables else (0,)
    return (700 if style & 1 else 400), bool(style & 2)
