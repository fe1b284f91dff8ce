"""The stages in order: read, check, assemble, compose, typeset, render, write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zugong.assembly import assemble
from zugong.checks import Context, check_draft
from zugong.diagnostics import Location, Problem, error, has_errors, in_order
from zugong.fonts.faces import FaceSet, faces_for
from zugong.layout.compose import compose
from zugong.layout.naming import file_title
from zugong.layout.sheet import Sheet
from zugong.model.bulletin import Bulletin
from zugong.model.issue import Issue, IssueDraft, IssueIndexEntry, IssueKey
from zugong.model.styles import Styles
from zugong.sources.archive import read_archive
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import read_issue
from zugong.sources.sheet import read_styles
from zugong.typesetting.coverage import face_problems

if TYPE_CHECKING:
    from zugong.typesetting.pages import Pages


@dataclass(frozen=True, slots=True)
class Office:
    """What is the same for all issues of one run."""

    root: Path
    "the workspace"
    bulletin: Bulletin | None
    "None when bulletin.yaml cannot be used"
    styles: Styles | None
    "None when sheet.yaml cannot be used"
    archive: tuple[IssueIndexEntry, ...]
    today: date
    problems: tuple[Problem, ...]
    "of bulletin.yaml and sheet.yaml"


@dataclass(frozen=True, slots=True)
class Examined:
    """An issue that was read and checked."""

    key: IssueKey
    issue: Issue | None
    "None when it cannot be assembled at all"
    sheet: Sheet | None
    faces: FaceSet | None
    problems: tuple[Problem, ...]

    @property
    def pages(self) -> Pages | None:
        """Its placed pages; lines are broken when they are asked for, not by every check."""
        from zugong.typesetting.typeset import typeset

        return typeset(self.sheet, self.faces) if self.sheet and self.faces else None


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
    bulletin = read_bulletin(root)
    styles = read_styles(root)
    archive = read_archive(root)
    return Office(
        root,
        bulletin.value,
        styles.value,
        archive.value,
        today,
        (*bulletin.problems, *styles.problems, *archive.problems),
    )


def examine(office: Office, key: IssueKey, *, draft: bool = False) -> Examined:
    """Reads, checks, assembles and composes one issue; with `draft` also one that has errors."""
    if office.bulletin is None or office.styles is None:
        return Examined(key, None, None, None, ())
    reading = read_issue(office.root, key, office.bulletin)
    if reading.value is None:
        return Examined(key, None, None, None, in_order(reading.problems))
    problems = (*reading.problems, *check_draft(reading.value, _context(office, office.bulletin)))
    if has_errors(problems) and not draft:
        return Examined(key, None, None, None, in_order(problems))
    return _composed(office.styles, reading.value, office.bulletin, problems, draft=draft)


def _composed(
    styles: Styles, issue_draft: IssueDraft, bulletin: Bulletin, problems: tuple[Problem, ...], *, draft: bool
) -> Examined:
    issue = assemble(issue_draft, bulletin)
    sheet = compose(issue, styles, draft=draft)
    faces = faces_for(styles)
    return Examined(issue.key, issue, sheet, faces, in_order((*problems, *face_problems(sheet, faces))))


def _context(office: Office, bulletin: Bulletin) -> Context:
    return Context(bulletin, office.archive, office.today)


def build(office: Office, key: IssueKey, formats: tuple[str, ...], folder: Path, *, draft: bool, force: bool) -> Built:
    """Builds one issue in the formats asked for; with errors nothing is written, unless as a draft."""
    from zugong.outputs import write_output

    examined = examine(office, key, draft=draft)
    blocked = has_errors((*office.problems, *examined.problems)) and not draft
    pages = None if blocked else examined.pages
    if pages is None or examined.sheet is None or office.bulletin is None:
        return Built(key, (), 0, examined.problems)
    name = file_title(office.bulletin, key) + ("（草稿）" if draft else "")
    files: list[Path] = []
    problems = list(examined.problems)
    for suffix in formats:
        target = folder / f"{name}.{suffix}"
        try:
            content = RENDERERS[suffix](examined.sheet, pages, office.root)
        except RenderingUnavailable as unavailable:
            problems.append(error("pdf-unavailable", str(unavailable), Location(target.name, 0)))
            continue
        refused = write_output(target, content, force=force)
        problems.extend(refused)
        if not refused:
            files.append(target)
    return Built(key, tuple(files), len(pages.pages), tuple(problems))


class RenderingUnavailable(Exception):
    """A format that cannot be made on this machine; the message is for the editor."""


def _pdf(sheet: Sheet, pages: Pages, root: Path) -> bytes:
    from zugong.renderers import pdf
    from zugong.templating import TemplateError

    own = root / "issues" / "templates"
    try:
        return pdf.render(sheet, pages, own if own.is_dir() else None)
    except (pdf.PdfUnavailable, TemplateError) as unavailable:
        raise RenderingUnavailable(str(unavailable)) from unavailable


def _docx(sheet: Sheet, pages: Pages, _: Path) -> bytes:
    from zugong.renderers import docx

    return docx.render(sheet, pages)


RENDERERS: dict[str, Callable[[Sheet, Pages, Path], bytes]] = {"pdf": _pdf, "docx": _docx}
"""Formats by the ending of their files."""
