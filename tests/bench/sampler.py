"""Runs `zugong` in this process and notes, several thousand times a second, whose code is at work:
python tests/bench/sampler.py FILE ARGUMENTS…

For Linux and macOS: it needs the timer signals of POSIX.
"""

from __future__ import annotations

import json
import os
import runpy
import signal
import sys
from collections import defaultdict
from time import perf_counter
from types import FrameType

_EVERY = 0.0005
"seconds"

_IN_C = {
    "_subset": "uharfbuzz",
    "measured": "uharfbuzz",
    "compressed": "stdlib",
    "_digest": "stdlib",
}
"functions of ours in which next to all time is that of a library in C"

_BYTE_CODE = f"{os.sep}zugong{os.sep}bytecode.py"
"whatever it does is a part of importing"

samples: dict[str, float] = defaultdict(float)
"seconds by owner"

_last = perf_counter()


def note(_signal: int, frame: FrameType | None) -> None:
    """Adds the time since the last sample to the owner of the innermost code.

    Not one for each signal: Python hears of those only when a function in C has returned, of many as of one.
    """
    global _last  # noqa: PLW0603 - a signal handler has nowhere else to keep it
    now = perf_counter()
    samples[_owner(frame)] += now - _last
    _last = now


def _owner(frame: FrameType | None) -> str:
    """`kind name`: whose code it is, or for whom the import machinery and `re` are at work."""
    within = ""
    while frame is not None:
        file, name = frame.f_code.co_filename, frame.f_code.co_name
        if file.endswith(_BYTE_CODE):
            return "import zugong"
        if "importlib" in file:
            if name in ("_find_and_load", "_load_unlocked", "_find_and_load_unlocked"):
                target = frame.f_locals.get("name") or frame.f_locals["spec"].name
                return f"import {_package(target)}"
        elif f"{os.sep}re{os.sep}" in file:
            within = "re for "
        else:
            owner = _IN_C.get(name, "") if not within and _of_file(file) == "zugong" else ""
            owner = owner or _of_file(file)
            if not (within and owner == "stdlib"):
                return f"{within or ('body' if name == '<module>' else 'run')} {owner}".replace("  ", " ")
        frame = frame.f_back
    return "run interpreter"


def _package(module: str) -> str:
    top = module.partition(".")[0]
    return top if top in ("zugong", *_LIBRARIES) else "stdlib"


def _of_file(file: str) -> str:
    if f"{os.sep}zugong{os.sep}" in file and "site-packages" not in file:
        return "zugong"
    if "site-packages" in file:
        return file.rpartition(f"site-packages{os.sep}")[2].partition(os.sep)[0]
    return "sampler" if file == __file__ else "stdlib" if file[:1] != "<" or file.startswith("<frozen") else "zugong"


_LIBRARIES = ("click", "yaml", "uharfbuzz", "pydyf", "docx", "lxml", "weasyprint", "jinja2", "tinycss2", "fontTools")


def _leave(code: int) -> None:
    signal.setitimer(signal.ITIMER_REAL, 0)
    with open(sys.argv[0], "a", encoding="utf-8") as out:  # noqa: PTH123 - pathlib would be one more import
        out.write(json.dumps(samples) + "\n")
    _end(code)


if __name__ == "__main__":
    _end, os._exit = os._exit, _leave  # the program leaves by it
    del sys.argv[0]
    signal.signal(signal.SIGALRM, note)
    signal.setitimer(signal.ITIMER_REAL, _EVERY, _EVERY)
    runpy.run_module("zugong", run_name="__main__", alter_sys=False)
