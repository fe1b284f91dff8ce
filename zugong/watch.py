"""Waits for editors to save below issues/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

_QUIET = 10
"ms without a further change after which a burst is over: many programs write a file in several steps"

_LONGEST = 200
"ms after which a burst counts as over all the same"

_LOOK_ANYWAY = 1000
"ms: on network drives no news of a change may come, so one looks from time to time"


def saves(root: Path, stop: Event | None = None) -> Iterator[frozenset[Path]]:
    """The files of every burst of changes, until Ctrl-C or `stop`.

    At the start, and now and then when there was no news, none are named: then anything may have changed.
    """
    from watchfiles import watch

    yield frozenset()  # nothing is lost that is saved before one begins to listen: the next look without news finds it
    yield from (
        frozenset(Path(path) for _, path in changes)
        for changes in watch(
            root / "issues",
            debounce=_LONGEST,
            step=_QUIET,
            rust_timeout=_LOOK_ANYWAY,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=True,
        )
    )
