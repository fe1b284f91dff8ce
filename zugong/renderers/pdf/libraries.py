"""WeasyPrint imported without the things that make its import slow and that it does not need here."""

from __future__ import annotations

import ctypes.util
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


def import_weasyprint() -> None:
    """Imports WeasyPrint 70; OSError where Pango is missing.

    Half of its import are 54 processes (gcc, ld, ldconfig) that ctypes.util.find_library starts to look for the names
    that libraries have on Windows; a sixth are parts of fontTools that only serve where HarfBuzz has no subsetter,
    or for variable fonts.
    """
    if "weasyprint" in sys.modules:
        return
    _postpone("fontTools.subset")
    with _without_processes(), _later("fontTools.varLib.instancer", "instantiateVariableFont"):
        import weasyprint  # noqa: F401


@contextmanager
def _without_processes() -> Iterator[None]:
    """On Linux the loader itself finds a library by the last of the names that WeasyPrint tries, or nobody does."""
    if not sys.platform.startswith("linux"):
        yield
        return
    usual = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = usual


def _postpone(name: str) -> None:
    """Lets a module be imported when something of it is first used."""
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec is None or spec.loader is None:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    package, _, last = name.rpartition(".")
    setattr(sys.modules[package], last, module)  # else `from package import last` would look into it, and so load it


@contextmanager
def _later(name: str, function: str) -> Iterator[None]:
    """Lets a function be taken from a module that is only imported when the function is called."""
    if name in sys.modules:
        yield
        return

    def imported_and_called(*given: object, **named: object) -> object:
        return getattr(import_module(name), function)(*given, **named)

    standing_in = ModuleType(name)
    setattr(standing_in, function, imported_and_called)
    sys.modules[name] = standing_in
    try:
        yield
    finally:
        del sys.modules[name]
