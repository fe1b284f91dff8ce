"""compare: two sequences of passages → paragraphs that hold both, each character kept, deleted or inserted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby

from zugong.classes import dataclass
from zugong.model.styles import Accent, Role
from zugong.revision.passages import ROW_ROLES, Passage
from zugong.revision.tokens import Token, tokens_of

_SMALL = 2500
"tokens on both sides together that are compared without looking at paragraphs first: splits and joins are seen"
_ALIKE = 0.3
"part of two-character pieces that two paragraphs must share to be one that was edited"
_ISLAND = 2
"characters between two changes that say less than the changes around them"
CELL_END = "\t"
"parts the cells of a row"


class Change(Enum):
    """What happened to a stretch of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one look and one fate."""

    content: str
    accent: Accent
    change: Change
    was: Accent | None = None
    "the accent before, of kept text whose look alone changed"


@dataclass(frozen=True, slots=True)
class RevisedParagraph:
    """A paragraph with its changes; also its end may be new or gone."""

    role: Role
    spans: tuple[Span, ...]
    end: Change


_Op = tuple[Change, list[Token], list[Token]]
"kept: tokens of both sides; otherwise one of the lists is empty"


def compare(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[RevisedParagraph, ...]:
    """Taking all insertions and leaving all deletions out gives `after` to the character, the other way `before`."""
    operations = _without_islands(_operations(before, after))
    return _paragraphs(_closed(_cells(operations)))


def _operations(before: Sequence[Passage], after: Sequence[Passage]) -> list[_Op]:
    """Equal paragraphs first, then what lies between them."""
    found: list[_Op] = []
    matcher = SequenceMatcher(None, [_key(one) for one in before], [_key(one) for one in after], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        old, new = before[i:i_end], after[j:j_end]
        if tag == "equal":
            found.append((Change.KEPT, tokens_of(old), tokens_of(new)))
        else:
            found += _between(old, new)
    return found


def _key(passage: Passage) -> tuple[Role, str]:
    return passage.role, passage.content


def _between(old: Sequence[Passage], new: Sequence[Passage]) -> list[_Op]:
    left, right = tokens_of(old), tokens_of(new)
    if any(one.role in ROW_ROLES for one in (*old, *new)):
        return [op for one, other in _paired(old, new) for op in _pair(one, other)]
    if len(left) + len(right) <= _SMALL or len(old) <= 1 or len(new) <= 1:
        return _tokens(left, right)
    return [op for one, other in _paired(old, new) for op in _pair(one, other)]


def _pair(one: Passage | None, other: Passage | None) -> list[_Op]:
    """A paragraph and what it became; rows of a table (表格) cell by cell, as long as they have as many."""
    left, right = tokens_of([one] if one else []), tokens_of([other] if other else [])
    cells, others = _by_cell(left), _by_cell(right)
    if one is None or other is None or one.role not in ROW_ROLES or len(cells) != len(others):
        return _tokens(left, right)
    return [op for cell, new in zip(cells, others, strict=True) for op in _tokens(cell, new)]


def _by_cell(tokens: list[Token]) -> list[list[Token]]:
    """Parted behind each tab, so that a tab is the last token of its cell."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        found[-1].append(token)
        if token.text == CELL_END:
            found.append([])
    return found


def _tokens(left: list[Token], right: list[Token]) -> list[_Op]:
    found: list[_Op] = []
    keys = [one.key for one in left], [one.key for one in right]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append((Change.KEPT, left[i:i_end], right[j:j_end]))
            continue
        found += [(Change.DELETED, left[i:i_end], [])] if i < i_end else []
        found += [(Change.INSERTED, [], right[j:j_end])] if j < j_end else []
    return found


def _paired(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[Passage | None, Passage | None]]:
    """Each paragraph with the one it became, in order: the alignment that shares most text."""
    left, right = [_pairs(one.content) for one in old], [_pairs(other.content) for other in new]
    alike = [[_likeness(one, other) for other in right] for one in left]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            pair = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    found: list[tuple[Passage | None, Passage | None]] = []
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and best[i][j] == best[i + 1][j]):
            found.append((old[i], None))
            i += 1
        else:
            found.append((None, new[j]))
            j += 1
    return found


def _likeness(left: Counter[str], right: Counter[str]) -> float:
    """Dice's coefficient of two-character pieces."""
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _pairs(text: str) -> Counter[str]:
    return Counter(text[index : index + 2] for index in range(len(text) - 1))


def _without_islands(operations: Iterable[_Op]) -> list[_Op]:
    """A character or two that two changes happen to leave between them are part of one change."""
    merged = list(operations)
    found: list[_Op] = []
    for index, (change, left, right) in enumerate(merged):
        inner = 0 < index < len(merged) - 1
        neighbours = inner and Change.KEPT not in (merged[index - 1][0], merged[index + 1][0])
        if change is Change.KEPT and neighbours and _is_island(left, merged[index - 1], merged[index + 1]):
            found += [(Change.DELETED, left, []), (Change.INSERTED, [], right)]
        else:
            found.append((change, left, right))
    return found


def _is_island(tokens: list[Token], before: _Op, after: _Op) -> bool:
    if any(one.role is not None or one.text == CELL_END for one in tokens):
        return False
    length = sum(len(one.text) for one in tokens)
    around = min(sum(len(one.text) for one in (*op[1], *op[2])) for op in (before, after))
    return length <= min(_ISLAND, around)


@dataclass(frozen=True, slots=True)
class _Cell:
    """One character with its fate, or the end of a paragraph."""

    text: str
    accent: Accent
    change: Change
    was: Accent | None = None
    role: Role | None = None


def _cells(operations: Iterable[_Op]) -> list[_Cell]:
    """In each stretch of change, what was deleted stands before what was inserted."""
    found: list[_Cell] = []
    for kept, stretch in groupby(operations, key=lambda op: op[0] is Change.KEPT):
        listed = list(stretch)
        if kept:
            for _, left, right in listed:
                for one, other in zip(left, right, strict=True):
                    found += _kept(one, other)
        else:
            found += [cell for op in listed for one in op[1] for cell in _changed(one, Change.DELETED)]
            found += [cell for op in listed for one in op[2] for cell in _changed(one, Change.INSERTED)]
    return found


def _closed(cells: list[_Cell]) -> list[_Cell]:
    """The end of the last paragraph is one for both sides: no program can track it away."""
    old = _last_end(cells, Change.INSERTED)
    new = _last_end(cells, Change.DELETED)
    if old is None or new is None or old == new:
        return cells
    end = _Cell("", Accent.PLAIN, Change.KEPT, None, cells[new].role)
    found = list(cells)
    for place, side, other in ((old, Change.DELETED, Change.INSERTED), (new, Change.INSERTED, Change.DELETED)):
        gone = found[place].change is side
        found[place] = _Cell("", Accent.PLAIN, other, None, None if gone else found[place].role)
    return [*(cell for cell in found if cell.text or cell.role is not None), end]


def _last_end(cells: Sequence[_Cell], not_of: Change) -> int | None:
    """The last end of a paragraph that is not of that change."""
    places = (i for i in range(len(cells) - 1, -1, -1) if cells[i].role is not None and cells[i].change is not not_of)
    return next(places, None)


def _kept(one: Token, other: Token) -> list[_Cell]:
    if other.role is not None:
        return [_Cell("", Accent.PLAIN, Change.KEPT, None, other.role)]
    return [
        _Cell(character, now, Change.KEPT, before if before is not now else None)
        for character, before, now in zip(other.text, one.accents, other.accents, strict=True)
    ]


def _changed(token: Token, change: Change) -> list[_Cell]:
    if token.role is not None:
        return [_Cell("", Accent.PLAIN, change, None, token.role)]
    return [_Cell(one, accent, change) for one, accent in zip(token.text, token.accents, strict=True)]


def _paragraphs(cells: Sequence[_Cell]) -> tuple[RevisedParagraph, ...]:
    found: list[RevisedParagraph] = []
    open_cells: list[_Cell] = []
    for cell in cells:
        if cell.role is None:
            open_cells.append(cell)
        else:
            found.append(RevisedParagraph(cell.role, _spans(open_cells), cell.change))
            open_cells = []
    return tuple(found)


def _spans(cells: Sequence[_Cell]) -> tuple[Span, ...]:
    groups = groupby(cells, key=lambda cell: (cell.accent, cell.change, cell.was))
    return tuple(Span("".join(cell.text for cell in group), *look) for look, group in groups)
