"""A whole bulletin as lines, tables and figures in their order; masthead and colophon lines parted at their tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from zugong.classes import dataclass, replace
from zugong.intake.drafts import DraftFigure, DraftTable
from zugong.intake.figure_files import prepared
from zugong.intake.grids import Use, table_of, use_of
from zugong.intake.issue_roles import OWN, is_own
from zugong.intake.layout_text import without_layout
from zugong.intake.ledger import Ledger
from zugong.intake.lines import TAB, Line, at_breaks, cleaned
from zugong.intake.manuscript import Figure, Grid, Manuscript, Piece, Place, RawParagraph
from zugong.intake.past_parts import PastIssue
from zugong.intake.table_lines import bare_unit, is_caption, is_note, is_table_title
from zugong.model.styles import Role

_CELLS = frozenset({Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_TOTAL})
_PARTED = frozenset({Role.MARKING, Role.MASTHEAD_LINE, Role.OFFICE, Role.COLOPHON, Role.AFTER_COLOPHON})
"roles whose tabs part left, middle and right"
_SAME = 0.3
"pt"
_TOTALS = ("合计", "总计", "共计", "小计")


@dataclass(frozen=True, slots=True)
class PartedLine:
    """A line, and its parts if tabs part it."""

    line: Line
    parts: tuple[str, ...]

    @property
    def places(self) -> str:
        """左, 中 or 右 for each part, as its tabs say."""
        indented = self.line.raw.content.lstrip(" ").startswith("\t") or self.line.raw.align == "center"
        return {1: "中" if indented else "左", 2: "中右" if indented else "左右"}.get(len(self.parts), "左中右")


Element = PartedLine | DraftTable | DraftFigure


def elements(manuscript: Manuscript, found: PastIssue) -> list[Element]:
    """Everything with text or a picture in it."""
    found.figures = {one.key: one for one in manuscript.figures}
    own = any(is_own(one) for one in manuscript.paragraphs)
    listed = manuscript.paragraphs if own else tuple(without_layout(manuscript.paragraphs, found.ledger))
    grids = {one.table: one for one in manuscript.tables}
    made: list[Element] = []
    for number, group in groupby(listed, key=_table):
        paragraphs = list(group)
        grid = grids.get(number)
        if grid is not None and own and _is_own_table(paragraphs):
            made.append(_own_table(grid, paragraphs, found.ledger))
        elif grid is not None and not own and _is_data(grid, paragraphs):
            lines = at_breaks(paragraphs, found.ledger)
            made.append(table_of(grid, [cleaned(one, found.ledger) for one in lines], found.ledger))
        else:
            made += [one for paragraph in paragraphs for one in _of(paragraph, found)]
    return made


def _table(paragraph: RawParagraph) -> int:
    return paragraph.cell.table if paragraph.place is Place.CELL and paragraph.cell is not None else 0


def _is_own_table(paragraphs: Sequence[RawParagraph]) -> bool:
    return any(OWN.get(one.style) in _CELLS for one in paragraphs)


def _is_data(grid: Grid, paragraphs: Sequence[RawParagraph]) -> bool:
    """Judged by the text as it stands: it is not cleaned yet."""
    return use_of(grid, [Line(one.pieces, one) for one in paragraphs]) is Use.DATA


def _own_table(grid: Grid, paragraphs: Sequence[RawParagraph], ledger: Ledger) -> DraftTable:
    """Head and total are told by the styles of the cells."""
    rows: dict[int, set[Role]] = {}
    for one in paragraphs:
        if one.cell is not None and one.style in OWN:
            rows.setdefault(one.cell.row, set()).add(OWN[one.style])
    head = sum(Role.TABLE_HEAD in roles for roles in rows.values())
    lines = [cleaned(one, ledger) for one in paragraphs]
    made = table_of(replace(grid, head=head), lines, ledger, own=True)
    total = Role.TABLE_TOTAL in rows.get(max(rows, default=0), set())
    first = next((cell.text.content for cell in made.cells if (cell.row, cell.column) == (made.rows - 1, 0)), "")
    return made if total == ("".join(first.split()) in _TOTALS) else replace(made, total=total)


def _of(paragraph: RawParagraph, found: PastIssue) -> Iterator[Element]:
    parted = _parted(paragraph, found.ledger)
    if parted.line.content:
        yield parted
    for key in paragraph.pictures:
        figure = found.figures.get(key)
        made = prepared(figure) if figure is not None else ""
        if not isinstance(made, str):
            found.pictures[key] = made
            yield DraftFigure(key, "", *_as_shown(figure, made.picture.width) if figure else ())


def _as_shown(figure: Figure, natural: float) -> tuple[float, str]:
    """Its width on paper if that is not its own, and what it shows."""
    return figure.width if abs(figure.width - natural) > _SAME else 0.0, figure.description


def _parted(paragraph: RawParagraph, ledger: Ledger) -> PartedLine:
    if OWN.get(paragraph.style) not in _PARTED or "\t" not in paragraph.content:
        line = cleaned(paragraph, ledger)
        return PartedLine(line, (line.content,))
    groups: list[list[Piece]] = [[]]
    for piece in paragraph.pieces:
        for index, text in enumerate(piece.content.split("\t")):
            groups += [[]] if index else []
            groups[-1] += [replace(piece, content=text)] if text else []
    ledger.remove(TAB, len(groups) - 1)
    lines = [cleaned(replace(paragraph, pieces=tuple(group)), ledger) for group in groups]
    whole = Line(tuple(piece for line in lines for piece in line.pieces), paragraph)
    return PartedLine(whole, tuple(line.content for line in lines if line.content))


def furniture(parts: Sequence[Element]) -> dict[int, Role]:
    """Identity of each line that belongs to a table or figure beside it, in a bulletin that names no styles."""
    found: dict[int, Role] = {}
    for index, part in enumerate(parts):
        if isinstance(part, DraftTable):
            _above(parts, index, found)
            _below(parts, index, found)
        elif isinstance(part, DraftFigure):
            line = _line_at(parts, index + 1)
            if line is not None and is_caption(line.line):
                found[id(line)] = Role.CAPTION
    return found


def _above(parts: Sequence[Element], index: int, found: dict[int, Role]) -> None:
    for at in (index - 1, index - 2):
        line = _line_at(parts, at)
        if line is None:
            return
        if bare_unit(line.line.content):
            found[id(line)] = Role.TABLE_UNIT
        elif is_table_title(line.line, at == 0):
            found[id(line)] = Role.TABLE_TITLE
            return
        else:
            return


def _below(parts: Sequence[Element], index: int, found: dict[int, Role]) -> None:
    at = index + 1
    while (line := _line_at(parts, at)) is not None and is_note(line.line.content):
        found[id(line)] = Role.TABLE_NOTE
        at += 1


def _line_at(parts: Sequence[Element], at: int) -> PartedLine | None:
    part = parts[at] if 0 <= at < len(parts) else None
    return part if isinstance(part, PartedLine) else None
