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


def test_what_our_pages_do_not_need_is_not_imported() -> None:
    """Each of them takes as long as a page; nor is there any other way in which WeasyPrint was imported."""
    require_pango()
    names = ("PIL", "ssl", "http.client", "email.message", "tinyhtml5", "fontTools", "pyphen", "weasyprint.svg")
    assert python(f"{IMPORT}import sys\nprint([name for name in {names} if name in sys.modules])") == "[]"


def test_what_weasyprint_sets_on_a_module_is_set_once_that_is_imported() -> None:
    """Pillow must not start Ghostscript, whichever way it is used first."""
    require_pango()
    code = (
        "from weasyprint.images import Image\nassert callable(Image.open)\nImage.new('1', (1, 1))\n"
        "from PIL import EpsImagePlugin, ImageFile\n"
        "print(EpsImagePlugin.gs_binary, ImageFile.LOAD_TRUNCATED_IMAGES)"
    )
    assert python(IMPORT + code) == "False True"
    assert python("import PIL.Image\n" + IMPORT + code) == "False True"


def test_weasyprint_has_no_way_to_the_network() -> None:
    require_pango()
    code = (
        "from weasyprint.urls import URLFetcher\n"
        "for url in ('http://example.org', 'file:///etc/hostname', 'data:,x'):\n"
        "    try:\n        URLFetcher().fetch(url)\n    except ValueError as error:\n        print(error)"
    )
    assert python(IMPORT + code).split() == ["refused"] * 3


def test_a_weasyprint_that_uses_at_once_what_is_put_off_is_imported_as_usual() -> None:
    require_pango()
    code = (
        "from zugong.renderers.pdf import libraries\nput_off = libraries._put_off\n"
        "libraries._put_off = lambda: {**put_off(), 'pydyf': {}}\nlibraries.import_weasyprint()\n"
        "import weasyprint, sys\nprint('PIL.Image' in sys.modules, weasyprint.HTML.__name__)"
    )
    assert python(code) == "True HTML"
