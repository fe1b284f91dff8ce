"""WeasyPrint's import: quick, and whatever was put off still works when it is asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.pdf import require_pango
from tests.support.printed import ROOT


def python(code: str, cache: Path | None = None) -> str:
    """What a fresh interpreter prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if cache is not None:
        environment |= dict.fromkeys(("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"), str(cache))
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return run.stdout.strip()


IMPORT = "from zugong.renderers.pdf.libraries import import_weasyprint\nimport_weasyprint()\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere names must be looked up")
def test_no_process_is_started() -> None:
    require_pango()
    refuse = "import subprocess\ndef refuse(*_, **__): raise AssertionError('a process')\nsubprocess.Popen = refuse\n"
    restored = "import ctypes.util\nprint(ctypes.util.find_library.__name__)"
    assert python(refuse + IMPORT + restored) == "find_library"


def test_what_is_put_off_is_there_when_it_is_used() -> None:
    require_pango()
    loaded = "import sys\nprint('fontTools.subset.svg' in sys.modules, 'fontTools.varLib.instancer' in sys.modules)\n"
    use = (
        "from weasyprint.pdf.fonts import instantiateVariableFont, subset\nsubset.Options()\n"
        "try:\n    instantiateVariableFont({}, {})\nexcept Exception:\n    pass\n"
    )
    assert python(IMPORT + loaded + use + loaded).split() == ["False", "False", "True", "True"]


def test_a_second_import_does_nothing() -> None:
    require_pango()
    assert python(IMPORT + IMPORT + "import weasyprint, fontTools.subset\nprint('well')") == "well"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere cffi looks for libraries")
def test_declarations_are_parsed_once(tmp_path: Path) -> None:
    """The parser is not even imported when an earlier process has left what it parsed."""
    require_pango()
    code = IMPORT + "import sys\nprint('pycparser' in sys.modules)"
    assert [python(code, cache=tmp_path) for _ in range(2)] == ["True", "False"]
    (file,) = tmp_path.rglob("declarations/*.py")
    file.write_text("ffi = 1 / 0\n", encoding="utf-8")
    assert python(code, cache=tmp_path) == "True", "a broken file is made anew"
    assert python(code, cache=tmp_path) == "False"


def test_the_styles_of_any_html_are_there_when_they_are_asked_for() -> None:
    require_pango()
    code = "from zugong.renderers.pdf.libraries import usual_styles\nimport weasyprint.html\n"
    assert python(IMPORT + code + "print(len(weasyprint.html.UA), 'blockquote' in usual_styles())") == "0 True"


def test_hyphens_and_web_fonts_are_only_put_off() -> None:
    require_pango()
    code = (
        "from weasyprint.text.line_break import pyphen\nfrom weasyprint.text.fonts import woff2\n"
        "print(pyphen.language_fallback('de_AT'), callable(woff2.decompress))"
    )
    assert python(IMPORT + code) == "de_AT True"
