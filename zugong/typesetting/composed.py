"""Sheet → lines with their places on the grid: all of typesetting but the drawing of pages."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import (
    Block,
    Colophon,
    ContentsEntry,
    FigureBlock,
    InstructionBox,
    NewPage,
    PageTurn,
    Sheet,
    SheetBlock,
    SplitBlock,
    TableBlock,
)
from zugong.typesetting.ending import Foot
from zugong.typesetting.flow import Flow, flow
from zugong.typesetting.foot import NO_COLOPHON, ColophonLines, colophon_lines
from zugong.typesetting.grid import PageBreak, PageHead, Piece, Strip
from zugong.typesetting.strips import Setter

_PASSES = 5
"enough for page numbers to settle: a number that grows a digit can only lengthen the contents"


@dataclass(frozen=True, slots=True)
class Composed:
    """An issue whose lines are set and placed."""

    sheet: Sheet
    setter: Setter
    pieces: tuple[Piece, ...]
    "one for each block of the sheet but the colophon, which is the last one if there is any"
    colophon: ColophonLines
    foot: Foot
    flow: Flow

    def flow_of(self, pieces: tuple[Piece, ...]) -> Flow:
        """Where everything would stand with other pieces."""
        return flow(pieces, self.sheet.styles.page.lines, self.foot)


Known = dict[Block, Strip]
"paragraphs that are set already, with the same styles and faces"


def composed(sheet: Sheet, faces: FaceSet, known: Known | None = None) -> Composed:
    """Sets every paragraph that is not `known`, and makes it known; flows them, and sets the contents anew until
    their page numbers are true."""
    setter = Setter(sheet.styles, faces)
    page = sheet.styles.page
    blocks = tuple(block for block in sheet.blocks if not isinstance(block, Colophon))
    colophon = next((colophon_lines(b, setter) for b in sheet.blocks if isinstance(b, Colophon)), NO_COLOPHON)
    foot = Foot(colophon.rows(page.line_pitch), sheet.even_pages)
    known = {} if known is None else known
    pieces = tuple(_piece(block, setter, known) for block in blocks)
    placed = flow(pieces, page.lines, foot)
    page_of: dict[str, int] = {}
    for _ in range(_PASSES):
        if _page_numbers(placed, pieces) == page_of:
            break
        page_of = _page_numbers(placed, pieces)
        pieces = tuple(
            setter.entry(block, page_of.get(block.target, 1)) if isinstance(block, ContentsEntry) else piece
            for block, piece in zip(blocks, pieces, strict=True)
        )
        placed = flow(pieces, page.lines, foot)
    return Composed(sheet, setter, pieces, colophon, foot, placed)


def _page_numbers(placed: Flow, pieces: tuple[Piece, ...]) -> dict[str, int]:
    """anchor → page number, from 1."""
    found: dict[str, int] = {}
    for slot in placed.slots:
        piece = pieces[slot.piece]
        if slot.line == 0 and isinstance(piece, Strip) and piece.anchor:
            found[piece.anchor] = slot.page + 1
    return found


def _piece(block: SheetBlock, setter: Setter, known: Known) -> Piece:
    made: Piece
    match block:
        case Block():
            found = known.get(block)
            made = known[block] = setter.block(block) if found is None else found
        case SplitBlock():
            made = setter.split(block)
        case ContentsEntry():
            made = setter.entry(block, 1)
        case InstructionBox():
            made = setter.box(block)
        case TableBlock():
            from zugong.typesetting.tables import table_strip  # few issues have any

            made = table_strip(block, setter)
        case FigureBlock():
            from zugong.typesetting.tables import figure_strip

            made = figure_strip(block, setter.styles)
        case PageTurn():
            made = PageHead()
        case NewPage() | Colophon():
            made = PageBreak()
    return made
