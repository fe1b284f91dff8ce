"""What `zugong list` does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from zugong.cli.console import PROBLEMS, echo
from zugong.cli.reporting import report, summary
from zugong.cli.workspace import today, wanted_issues, workspace_root
from zugong.diagnostics import Severity, has_errors
from zugong.text.widths import display_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.model.issue import IssueKey, Item
    from zugong.results import LaidOut
    from zugong.run import Run


def list_(issue: tuple[str, ...] = ()) -> int:
    """Lists all issues, or the items of one; the exit code."""
    root = workspace_root()
    return _list_issue(root, issue[0]) if issue else _list_archive(root)


def _list_archive(root: Path) -> int:
    from zugong.overview import overview
    from zugong.text.dates import format_date

    found = overview(root, today())
    report(tuple(problem for problem in found.problems if problem.severity > Severity.HINT), root)
    rows = [
        (str(row.key), format_date(row.issued_on) if row.issued_on else "（没有日期）", f"{row.items} 篇")
        for row in found.rows
    ]
    for line in _table(rows):
        echo(line)
    echo(f"共 {len(rows)} 期。" if rows else "还没有一期。用 zugong new-issue 新建。")
    return int(has_errors(found.problems))


def _list_issue(root: Path, argument: str) -> int:
    from zugong.run import begin

    (key,) = wanted_issues(root, (argument,))
    run = begin(root, today(), (key,))
    lines = run.remembered(key, "list", lambda: _lines(run, key))
    if lines is None:
        return PROBLEMS
    echo("\n".join(lines))
    run.close()
    return 0


def _lines(run: Run, key: IssueKey) -> tuple[str, ...] | None:
    """A line for each item and one for the issue; None, with the problems told, where there are no pages."""
    from zugong.pipeline import examine, lay_out

    office = run.open()
    examined = examine(office, key)
    laid_out = lay_out(office, examined.issue) if examined.issue else None
    if examined.issue is None or laid_out is None:
        problems = (*office.problems, *examined.problems)
        report(problems, run.root)
        echo(f"{key}：{summary(problems)}，列不出来。")
        return None
    rows = [_of_item(position, item, laid_out) for position, item in enumerate(examined.issue.items)]
    kinds = Counter(row[_KIND] for row in rows if row[_KIND])
    counted = "，其中" + "、".join(f"{kind} {count} 篇" for kind, count in kinds.items()) if kinds else ""
    return (*_table(rows), f"{key} 共 {len(rows)} 篇，{len(laid_out.pages.pages)} 面{counted}。")


def _of_item(position: int, item: Item, laid_out: LaidOut) -> tuple[str, ...]:
    from zugong.layout.contents import anchor_of
    from zugong.terms import chosen_word

    return (
        f"第 {laid_out.pages.page_number(anchor_of(position))} 面",
        item.section.name.content if item.section else "",
        item.headline.content,
        "、".join(unit.content for unit in item.source_units),
        f"{sum(len(paragraph.content) for paragraph in item.paragraphs)} 字",
        chosen_word("item_kind", item.extras.kind.value) if item.extras.kind else "",
        Path(item.origin.path).name,
    )


_KIND = 5
"column of 采用"


def _table(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Straight columns by display width; an empty column is left out."""
    columns = [column for column in zip(*rows, strict=True) if any(column)]
    widths = [max(map(display_width, column)) for column in columns]
    lines = []
    for row in zip(*columns, strict=True):
        padded = (cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True))
        lines.append("  ".join(padded).rstrip())
    return tuple(lines)
