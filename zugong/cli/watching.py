"""zugong build --watch: every save makes the proof anew; problems come first, and the last good file stays."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from time import perf_counter

from zugong.classes import dataclass, field
from zugong.cli.console import echo
from zugong.cli.reporting import forget_lines, report, summary
from zugong.cli.workspace import today
from zugong.diagnostics import Problem, Severity, has_errors
from zugong.fingerprint import Fingerprints, issue_fingerprint, issue_folder, take_fingerprints
from zugong.model.issue import IssueKey
from zugong.pipeline import Office, build, open_office, same_office
from zugong.rebuild import Order
from zugong.results import Built
from zugong.run import begin
from zugong.watch import saves

_REST = 20
"times as long as it takes to look at all issues one rests from it without news; a thousand may lie on a network drive"


@dataclass(slots=True)
class Watcher:
    """Builds what is watched whenever it has changed."""

    root: Path
    keys: tuple[IssueKey, ...]
    order: Order
    _office: Office | None = None
    _read: Fingerprints | None = None
    "as everything was before the office was opened"
    _last: Fingerprints | None = None
    "as everything was when one looked last"
    _rested: float = 0
    "when to look at all issues again (s)"
    _seen: Mapping[IssueKey, str] = field(default_factory=dict)
    "the fingerprints for which each issue was built last"

    def run(self, stop: Event | None = None) -> None:
        """Builds at once and then after every save, until Ctrl-C or `stop`."""
        echo(f"看着 {'、'.join(map(str, self.keys))}：每次保存就重出校样，按 Ctrl-C 结束。")
        try:
            for changed in saves(self.root, stop):
                self.look(changed)
                gc.freeze()
        except KeyboardInterrupt:
            echo("不再看着了，最后生成的文件都在。")

    def look(self, changed: frozenset[Path] = frozenset()) -> None:
        """Builds the issues that are not as they were, or whose predecessors are not."""
        start = perf_counter()
        prints = self._last = self._fingerprints(changed)
        now = {key: prints.of_checks(key, today()) for key in self.keys}
        stale = [key for key in self.keys if now[key] != self._seen.get(key)]
        if not stale:
            return
        forget_lines()
        office = self._opened(prints, max(stale))
        order = self.order
        for key in stale:
            built = build(office, key, order.formats, order.folder, draft=order.draft, force=order.force)
            self._tell(built, perf_counter() - start)
            start = perf_counter()
        self._seen = now

    def _fingerprints(self, changed: frozenset[Path]) -> Fingerprints:
        """Those of now; of issues not watched those of before, if all news is of watched ones, or one still rests."""
        last = self._last
        if last and (all(map(self._is_watched, changed)) if changed else perf_counter() < self._rested):
            own = frozenset(self.keys)
            return take_fingerprints(
                self.root,
                last.issues,
                program=last.program,  # what runs is in memory already
                issue=lambda root, key: issue_fingerprint(root, key) if key in own else last.issues[key],
            )
        start = perf_counter()
        prints = begin(self.root, today(), self.keys).prints
        self._rested = perf_counter() + _REST * (perf_counter() - start)
        return prints

    def _is_watched(self, path: Path) -> bool:
        return any(path.is_relative_to(issue_folder(self.root, key)) for key in self.keys)

    def _opened(self, prints: Fingerprints, last: IssueKey) -> Office:
        """The office; read anew unless it still is what it was to the last issue that is built, and so to all."""
        if self._office and self._read and not _differ_before(last, self._read, prints):
            self._office = same_office(self._office, today())
        else:
            self._office, self._read = open_office(self.root, today()), prints
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
        echo(f"{built.key} {outcome}，{summary(built.problems)}，用时 {seconds * 1000:.0f} 毫秒。")


def _differ_before(key: IssueKey, then: Fingerprints, now: Fingerprints) -> bool:
    """Whether what the office sets is another thing now, or an issue before this one: checks know no others."""
    return then.common != now.common or any(one < key for one, _ in then.issues.items() ^ now.issues.items())
