"""typeset: Sheet → Pages."""

from __future__ import annotations

from itertools import groupby

from zugong.classes import dataclass
from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import Sheet
from zugong.model.styles import Role, Styles
from zugong.typesetting.composed import Composed, Known, composed
from zugong.typesetting.flow import Flow
from zugong.typesetting.foot import ColophonLines, baseline_in, draft_mark, folio, place_colophon
from zugong.typesetting.grid import BoxStrip, FigureStrip, Piece, Slot, Strip, TableStrip, rows_at
from zugong.typesetting.pages import (
    Fragment,
    Page,
    Pages,
    PlacedBox,
    PlacedLine,
    PlacedPicture,
    PlacedRule,
    PlacedTable,
)
from zugong.typesetting.strips import Setter


def typeset(sheet: Sheet, faces: FaceSet, known: Known | None = None) -> Pages:
    """The placed pages of a sheet; contents show true page numbers. `known` are paragraphs that are set already."""
    return placed_pages(composed(sheet, faces, known))


def placed_pages(issue: Composed) -> Pages:
    """The pages of an issue whose lines have their places on the grid."""
    placed, sheet = issue.flow, issue.sheet
    layout = _Layout(issue.pieces, placed, issue.colophon, issue.setter, sheet.draft_mark)
    pages = tuple(layout.page(index) for index in range(placed.page_count))
    anchors = tuple((fragment.anchor, page.number) for page in pages for fragment in page.fragments if fragment.anchor)
    return Pages(sheet.styles.page, pages, anchors, placed.box_rows, placed.carried, placed.pulled)


@dataclass(frozen=True, slots=True)
class _Layout:
    """All that the pages of one pass are drawn from."""

    pieces: tuple[Piece, ...]
    placed: Flow
    colophon: ColophonLines
    setter: Setter
    draft_mark: str

    def page(self, index: int) -> Page:
        """Everything on one page."""
        groups = _by_piece([slot for slot in self.placed.slots if slot.page == index])
        strips = [slots for slots in groups if isinstance(self._piece(slots), Strip)]
        foot, edges = self._foot(index)
        frames, labels = self._box(index)
        fragments = [_fragment(slots, self.pieces, self.setter.styles) for slots in strips]
        if self.placed.box is not None and labels:
            before = sum(slots[0].piece < self.placed.box.piece for slots in strips)
            fragments[before:before] = labels
        below = [_rule_below(slots[-1], self.pieces, self.setter.styles) for slots in strips]
        tables = self._tables(groups)
        return Page(
            index + 1,
            (*fragments, *foot),
            (*filter(None, below), *(rule for _, rules in tables for rule in rules), *edges),
            frames,
            self._furniture(index, blank=not (groups or foot or frames)),
            max((slot.row + rows_at(slot, self.pieces) for slots in groups for slot in slots), default=0),
            tuple(table for table, _ in tables),
            self._pictures(groups),
        )

    def _piece(self, slots: tuple[Slot, ...]) -> Piece:
        return self.pieces[slots[0].piece]

    def _tables(self, groups: list[tuple[Slot, ...]]) -> list[tuple[PlacedTable, tuple[PlacedRule, ...]]]:
        """The tables of a page, each with its rules."""
        found = [(slots, piece) for slots in groups if isinstance(piece := self._piece(slots), TableStrip)]
        if not found:
            return []
        from zugong.typesetting.tabling import placed_table, table_part, table_rules  # few issues have any

        parts = [(slots[0].piece, table_part(slots, piece, self.setter.styles)) for slots, piece in found]
        return [(placed_table(part, self._key(piece)), tuple(table_rules(part))) for piece, part in parts]

    def _key(self, index: int) -> int:
        """Which table of the sheet a piece is."""
        return sum(isinstance(piece, TableStrip) for piece in self.pieces[:index])

    def _pictures(self, groups: list[tuple[Slot, ...]]) -> tuple[PlacedPicture, ...]:
        styles = self.setter.styles
        return tuple(
            _picture(slots[0], piece, styles)
            for slots in groups
            if isinstance(piece := self._piece(slots), FigureStrip)
        )

    def _foot(self, index: int) -> tuple[tuple[Fragment, ...], tuple[PlacedRule, ...]]:
        if index != self.placed.colophon_page or not self.colophon.height:
            return (), ()
        return place_colophon(self.colophon, self.setter.styles)

    def _box(self, index: int) -> tuple[tuple[PlacedBox, ...], list[Fragment]]:
        if self.placed.box is None or self.placed.box.page != index:
            return (), []
        label, frame = _box(self.placed.box, self.placed.box_rows, self.pieces, self.setter.styles)
        return (frame,), [label]

    def _furniture(self, index: int, *, blank: bool) -> tuple[Fragment, ...]:
        """Page number and draft mark; a page without text has no number (GB/T 9704—2012, 7.5)."""
        number = () if blank or not self.setter.styles.marks.folio else (folio(index + 1, self.setter),)
        return (*number, draft_mark(self.draft_mark, self.setter)) if self.draft_mark else number


def _by_piece(slots: list[Slot]) -> list[tuple[Slot, ...]]:
    """The slots of a page, piece by piece."""
    return [tuple(group) for _, group in groupby(slots, key=lambda slot: slot.piece)]


def _strip_at(slot: Slot, pieces: tuple[Piece, ...]) -> Strip:
    piece = pieces[slot.piece]
    if not isinstance(piece, Strip):
        raise TypeError(f"slot {slot} does not hold a strip")
    return piece


def _fragment(slots: tuple[Slot, ...], pieces: tuple[Piece, ...], styles: Styles) -> Fragment:
    """The lines of one piece on one page."""
    strip = _strip_at(slots[0], pieces)
    pitch = styles.page.line_pitch * strip.rows
    size = styles.paragraph(strip.role).size
    lines = tuple(
        PlacedLine(baseline_in(_top(slot.row, styles), pitch, size), strip.lines[slot.line]) for slot in slots
    )
    begins = slots[0].line == 0
    return Fragment(
        strip.role,
        lines,
        pitch,
        strip.anchor if begins else "",
        strip.link,
        strip.outline_level if begins else 0,
        strip.outline_title if begins else "",
        begins,
        slots[-1].line == len(strip.lines) - 1,
    )


def _top(row: int, styles: Styles) -> float:
    """y of the upper edge of a row."""
    return styles.page.top + row * styles.page.line_pitch


def _rule_below(slot: Slot, pieces: tuple[Piece, ...], styles: Styles) -> PlacedRule | None:
    """The rule under the last line of a paragraph whose style has one."""
    strip = _strip_at(slot, pieces)
    rule = styles.paragraph(strip.role).rule_below
    if rule is None or slot.line != len(strip.lines) - 1:
        return None
    page = styles.page
    return PlacedRule(page.left, _top(slot.row + strip.rows, styles), page.type_width, rule.thickness, rule.colour)


def _box(slot: Slot, rows: int, pieces: tuple[Piece, ...], styles: Styles) -> tuple[Fragment, PlacedBox]:
    """The 批示 box and its label; both edges lie inside its rows."""
    piece = pieces[slot.piece]
    if not isinstance(piece, BoxStrip):
        raise TypeError(f"slot {slot} does not hold the box")
    page, rule = styles.page, styles.instruction_box
    top = _top(slot.row, styles) + rule.thickness / 2
    size = styles.paragraph(Role.INSTRUCTION).size
    label = PlacedLine(baseline_in(_top(slot.row, styles), page.line_pitch, size), piece.label)
    frame = PlacedBox(
        page.left + rule.thickness / 2,
        top,
        page.type_width - rule.thickness,
        rows * page.line_pitch - rule.thickness,
        rule.thickness,
        rule.colour,
    )
    return Fragment(Role.INSTRUCTION, (label,), page.line_pitch), frame


def _picture(slot: Slot, strip: FigureStrip, styles: Styles) -> PlacedPicture:
    """A figure in the middle of its rows."""
    page, figure = styles.page, strip.figure
    x = page.left + (page.type_width - figure.width) / 2
    y = _top(slot.row, styles) + (strip.rows * page.line_pitch - figure.height) / 2
    return PlacedPicture(figure.picture, x, y, figure.width, figure.height, figure.description)
