"""What an editor is told, on consoles of every kind, and the ways in which a command declines."""

from __future__ import annotations

import sys
from codecs import lookup
from io import TextIOWrapper

PROBLEMS, USAGE, BUG, INTERRUPTED = 1, 2, 3, 130
"exit codes"


class RefusedError(Exception):
    """What was asked for is not there; no lines on usage would help."""


class MisusedError(Exception):
    """What was asked for makes no sense. To be raised before anything is done or said: click reads the line again then,
    and adds how the command is used."""


def soften_console() -> None:
    """Lets the console show what it can: a GBK (cp936) one knows no ✓, no ², no rare characters.

    One that knows ASCII alone was never told what it can show: nobody would be helped by a page of question marks.
    """
    for stream in (sys.stdout, sys.stderr):
        # Under pythonw a stream is None, under a test it may be anything.
        if isinstance(stream, TextIOWrapper):
            is_unknown = lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_unknown else stream.encoding, errors="replace")


def echo(text: str, *, err: bool = False, end: str = "\n") -> None:
    """Prints at once, so that it keeps its place among what other programs say."""
    stream = sys.stderr if err else sys.stdout
    if stream is not None:
        stream.write(text + end)
        stream.flush()


def tell_refusal(text: str) -> None:
    """As click tells its own."""
    echo(f"错误：{text}", err=True)
