"""What `zugong build` does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from zugong.cli.console import MisusedError, echo
from zugong.cli.progress import Progress
from zugong.cli.reporting import report, summary
from zugong.cli.workspace import today, wanted_issues, workspace_root
from zugong.diagnostics import Severity, has_errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.diagnostics import Problem
    from zugong.many import Done
    from zugong.model.issue import IssueKey
    from zugong.rebuild import Order, Rebuilder
    from zugong.results import Built

_OF_OUTPUT = (
    "cannot-write",
    "output-changed",
    "format-unavailable",
    "broken-template",
    "missing-face",
    "impossible-sheet",
)
"rules for which a draft would be no help"

_TRY_DRAFT = "改好后再生成一次；只想先看样子，加 --draft"

_LIKELY_WORTH_A_POOL = 4
"issues; for fewer the processes take longer to start than they save"


def build(
    issues: tuple[str, ...] = (),
    *,
    pdf: bool = False,
    docx: bool = False,
    proof: bool = False,
    watch: bool = False,
    everything: bool = False,
    jobs: int | None = None,
    folder: Path | None = None,
    draft: bool = False,
    strict_fonts: bool = False,
    force: bool = False,
) -> int:
    """Builds the issues that were asked for; the exit code."""
    from zugong.rebuild import Order

    root = workspace_root()
    keys = _keys(root, issues, everything)
    formats = _formats(pdf, docx, proof=proof or draft or watch, only_proof=proof or watch)
    order = Order(formats, (folder or root / "build").absolute(), draft, force, strict_fonts)
    if watch:
        from zugong.cli.watching import Watcher

        Watcher(root, keys, order).run()
        return 0
    return int(_build(root, keys, order, jobs))


def _formats(pdf: bool, docx: bool, *, proof: bool, only_proof: bool) -> tuple[str, ...]:
    """The formats asked for: `proof` makes the PDF a proof, `only_proof` leaves the DOCX to those who name it."""
    asked = [name for name, wanted in (("pdf", pdf or only_proof), ("docx", docx)) if wanted] or ["pdf", "docx"]
    return tuple("proof" if name == "pdf" and proof else name for name in asked)


def _build(root: Path, keys: tuple[IssueKey, ...], order: Order, jobs: int | None) -> bool:
    """Builds and tells; whether anything failed."""
    from zugong.formats import ENDINGS
    from zugong.rebuild import Rebuilder
    from zugong.run import begin

    run = begin(root, today(), keys)
    if order.force:
        run.open()
    _show(run.problems, root)
    rebuilder = Rebuilder(run, order)
    failed = has_errors(run.problems)
    named: set[str] = set()
    proofs = 0
    try:
        for built, seconds in _results(rebuilder, keys, jobs):
            _show(built.problems, root)
            failed = _conclude(built, run.problems, seconds, order, alone=len(keys) == 1) or failed
            _name_substitutes(built, named)
            proofs += any(file.name.endswith(ENDINGS["proof"]) for file in built.files)
            if len(keys) == 1 and "proof" not in order.formats:
                _mention_layout(built)
    finally:  # what was built before Ctrl-C need not be built again
        rebuilder.close()
    if proofs:
        echo("校样没有归档标记，不作印发、归档之用；定稿后用 zugong build --pdf 生成印发的 PDF。")
    return failed


def _results(
    rebuilder: Rebuilder, keys: tuple[IssueKey, ...], jobs: int | None
) -> Iterator[tuple[Built, float | None]]:
    """What came of each issue and how long it took: first of those that need nothing (None), then of the others."""
    unchanged = {key: built for key in keys if (built := rebuilder.unchanged(key))}
    yield from ((built, None) for built in unchanged.values())
    standing = sum(bool(built.files) for built in unchanged.values())
    if standing and len(keys) > 1:
        echo(f"{standing} 期没有变动，不用重新生成。")
    stale = tuple(key for key in keys if key not in unchanged)
    if not stale:
        return
    rebuilder.run.open()  # once, not in every process
    workers = jobs or (os.cpu_count() or 1 if len(stale) >= _LIKELY_WORTH_A_POOL else 1)
    yield from _rebuilt(rebuilder, stale, workers)
    if again := rebuilder.overwritten(keys):
        yield from _rebuilt(rebuilder, again, 1)


def _rebuilt(rebuilder: Rebuilder, keys: tuple[IssueKey, ...], workers: int) -> Iterator[Done]:
    from zugong.many import each

    with Progress(keys) as progress:
        for result in each(keys, rebuilder.rebuilt, workers):
            rebuilder.note(result[0])
            progress.clear()
            yield result
            progress.advance()


def _mention_layout(built: Built) -> None:
    """How the pages are filled, in short; it takes as long as a proof, which therefore does without."""
    if built.laid_out and built.files:
        from zugong.cli.layout import advice_on, in_short

        echo(in_short(built.key, advice_on(built.laid_out)))


def _name_substitutes(built: Built, named: set[str]) -> None:
    """Which faces others stand in for, each once a run, all on one line."""
    new = [problem.message for problem in built.substitutes if problem.message not in named]
    named.update(new)
    if new:
        echo(f"字体：{'；'.join(new)}。")


def _keys(root: Path, issues: tuple[str, ...], everything: bool) -> tuple[IssueKey, ...]:
    if not everything:
        return wanted_issues(root, issues)
    if issues:
        raise MisusedError("--all 已经是所有各期，不要再写期号。")
    from zugong.sources.workspace import issue_keys

    return issue_keys(root)


def _show(problems: tuple[Problem, ...], root: Path) -> None:
    report(tuple(problem for problem in problems if problem.severity > Severity.HINT), root)


def _conclude(
    built: Built, of_office: tuple[Problem, ...], seconds: float | None, order: Order, *, alone: bool
) -> bool:
    """Says what came of it; whether it failed. No seconds: nothing had changed since it was built before."""
    failed = has_errors(built.problems)
    problems = (*of_office, *built.problems)
    if not built.files and has_errors(problems):
        hopeless = order.draft or any(one.rule in _OF_OUTPUT for one in problems)
        again = "改好后再生成一次" if hopeless else _TRY_DRAFT
        echo(f"{built.key}：{summary(problems)}，没有生成。{again}。")
    elif seconds is not None:
        _tell_files(built)
        echo(f"{built.key}：用时 {seconds:.1f} 秒，{summary(problems)}。")
    elif alone:
        _tell_files(built, "没有变动，不用重新生成")
    return failed


def _tell_files(built: Built, verb: str = "已生成") -> None:
    """A line for each file."""
    for file in built.files:
        try:
            size = f"，{file.stat().st_size / 1024:.0f} KB"
        except OSError:  # somebody has moved it since
            size = ""
        echo(f"{verb} {_shown(file)}（{built.page_count} 面{size}）")


def _shown(file: Path) -> str:
    """Relative to where one stands, if it lies below."""
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)
