"""The command line: options, one call, print, exit code."""

from __future__ import annotations


def main() -> None:
    """Runs `zugong`."""
    from zugong.cli.app import run

    run()
