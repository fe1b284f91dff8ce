"""Sheet blocks → strips: every paragraph composed into lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import Block, ContentsEntry, InstructionBox, SplitBlock, StyledRun
from zugong.model.styles import Accent, Align, LineRules, ParagraphStyle, Role, Styles
from zugong.typesetting.breaking import break_lines
from zugong.typesetting.cells import Cell, cell_of, cells_of
from zugong.typesetting.fitting import fit_lines, paragraph_of
from zugong.typesetting.grid import BoxStrip, Strip
from zugong.typesetting.pages import PlacedRun
from zugong.typesetting.setting import Measure, mille, natural_width, set_line, shrunk
from zugong.typesetting.sharing import with_shared_cells

_LEADER_PITCH = 400
"distance of leader dots, 1/1000 em"


@dataclass(frozen=True, slots=True)
class Setter:
    """Composes the paragraphs of one sheet: its styles and faces."""

    styles: Styles
    faces: FaceSet

    @property
    def fine(self) -> bool:
        """Whether 精细 holds."""
        return self.styles.line_rules is LineRules.FINE

    def tracking(self, role: Role) -> float:
        """What follows every character of a role, pt."""
        return self.styles.fine_tracking(role) if self.fine else self.styles.tracking(role)

    def measure(self, role: Role, first: bool = False) -> Measure:
        """Where lines of that role stand in the type area."""
        style = self.styles.paragraph(role)
        character = self.styles.character(role)
        left = (style.indent_left + (style.indent_first if first else 0.0)) * character
        width = self.styles.page.type_width - left - style.indent_right * character
        tracking = mille(self.tracking(role), style.size)
        return Measure(self.styles.page.left + left, width, style.align, style.size, style.colour, tracking)

    def cells(self, runs: tuple[StyledRun, ...], role: Role) -> tuple[Cell, ...]:
        """The cells of a paragraph."""
        cells = cells_of(runs, role, self.styles, self.faces)
        return with_shared_cells(cells, self.styles.paragraph(role).size) if self.fine else cells

    def ranges(self, cells: tuple[Cell, ...], role: Role, first: float, others: float) -> tuple[tuple[int, int], ...]:
        """The lines of a paragraph as ranges of its cells; `first` and `others` are measures, pt.

        Total fit needs lines that can be stretched: what is not justified is broken greedily under both rules.
        """
        style, tracking = self.styles.paragraph(role), self.tracking(role)
        if self.fine and style.align is Align.JUSTIFY:
            return fit_lines(paragraph_of(cells, style.size, tracking), first, others)
        return break_lines(cells, first, others, tracking, keep_units=self.fine)

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
        ranges = self.ranges(cells, role, first.width, others.width)
        return tuple(
            set_line(cells[start:stop], others if index else first, last=stop == ranges[-1][1])
            for index, (start, stop) in enumerate(ranges)
        )

    def split(self, block: SplitBlock) -> Strip:
        """Text at both ends of one line; if they would touch, the right part goes to a line of its own."""
        measure = self.measure(block.role)
        left = self.cells((block.left,), block.role)
        ends = Measure(measure.x, measure.width, Align.RIGHT, measure.size, measure.colour, measure.tracking)
        right = set_line(self.cells((block.right,), block.role), ends, last=True)
        ranges = self.ranges(left, block.role, measure.width, measure.width)
        lines = [set_line(left[start:stop], measure, last=True) for start, stop in ranges] or [()]
        if len(lines) == 1 and (not lines[0] or lines[0][-1].x + lines[0][-1].width + measure.size <= right[0].x):
            lines = [(*lines[0], *right)]
        else:
            lines.append(right)
        return _strip(block.role, self.styles.paragraph(block.role), tuple(lines))

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
        # Broken as if no marks shared cells: the DOCX takes these breaks over, and there they do not.
        whole = cells_of(entry.runs, role, self.styles, self.faces)
        ranges = self.ranges(whole, role, measure.width - reserved, measure.width - reserved)
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
