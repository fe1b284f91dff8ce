"""WeasyPrint imported without the things that make its import slow and that it does not need here."""

from __future__ import annotations

import importlib.resources
import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from zugong.renderers.pdf.declarations import recalled_declarations

_UNUSED_STYLES = ("html5_ua.css", "html5_ua_form.css", "html5_ph.css")
"WeasyPrint parses them on import; our pages have styles of their own (press.py)"

_FONT_TOOLS = "fontTools.ttLib"


def import_weasyprint() -> None:
    """Imports WeasyPrint 70; OSError where Pango is missing.

    Most of its import is work for what we do not need: 54 processes (gcc, ld, ldconfig) that look for the names
    which libraries have on Windows, the parsing of C declarations and of style sheets for any HTML there is, and
    fontTools, which serves only where HarfBuzz has no subsetter, or for web fonts and variable fonts; and hyphenation.
    """
    if "weasyprint" in sys.modules:
        return
    _postpone("fontTools.subset")
    instancer = _later("fontTools.varLib.instancer", functions=("instantiateVariableFont",))
    fonts = _later(_FONT_TOOLS, functions=("TTFont",), modules=("woff2", "ttFont"), errors=("TTLibError",))
    hyphens = _later("pyphen", functions=("language_fallback", "Pyphen"))
    with _without_styles(), recalled_declarations(), instancer, fonts, hyphens:
        import weasyprint
    if weasyprint.text.ffi.harfbuzz_subset is None:
        weasyprint.pdf.fonts.TTLibError = import_module(_FONT_TOOLS).TTLibError  # fontTools is needed after all


def usual_styles() -> str:
    """The style sheet for any HTML there is, which the import left out."""
    return (importlib.resources.files("weasyprint.css") / _UNUSED_STYLES[0]).read_text(encoding="utf-8")


@contextmanager
def _without_styles() -> Iterator[None]:
    usual = importlib.resources.files

    def files(package: Any) -> Any:  # noqa: ANN401
        found = usual(package)
        return _Styles(found) if isinstance(found, Path) and found.name == "css" else found

    importlib.resources.files = files
    try:
        yield
    finally:
        importlib.resources.files = usual


class _Styles:
    """WeasyPrint's folder of style sheets, in which those that are not used are empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __truediv__(self, name: str) -> Any:  # noqa: ANN401
        return _Empty() if name in _UNUSED_STYLES else self._folder / name


class _Empty:
    def read_text(self, _encoding: str) -> str:
        return ""


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
def _later(
    name: str, functions: tuple[str, ...] = (), modules: tuple[str, ...] = (), errors: tuple[str, ...] = ()
) -> Iterator[None]:
    """Lets something be taken from a module that is only imported when it is used."""
    if name in sys.modules:
        yield
        return
    standing_in = ModuleType(name)
    for function in functions:
        setattr(standing_in, function, _called_later(name, function))
    for module in modules:
        setattr(standing_in, module, _Later(f"{name}.{module}"))
    for raised in errors:
        setattr(standing_in, raised, type(raised, (Exception,), {}))
    sys.modules[name] = standing_in
    try:
        yield
    finally:
        del sys.modules[name]


def _called_later(name: str, function: str) -> Callable[..., object]:
    def imported_and_called(*given: object, **named: object) -> object:
        return getattr(import_module(name), function)(*given, **named)

    return imported_and_called


class _Later(ModuleType):
    """A module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(import_module(self.__name__), name)
