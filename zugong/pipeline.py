"""The stages in order: read, check, assemble, compose, typeset, render, write.

Layout, fonts and renderers are imported when they are used: `zugong check` of ordinary text needs none of them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from zugong.assembly import assemble
from zugong.checks import Context, review
from zugong.classes import dataclass, replace
from zugong.diagnostics import Location, Problem, error, has_errors, in_order
from zugong.formats import ENDINGS, RENDERERS, STOPGAPS, UNAVAILABLE, RenderingUnavailable, template_problems
from zugong.hashes import data_digest
from zugong.means import Means
from zugong.model.bulletin import Bulletin
from zugong.model.issue import Issue, IssueIndexEntry, IssueKey
from zugong.model.registers import Registers
from zugong.model.texts import texts_of
from zugong.results import Built, Examined, LaidOut
from zugong.sources.archive import read_archive
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import read_issue
from zugong.sources.past import INDEX, PastIndex
from zugong.sources.registers import read_registers
from zugong.text.repertoire import are_everyday


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
    "of bulletin.yaml, of the registers, of an own sheet.yaml and of stray folders"
    registers: Registers
    past: PastIndex
    "items of old, to find one that is printed again"
    means: Means
    "what its issues are set with"


def open_office(root: Path, today: date) -> Office:
    """Reads what an office sets once."""
    bulletin, archive, registers = read_bulletin(root), read_archive(root), read_registers(root)
    problems = (*bulletin.problems, *archive.problems, *registers.problems, *_sheet_problems(root))
    past = PastIndex(root, tuple(entry.key for entry in archive.value))
    return Office(root, bulletin.value, archive.value, today, in_order(problems), registers.value, past, Means(root))


def same_office(office: Office, today: date) -> Office:
    """The office on another day, as it was read: good for an issue while nothing has changed in those before it."""
    return replace(office, today=today)


def keep_index(office: Office) -> None:
    """Leaves the index of old items in build/ when making it anew would take time; it may be deleted at will."""
    if office.past.fresh < _WORTH_KEEPING:
        return
    from zugong.outputs import replace_file

    target = office.root / INDEX
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, office.past.content())
    except OSError:  # a folder that may not be written costs time, nothing else
        return


_WORTH_KEEPING = 50
"items"

_MOST_KNOWN = 120
"paragraphs, some eight issues: what one watches, while two hundred issues take no more room than ten"


def _sheet_problems(root: Path) -> tuple[Problem, ...]:
    """Of the office's own sheet.yaml; the shipped one has none."""
    if not _has_own_sheet(root):
        return ()
    from zugong.sources.styles import read_styles

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
    past = office.past.alike(reading.value)
    context = Context(office.bulletin, office.archive, office.today, office.registers, past)
    found = review(reading.value, context)
    problems = (*reading.problems, *found.problems)
    if has_errors(problems) and not draft:
        return Examined(key, None, in_order(problems), found.silenced)
    issue = assemble(reading.value, office.bulletin)
    return Examined(key, issue, in_order((*problems, *_face_problems(office, issue))), found.silenced)


def _face_problems(office: Office, issue: Issue) -> tuple[Problem, ...]:
    """Characters that no face has; text of everyday characters is not even looked at with the shipped faces."""
    if not _has_own_sheet(office.root) and are_everyday(_characters(issue)):
        return ()
    from zugong.layout.compose import compose
    from zugong.typesetting.coverage import face_problems

    means = office.means.found()
    return face_problems(compose(issue, means[0]), means[1]) if means else ()


def _characters(issue: Issue) -> set[str]:
    """Every character that the editors wrote into an issue, and some that are not printed."""
    return set().union(*texts_of(issue))


def lay_out(office: Office, issue: Issue, *, draft: bool = False) -> LaidOut | None:
    """Composes and typesets an issue; None when sheet.yaml cannot be used."""
    from zugong.layout.compose import compose
    from zugong.typesetting.composed import composed
    from zugong.typesetting.typeset import placed_pages

    means = office.means.found()
    if means is None:
        return None
    styles, faces = means
    sheet = compose(issue, styles, draft=draft)
    known = office.means.known if sheet.styles is styles else {}
    if len(known) > _MOST_KNOWN:
        known.clear()
    lines = composed(sheet, faces, known)
    return LaidOut(sheet, placed_pages(lines), faces, lines)


def build(
    office: Office,
    key: IssueKey,
    formats: tuple[str, ...],
    folder: Path,
    *,
    draft: bool,
    force: bool,
    strict_fonts: bool = False,
) -> Built:
    """Builds one issue in the formats asked for; with errors nothing is written, unless as a draft.

    With `strict_fonts` it is an error of the PDF when an official face is not installed.
    """
    examined = examine(office, key, draft=draft)
    blocked = has_errors((*office.problems, *examined.problems)) and not draft
    laid_out = None if blocked or examined.issue is None else lay_out(office, examined.issue, draft=draft)
    if laid_out is None:
        return Built(key, (), 0, examined.problems, digests=())
    # A DOCX names the official faces, installed or not.
    substitutes = _substitutes(laid_out, strict_fonts) if set(formats) != {"docx"} else ()
    of_paper = (*limits(laid_out), *(substitutes if strict_fonts else ()))
    problems = [*examined.problems, *of_paper]
    if has_errors(of_paper) and not draft:
        return Built(key, (), 0, tuple(problems))
    files: dict[Path, str] = {}
    wanted = list(formats)
    for form in wanted:
        target = folder / f"{laid_out.sheet.info.title}{'（草稿）' if draft else ''}{ENDINGS[form]}"
        written = _render_and_write(form, laid_out, office.root, target, force=force)
        if isinstance(written, str):
            files[target] = written
            continue
        problems.extend(written)
        if written[0].rule == UNAVAILABLE and STOPGAPS.get(form, form) not in wanted:
            wanted.append(STOPGAPS[form])
    if "proof" in wanted:  # drawn without the office's own templates, which the final PDF needs
        problems.extend(template_problems(laid_out.sheet, laid_out.pages, office.root))
    kept = () if strict_fonts else substitutes
    digests = None if len(problems) > len(examined.problems) else tuple(files.values())
    return Built(key, tuple(files), len(laid_out.pages.pages), tuple(problems), kept, digests, laid_out)


def limits(laid_out: LaidOut) -> tuple[Problem, ...]:
    """What no page can hold."""
    from zugong.typesetting.limits import limit_problems

    return limit_problems(laid_out.sheet, laid_out.faces)


def _substitutes(laid_out: LaidOut, strict: bool) -> tuple[Problem, ...]:
    """The official faces that others stand in for, of those that this issue uses."""
    from zugong.fonts.substitutes import substitution_problems

    used = {run.family for page in laid_out.pages.pages for line in page.lines for run in line.runs}
    return substitution_problems(laid_out.faces, used, strict=strict)


def _render_and_write(
    form: str, laid_out: LaidOut, root: Path, target: Path, *, force: bool
) -> tuple[Problem, ...] | str:
    """What was in the way, or else the digest of what was written."""
    from zugong.outputs import write_output

    try:
        content = RENDERERS[form](laid_out.sheet, laid_out.pages, laid_out.faces, root)
    except RenderingUnavailable as unavailable:
        return (unavailable.problem or error(UNAVAILABLE, str(unavailable), Location(target.name, 0)),)
    digest = data_digest(content)
    return write_output(target, content, digest, force=force) or digest
