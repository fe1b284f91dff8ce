"""What a build would refuse on paper, found out by `check` without printing: rows, colophons, own templates."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.classes import replace
from zugong.diagnostics import has_errors, in_order
from zugong.formats import has_own_pages, template_problems
from zugong.model.issue import Issue
from zugong.model.structures import BodyBlock, Table
from zugong.pipeline import Office, lay_out, limits
from zugong.results import Examined

_SHORT_COLOPHON = 300
"characters of 版记 that any page holds"


def rehearsed(office: Office, examined: Examined) -> Examined:
    """With what laying it out brings to light; ordinary text without own templates is not even laid out."""
    issue = examined.issue
    own = has_own_pages(office.root)
    if issue is None or has_errors(office.problems) or not (own or _may_overflow(issue)):
        return examined
    laid_out = lay_out(office, issue)
    if laid_out is None:
        return examined
    found = (*limits(laid_out), *template_problems(laid_out.sheet, laid_out.pages, office.root))
    return replace(examined, problems=in_order((*examined.problems, *found)))


def _may_overflow(issue: Issue) -> bool:
    """Whether there is anything in it that a page may not hold."""
    lines = issue.standing.distribution
    colophon = sum(len(text.content) for line in lines for text in (line.content, line.right) if text)
    colophon += sum(len(line.content) for line in issue.standing.after_colophon)
    return colophon > _SHORT_COLOPHON or any(isinstance(block, Table) for block in _blocks(issue))


def _blocks(issue: Issue) -> Iterator[BodyBlock]:
    for item in issue.items:
        yield from item.body
        for attachment in item.extras.attachments:
            yield from attachment.body
