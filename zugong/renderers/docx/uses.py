"""What a sheet asks of the named styles: which of them it needs, and which have something at the right edge."""

from __future__ import annotations

from collections.abc import Iterable

from zugong.classes import dataclass
from zugong.layout.sheet import (
    Block,
    Colophon,
    ContentsEntry,
    FigureBlock,
    Sheet,
    SheetBlock,
    SplitBlock,
    TableBlock,
)
from zugong.model.styles import Role

_ALWAYS = frozenset(
    {
        Role.TITLE,
        Role.NUMBER,
        Role.OFFICE,
        Role.CONTENTS_SECTION,
        Role.CONTENTS_ENTRY,
        Role.INSTRUCTION,
        Role.EDITORS_NOTE,
        Role.EDITORS_NOTE_MORE,
        Role.SECTION,
        Role.HEADLINE,
        Role.BODY,
        Role.COLOPHON,
        Role.FOLIO,
        Role.DRAFT,
    }
)
"roles that an editor finds in every document; the others only where it has them, so that it stays small"


@dataclass(frozen=True, slots=True)
class Uses:
    """What of the styles is written down, and how."""

    roles: frozenset[Role]
    "those that become named styles"
    ended: frozenset[Role]
    "with something at the right edge, by a tab"
    led: frozenset[Role]
    "with dots before that tab"
    figures: bool
    "whether there are any"


def uses_of(sheet: Sheet, more: Iterable[Role] = ()) -> Uses:
    """What a sheet uses; `more` are roles that it does not show and the document does."""
    blocks = [part for block in sheet.blocks for part in _parts(block)]
    split = {block.role for block in blocks if isinstance(block, SplitBlock)}
    led = {Role.CONTENTS_ENTRY} | {
        block.role for block in blocks if isinstance(block, ContentsEntry) and block.numbered
    }
    shown = {role for block in blocks for role in _roles(block)}
    figures = any(isinstance(block, FigureBlock) for block in blocks)
    return Uses(_ALWAYS | shown | set(more), frozenset(led | split | {Role.OFFICE}), frozenset(led), figures)


def _roles(block: SheetBlock) -> set[Role]:
    match block:
        case Block(role=role) | SplitBlock(role=role) | ContentsEntry(role=role):
            return {role}
        case TableBlock(rows=rows):
            return {Role.TABLE_CELL} | {cell.role for row in rows for cell in row}
        case _:
            return set()


def _parts(block: SheetBlock) -> tuple[SheetBlock, ...]:
    return (block, *block.after) if isinstance(block, Colophon) else (block,)
