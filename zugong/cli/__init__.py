"""The command line: options, one call, print, exit code."""

from __future__ import annotations


def main() -> None:
    """Runs `zugong`."""
    import gc

    # Imports make thousands of objects that never go away; looking through them again and again takes a tenth
    # of the time of `zugong check`.
    gc.set_threshold(200_000)
    from zugong import bytecode

    finder = bytecode.installed()
    from zugong.later import put_off

    with put_off({"urllib": {}, "urllib.parse": {}}):  # for Path.as_uri() alone
        import pathlib  # noqa: F401
    from zugong.cli.entry import run

    try:
        run()
    except SystemExit as end:
        if finder:
            finder.keep()
        if end.code is None or isinstance(end.code, int):
            _leave(end.code or 0)
        raise


def _leave(code: int) -> None:
    """Ends the process without taking apart all that is in memory: a tenth of the time of `zugong build --pdf`."""
    import atexit
    import os
    import sys

    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # closed by whoever started us, or pythonw
                stream.flush()
    except OSError:  # nobody reads on; Python knows what to do
        return
    os._exit(code)
