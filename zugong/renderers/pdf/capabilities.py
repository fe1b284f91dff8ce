"""The libraries that WeasyPrint needs of the system: are they here, and what does their absence cost."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout

from zugong.classes import dataclass
from zugong.renderers.pdf.fontconfig import own_fontconfig
from zugong.renderers.pdf.libraries import import_weasyprint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True, slots=True)
class Libraries:
    """What was found."""

    weasyprint: str
    "its version; empty: it cannot be imported"
    pango: str
    "its version; empty: not found"
    subset: bool
    "HarfBuzz's subsetter: without it fontTools cuts the fonts, 0.05 s → 3 s a PDF, 13 s with a large collection"


def find_libraries() -> Libraries:
    """Tries them as a build would."""
    try:
        # On failure WeasyPrint prints advice in English before it raises.
        with own_fontconfig(), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            import_weasyprint()
            import weasyprint
            from weasyprint.text import ffi
    except (OSError, ImportError):
        return Libraries(_version_without_import(), "", False)
    library: Any = ffi
    number = library.pango.pango_version()
    version = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return Libraries(weasyprint.__version__, version, library.harfbuzz_subset is not None)


def _version_without_import() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("weasyprint")
    except PackageNotFoundError:
        return ""
