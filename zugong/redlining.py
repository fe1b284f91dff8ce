"""Two states of an item or issue → what changed between them, as paragraphs, DOCX and PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from zugong.classes import dataclass, replace
from zugong.diagnostics import Location, Problem, error
from zugong.history import export_revision, is_revision
from zugong.layout.compose import compose
from zugong.layout.sheet import ADDED, Block, Cell, DocumentInfo, Sheet, SheetBlock, StyledRun, TableBlock
from zugong.layout.table_widths import column_widths
from zugong.model.issue import IssueKey
from zugong.model.prose import Run
from zugong.model.structures import Table, TableCell, TableColumn, TableRow
from zugong.model.styles import Align, Role, Styles
from zugong.pipeline import Office, examine, open_office
from zugong.revision.comparing import RevisedParagraph, Span, compare
from zugong.revision.passages import ROW_ROLES, Passage, item_passages, sheet_passages
from zugong.revision.placing import change_rules, shown
from zugong.revision.revised_tables import RevisedCell, RevisedTable, parts
from zugong.revision.showing import readable
from zugong.sources.files import shown_path
from zugong.sources.folder import ITEM_ENDINGS
from zugong.sources.item import read_item
from zugong.sources.styles import read_styles
from zugong.sources.workspace import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.fonts.faces import FaceSet


_FLOWING = dict.fromkeys(ROW_ROLES, Role.TABLE_NOTE)
"rows of a table whose columns came or went are set as lines of text"
_CENTRED = 12
"characters of a cell that stand in its middle"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two states."""

    name: str
    "as it is told to the editor"
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states and what lies between them."""

    before: Side
    after: Side
    paragraphs: tuple[RevisedParagraph, ...]


def compare_sides(root: Path, cwd: Path, first: str, second: str, today: date) -> Comparison | Problem:
    """A and B: item, issue, revision, `revision:path`, or a foreign file."""
    before = _side(root, cwd, first, second, today)
    if isinstance(before, Problem):
        return before
    after = _side(root, cwd, second, first, today)
    if isinstance(after, Problem):
        return after
    return Comparison(before, after, readable(compare(before.passages, after.passages)))


def _side(root: Path, cwd: Path, word: str, other: str, today: date) -> Side | Problem:
    """A bare revision means the other side's file or issue as it was then."""
    path = cwd / word
    if path.is_file():
        return (
            _item(root, path, word) if path.suffix.lower() in ITEM_ENDINGS and _inside(root, path) else _foreign(path)
        )
    revision, _, subject = word.partition(":")
    if _inside(root, path) and path.is_dir():
        return _issue(root, cwd, word, today, word)
    if is_revision(root, revision):
        meant = subject or ("" if is_revision(root, other.partition(":")[0]) else other)
        return _earlier(root, cwd, revision, meant, today)
    return _issue(root, cwd, word, today, word)


def _inside(root: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _item(root: Path, path: Path, name: str) -> Side:
    return Side(name, item_passages(read_item(root, path.resolve()).value))


def _foreign(path: Path) -> Side | Problem:
    from zugong.intake.as_item import foreign_item

    draft = foreign_item(path)
    return draft if isinstance(draft, Problem) else Side(path.name, item_passages(draft))


def _issue(root: Path, cwd: Path, word: str, today: date, name: str) -> Side | Problem:
    key = resolve(root, cwd, word or None)
    return key if isinstance(key, Problem) else _whole(root, key, today, name or f"{key} 期")


def _whole(root: Path, key: IssueKey, today: date, name: str) -> Side | Problem:
    office = open_office(root, today)
    issue = examine(office, key, draft=True).issue
    styles = read_styles(office.root).value
    if issue is None or styles is None:
        return error(
            "cannot-compare", f"{name}：有错误，排不出来，没法比较", Location(str(key), 0), "先用 zugong check 看看"
        )
    return Side(name, sheet_passages(compose(issue, styles)))


def _earlier(root: Path, cwd: Path, revision: str, subject: str, today: date) -> Side | Problem:
    with TemporaryDirectory(prefix="zugong-diff-") as folder:
        then = export_revision(root, revision, Path(folder).resolve())
        if isinstance(then, Problem):
            return then
        path = cwd / subject if subject else root
        name = f"{revision} 的 {subject}" if subject else revision
        if subject and path.suffix.lower() in ITEM_ENDINGS:
            if not _inside(root, path):
                path = root / subject
            old = then / shown_path(root.resolve(), path.resolve())
            if not old.is_file():
                advice = "这篇稿件那时可能还没有，或者是别的文件名"
                return error("file-missing", f"{revision} 里没有 {subject}", Location(subject, 0), advice)
            return _item(then, old, name)
        place = (
            then / path.resolve().relative_to(root.resolve())
            if subject and path.is_dir() and _inside(root, path)
            else then
        )
        return _issue(then, place, "" if place != then else subject, today, name)


def write_docx(office: Office, comparison: Comparison, author: str, moment: datetime) -> bytes | Problem:
    """花脸稿 with tracked changes."""
    from zugong.renderers.docx.redline import redline
    from zugong.typesetting.typeset import typeset

    styles = read_styles(office.root).value
    if styles is None:
        return _no_styles()
    sheet = _sheet(comparison, styles, office, moment.date())
    return redline(sheet, typeset(sheet, _faces(office, styles)), comparison.paragraphs, author, moment)


def write_pdf(office: Office, comparison: Comparison, day: date) -> bytes | Problem:
    """花脸稿 in the bulletin's own type: both texts are set, red rules say what goes and what comes."""
    from zugong.renderers import proof
    from zugong.typesetting.typeset import typeset

    styles = read_styles(office.root).value
    if styles is None:
        return _no_styles()
    sheet = _sheet(comparison, styles, office, day)
    faces = _faces(office, styles)
    pages = typeset(sheet, faces)
    return proof.render(sheet, replace(pages, pages=change_rules(pages, parts(comparison.paragraphs))), faces)


def _faces(office: Office, styles: Styles) -> FaceSet:
    from zugong.fonts.faces import faces_for
    from zugong.fonts.installed import installed_faces

    return faces_for(styles, tuple(installed_faces(office.root)))


def _no_styles() -> Problem:
    return error(
        "cannot-compare",
        "sheet.yaml 有错误，排不出来",
        Location("issues/templates/sheet.yaml", 0),
        "先用 zugong check 看看",
    )


def _sheet(comparison: Comparison, styles: Styles, office: Office, day: date) -> Sheet:
    """Deleted and inserted text together, paragraph by paragraph."""
    author = office.bulletin.issuing_office.content if office.bulletin else ""
    title = f"花脸稿：{comparison.before.name} → {comparison.after.name}"
    return Sheet(DocumentInfo(title, author, day), styles, _blocks(comparison.paragraphs, styles), "")


def _blocks(paragraphs: Sequence[RevisedParagraph], styles: Styles) -> tuple[SheetBlock, ...]:
    return tuple(
        _table(one, styles)
        if isinstance(one, RevisedTable)
        else Block(_FLOWING.get(one.role, one.role), _runs(one.spans, one.role))
        for one in parts(paragraphs)
    )


def _runs(spans: Sequence[Span], role: Role) -> tuple[StyledRun, ...]:
    return tuple(StyledRun(shown(span.content, role), span.accent, ADDED) for span in spans)


def _table(table: RevisedTable, styles: Styles) -> TableBlock:
    """Columns as wide as both texts of their cells ask for."""
    rows = [[one for one in table.cells if one.row == row] for row in range(table.rows)]
    written = tuple(
        TableRow(
            tuple(TableCell(one.column, _plain(one), Location("", 0), one.columns, one.rows) for one in row),
            Location("", 0),
        )
        for row in rows
    )
    model = Table((TableColumn(),) * table.columns, (), written, Location("", 0))
    size, padding = styles.paragraph(Role.TABLE_CELL).size, styles.table.padding
    return TableBlock(
        column_widths(model, styles.page.type_width, size, padding),
        tuple(tuple(_cell(one) for one in row) for row in rows),
        table.head,
    )


def _plain(cell: RevisedCell) -> tuple[Run, ...]:
    return tuple(Run(span.content, Location("", 0)) for span in cell.spans)


def _cell(cell: RevisedCell) -> Cell:
    long = sum(len(span.content) for span in cell.spans) > _CENTRED
    align = Align.LEFT if long else Align.CENTRE
    return Cell(cell.role, _runs(cell.spans, Role.BODY), cell.column, align, cell.columns, cell.rows)
