"""Lines of a body that may belong to a table (竖线表格): what is asked of every line, table or not."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.model.prose import Text
from zugong.sources.characters import visible
from zugong.sources.nodes import Line
from zugong.text.patterns import Pattern

_TITLE = Pattern(r"表题\s*[：:]\s*(?=\S)", ("表题",))
_UNIT = Pattern(r"(?:计量)?单位\s*[：:]\s*\S", ("单位",), "：:")
_NOTE = Pattern(r"(?:表?注\s*\d{0,2}|(?:资料|数据)?来源|说明)\s*[：:]", ("注", "来源", "说明"), "：:")
FULL_WIDTH_ADVICE = "这一行里有全角竖线“｜”，切换到英文输入法，改成半角 |"


@dataclass(frozen=True, slots=True)
class Labels:
    """The lines around a table that belong to it."""

    title: Text | None = None
    unit: Text | None = None
    lines: tuple[Line, ...] = ()
    "as they stand in the file"


def begins_row(line: Line) -> bool:
    """Whether a trimmed line may be a row."""
    return line.content.startswith("|") and len(line.content) > 1


def begins_full_width_row(line: Line) -> bool:
    """Whether it would be a row if its bars were half as wide."""
    return line.content.startswith("｜") and line.content.count("｜") > 1


def is_note(line: Line) -> bool:
    """Whether a line below the rows belongs to the table."""
    return _NOTE.match(line.content) is not None


def labels_of(lines: list[Line]) -> Labels:
    """Takes 表题 and 单位 off the end of the lines above a table, one of each."""
    labels = Labels()
    while lines:
        line = lines[-1]
        found = _TITLE.match(line.content)
        if found and labels.title is None:
            labels = Labels(text_of(line, found.end()), labels.unit, (line, *labels.lines))
        elif _UNIT.match(line.content) and labels.unit is None:
            labels = Labels(labels.title, text_of(line, 0), (line, *labels.lines))
        else:
            break
        lines.pop()
    return labels


def text_of(line: Line, start: int) -> Text:
    """The line from a character on, as it will be printed."""
    return Text(visible(line.content[start:]).replace("\t", " "), line.origin.shifted(start))


def full_width_bars(origin: Location, *, alone: bool = False) -> Problem:
    """The error about a table, or one row of it, drawn with the bars of a Chinese input method."""
    if alone:
        return error("full-width-bars", "表格这一行的竖线是全角的", origin, FULL_WIDTH_ADVICE)
    advice = "切换到英文输入法，把“｜”都改成 |"
    return error("full-width-bars", "表格的竖线是全角的，不会成为表格", origin, advice)
