"""WeasyPrint imported without the things that make its import slow and that it does not need here."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from warnings import catch_warnings, simplefilter

from zugong.later import StandIn, put_off
from zugong.renderers.pdf.declarations import recalled_declarations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_UNUSED_STYLES = ("html5_ua.css", "html5_ua_form.css", "html5_ph.css")
"WeasyPrint parses them on import; our pages have styles of their own (press.py)"

_FONT_TOOLS = "fontTools.ttLib"


def import_weasyprint() -> None:
    """Imports WeasyPrint 70; OSError where Pango is missing.

    Most of its import is work for what we do not need: 54 processes (gcc, ld, ldconfig) that look for the names
    which libraries have on Windows, the parsing of C declarations and of style sheets for any HTML there is, and
    modules for what seldom or never happens here (_put_off).
    """
    if "weasyprint" in sys.modules:
        return
    try:
        with put_off(_put_off()), recalled_declarations(), catch_warnings():
            simplefilter("ignore", UserWarning)  # that no faces are installed
            import weasyprint
    except OSError:
        raise
    except Exception:  # another version, that makes use of something at once
        for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
            del sys.modules[name]
        import weasyprint
    if weasyprint.text.ffi.harfbuzz_subset is None:
        weasyprint.pdf.fonts.TTLibError = import_module(_FONT_TOOLS).TTLibError  # fontTools is needed after all


def _put_off() -> dict[str, dict[str, object]]:
    """What WeasyPrint may take without an import, and what of it cannot wait because it is used at once."""
    return {
        # where HarfBuzz has no subsetter, web fonts, variable fonts
        **{f"fontTools{name}": {} for name in ("", ".subset", ".varLib", ".varLib.instancer")},
        _FONT_TOOLS: {"TTLibError": type("TTLibError", (Exception,), {})},
        **{f"{_FONT_TOOLS}.{name}": {} for name in ("ttFont", "woff2")},
        # hyphens, HTML that is no XML
        "pyphen": {},
        "tinyhtml5": {},
        # pictures made of dots
        "PIL": {},
        **{f"PIL.{name}": {} for name in ("EpsImagePlugin", "Image", "ImageCms", "ImageFile", "ImageOps")},
        # faces that are written to files, drawings
        "shutil": {},
        "tempfile": {},
        "weasyprint.svg": {},
        # the network, attachments
        "email.message": {},
        "urllib.request": {"OpenerDirector": _NoOpener, **dict.fromkeys(_HANDLERS, _no_handler)},
        "mimetypes": {"MimeTypes": _no_mime_types},
        "importlib.resources": {"files": _files},
    }


_HANDLERS = (
    *("ProxyHandler", "UnknownHandler", "HTTPHandler", "HTTPDefaultErrorHandler", "FTPHandler", "FileHandler"),
    *("HTTPErrorProcessor", "DataHandler", "HTTPSHandler", "HTTPRedirectHandler"),
)
"of urllib.request, that WeasyPrint's URLFetcher is made of"


class _NoOpener:
    """What WeasyPrint's URLFetcher is: here it opens nothing (press.py has one that hands out what there is)."""

    def add_handler(self, _handler: object) -> None:
        """Whatever it can open."""

    def open(self, *_request: object, **_limits: object) -> object:
        """No file, no network."""
        raise ValueError("refused")


def _no_handler(**_settings: object) -> None:
    """One that is never asked."""


def _no_mime_types() -> object:
    """The table that Python reads from the system, for attachments."""
    return StandIn("mimetypes", {}, [])


def _files(package: str | ModuleType) -> Any:  # noqa: ANN401
    """WeasyPrint's folder of style sheets, in which those that are not used are empty; or another folder of it."""
    name = package if isinstance(package, str) else package.__name__
    return _Styles(name) if name.endswith(".css") else _folder(name)


def _folder(package: str) -> Path:
    return Path(str(sys.modules[package].__file__)).parent


def usual_styles() -> str:
    """The style sheet for any HTML there is, which the import left out."""
    return (_folder("weasyprint.css") / _UNUSED_STYLES[0]).read_text(encoding="utf-8")


class _Styles:
    def __init__(self, package: str) -> None:
        self._folder = _folder(package)

    def __truediv__(self, name: str) -> Any:  # noqa: ANN401
        return _Empty() if name in _UNUSED_STYLES else self._folder / name


class _Empty:
    def read_text(self, _encoding: str) -> str:
        return ""
