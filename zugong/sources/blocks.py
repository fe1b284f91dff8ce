"""Bodies of items (正文) with all that may stand in them: paragraphs, headings, tables, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from zugong.diagnostics import Problem, doubt
from zugong.model.prose import Paragraph, PlaceIgnore
from zugong.model.structures import BodyBlock
from zugong.sources.fences import Fence, Open, mistyped, never_closed, parts, read_fence, unknown_word
from zugong.sources.figures import is_figure, read_figure, read_figure_line
from zugong.sources.inline import lone_ignores, read_paragraph
from zugong.sources.markdown import structure_problem, trimmed
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line
from zugong.sources.pipe_tables import (
    begins_full_width_row,
    begins_row,
    full_width_bars,
    is_note,
    labels_of,
    read_pipe_table,
)
from zugong.sources.reading import Reading
from zugong.sources.tables import FIGURE, TABLE
from zugong.sources.yaml_tables import read_table

_HEADING = re.compile(r"(#{1,4})[ \t\u3000]+(?=\S)")
_TIGHT_HEADING = re.compile(
    r"#{1,4}(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])"
)

_ADVICE = "不想印出来就删去；正文认得的只有空行、**段首语**、“# ”小标题、几行的表格和图片"


def read_blocks(lines: Iterable[Line], materials: Materials) -> Reading[tuple[BodyBlock, ...]]:
    """The blocks of these lines, and what is wrong or unusual in them; no text is lost."""
    reader = _Reader(materials)
    for part in parts(tuple(lines)):
        match part:
            case Line():
                reader.line(trimmed(part))
            case Open(line=line):
                reader.open(line)
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
        "the same with ｜; they are prose too"
        self.waiting: tuple[PlaceIgnore, ...] = ()
        "ignores that stood alone, meant for the next paragraph"

    def line(self, line: Line) -> None:
        """One line outside of blocks, trimmed."""
        if len(self.rows) > 1 and is_note(line):
            self.notes.append(line)
        elif begins_row(line) and not self.notes:
            self.rows.append(line)
        else:
            self.end_rows()
            self.other(line)

    def other(self, line: Line) -> None:
        """A line that is not part of the table above it."""
        heading = _HEADING.match(line.content)
        if not line.content:
            self.end_prose()
        elif begins_row(line):
            self.rows.append(line)
        elif heading:
            self.end_prose()
            rest = Line(line.content[heading.end() :], line.origin.shifted(heading.end()))
            self.paragraph([rest], level=len(heading[1]))
        elif is_figure(line):
            self.end_prose()
            self.add_structure(read_figure_line(line, self.materials, self.problems))
        else:
            self.text(line)

    def text(self, line: Line) -> None:
        """A line of prose."""
        problem = mistyped(line) or _tight_heading(line) or structure_problem(line, _ADVICE)
        self.problems.extend([problem] if problem else [])
        self.prose.append(line)
        if not begins_full_width_row(line):
            self.full_width = []
            return
        self.full_width.append(line)
        if len(self.full_width) == 2:
            self.problems.append(full_width_bars(self.full_width[0].origin))

    def end_rows(self) -> None:
        """The rows are complete: two make a table, one is text."""
        rows, notes, self.rows, self.notes = self.rows, self.notes, [], []
        if len(rows) < 2:
            for row in rows:
                self.text(row)
            return
        labels = labels_of(self.prose)
        self.end_prose()
        table = read_pipe_table(rows, labels, notes, self.problems)
        if table is None:
            self.verbatim([*labels.lines, *rows, *notes])
        else:
            self.add_structure(table)

    def open(self, line: Line) -> None:
        """A block without end: what follows is read as text."""
        self.end_all()
        self.problems.append(never_closed(line))
        self.verbatim([trimmed(line)])

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
        return read_table(record) if fence.kind == "table" else read_figure(record, self.materials)

    def add_structure(self, block: BodyBlock) -> None:
        """A table or figure."""
        if self.waiting:
            self.problems.append(_nothing_to_ignore(self.waiting[0]))
            self.waiting = ()
        self.blocks.append(block)

    def verbatim(self, lines: Sequence[Line]) -> None:
        """Lines whose faults are told already, printed as they stand."""
        self.paragraph([line for line in lines if line.content])

    def paragraph(self, lines: Sequence[Line], level: int = 0) -> None:
        reading = read_paragraph(lines, self.waiting)
        self.problems.extend(reading.problems)
        if reading.value is None:
            self.waiting = (*self.waiting, *lone_ignores(lines))
            return
        self.blocks.append(Paragraph(reading.value.runs, reading.value.ignores, level))
        self.waiting = ()

    def end_prose(self) -> None:
        lines, self.prose, self.full_width = self.prose, [], []
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
            self.blocks[-1] = Paragraph(last.runs, (*last.ignores, *self.waiting), last.level)
        elif self.waiting and last is not None:
            self.problems.append(_nothing_to_ignore(self.waiting[0]))


def _tight_heading(line: Line) -> Problem | None:
    found = _TIGHT_HEADING.match(line.content)
    if found is None:
        return None
    message = "“#”后面没有空格，不会成为小标题，会原样印出"
    return doubt("markdown-structure", message, line.origin, "是小标题，就在 # 后面空一格", found.end())


def _nothing_to_ignore(ignore: PlaceIgnore) -> Problem:
    message = "单独一行的“忽略”说明管不到表格和图片"
    advice = "写到要忽略的那一格里，或者写在文件开头的“检查”里"
    return doubt("bad-ignore", message, ignore.rule.origin, advice, len(ignore.rule.content))
