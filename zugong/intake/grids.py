"""The cells of a foreign table → a table of ours; and which tables only arrange text on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum

from zugong.classes import replace
from zugong.intake.drafts import BodyParagraph, DraftCell, DraftTable
from zugong.intake.emphasis import BodyLook, body_look, leads, stretches_out
from zugong.intake.ledger import Ledger
from zugong.intake.lines import Line, tightened
from zugong.intake.manuscript import Grid, Merge
from zugong.text.punctuation import is_han

MOST_COLUMNS, MOST_ROWS = 20, 500
"what the reader of items takes"
_LONGEST_CELL, _LONGEST_HEAD = 300, 24
_LONGEST_ALONE = 30
"characters of a cell in a table of one row"
_JOINT = "\u3000"
"between two paragraphs of one cell"
JOINTS = "格内分段处的空格"
_ALIGNS = ("left", "center", "right")
_NUMBER = re.compile(r"[+-]?[\d,，.]+\s*[%％‰]?")
_ENDS = "。，、；：！？…”’）"


class Use(Enum):
    """What a table is there for."""

    DATA = "data"
    TEXT = "text"
    "it only arranges text"
    SMALL = "small"
    "one row of small cells: a form's line, no table"


def use_of(grid: Grid, lines: Sequence[Line]) -> Use:
    """`lines`: all text in the table."""
    if grid.columns == 1 or grid.columns > MOST_COLUMNS or grid.rows > MOST_ROWS:
        return Use.TEXT
    cells = _by_place(grid, lines)
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    longest = max((sum(len(one.content) for one in here) for here in cells.values()), default=0)
    if len(columns) <= 1 or any(line.raw.pictures for line in lines):
        return Use.TEXT
    if len(rows) == 1:
        return Use.SMALL if longest <= _LONGEST_ALONE else Use.TEXT
    limit = _LONGEST_CELL if grid.ruled and len(cells) >= 6 else _LONGEST_CELL // 3
    return Use.DATA if longest <= limit else Use.TEXT


def _by_place(grid: Grid, lines: Sequence[Line]) -> dict[tuple[int, int], list[Line]]:
    """Text of a covered place belongs to the cell that covers it."""
    owner = {place: (one.row, one.column) for one in grid.merges for place in _covered(one)}
    found: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        cell = line.raw.cell
        if cell is not None and line.content:
            found.setdefault(owner.get((cell.row, cell.column), (cell.row, cell.column)), []).append(line)
    return found


def _covered(merge: Merge) -> list[tuple[int, int]]:
    """All its places, its own among them."""
    rows, columns = range(merge.row, merge.row + merge.rows), range(merge.column, merge.column + merge.columns)
    return [(row, column) for row in rows for column in columns]


def table_of(grid: Grid, lines: Sequence[Line], ledger: Ledger, *, own: bool = False) -> DraftTable:
    """The table; rows in which nothing stands are left out. `own`: the file itself says what is its head."""
    tight = [tightened(line, ledger) for line in lines]
    grid, tight = _without_empty_rows(grid, tight)
    cells = _by_place(grid, tight)
    head = grid.head if own else _head(grid, cells)
    look = body_look([one for place, here in cells.items() if place[0] >= head for one in here])
    merges = {(one.row, one.column): one for part in _parts(grid, head) for one in part}
    made = [_cell(place, cells.get(place, []), merges, look, ledger) for place in _places(grid, merges)]
    return DraftTable(grid.rows, grid.columns, head, tuple(made), _aligns(grid, tight, head))


def _without_empty_rows(grid: Grid, lines: list[Line]) -> tuple[Grid, list[Line]]:
    """A row that a merge reaches into stays: it says how high the merged cell is."""
    full = {line.raw.cell.row for line in lines if line.raw.cell is not None and line.content}
    kept = [row for row in range(grid.rows) if row in full]
    at = {row: index for index, row in enumerate(kept)}
    moved = []
    for line in lines:
        if line.raw.cell is not None and line.raw.cell.row in at:
            cell = replace(line.raw.cell, row=at[line.raw.cell.row])
            moved.append(Line(line.pieces, replace(line.raw, cell=cell)))
    merges = []
    for one in grid.merges:
        rows = [at[row] for row in range(one.row, one.row + one.rows) if row in at]
        width = min(one.columns, grid.columns - one.column)
        if rows and (len(rows) > 1 or width > 1):
            merges.append(Merge(rows[0], one.column, len(rows), width))
    head = sum(row < grid.head for row in kept)
    return replace(grid, rows=len(kept), merges=tuple(_apart(merges)), head=head), moved


def _apart(merges: Sequence[Merge]) -> list[Merge]:
    """Without those that would cover what another covers: files may lie."""
    taken: set[tuple[int, int]] = set()
    found: list[Merge] = []
    for one in merges:
        places = set(_covered(one))
        if not places & taken:
            taken |= places
            found.append(one)
    return found


def _head(grid: Grid, cells: dict[tuple[int, int], list[Line]]) -> int:
    """Rows of the head: as the file says, else the first if it names columns, with all that its merges reach into."""
    count = grid.head or int(_names_columns(grid, cells, 0))
    while 0 < count < grid.rows:
        reach = max((one.row + one.rows for one in grid.merges if one.row < count), default=count)
        wide = any(1 < one.columns < grid.columns and one.row + one.rows == count for one in grid.merges)
        if wide and not grid.head and reach <= count and _names_columns(grid, cells, count):
            reach = count + 1
        if reach <= count:
            break
        count = reach
    return count if count < grid.rows else 0


def _names_columns(grid: Grid, cells: dict[tuple[int, int], list[Line]], row: int) -> bool:
    """Whether all its cells are short words and no numbers."""
    texts = ["".join(one.content for one in here) for place, here in cells.items() if place[0] == row]
    words = all(len(text) <= _LONGEST_HEAD and not _NUMBER.fullmatch(text) for text in texts)
    covered = sum(one.columns - 1 for one in grid.merges if one.row == row)
    above = sum(one.columns for one in grid.merges if one.row < row < one.row + one.rows)
    return bool(texts) and words and len(texts) + covered + above >= grid.columns - 1


def _parts(grid: Grid, head: int) -> tuple[list[Merge], list[Merge]]:
    """Merges of the head and of the body; none leads from one into the other."""
    return [one for one in grid.merges if one.row + one.rows <= head], [one for one in grid.merges if one.row >= head]


def _places(grid: Grid, merges: dict[tuple[int, int], Merge]) -> list[tuple[int, int]]:
    """Every place that no other cell covers."""
    covered = {place for one in merges.values() for place in _covered(one)} - set(merges)
    return [(row, column) for row in range(grid.rows) for column in range(grid.columns) if (row, column) not in covered]


def _cell(
    place: tuple[int, int], lines: Sequence[Line], merges: dict[tuple[int, int], Merge], look: BodyLook, ledger: Ledger
) -> DraftCell:
    """Several paragraphs of a cell become one."""
    text, bold = "", False
    for line in lines:
        if text and not _joins(text, line.content):
            ledger.added[JOINTS] += len(_JOINT)
            text += _JOINT
        text += line.content
        bold = bold or stretches_out(line, look)
    merge = merges.get(place)
    stretches = leads(lines[0], look) if len(lines) == 1 and not bold else ()
    paragraph = BodyParagraph(text, stretches)
    return DraftCell(*place, paragraph, merge.rows if merge else 1, merge.columns if merge else 1)


def _joins(before: str, after: str) -> bool:
    """Whether two lines of a cell are one word: 序／号, 金额／（万元）."""
    single = (len(before) == 1 and is_han(before)) or (len(after) == 1 and is_han(after))
    return before[-1] in _ENDS or after[:1] in ("（", "(", "") or single


def _aligns(grid: Grid, lines: Sequence[Line], head: int) -> tuple[str, ...]:
    """As most cells of the body stand, column by column; cells over several columns do not count."""
    counts: list[Counter[str]] = [Counter() for _ in range(grid.columns)]
    wide = {(one.row, one.column) for one in grid.merges if one.columns > 1}
    for line in lines:
        cell = line.raw.cell
        if cell is not None and head <= cell.row and cell.column < grid.columns and (cell.row, cell.column) not in wide:
            counts[cell.column][line.raw.align if line.raw.align in _ALIGNS else ""] += 1
    return tuple(max(one, key=lambda align: one[align], default="") for one in counts)
