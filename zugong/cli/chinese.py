"""Makes click speak Chinese."""

from __future__ import annotations

import os

_DOMAIN = "zugong"
_LANGUAGE = "zh_CN"


def speak_chinese() -> None:
    """Let click speak Chinese; call it before commands are declared.

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
