"""Where a run begins and ends: the one place that turns exceptions into exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from zugong.cli.console import (
    BUG,
    INTERRUPTED,
    PROBLEMS,
    USAGE,
    MisusedError,
    RefusedError,
    echo,
    soften_console,
    tell_refusal,
)
from zugong.cli.plain import plain_call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> NoReturn:
    """Runs the command line; a traceback never reaches the editor."""
    soften_console()
    sys.exit(_exit_code())


def _exit_code() -> int:
    try:
        return _run()
    except RefusedError as refused:
        tell_refusal(str(refused))
        return USAGE
    except KeyboardInterrupt:
        echo("\n已中断，没有留下写了一半的文件。", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # `zugong list | head`: the reader has gone; Python would complain once more while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS  # nobody has heard of those that there may be
    # The last resort: whatever it is, the editor gets a sentence.
    except Exception as bug:
        _report_bug(bug)
        return BUG


def _run() -> int:
    """Without click, unless the line is not plain or the command does not take it."""
    if plain := plain_call(sys.argv[1:]):
        with suppress(MisusedError):
            return plain()
    from zugong.cli.app import clicked

    return clicked()


def _report_bug(bug: Exception) -> None:
    """Says that the program is at fault, and keeps what its makers need in a file."""
    import tempfile
    import traceback

    from zugong import __version__

    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="zugong-", suffix=".log", delete=False) as log:
        log.write(f"zugong {__version__}, Python {sys.version}, {sys.platform}\n")
        traceback.print_exception(bug, file=log)
    echo("程序自己出了错，您的文件没有改动。", err=True)
    echo(f"请把这个文件发给维护人员：{log.name}", err=True)
