"""Many issues at a time: a pool of processes, where one that fails stops no other."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from zugong.classes import replace
from zugong.model.issue import IssueKey
from zugong.results import Built

Work = Callable[[IssueKey], Built]
Done = tuple[Built, float]
"what came of one issue, and the seconds that it took"


def each(keys: Iterable[IssueKey], work: Work, workers: int) -> Iterator[Done]:
    """The results in the order of the keys; an exception in one is raised when all others are done."""
    keys = tuple(keys)
    if workers < 2 or len(keys) < 2:
        yield from _settled(lambda key=key: _timed(work, key) for key in keys)  # type: ignore[misc]
        return
    from concurrent.futures import ProcessPoolExecutor  # a single issue does without

    gc.freeze()  # what is there already need not be looked through, nor copied, in every process
    pool = ProcessPoolExecutor(min(workers, len(keys)), initializer=_begin, initargs=(work,))
    try:
        waiting = [pool.submit(_in_worker, key) for key in keys]
        yield from _settled(future.result for future in waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def _settled(results: Iterable[Callable[[], Done]]) -> Iterator[Done]:
    """The results that there are, and then the first exception."""
    bugs: list[Exception] = []
    for result in results:
        try:
            yield result()
        except Exception as bug:
            bugs.append(bug)
    if bugs:
        raise bugs[0]


def _timed(work: Work, key: IssueKey) -> Done:
    start = perf_counter()
    return work(key), perf_counter() - start


_work: list[Work] = []
"the work of this process, given once rather than with every issue"


def _begin(work: Work) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then stops the pool
    _work[:] = [work]


def _in_worker(key: IssueKey) -> Done:
    """The result without its pages: what goes from process to process is to be small."""
    built, seconds = _timed(_work[0], key)
    return replace(built, laid_out=None), seconds
