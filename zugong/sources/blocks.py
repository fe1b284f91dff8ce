"""Bodies of items (正文) with all that may stand in them: paragraphs, headings, tables, figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zugong.classes import replace
from zugong.diagnostics import Problem, doubt
from zugong.model.prose import Paragraph, PlaceIgnore
from zugong.model.structures import BodyBlock
from zugong.sources.fences import Fence, Open, mistyped, never_closed, parts, read_fence, unknown_word
from zugong.sources.inline import lone_ignores, read_paragraph
from zugong.sources.line_slips import comment_slip, figure_slip, heading_slip, is_figure
from zugong.sources.markdown import structure_problem, trimmed
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line
from zugong.sources.reading import Reading
from zugong.sources.table_lines import begins_full_width_row, begins_row, full_width_bars, is_note, labels_of
from zugong.sources.tables import FIGURE, TABLE
from zugong.text.patterns import Pattern

_HEADING = Pattern(r"(#{1,4})[ \t\u3000]+(?=\S)", "#")

_ADVICE = "不想印出来就删去；正文认得的只有空行、**段首语**、“# ”小标题、几行的表格和图片"


def read_blocks(lines: Iterable[Line], materials: Materials) -> Reading[tuple[BodyBlock, ...]]:
    """The blocks of these lines, and what is wrong or unusual in them; no text is lost."""
    reader = _Reader(materials)
    for part in parts(tuple(lines)):
        match part:
            case Line():
                reader.line(trimmed(part))
            case Open(lines=several):
                reader.open(several)
            case Fence():
                reader.fence(part)
    reader.finish()
    return Reading(tuple(reader.blocks), tuple(reader.problems))


class _Reader:
    """Collects the lines of a stretch until it is clear what they are."""

    def __init__(self, materials: Materials) -> None:
        self.materials = materials
        self.blocks: list[BodyBlock] = []
        self.problems: list[Problem] = []
        self.prose: list[Line] = []
        "lines of the paragraph that is open"
        self.rows: list[Line] = []
        "lines that begin with |, one below the other"
        self.notes: list[Line] = []
        "lines below them that say 注："
        self.full_width: list[Line] = []
        "the same with ｜, below the prose and above the rows: a table that was mistyped, or a single line of text"
        self.waiting: tuple[PlaceIgnore, ...] = ()
        "ignores that stood alone, meant for the next paragraph"

    def line(self, line: Line) -> None:
        """One line outside of blocks, trimmed."""
        if len(self.rows) > 1 and is_note(line):
            self.notes.append(line)
        elif begins_row(line) and not self.notes:
            self.row(line)
        elif self.rows and begins_full_width_row(line) and not self.notes:
            self.rows.append(self.half_width(line))
        else:
            self.end_rows()
            self.other(line)

    def other(self, line: Line) -> None:
        """A line that is not part of the table above it."""
        heading = _HEADING.match(line.content)
        if not line.content:
            self.end_prose()
        elif begins_row(line):
            self.row(line)
        elif heading:
            self.end_prose()
            rest = Line(line.content[heading.end() :], line.origin.shifted(heading.end()))
            self.paragraph([rest], level=len(heading[1]))
        elif is_figure(line):
            from zugong.sources.figures import read_figure_line  # few items have any

            self.end_prose()
            self.add_structure(read_figure_line(line, self.materials, self.problems))
        elif slip := figure_slip(line):
            self.end_prose()
            self.problems.append(slip)
            self.verbatim([line])
        else:
            self.text(line)

    def text(self, line: Line) -> None:
        """A line of prose."""
        if begins_full_width_row(line):
            self.full_width.append(line)
            return
        self.end_full_width()
        problem = heading_slip(line) or comment_slip(line) or structure_problem(line, _ADVICE)
        self.problems.extend([problem] if problem else [])
        self.prose.append(line)

    def row(self, line: Line) -> None:
        """A row; lines of ｜ right above it belong to the same table."""
        self.rows += [*map(self.half_width, self.full_width), line]
        self.full_width = []

    def half_width(self, line: Line) -> Line:
        """A row of ｜ among rows of |: an error, but no reason to lose it."""
        self.problems.append(full_width_bars(line.origin, alone=True))
        return Line(line.content.replace("｜", "|"), line.origin)

    def end_full_width(self) -> None:
        """Two lines of ｜ were meant to be a table and are not touched; one is text."""
        lines, self.full_width = self.full_width, []
        if len(lines) < 2:
            self.prose.extend(lines)
            return
        labels = labels_of(self.prose)
        self.end_prose()
        self.problems.append(full_width_bars(lines[0].origin))
        self.verbatim([*labels.lines, *lines])

    def end_rows(self) -> None:
        """The rows are complete: two make a table, one is text."""
        rows, notes, self.rows, self.notes = self.rows, self.notes, [], []
        if len(rows) < 2:
            for row in rows:
                self.text(row)
            return
        from zugong.sources.pipe_tables import read_pipe_table  # few items have any

        labels = labels_of(self.prose)
        self.end_prose()
        table = read_pipe_table(rows, labels, notes, self.problems)
        if table is None:
            self.verbatim([*labels.lines, *rows, *notes])
        else:
            self.add_structure(table)

    def open(self, lines: Sequence[Line]) -> None:
        """A block without end: its lines stay as they are, what follows is read as text."""
        self.end_all()
        self.problems.append(mistyped(lines[0]) or never_closed(lines[0]))
        self.verbatim([trimmed(line) for line in lines])

    def fence(self, fence: Fence) -> None:
        self.end_all()
        block = self.block_of(fence)
        if block is None:
            self.verbatim([trimmed(line) for line in fence.lines])
        else:
            self.add_structure(block)

    def block_of(self, fence: Fence) -> BodyBlock | None:
        """The table or figure of a block; None, with an error, when there is none in it."""
        if not fence.kind:
            self.problems.append(unknown_word(fence.lines[0]))
            return None
        record = read_fence(fence, TABLE if fence.kind == "table" else FIGURE, self.problems)
        if record is None:
            return None
        if fence.kind == "table":
            from zugong.sources.yaml_tables import read_table

            return read_table(record)
        from zugong.sources.figures import read_figure

        return read_figure(record, self.materials)

    def add_structure(self, block: BodyBlock) -> None:
        """A table or figure."""
        if self.waiting:
            self.problems.append(_nothing_to_ignore(self.waiting[0]))
            self.waiting = ()
        self.blocks.append(block)

    def verbatim(self, lines: Sequence[Line]) -> None:
        """Lines whose faults are told already, printed as they stand."""
        self.paragraph([line for line in lines if line.content], verbatim=True)

    def paragraph(self, lines: Sequence[Line], level: int = 0, *, verbatim: bool = False) -> None:
        reading = read_paragraph(lines, self.waiting)
        self.problems.extend(() if verbatim else reading.problems)
        if reading.value is None:
            self.waiting = (*self.waiting, *lone_ignores(lines))
            return
        self.blocks.append(Paragraph(reading.value.runs, reading.value.ignores, level, verbatim))
        self.waiting = ()

    def end_prose(self) -> None:
        self.end_full_width()
        lines, self.prose = self.prose, []
        if lines:
            self.paragraph(lines)

    def end_all(self) -> None:
        self.end_rows()
        self.end_prose()

    def finish(self) -> None:
        """Ignores behind the last paragraph belong to it."""
        self.end_all()
        last = self.blocks[-1] if self.blocks else None
        if self.waiting and isinstance(last, Paragraph):
            self.blocks[-1] = replace(last, ignores=(*last.ignores, *self.waiting))
        elif self.waiting and last is not None:
            self.problems.append(_nothing_to_ignore(self.waiting[0]))


def _nothing_to_ignore(ignore: PlaceIgnore) -> Problem:
    message = "单独一行的“忽略”说明管不到表格和图片"
    advice = "写到要忽略的那一格里，或者写在文件开头的“检查”里"
    return doubt("bad-ignore", message, ignore.rule.origin, advice, len(ignore.rule.content))
