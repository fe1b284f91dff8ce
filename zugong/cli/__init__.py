"""The command line: options, one call, print, exit code."""

from __future__ import annotations


def main() -> None:
    """Runs `zugong`."""
    import gc

    # Imports make thousands of objects that never go away; looking through them again and again takes a tenth
    # of the time of `zugong check`.
    gc.set_threshold(200_000)
    from zugong.cli.app import run

    run()
