"""What `zugong check` does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zugong.classes import dataclass
from zugong.cli.console import MisusedError, echo
from zugong.cli.reporting import report, summary
from zugong.cli.workspace import today, wanted_issues, workspace_root
from zugong.diagnostics import Severity, has_errors, in_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from zugong.cache import Findings
    from zugong.cli.changing import Scope
    from zugong.diagnostics import Problem
    from zugong.model.issue import IssueKey
    from zugong.pipeline import Office
    from zugong.results import Examined


@dataclass(frozen=True, slots=True)
class _Asked:
    """The options of one run."""

    form: str = "text"
    everything: bool = False
    layout: bool = False
    ignored: bool = False
    explain: str | None = None
    since: str | None = None
    staged: bool = False
    fix: bool = False
    diff: bool = False
    docx: bool = False

    @property
    def partly(self) -> bool:
        """Whether only changed lines are looked at."""
        return self.staged or self.since is not None

    @property
    def anew(self) -> bool:
        """Whether issues are read in any case: for their pages, to be rewritten, or in a copy that is thrown away."""
        return self.layout or self.docx or self.fix or self.diff or self.staged


def check(issues: tuple[str, ...] = (), **options: Any) -> int:  # noqa: ANN401 - the fields of _Asked
    """Checks the issues that were asked for; the exit code."""
    asked = _Asked(**options)
    if asked.layout and asked.form != "text":
        raise MisusedError("--layout 只能和 --format text 一起用。")
    if asked.form != "text" and (asked.ignored or asked.fix or asked.diff or asked.docx):
        raise MisusedError("--ignored、--fix、--diff、--docx 只能和 --format text 一起用。")
    if asked.explain is not None:
        return _explain(asked.explain)
    if asked.partly:
        return _check_changes(issues, asked)
    from zugong.cli.changing import Scope

    root = workspace_root()
    return _check(wanted_issues(root, issues), asked, Scope(root, None))


def _explain(name: str) -> int:
    from zugong.cli.explaining import explanation, suggestion

    text = explanation(name)
    if text is None:
        raise MisusedError(suggestion(name))
    echo(text)
    return 0


def _check_changes(issues: tuple[str, ...], asked: _Asked) -> int:
    """Only issues in which something has changed, unless some are named."""
    from zugong.cli.changing import scope
    from zugong.sources.workspace import issue_keys

    if asked.staged and (asked.since or asked.fix or asked.docx):
        raise MisusedError("--staged 不能和 --since、--fix、--docx 一起用。")
    root = workspace_root()
    named = wanted_issues(root, issues) if issues else None
    with scope(root, asked.since, staged=asked.staged) as found:
        keys = found.touched(issue_keys(found.root)) if named is None else named
        return _check(keys, asked, found)


def _check(keys: tuple[IssueKey, ...], asked: _Asked, scope: Scope) -> int:
    """Tells what is found; what has not changed since it was checked before is not read again."""
    keeps = (scope.root / "build").is_dir()  # the one place for what is remembered, which `check` does not make
    look = _unless_known if keeps and not asked.anew else _anew
    return int(has_errors(look(keys, asked, scope)))


def _unless_known(keys: tuple[IssueKey, ...], asked: _Asked, scope: Scope) -> tuple[Problem, ...]:
    from zugong.recheck import findings
    from zugong.run import begin

    run = begin(scope.root, today(), keys)
    found = [findings(run, key) for key in keys]
    problems, _ = _tell(run.problems, found, keys, asked, scope)
    run.close()
    return problems


def _anew(keys: tuple[IssueKey, ...], asked: _Asked, scope: Scope) -> tuple[Problem, ...]:
    from zugong.pipeline import examine, keep_index, open_office
    from zugong.rehearsal import rehearsed

    office = open_office(scope.root, today())
    if asked.fix or asked.diff:
        from zugong.cli.fixing import fix

        fix(office, keys, write=asked.fix, diff=asked.diff)
    examined = [rehearsed(office, examine(office, key)) for key in keys]
    problems, shown = _tell(office.problems, examined, keys, asked, scope)
    if asked.layout:
        _show_layout(office, examined)
    if asked.docx:
        _write_comments(office, examined, shown)
    if scope.changes is None:
        keep_index(office)
    return problems


def _tell(
    of_office: tuple[Problem, ...],
    found: Sequence[Findings | Examined],
    keys: tuple[IssueKey, ...],
    asked: _Asked,
    scope: Scope,
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Reports the problems that were asked for; all of them, and those that are shown."""
    every = in_order((*of_office, *(problem for one in found for problem in one.problems)))
    problems = tuple(problem for problem in every if scope.concerns(problem))
    shown = tuple(problem for problem in problems if asked.everything or problem.severity > Severity.HINT)
    report(shown, scope.root, asked.form)
    if asked.form == "text":
        _conclude(shown, len(problems) - len(shown), keys, found)
    if asked.ignored:
        _show_ignored(found)
    return problems, shown


def _show_ignored(found: Sequence[Findings | Examined]) -> None:
    from zugong.cli.reporting import headline

    silenced = [one for each in found for one in each.silenced]
    for one in silenced:
        echo(f"已忽略 {headline(one.problem)}")
        echo(f"  理由：{one.reason or '没有写'}（{one.by.path} 第 {one.by.line} 行）")
    echo(f"共忽略 {len(silenced)} 处。")


def _show_layout(office: Office, examined: list[Examined]) -> None:
    from zugong.cli.layout import advice_on, told
    from zugong.pipeline import lay_out

    for one in examined:
        laid_out = lay_out(office, one.issue) if one.issue else None
        lines = told(one.key, advice_on(laid_out)) if laid_out else (f"{one.key} 版面：有错误，还排不出来。",)
        echo("\n".join(lines))


def _write_comments(office: Office, examined: list[Examined], shown: tuple[Problem, ...]) -> None:
    from zugong.annotating import annotate

    for one in examined:
        own = tuple(problem for problem in shown if problem in one.problems)
        written = annotate(office, one.key, own, office.root / "build")
        if isinstance(written, Path):
            echo(f"已生成 {written.relative_to(office.root).as_posix()}，{len(own)} 条批注")
        else:
            report((written,), office.root)


def _conclude(
    shown: tuple[Problem, ...], hidden: int, keys: tuple[IssueKey, ...], found: Sequence[Findings | Examined]
) -> None:
    silenced = sum(len(one.silenced) for one in found)
    more = [f"另有 {hidden} 处提示，加 --all 可看"] if hidden else []
    more += [f"忽略了 {silenced} 处，加 --ignored 可看"] if silenced else []
    named = "、".join(map(str, keys)) or "改动"
    remark = "（" + "；".join(more) + "）" if more else ""
    echo(f"检查了 {named}：{summary(shown)}{remark}。")
