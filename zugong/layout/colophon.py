"""版记: the lines between its rules, and those below the last one."""

from __future__ import annotations

from zugong.classes import replace
from zugong.layout.runs import filled_run, plain
from zugong.layout.sheet import Colophon, ColophonLine, SheetBlock, SplitBlock, StyledRun
from zugong.model.bulletin import DistributionLine, PrintRunPlacement, Standing
from zugong.model.issue import Issue
from zugong.model.prose import Text
from zugong.model.styles import Role
from zugong.placeholders import PRINT_RUN


def colophon(issue: Issue, values: dict[str, str]) -> tuple[SheetBlock, ...]:
    """The colophon; nothing when it would be empty."""
    lines = tuple(made for line in issue.standing.distribution if (made := _line(line, values)))
    after = [_after(run) for text in issue.standing.after_colophon if (run := filled_run(text, values))]
    run = _print_run(issue, values)
    if run and lines and _joins(issue.standing, lines):
        lines = (*lines[:-1], replace(lines[-1], right=run))
    elif run:
        after.insert(0, SplitBlock(Role.AFTER_COLOPHON, None, run))
    return (Colophon(lines, tuple(after)),) if lines or after else ()


def _line(line: DistributionLine, values: dict[str, str]) -> ColophonLine | None:
    label = plain(f"{line.label.content}：", line.label.origin) if line.label else None
    content = filled_run(line.content, values)
    return ColophonLine(label, content, filled_run(line.right, values)) if content else None


def _after(run: StyledRun) -> SplitBlock:
    return SplitBlock(Role.AFTER_COLOPHON, run, None)


def _joins(standing: Standing, lines: tuple[ColophonLine, ...]) -> bool:
    return standing.print_run_placement is PrintRunPlacement.SAME_LINE and lines[-1].right is None


def _print_run(issue: Issue, values: dict[str, str]) -> StyledRun | None:
    """印数, unless a line of masthead or colophon says it already."""
    standing = issue.standing
    if standing.print_run is None or any("{印数}" in text.content for text in standing.templates):
        return None
    template = standing.print_run_format or Text(PRINT_RUN, standing.print_run.origin)
    return filled_run(template, values)
