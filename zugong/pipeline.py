"""The stages in order: read, check, assemble, compose, typeset, render, write.

Layout, fonts and renderers are imported when they are used: `zugong check` of ordinary text needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zugong.assembly import assemble
from zugong.checks import Context, check_draft
from zugong.diagnostics import Location, Problem, error, has_errors, in_order
from zugong.model.bulletin import Bulletin
from zugong.model.issue import Issue, IssueIndexEntry, IssueKey
from zugong.sources.archive import read_archive
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import read_issue
from zugong.text.repertoire import is_everyday

if TYPE_CHECKING:
    from zugong.layout.sheet import Sheet
    from zugong.typesetting.pages import Pages


@dataclass(frozen=True, slots=True)
class Office:
    """What is the same for all issues of one run."""

    root: Path
    "the workspace"
    bulletin: Bulletin | None
    "None when bulletin.yaml cannot be used"
    archive: tuple[IssueIndexEntry, ...]
    today: date
    problems: tuple[Problem, ...]
    "of bulletin.yaml, of an own sheet.yaml and of stray folders"


@dataclass(frozen=True, slots=True)
class Examined:
    """An issue that was read and checked."""

    key: IssueKey
    issue: Issue | None
    "None when it cannot be assembled"
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An issue on paper."""

    sheet: Sheet
    pages: Pages


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building one issue."""

    key: IssueKey
    files: tuple[Path, ...]
    "written, or already there with the same content"
    page_count: int
    problems: tuple[Problem, ...]


def open_office(root: Path, today: date) -> Office:
    """Reads what an office sets once."""
    bulletin, archive = read_bulletin(root), read_archive(root)
    problems = (*bulletin.problems, *archive.problems, *_sheet_problems(root))
    return Office(root, bulletin.value, archive.value, today, in_order(problems))


def _sheet_problems(root: Path) -> tuple[Problem, ...]:
    """Of the office's own sheet.yaml; the shipped one has none."""
    if not _has_own_sheet(root):
        return ()
    from zugong.sources.sheet import read_styles

    return read_styles(root).problems


def _has_own_sheet(root: Path) -> bool:
    return (root / "issues" / "templates" / "sheet.yaml").exists()


def examine(office: Office, key: IssueKey, *, draft: bool = False) -> Examined:
    """Reads, checks and assembles one issue; with `draft` also one that has errors."""
    if office.bulletin is None:
        return Examined(key, None, ())
    reading = read_issue(office.root, key, office.bulletin)
    if reading.value is None:
        return Examined(key, None, in_order(reading.problems))
    context = Context(office.bulletin, office.archive, office.today)
    problems = (*reading.problems, *check_draft(reading.value, context))
    if has_errors(problems) and not draft:
        return Examined(key, None, in_order(problems))
    issue = assemble(reading.value, office.bulletin)
    return Examined(key, issue, in_order((*problems, *_face_problems(office, issue))))


def _face_problems(office: Office, issue: Issue) -> tuple[Problem, ...]:
    """Characters that no face has; text of everyday characters is not even looked at with the shipped faces."""
    if not _has_own_sheet(office.root) and all(map(is_everyday, _characters(issue))):
        return ()
    from zugong.fonts.faces import faces_for
    from zugong.layout.compose import compose
    from zugong.sources.sheet import read_styles
    from zugong.typesetting.coverage import face_problems

    styles = read_styles(office.root).value
    return face_problems(compose(issue, styles), faces_for(styles)) if styles else ()


def _characters(issue: Issue) -> set[str]:
    """Every character that the editors wrote into an issue."""
    bulletin = issue.bulletin
    texts: list[Iterable[str]] = [bulletin.title.content, bulletin.issuing_office.content]
    texts += [bulletin.number_format.content]
    texts += [text for line in issue.standing.distribution for text in (line.label.content, line.content.content)]
    texts += [paragraph.content for paragraph in issue.editors_note]
    for item in issue.items:
        texts += [item.headline.content, *(unit.content for unit in item.source_units)]
        texts += [item.section.name.content] if item.section else []
        texts += [paragraph.content for paragraph in item.body]
    return {character for text in texts for character in text}


def lay_out(office: Office, issue: Issue, *, draft: bool = False) -> LaidOut | None:
    """Composes and typesets an issue; None when sheet.yaml cannot be used."""
    from zugong.fonts.faces import faces_for
    from zugong.layout.compose import compose
    from zugong.sources.sheet import read_styles
    from zugong.typesetting.typeset import typeset

    styles = read_styles(office.root).value
    if styles is None:
        return None
    sheet = compose(issue, styles, draft=draft)
    return LaidOut(sheet, typeset(sheet, faces_for(styles)))


def build(office: Office, key: IssueKey, formats: tuple[str, ...], folder: Path, *, draft: bool, force: bool) -> Built:
    """Builds one issue in the formats asked for; with errors nothing is written, unless as a draft."""
    examined = examine(office, key, draft=draft)
    blocked = has_errors((*office.problems, *examined.problems)) and not draft
    laid_out = None if blocked or examined.issue is None else lay_out(office, examined.issue, draft=draft)
    if laid_out is None:
        return Built(key, (), 0, examined.problems)
    files: list[Path] = []
    problems = list(examined.problems)
    for suffix in formats:
        target = folder / f"{laid_out.sheet.info.title}{'（草稿）' if draft else ''}.{suffix}"
        refused = _render_and_write(suffix, laid_out, office.root, target, force=force)
        problems.extend(refused)
        if not refused:
            files.append(target)
    return Built(key, tuple(files), len(laid_out.pages.pages), tuple(problems))


def _render_and_write(suffix: str, laid_out: LaidOut, root: Path, target: Path, *, force: bool) -> tuple[Problem, ...]:
    from zugong.outputs import write_output

    try:
        content = RENDERERS[suffix](laid_out, root)
    except RenderingUnavailable as unavailable:
        return (error("format-unavailable", str(unavailable), Location(target.name, 0)),)
    return write_output(target, content, force=force)


class RenderingUnavailable(Exception):
    """A format that cannot be made on this machine; the message is for the editor."""


def _pdf(laid_out: LaidOut, root: Path) -> bytes:
    from zugong.renderers import pdf
    from zugong.templating import TemplateError

    own = root / "issues" / "templates"
    try:
        return pdf.render(laid_out.sheet, laid_out.pages, own if own.is_dir() else None)
    except (pdf.PdfUnavailable, TemplateError) as unavailable:
        raise RenderingUnavailable(str(unavailable)) from unavailable


def _docx(laid_out: LaidOut, _: Path) -> bytes:
    from zugong.renderers import docx

    return docx.render(laid_out.sheet, laid_out.pages)


RENDERERS: dict[str, Callable[[LaidOut, Path], bytes]] = {"pdf": _pdf, "docx": _docx}
"""Formats by the ending of their files."""
