"""Sheet blocks → strips: every paragraph composed into lines."""

from __future__ import annotations

import math

from zugong.classes import dataclass, field, replace
from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import Block, ContentsEntry, InstructionBox, SplitBlock, StyledRun
from zugong.model.styles import Accent, Align, LineRules, ParagraphStyle, Role, Styles
from zugong.typesetting.breaking import break_lines
from zugong.typesetting.cells import Alphabets, Cell, cell_of, cells_of
from zugong.typesetting.grid import BoxStrip, Strip
from zugong.typesetting.pages import PlacedRun
from zugong.typesetting.setting import Measure, mille, natural_width, set_line, shrunk

_LEADER_PITCH = 400
"distance of leader dots, 1/1000 em"

BALANCED = (Role.CENTRED_HEADLINE, Role.ATTACHMENT_TITLE, Role.TABLE_TITLE)
"roles whose lines are balanced; office programs do not do that, so a DOCX takes these breaks over"

CLINGING = (Role.CAPTION, Role.TABLE_NOTE)
"roles that stay with what stands before them"


@dataclass(frozen=True, slots=True)
class Setter:
    """Composes the paragraphs of one sheet: its styles and faces."""

    styles: Styles
    faces: FaceSet
    alphabets: Alphabets = field(default_factory=dict, compare=False, repr=False)
    "the cells made so far"

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
        cells = self.plain_cells(runs, role)
        if not self.fine:
            return cells
        from zugong.typesetting.sharing import with_shared_cells

        return with_shared_cells(cells, self.styles.paragraph(role).size)

    def plain_cells(self, runs: tuple[StyledRun, ...], role: Role) -> tuple[Cell, ...]:
        """The same as if no two marks shared a cell."""
        return cells_of(runs, role, self.styles, self.faces, self.alphabets)

    def ranges(self, cells: tuple[Cell, ...], role: Role, first: float, others: float) -> tuple[tuple[int, int], ...]:
        """The lines of a paragraph as ranges of its cells; `first` and `others` are measures, pt.

        Total fit needs lines that can be stretched: what is not justified is broken greedily under both rules.
        """
        style = self.styles.paragraph(role)
        if self.fine and style.align is Align.JUSTIFY:
            from zugong.typesetting.fitting import fit_lines, paragraph_of

            return fit_lines(paragraph_of(cells, style.size, self.tracking(role)), first, others)
        return self.greedy(cells, role, first, others)

    def greedy(self, cells: tuple[Cell, ...], role: Role, first: float, others: float) -> tuple[tuple[int, int], ...]:
        """The same, each line as full as it can be."""
        tracking = self.tracking(role)
        # On the exact grid a full line is wider than its cells by what is not added after its last character.
        slack = max(-tracking, 0.0) if self.fine else 0.0
        return break_lines(cells, first + slack, others + slack, tracking, keep_units=self.fine)

    def block(self, block: Block) -> Strip:
        """A paragraph."""
        lines = self.lines(self.cells(block.runs, block.role), block.role)
        style = self.styles.paragraph(block.role)
        strip = _strip(block.role, style, lines)
        return replace(
            strip,
            rows_before=0 if block.close else strip.rows_before,
            rows_after=0 if block.tight else strip.rows_after,
            keep_with_next=strip.keep_with_next or block.keep,
            anchor=block.anchor,
            outline_level=block.outline_level,
            outline_title=block.outline_title,
            clings=block.role in CLINGING,
            signs=block.role is Role.SIGN_OFF,
        )

    def lines(self, cells: tuple[Cell, ...], role: Role) -> tuple[tuple[PlacedRun, ...], ...]:
        """The composed lines of a paragraph of that role."""
        first, others = self.measure(role, first=True), self.measure(role)
        if first.align is Align.FIT:
            return (set_line(*shrunk(cells, first), last=False),)
        if role in BALANCED:
            from zugong.typesetting.sharing import untrimmed

            cells = untrimmed(cells)
        ranges = self.ranges(cells, role, first.width, others.width)
        if role in BALANCED and len(ranges) > 1:
            from zugong.typesetting.balancing import balanced
            from zugong.typesetting.fitting import paragraph_of

            paragraph = paragraph_of(cells, first.size, self.tracking(role))
            ranges = balanced(paragraph, ranges, first.width, others.width)
        return tuple(
            set_line(cells[start:stop], others if index else first, last=stop == ranges[-1][1])
            for index, (start, stop) in enumerate(ranges)
        )

    def split(self, block: SplitBlock) -> Strip:
        """Texts at both ends and in the middle of one line; one that would touch those before it goes to a new line."""
        lines: list[tuple[PlacedRun, ...]] = []
        room = size = self.styles.paragraph(block.role).size
        for run, align in ((block.left, Align.LEFT), (block.centre, Align.CENTRE), (block.right, Align.RIGHT)):
            side = self._side(run, block.role, align) if run else ()
            joined(lines, side, room)
            # A text of several lines has them for itself.
            room = math.inf if len(side) > 1 else size if side else room
        strip = _strip(block.role, self.styles.paragraph(block.role), tuple(lines or [()]))
        return replace(strip, rows_after=0) if block.tight else strip

    def _side(self, run: StyledRun, role: Role, align: Align) -> tuple[tuple[PlacedRun, ...], ...]:
        """One text of a line of several, in as many lines as it needs."""
        measure = replace(self.measure(role), align=align)
        cells = self.cells((run,), role)
        ranges = self.ranges(cells, role, measure.width, measure.width)
        return tuple(set_line(cells[start:stop], measure, last=True) for start, stop in ranges)

    def box(self, box: InstructionBox) -> BoxStrip:
        """The 批示 box with its label."""
        style = self.styles.paragraph(Role.INSTRUCTION)
        cells = self.cells((box.label,), Role.INSTRUCTION)
        label = set_line(cells, self.measure(Role.INSTRUCTION), last=True)
        return BoxStrip(label, style.rows_before, self.styles.instruction_min_rows)

    def entry(self, entry: ContentsEntry, page: int) -> Strip:
        """目录条: the headline; if it is numbered, dots and the page number at the right edge."""
        role = entry.role
        style = self.styles.paragraph(role)
        measure = self.measure(role)
        number = tuple(cell_of(digit, style.face, style.size, Accent.PLAIN, self.faces) for digit in str(page))
        reserved = natural_width(number, style.size, measure.tracking) + 2 * style.size if entry.numbered else 0.0
        cells = self.cells(entry.runs, role)
        # Broken as if no marks shared cells: the DOCX takes these breaks over, and there they do not.
        whole = self.plain_cells(entry.runs, role)
        ranges = self.ranges(whole, role, measure.width - reserved, measure.width - reserved)
        lines = [set_line(cells[start:stop], measure, last=True) for start, stop in ranges]
        if entry.numbered:
            lines[-1] = (*lines[-1], *self._leader(lines[-1], number, style.face, measure))
        return replace(_strip(role, style, tuple(lines)), link=entry.target)

    def _leader(
        self, line: tuple[PlacedRun, ...], number: tuple[Cell, ...], face: str, measure: Measure
    ) -> tuple[PlacedRun, ...]:
        """Dots from the end of the text to the number; counted from the right, so they stand in columns."""
        ends = Measure(measure.x, measure.width, Align.RIGHT, measure.size, measure.colour, measure.tracking)
        figures = set_line(number, ends, last=True)
        pitch = _LEADER_PITCH * measure.size / 1000
        right = figures[0].x - 0.25 * measure.size
        left = line[-1].x + line[-1].width + 0.25 * measure.size
        dot = cell_of(self.styles.marks.leader, face, measure.size, Accent.PLAIN, self.faces)
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


def _strip(role: Role, style: ParagraphStyle, lines: tuple[tuple[PlacedRun, ...], ...]) -> Strip:
    return Strip(role, lines, style.rows, style.rows_before, style.rows_after, style.keep_with_next)


def joined(lines: list[tuple[PlacedRun, ...]], more: tuple[tuple[PlacedRun, ...], ...], room: float) -> None:
    """Adds a text to the last line so far if that many points stay free between them, else below."""
    if len(more) == 1 and lines and _are_apart(lines[-1], more[0], room):
        lines[-1] = (*lines[-1], *more[0])
    else:
        lines.extend(more)


def _are_apart(line: tuple[PlacedRun, ...], more: tuple[PlacedRun, ...], room: float) -> bool:
    return not line or not more or line[-1].x + line[-1].width + room <= more[0].x
