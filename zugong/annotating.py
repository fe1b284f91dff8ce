"""`check --docx`: a copy of the issue with each report as a Word comment at its place."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem, error
from zugong.layout.places import place_on_sheet
from zugong.layout.sheet import Block, Sheet
from zugong.model.issue import IssueKey
from zugong.outputs import write_output
from zugong.pipeline import Office, examine, lay_out
from zugong.renderers.docx.comments import Comment, with_comments
from zugong.results import LaidOut


def annotate(office: Office, key: IssueKey, told: tuple[Problem, ...], folder: Path) -> Path | Problem:
    """Writes the issue with these reports as comments; the file, or why there is none."""
    issue = examine(office, key, draft=True).issue
    laid_out = lay_out(office, issue, draft=True) if issue else None
    if laid_out is None:
        message, advice = "有错误，还排不出来，没有生成批注稿", "先改好上面的错误"
        return error("cannot-annotate", message, Location(f"issues/{key}", 0), advice)
    content = with_comments(_document(laid_out), _comments(laid_out.sheet, told))
    target = folder / f"{laid_out.sheet.info.title}（批注）.docx"
    refused = write_output(target, content, force=True)
    return refused[0] if refused else target


def _document(laid_out: LaidOut) -> bytes:
    from zugong.renderers import docx

    return docx.render(laid_out.sheet, laid_out.pages)


def _comments(sheet: Sheet, told: tuple[Problem, ...]) -> list[Comment]:
    """In the order of the paper."""
    placed = [(place_on_sheet(sheet, problem.origin), problem) for problem in told]
    found = [(place, problem) for place, problem in placed if place is not None]
    comments: list[Comment] = []
    for place, problem in sorted(found, key=lambda one: (one[0].block, one[0].start)):
        block = sheet.blocks[place.block]
        assert isinstance(block, Block)
        advice = f"\n{problem.hint}" if problem.hint else ""
        text = f"{problem.severity.chinese}：{problem.message}{advice}"
        comments.append(Comment(block.content, place.start, problem.length, text))
    return comments
