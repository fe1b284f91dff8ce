"""The byte code of our own modules in one file: to find, open and read two hundred small ones is a tenth of a proof.

Python keeps byte code in __pycache__, a file for each module; a run that had to read some there copies all that it used
into one file beside them. Each piece is used only while its source has the size and time that it had; a module that is
not in the file, was changed, or whose piece was damaged is imported as usual. The file may be deleted at any time.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, ModuleType
    from typing import TypeAlias

_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib is not imported yet
FILE = os.path.join(_HERE, "__pycache__", f"zugong.{sys.implementation.cache_tag}.code")  # noqa: PTH118
_SEAL = f"zugong byte code 2 {sys.hexversion} {_HERE}\n".encode("utf-8", "surrogatepass")

_Told: TypeAlias = "tuple[str, str, bool, int, int]"
"source, its file in __pycache__, whether it is a package, time (ns) and size of the source"
_Piece: TypeAlias = "tuple[_Told, bytes]"
Entry: TypeAlias = "tuple[_Told, int, int, int]"
"of a module: begin and end of its code, and the sum of that (CRC 32)"
Read: TypeAlias = Callable[[int, int], bytes]
"gives the bytes of the file from one place to another, fewer where it has become shorter"

_PYC_HEADER = 16
"bytes: magic number, flags, time and size of the source (PEP 552)"

_LEFT = 3600
"seconds; nothing takes that long to write"


class _Loader(SourceFileLoader):
    """The usual one, but for where the code comes from."""

    def __init__(self, name: str, entry: Entry, finder: Finder) -> None:
        super().__init__(name, entry[0][0])
        self._entry, self._finder = entry, finder

    def get_code(self, fullname: str) -> CodeType | None:
        code = self._finder.piece(self._entry)
        if code is None:
            self._finder.missed = True
            return super().get_code(fullname)
        made: CodeType = marshal.loads(code)  # noqa: S302 - as Python does with what lies beside it
        return made


class Finder:
    """Knows the modules of the file."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self.start, self.entries = _opened(read)
        self.missed = False
        "whether one of ours had to be imported as usual"

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """For Python's import; None for what is not ours, not in the file, or not as it was."""
        entry = self.entries.get(name)
        if entry is None or not _is_as_it_was(entry):
            self.missed = self.missed or name.startswith("zugong.")
            return None
        source, cached, is_package, *_ = entry[0]
        spec = ModuleSpec(name, _Loader(name, entry, self), origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, cached
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]  # noqa: PTH120
        return spec

    def piece(self, entry: Entry) -> bytes | None:
        """The code of a module; None where the file was damaged since it was written."""
        _, begin, end, total = entry
        code = self._read(self.start + begin, self.start + end)
        return code if crc32(code) == total else None

    def keep(self) -> None:
        """Writes the file anew with what this run imported as usual; where that cannot be, nothing is lost but time."""
        if not self.missed or sys.dont_write_bytecode:
            return
        pieces = {name: (entry[0], code) for name, entry in self.entries.items() if (code := self.piece(entry))}
        pieces.update((name, piece) for name, piece in _imported() if piece)
        try:
            _sweep()
            _write(_closed(pieces))
        except (OSError, KeyboardInterrupt):
            return


def installed() -> Finder | None:
    """Lets modules of ours come out of the file from now on; None where Python runs in an unusual way."""
    if sys.flags.optimize or sys.pycache_prefix:
        return None
    try:
        finder = Finder(_reader())
    except OSError:
        finder = Finder(lambda _begin, _end: b"")
    sys.meta_path.insert(0, finder)
    return finder


def _reader() -> Read:
    """Reads piece by piece; on Windows, where a file that is open cannot be replaced, all of it at once."""
    if hasattr(os, "pread"):
        handle = os.open(FILE, os.O_RDONLY)
        return lambda begin, end: os.pread(handle, end - begin, begin)
    with open(FILE, "rb") as file:  # noqa: PTH123
        content = file.read()
    return lambda begin, end: content[begin:end]


def _opened(read: Read) -> tuple[int, Mapping[str, Entry]]:
    """Where code begins, and the entries; none of a file that another Python, another place or a breakdown left."""
    start = len(_SEAL) + 8
    head = read(0, start)
    length, total = (int.from_bytes(head[at : at + 4], "little") for at in (start - 8, start - 4))
    if head[: len(_SEAL)] != _SEAL or len(head) < start:
        return 0, {}
    index = read(start, start + length)
    if crc32(index) != total:
        return 0, {}
    entries: Mapping[str, Entry] = marshal.loads(index)  # noqa: S302 - as in get_code
    return start + length, entries


def _closed(pieces: Mapping[str, _Piece]) -> bytes:
    entries: dict[str, Entry] = {}
    at = 0
    for name, (told, code) in pieces.items():
        entries[name] = (told, at, at + len(code), crc32(code))
        at += len(code)
    index = marshal.dumps(entries)
    head = _SEAL + len(index).to_bytes(4, "little") + crc32(index).to_bytes(4, "little")
    return b"".join((head, index, *(code for _, code in pieces.values())))


def _is_as_it_was(entry: Entry) -> bool:
    try:
        status = os.stat(entry[0][0])  # noqa: PTH116
    except OSError:
        return False
    return (status.st_mtime_ns, status.st_size) == entry[0][3:]


def _imported() -> Iterator[tuple[str, _Piece | None]]:
    """Our modules that were imported as usual."""
    for name, module in list(sys.modules.items()):
        spec = module.__spec__ if name.startswith("zugong.") else None
        if spec and spec.origin and spec.cached and not isinstance(spec.loader, _Loader):
            yield name, _piece(spec.origin, spec.cached, is_package=spec.submodule_search_locations is not None)


def _piece(source: str, cached: str, *, is_package: bool) -> _Piece | None:
    """The code that Python keeps of a source; None if that is not of the source as it is now."""
    try:
        status = os.stat(source)  # noqa: PTH116
        with open(cached, "rb") as file:  # noqa: PTH123
            content = file.read()
    except OSError:
        return None
    flags, seconds, size = (int.from_bytes(content[at : at + 4], "little") for at in (4, 8, 12))
    if flags or (seconds, size) != (int(status.st_mtime) & 0xFFFFFFFF, status.st_size & 0xFFFFFFFF):
        return None
    code: CodeType = marshal.loads(content[_PYC_HEADER:])  # noqa: S302 - Python has imported it a moment ago
    whole = content[_PYC_HEADER:] if code.co_filename == source else marshal.dumps(_placed(code, source))
    return (source, cached, is_package, status.st_mtime_ns, status.st_size), whole


def _placed(code: CodeType, source: str) -> CodeType:
    """Code of a folder that was moved, so that tracebacks name the new place: Python does the same when it imports."""
    inside = (_placed(one, source) if isinstance(one, type(code)) else one for one in code.co_consts)
    return code.replace(co_filename=source, co_consts=tuple(inside))


def _sweep() -> None:
    """Takes away what a kill left half-written, but not what may be in the middle of being written."""
    from time import time

    with os.scandir(os.path.dirname(FILE)) as found:  # noqa: PTH120
        left = [one.path for one in found if one.path.startswith(f"{FILE}.") and one.stat().st_mtime < time() - _LEFT]
    for path in left:
        os.unlink(path)  # noqa: PTH108


def _write(content: bytes) -> None:
    """Beside the file first, so that another process sees the old one or the new one, never a part."""
    temporary = f"{FILE}.{os.getpid()}"
    try:
        with open(temporary, "wb") as file:  # noqa: PTH123
            file.write(content)
        os.replace(temporary, FILE)  # noqa: PTH105
    except OSError:
        if os.path.exists(temporary):  # noqa: PTH110
            os.unlink(temporary)  # noqa: PTH108
        raise
