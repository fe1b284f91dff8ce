"""Bytes to text: UTF-8 as it should be, UTF-16 and GB18030 (Windows 记事本 of old) as they come."""

from __future__ import annotations

import codecs

from zugong.diagnostics import Location, Problem, doubt, error, hint
from zugong.sources.reading import Reading

_SAVE_AS_UTF8 = "请在编辑软件里选“另存为”，编码选 UTF-8，再保存一次"
_OFFICE_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def decode(data: bytes, path: str) -> Reading[str | None]:
    """The text in data, without its BOM; None with an error when it is no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, path)
    if data.startswith(_OFFICE_FILES) or b"\0" in data:
        return _refused(data, path)
    try:
        return Reading(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as fault:
        return _chinese(data, path, len(data) - len(fault.object) + fault.start)


def _utf16(data: bytes, path: str) -> Reading[str | None]:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return Reading(None, (_undecodable(Location(path, 0)),))
    note = hint("not-utf8", "这个文件的编码是 UTF-16，已照样读入", Location(path, 0), _SAVE_AS_UTF8)
    return Reading(text, (note,))


def _refused(data: bytes, path: str) -> Reading[str | None]:
    office = data.startswith(_OFFICE_FILES)
    guess = "像是 Word、WPS 或 PDF 文件改了扩展名" if office else "里面有不是文字的内容"
    message = f"这不是文本文件，{guess}"
    advice = "请把里面的文字复制出来，用记事本存成文本文件，编码选 UTF-8"
    if office or data.count(b"\0") > 8:
        return Reading(None, (error("not-text", message, Location(path, 0), advice),))
    place = _place(data, data.index(b"\0"), "utf-8", path)
    return Reading(None, (error("not-text", message, place, advice),))


def _chinese(data: bytes, path: str, fault: int) -> Reading[str | None]:
    """GB18030 unless the file is UTF-8 with a few broken bytes: most of it then still decodes."""
    rescued = data.decode("utf-8", errors="surrogateescape")
    broken = sum("\udc80" <= char <= "\udcff" for char in rescued)
    sound = sum(char > "\x7f" for char in rescued) - broken
    if sound >= broken:
        return Reading(None, (_undecodable(_place(data, fault, "utf-8", path)),))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as second:
        return Reading(None, (_undecodable(_place(data, second.start, "gb18030", path)),))
    message = "这个文件的编码不是 UTF-8，已当作 GB18030（记事本的 ANSI）读入"
    note = doubt("not-utf8", message, Location(path, 0), _SAVE_AS_UTF8)
    return Reading(text, (note,))


def _undecodable(origin: Location) -> Problem:
    return error("bad-encoding", "从这里起有读不出的字，文件可能已损坏", origin, _SAVE_AS_UTF8)


def _place(data: bytes, offset: int, encoding: str, path: str) -> Location:
    before = data[:offset].removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    last = before[before.rfind(b"\n") + 1 :]
    return Location(path, line, len(last.decode(encoding, errors="replace")) + 1)
