"""Bounds on work, not on what else the machine is doing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Asserts that what is inside takes at most that much time of the processor.

    What the other tests have left in memory is hidden from the garbage collector meanwhile: going through
    it again and again takes longer than the work.
    """
    gc.collect()
    gc.freeze()
    start = process_time()
    try:
        yield
        assert process_time() - start < seconds
    finally:
        gc.unfreeze()
