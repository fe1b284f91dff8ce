"""The C declarations of WeasyPrint, parsed once and then recalled: cffi parses them in Python, 0.06 s every time."""

# mypy: disable-error-code="import-untyped"
# (cffi ships no types)

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from zugong.fonts.user_cache import cache_folder, write_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@contextmanager
def recalled_declarations() -> Iterator[None]:
    """While it lasts, cffi.FFI() gives objects that know what an earlier process has parsed.

    On Linux only: such an object leaves it to the loader to find a library, by the last of the names that WeasyPrint
    tries, where cffi's usual one starts gcc, ld and ldconfig to look for the names that libraries have on Windows.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    import cffi

    usual = cffi.FFI
    cffi.FFI = _Declarations
    try:
        yield
    finally:
        cffi.FFI = usual


class _Declarations:
    """Stands in for a cffi.FFI: the same functions, as soon as it was told the declarations."""

    def cdef(self, text: str) -> None:
        """Takes the declarations; all that can be called afterwards comes from cffi itself."""
        found = _recalled(text) or _parsed(text)
        for name in dir(found):
            if not name.startswith("_") and name != "cdef":
                setattr(self, name, getattr(found, name))


def _file(text: str) -> Path:
    """A file for each text and each way in which cffi may write it."""
    import cffi

    stamp = f"{cffi.__version__} {sys.version}\n{text}"
    return cache_folder() / "declarations" / f"c{sha256(stamp.encode()).hexdigest()[:24]}.py"


def _recalled(text: str) -> Any:  # noqa: ANN401
    """The declarations from the cache, if they are there and whole."""
    file = _file(text)
    spec = importlib.util.spec_from_file_location(file.stem, file) if file.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        return module.ffi
    except Exception:
        return None


def _parsed(text: str) -> Any:  # noqa: ANN401
    """The declarations as a library takes them; parsed now, for now and for later."""
    from cffi.api import FFI

    file, written = _file(text), io.StringIO()
    declared = FFI()
    declared.cdef(text)
    declared.set_source(file.stem, None)
    with redirect_stdout(io.StringIO()):  # it says that it does
        declared.emit_python_code(written)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_cache(file, written.getvalue())
    module = ModuleType(file.stem)
    exec(written.getvalue(), module.__dict__)  # noqa: S102 - cffi has just written it
    return module.ffi
