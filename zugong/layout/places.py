"""Where on the sheet something stands that an editor wrote at a place in a file."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location
from zugong.layout.sheet import Block, Sheet
from zugong.model.styles import Role

_TEXT = frozenset({Role.BODY, Role.HEADLINE, Role.EDITORS_NOTE, Role.EDITORS_NOTE_MORE})


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A character of a block."""

    block: int
    "position among the blocks of the sheet"
    start: int
    "offset in the block's text"


def place_on_sheet(sheet: Sheet, origin: Location) -> SheetPlace | None:
    """The character that was written there; the first of the file when the place itself is not printed."""
    first: SheetPlace | None = None
    exact: SheetPlace | None = None
    for index, block in enumerate(sheet.blocks):
        if not isinstance(block, Block) or block.role not in _TEXT:
            continue
        offset = 0
        for run in block.runs:
            ahead = origin.column - run.origin.column
            if run.origin.path == origin.path:
                first = first or SheetPlace(index, offset)
                if run.origin.line == origin.line and 0 <= ahead < len(run.content):
                    exact = SheetPlace(index, offset + ahead)
            offset += len(run.content)
    return exact or first
