"""Tables drawn with vertical bars (竖线表格): `| 甲 | 乙 |`, with 表题, 单位 above and 注 below."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.diagnostics import Problem, error
from zugong.model.structures import Table, TableColumn
from zugong.model.styles import Align
from zugong.sources.nodes import Line
from zugong.sources.table_cells import RawRow, read_cell
from zugong.sources.table_lines import FULL_WIDTH_ADVICE, Labels, text_of
from zugong.sources.table_making import MOST_COLUMNS, RawTable, made, too_large
from zugong.text.patterns import Pattern

_BAR = Pattern(r"\\.|\|")
_ALIGNMENT = Pattern(r":?-+:?")
_DASHES = "-－—–―─"
_ALIGNMENT_LIKE = set(_DASHES + ":：= \u3000")

_ADVICE = "补上或删去竖线；空格子也要写出来（| 甲 |  | 丙 |），并入左边一格写 <，并入上面一格写 ^"
_FORM = "第二行写成 |:---|:---:|---:| 这样，冒号和短横都用半角"


def read_pipe_table(
    rows: Sequence[Line], labels: Labels, notes: Sequence[Line], problems: list[Problem]
) -> Table | None:
    """The table of these lines; None, with an error, when it cannot be one."""
    refusal = too_large(_bars(rows) - 1, len(rows), rows[0].origin)
    if refusal:
        problems.append(refusal)
        return None
    split = [_split(line) for line in rows]
    columns = _columns(split, rows, problems)
    cells = [_row(parts, line, problems) for parts, line in zip(split, rows, strict=True)]
    head, body = (cells[:1], cells[2:]) if columns is not None else ([], cells)
    aligned = (columns or ())[: len(split[0])]
    full = next((line for line in rows if "｜" in line.content), None)
    advice = FULL_WIDTH_ADVICE if full else _ADVICE
    found = tuple(text_of(line, 0) for line in notes)
    known = (*aligned, *(TableColumn(),) * (len(split[0]) - len(aligned))) if columns is not None else ()
    raw = RawTable(known, tuple(head), tuple(body), rows[0].origin, labels.title, labels.unit, found)
    return made(raw, advice, problems)


def _bars(rows: Sequence[Line]) -> int:
    """At most how many cells a row has; more than allowed only where no row of escapes makes it so."""
    most = max(line.content.count("|") - line.content.count("\\|") for line in rows)
    return most if most > MOST_COLUMNS + 1 else 0


def _split(line: Line) -> list[Line]:
    """The cells of a row, without the space around them."""
    borders = [found.start() for found in _BAR.finditer(line.content) if found.group() == "|"]
    ends = borders[1:] if borders[-1] == len(line.content) - 1 else [*borders[1:], len(line.content)]
    return [_stretch(line, start + 1, end) for start, end in zip(borders, ends, strict=False)]


def _stretch(line: Line, start: int, end: int) -> Line:
    inner = line.content[start:end]
    bare = inner.strip()
    at = start + len(inner) - len(inner.lstrip()) if bare else start
    return Line(bare, line.origin.shifted(at))


def _row(parts: list[Line], line: Line, problems: list[Problem]) -> RawRow:
    return RawRow(tuple(read_cell((part,), part.origin, problems) for part in parts), line.origin)


def _columns(split: list[list[Line]], rows: Sequence[Line], problems: list[Problem]) -> tuple[TableColumn, ...] | None:
    """The alignments of the second row; None: there is no such row. Others like it are told."""
    for index, (parts, line) in enumerate(zip(split, rows, strict=True)):
        if index != 1 and _is_misplaced(parts):
            advice = "表头只能有一行，它下面紧接着对齐行；表头有几行的，用 ```表格 的写法"
            problems.append(error("alignment-row-misplaced", "对齐行只能是第二行", line.origin, advice))
    parts = split[1]
    if all(_ALIGNMENT.fullmatch(part.content) for part in parts):
        if len(parts) != len(split[0]):
            message = f"对齐行有 {len(parts)} 格，表头是 {len(split[0])} 格"
            problems.append(error("uneven-rows", message, rows[1].origin, _ADVICE))
        return tuple(TableColumn(_align(part.content)) for part in parts)
    if all(_looks_like_alignment(part.content) for part in parts):
        length = len(rows[1].content)
        problems.append(error("bad-alignment-row", "看不懂这一行对齐的写法", rows[1].origin, _FORM, length))
    return None


def _is_misplaced(parts: list[Line]) -> bool:
    """A row of single dashes may mean that nothing is known; three dashes or a colon are an alignment."""
    marks = [part.content for part in parts]
    return all(map(_ALIGNMENT.fullmatch, marks)) and any(":" in mark or "---" in mark for mark in marks)


def _looks_like_alignment(content: str) -> bool:
    return bool(content) and set(content) <= _ALIGNMENT_LIKE and any(dash in content for dash in _DASHES)


def _align(content: str) -> Align | None:
    left, right = content.startswith(":"), content.endswith(":")
    if left and right:
        return Align.CENTRE
    return Align.LEFT if left else Align.RIGHT if right else None
