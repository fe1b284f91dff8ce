"""One line on a terminal that says how far a long build is; nothing where the output goes into a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from time import perf_counter
from types import TracebackType

from zugong.model.issue import IssueKey

_FEW = 2
"issues, whose own lines tell enough"


class Progress:
    """`〔12/200〕2023/23，大约还要 8 秒`, rewritten in place; standard error, so that a pipe gets only results."""

    def __init__(self, keys: Sequence[IssueKey]) -> None:
        self.keys = keys
        self.done = 0
        self.start = perf_counter()
        self.visible = sys.stderr.isatty() and len(keys) > _FEW

    def __enter__(self) -> Progress:
        self.show()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Makes room for a line of the build's own."""
        self._write("")

    def advance(self) -> None:
        """One more is done."""
        self.done += 1
        self.show()

    def show(self) -> None:
        """Issues done, the one that is waited for, the time left."""
        if self.done < len(self.keys):
            self._write(f"〔{self.done}/{len(self.keys)}〕{self.keys[self.done]}{self._left()}")

    def _left(self) -> str:
        if not self.done:
            return ""
        seconds = (perf_counter() - self.start) / self.done * (len(self.keys) - self.done)
        return f"，大约还要 {seconds:.0f} 秒" if seconds < 100 else f"，大约还要 {seconds / 60:.0f} 分钟"

    def _write(self, text: str) -> None:
        if self.visible:
            import click  # knows how to say this to a console of Windows

            click.echo(f"\r\x1b[K{text}", nl=False, err=True)
