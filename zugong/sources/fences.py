"""Blocks between two lines of three backticks: ```表格 and ```图片, with fields inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zugong.classes import dataclass, replace
from zugong.diagnostics import Location, Problem, error
from zugong.sources.fields import Table
from zugong.sources.nodes import Line
from zugong.sources.record import Record, open_record
from zugong.sources.yaml_reader import read_yaml
from zugong.text.patterns import Pattern

WORDS = {"表格": "table", "图片": "figure", "table": "table", "figure": "figure"}
"what may stand behind the backticks"

_MISTYPED = Pattern(r"(?:[｀'‘’·`]{3}|~~~)\s*(?:表格|图片)$", ("表格", "图片"), "｀'‘’·`~")
_ROW = Pattern(r"\s*-\s*\[")
_CELL_ADVICE = '以 * & ! % @ 反引号开头的格子用英文双引号括起来，例如 [东河镇, "**新建**"]'
_ADVICE = "切换到英文输入法，用键盘左上角的键打三个反引号：```表格"


@dataclass(frozen=True, slots=True)
class Fence:
    """A closed block."""

    kind: str
    "a value of WORDS; empty: nobody knows it"
    lines: tuple[Line, ...]
    "with both lines of backticks"


@dataclass(frozen=True, slots=True)
class Open:
    """A block that is never closed, or begins with signs that only look like backticks."""

    lines: tuple[Line, ...]
    "to the next empty line or block: fields of the block, as far as one can tell"


def parts(lines: Sequence[Line]) -> Iterator[Fence | Open | Line]:
    """The lines of a body, those of closed blocks together; each line is looked at twice at most."""
    at = 0
    while at < len(lines):
        word = _word(lines[at])
        if not word:
            stop = _stretch(lines, at) if mistyped(lines[at]) else at
            yield Open(tuple(lines[at:stop])) if stop > at else lines[at]
            at = max(stop, at + 1)
            continue
        end = next((i for i in range(at + 1, len(lines)) if lines[i].content.strip().startswith("```")), None)
        if end is None or lines[end].content.strip().strip("`"):
            stop = _stretch(lines, at)
            yield Open(tuple(lines[at:stop]))
            at = stop
        else:
            yield Fence(WORDS.get(word, ""), tuple(lines[at : end + 1]))
            at = end + 1


def _stretch(lines: Sequence[Line], at: int) -> int:
    """Where the lines below the first one of an open block end."""
    behind = range(at + 1, len(lines))
    bare = (lines[i].content.strip() for i in behind)
    return next(
        (i for i, content in zip(behind, bare, strict=True) if not content or content.startswith("```")), len(lines)
    )


def _word(line: Line) -> str:
    """What stands behind the backticks of a line that opens a block."""
    bare = line.content.strip()
    return bare.lstrip("`").strip() if bare.startswith("```") else ""


def never_closed(line: Line) -> Problem:
    """The error about an open block."""
    bare = line.content.strip()
    message = f"从这里开始的“{bare[:10]}”没有结束"
    advice = "在这一块最后一行的下面加一行 ```"
    return error("fence-not-closed", message, _place(line), advice, len(bare))


def unknown_word(line: Line) -> Problem:
    """The error about a block of another kind."""
    bare = line.content.strip()
    message = f"“{bare[:20]}”：三个反引号后面只能写“表格”或“图片”"
    return error("unknown-fence", message, _place(line), "改成 ```表格 或 ```图片；是正文就删去反引号", len(bare))


def mistyped(line: Line) -> Problem | None:
    """The error about signs that look like backticks."""
    bare = line.content.strip()
    if not _MISTYPED.match(bare) or bare.startswith("```"):
        return None
    message = f"“{bare[:3]}”不是三个反引号，下面不会成为表格或图片"
    return error("full-width-backticks", message, _place(line), _ADVICE, len(bare))


def _place(line: Line) -> Location:
    return line.origin.shifted(len(line.content) - len(line.content.lstrip()))


def read_fence(fence: Fence, table: Table, problems: list[Problem]) -> Record | None:
    """The fields of a block; None, with errors, when they cannot be read at all."""
    first = fence.lines[0].origin
    rows = tuple(" " * (line.origin.column - 1) + line.content for line in fence.lines[1:-1])
    tree = read_yaml(rows, first.path, first.line + 1)
    problems.extend(_about_cells(problem, rows, first.line + 1) for problem in tree.problems)
    return None if tree.value is None else open_record(tree.value, table, problems)


def _about_cells(problem: Problem, rows: Sequence[str], first_line: int) -> Problem:
    """In a row of a table it is one cell that needs quotes, not the row."""
    index = problem.origin.line - first_line
    if problem.rule != "needs-quotes" or not 0 <= index < len(rows) or not _ROW.match(rows[index]):
        return problem
    return replace(problem, message="这一行里有一格要用引号括起来", hint=_CELL_ADVICE)
