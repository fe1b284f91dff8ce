"""The byte code of our own modules in one file: to find, open and read two hundred small ones is a tenth of a proof.

Python keeps byte code in __pycache__, a file for each module; a run that had to read some there copies all that it used
into one file beside them. Each piece is used only while its source has the size and time that it had; a module that is
not in the file or was changed is imported as usual. The file may be deleted at any time.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from mmap import ACCESS_READ, mmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, ModuleType
    from typing import BinaryIO, TypeAlias

_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib is not imported yet
FILE = os.path.join(_HERE, "__pycache__", f"zugong.{sys.implementation.cache_tag}.code")  # noqa: PTH118
_SEAL = f"zugong byte code 1 {sys.hexversion} {_HERE}\n".encode("utf-8", "surrogatepass")

Entry: TypeAlias = tuple[str, str, bool, int, int, int, int]
"source, its file in __pycache__, whether it is a package, time (ns) and size of the source; begin and end of the code"

_PYC_HEADER = 16
"bytes: magic number, flags, time and size of the source (PEP 552)"


class _Loader(SourceFileLoader):
    """The usual one, but for where the code comes from."""

    def __init__(self, name: str, source: str, code: memoryview) -> None:
        super().__init__(name, source)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        code: CodeType = marshal.loads(self._code)  # noqa: S302 - as Python does with what lies beside it
        return code


class Finder:
    """Knows the modules of the file."""

    def __init__(self, content: bytes | mmap) -> None:
        self.entries, self.code = _opened(content)
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
        source, cached, is_package, *_, begin, end = entry
        loader = _Loader(name, source, self.code[begin:end])
        spec = ModuleSpec(name, loader, origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, cached
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]  # noqa: PTH120
        return spec

    def keep(self) -> None:
        """Writes the file anew with what this run imported as usual; where that cannot be, nothing is lost but time."""
        if not self.missed or sys.dont_write_bytecode:
            return
        pieces = {name: (entry[:5], bytes(self.code[entry[5] : entry[6]])) for name, entry in self.entries.items()}
        pieces.update((name, piece) for name, piece in _imported() if piece)
        try:
            _write(_closed(pieces))
        except OSError:
            return


_Piece: TypeAlias = "tuple[tuple[str, str, bool, int, int], bytes]"


def installed() -> Finder | None:
    """Lets modules of ours come out of the file from now on; None where Python runs in an unusual way."""
    if sys.flags.optimize or sys.pycache_prefix:
        return None
    try:
        with open(FILE, "rb") as file:  # noqa: PTH123
            finder = Finder(_content(file))
    except OSError:
        finder = Finder(b"")
    sys.meta_path.insert(0, finder)
    return finder


def _content(file: BinaryIO) -> bytes | mmap:
    """All of the file; only what is used is read where a file in use can still be replaced."""
    if os.name == "nt" or not os.fstat(file.fileno()).st_size:
        return file.read()
    return mmap(file.fileno(), 0, access=ACCESS_READ)


def _opened(content: bytes | mmap) -> tuple[Mapping[str, Entry], memoryview]:
    """Entries and code of the file; nothing of one that another Python, another place or a breakdown left."""
    start = len(_SEAL) + 8
    size, length = (int.from_bytes(content[at : at + 4], "little") for at in (start - 8, start - 4))
    if content[: len(_SEAL)] != _SEAL or len(content) != size:
        return {}, memoryview(b"")
    index: Mapping[str, Entry] = marshal.loads(content[start : start + length])  # noqa: S302
    return index, memoryview(content)[start + length :]


def _closed(pieces: Mapping[str, _Piece]) -> bytes:
    entries: dict[str, Entry] = {}
    at = 0
    for name, (told, code) in pieces.items():
        entries[name] = (*told, at, at + len(code))
        at += len(code)
    index = marshal.dumps(entries)
    size = len(_SEAL) + 8 + len(index) + at
    head = _SEAL + size.to_bytes(4, "little") + len(index).to_bytes(4, "little")
    return b"".join((head, index, *(code for _, code in pieces.values())))


def _is_as_it_was(entry: Entry) -> bool:
    try:
        status = os.stat(entry[0])  # noqa: PTH116
    except OSError:
        return False
    return (status.st_mtime_ns, status.st_size) == (entry[3], entry[4])


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
    return (source, cached, is_package, status.st_mtime_ns, status.st_size), content[_PYC_HEADER:]


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
