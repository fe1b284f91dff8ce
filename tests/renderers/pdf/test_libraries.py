"""WeasyPrint's import: quick, and whatever was put off still works when it is asked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.support.pdf import require_pango
from tests.support.printed import ROOT


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
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
