"""zugong build --watch: every save makes the proof anew; problems come first, and the last good file stays."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from threading import Event
from time import perf_counter

import click

from zugong.classes import dataclass
from zugong.cli.reporting import forget_lines, report, summary
from zugong.cli.workspace import today
from zugong.diagnostics import Problem, Severity, has_errors
from zugong.fingerprint import take_fingerprints
from zugong.model.issue import IssueKey
from zugong.pipeline import Office, build, open_office, same_office
from zugong.rebuild import Order
from zugong.results import Built
from zugong.watch import saves


@dataclass(slots=True)
class Watcher:
    """Builds what is watched whenever it has changed."""

    root: Path
    keys: tuple[IssueKey, ...]
    order: Order
    _office: Office | None = None
    _common: str = ""
    "the fingerprint of what the office sets, as it was read last"
    _seen: Mapping[IssueKey, str] = field(default_factory=dict)
    "the fingerprints for which each issue was built last"

    def run(self, stop: Event | None = None) -> None:
        """Builds at once and then after every save, until Ctrl-C or `stop`."""
        click.echo(f"看着 {'、'.join(map(str, self.keys))}：每次保存就重出校样，按 Ctrl-C 结束。")
        try:
            for changed in saves(self.root, stop):
                self.look(changed)
                gc.freeze()
        except KeyboardInterrupt:
            click.echo("不再看着了，最后生成的文件都在。")

    def look(self, changed: frozenset[Path]) -> None:
        """Builds the issues that are not as they were."""
        start = perf_counter()
        prints = take_fingerprints(self.root, self.keys)
        now = {key: prints.of_checks(key, today()) for key in self.keys}
        stale = [key for key in self.keys if now[key] != self._seen.get(key)]
        if not stale:
            return
        forget_lines()
        office = self._opened(prints.common, changed)
        order = self.order
        for key in stale:
            built = build(office, key, order.formats, order.folder, draft=order.draft, force=order.force)
            self._tell(built, perf_counter() - start)
            start = perf_counter()
        self._seen = now

    def _opened(self, common: str, changed: frozenset[Path]) -> Office:
        """The office; read anew unless it is sure that only the text of items has changed."""
        items = changed and all(path.suffix == ".md" for path in changed)
        if self._office and items and common == self._common:
            self._office = same_office(self._office, today())
        else:
            self._office, self._common = open_office(self.root, today()), common
            self._show(self._office.problems)
        return self._office

    def _show(self, problems: tuple[Problem, ...]) -> None:
        report(tuple(problem for problem in problems if problem.severity > Severity.HINT), self.root)

    def _tell(self, built: Built, seconds: float) -> None:
        """Problems first; then one line that says what came of it and how long it took."""
        self._show(built.problems)
        names = "、".join(file.name for file in built.files)
        if names:
            outcome = f"已生成 {names}（{built.page_count} 面）"
        else:
            outcome = "没有重新生成，上一次生成的还在" if has_errors(built.problems) else "没有生成"
        click.echo(f"{built.key} {outcome}，{summary(built.problems)}，用时 {seconds * 1000:.0f} 毫秒。")
