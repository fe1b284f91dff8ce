"""Sheet blocks → strips: every paragraph composed into lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import Block, ContentsEntry, InstructionBox, SplitBlock, StyledRun
from zugong.model.styles import Accent, Align, ParagraphStyle, Role, Styles
from zugong.typesetting.breaking import break_lines
from zugong.typesetting.cells import Cell, cell_of, cells_of
from zugong.typesetting.flow import BoxStrip, Strip
from zugong.typesetting.pages import PlacedRun
from zugong.typesetting.setting import Measure, mille, natural_width, set_line, shrunk

_LEADER_PITCH = 400
"distance of leader dots, 1/1000 em"


@dataclass(frozen=True, slots=True)
class Setter:
    """Composes the paragraphs of one sheet: its styles and faces."""

    styles: Styles
    faces: FaceSet

    def measure(self, role: Role, first: bool = False) -> Measure:
        """Where lines of that role stand in the type area."""
        style = self.styles.paragraph(role)
        character = self.styles.character(role)
        left = (style.indent_left + (style.indent_first if first else 0.0)) * character
        width = self.styles.page.type_width - left - style.indent_right * character
        tracking = mille(self.styles.tracking(role), style.size)
        return Measure(self.styles.page.left + left, width, style.align, style.size, style.colour, tracking)

    def cells(self, runs: tuple[StyledRun, ...], role: Role) -> tuple[Cell, ...]:
        """The cells of a paragraph."""
        return cells_of(runs, role, self.styles, self.faces)

    def block(self, block: Block) -> Strip:
        """A paragraph."""
        lines = self.lines(self.cells(block.runs, block.role), block.role)
        style = self.styles.paragraph(block.role)
        return replace(
            _strip(block.role, style, lines),
            anchor=block.anchor,
            outline_level=block.outline_level,
            outline_title=block.outline_title,
        )

    def lines(self, cells: tuple[Cell, ...], role: Role) -> tuple[tuple[PlacedRun, ...], ...]:
        """The composed lines of a paragraph of that role."""
        first, others = self.measure(role, first=True), self.measure(role)
        if first.align is Align.FIT:
            return (set_line(*shrunk(cells, first), last=False),)
        ranges = break_lines(cells, first.width, others.width, self.styles.tracking(role))
        return tuple(
            set_line(cells[start:stop], others if index else first, last=stop == ranges[-1][1])
            for index, (start, stop) in enumerate(ranges)
        )

    def split(self, block: SplitBlock) -> Strip:
        """One line with text at both ends; the left part is set in smaller room if they would touch."""
        measure = self.measure(block.role)
        left = self.cells((block.left,), block.role)
        right = self.cells((block.right,), block.role)
        ends = Measure(measure.x, measure.width, Align.RIGHT, measure.size, measure.colour, measure.tracking)
        runs = (*set_line(left, measure, last=True), *set_line(right, ends, last=True))
        return _strip(block.role, self.styles.paragraph(block.role), (runs,))

    def box(self, box: InstructionBox) -> BoxStrip:
        """The 批示 box with its label."""
        style = self.styles.paragraph(Role.INSTRUCTION)
        cells = self.cells((box.label,), Role.INSTRUCTION)
        label = set_line(cells, self.measure(Role.INSTRUCTION), last=True)
        return BoxStrip(label, style.rows_before, self.styles.instruction_min_rows)

    def entry(self, entry: ContentsEntry, page: int) -> Strip:
        """目录条: the headline, dots, the page number at the right edge."""
        role = Role.CONTENTS_ENTRY
        style = self.styles.paragraph(role)
        measure = self.measure(role)
        number = tuple(cell_of(digit, style.face, style.size, Accent.PLAIN, self.faces) for digit in str(page))
        reserved = natural_width(number, style.size, measure.tracking) + 2 * style.size
        cells = self.cells(entry.runs, role)
        tracking = self.styles.tracking(role)
        ranges = break_lines(cells, measure.width - reserved, measure.width - reserved, tracking)
        lines = [set_line(cells[start:stop], measure, last=True) for start, stop in ranges]
        lines[-1] = (*lines[-1], *self._leader(lines[-1], number, measure))
        return replace(_strip(role, style, tuple(lines)), link=entry.target)

    def _leader(self, line: tuple[PlacedRun, ...], number: tuple[Cell, ...], measure: Measure) -> tuple[PlacedRun, ...]:
        """Dots from the end of the text to the number; counted from the right, so they stand in columns."""
        ends = Measure(measure.x, measure.width, Align.RIGHT, measure.size, measure.colour, measure.tracking)
        figures = set_line(number, ends, last=True)
        pitch = _LEADER_PITCH * measure.size / 1000
        right = figures[0].x - 0.25 * measure.size
        left = line[-1].x + line[-1].width + 0.25 * measure.size
        dot = cell_of(self.styles.marks.leader, self._face(), measure.size, Accent.PLAIN, self.faces)
        count = int((right - left - (dot.advance - pitch)) / pitch)
        if count < 1:
            return figures
        tracking = mille(pitch - dot.advance, measure.size)
        width = (count - 1) * pitch + dot.advance
        dots = PlacedRun(
            dot.character * count,
            right - width,
            width,
            dot.family,
            measure.size,
            tracking,
            measure.colour,
            Accent.PLAIN,
        )
        return (dots, *figures)

    def _face(self) -> str:
        return self.styles.paragraph(Role.CONTENTS_ENTRY).face


def _strip(role: Role, style: ParagraphStyle, lines: tuple[tuple[PlacedRun, ...], ...]) -> Strip:
    return Strip(role, lines, style.rows, style.rows_before, style.rows_after, style.keep_with_next)
