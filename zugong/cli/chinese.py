"""Makes the console Chinese: click's own words, and output that no console can crash on."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

_DOMAIN = "zugong"
_LANGUAGE = "zh_CN"


def speak_chinese() -> None:
    """Let click speak Chinese and let the console show what it can; call it before commands are declared.

    click looks its words up in the current gettext domain at each call, so it does not matter whether click
    is already imported; but a few words are looked up while a command is declared (`click.Path`, `--version`).
    Child processes inherit LANGUAGE: give git `LC_ALL=C` wherever its words are parsed.
    """
    # gettext costs more than this whole module, and click imports it anyway.
    import gettext

    # gettext.find asks LANGUAGE first, on every system, and Windows sets none of the other variables.
    os.environ["LANGUAGE"] = _LANGUAGE
    # os.path, because pathlib costs 5 ms at every start of the program.
    gettext.bindtextdomain(_DOMAIN, os.path.join(os.path.dirname(os.path.abspath(__file__)), "locale"))  # noqa: PTH100, PTH118, PTH120
    gettext.textdomain(_DOMAIN)
    for stream in (sys.stdout, sys.stderr):
        # A GBK (cp936) console cannot show ✓ ² or rare characters: a question mark is better than a traceback.
        # Under pythonw a stream is None, under a test it may be anything.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
