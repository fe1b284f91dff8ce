"""An .md item cut in two: the head between two `---` lines, and the body below."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.sources.files import SourceText
from zugong.sources.nodes import Line

_DASHES = "-－—–―─一ー_"
"what is typed for a hyphen by mistake"
_SAMPLE = "文件开头写成三行：“---”、“标题: ……”、“---”，下面空一行再写正文"


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts; `problem` says why the head is not as it should be."""

    head: tuple[str, ...]
    first_line: int
    "line of the file where the head's content begins"
    body: tuple[Line, ...]
    problem: Problem | None = None


def cut(source: SourceText) -> Parts:
    """The head and the body of an .md item, even where their borders are badly marked."""
    first = next((index for index, line in enumerate(source.lines) if line.strip()), 0)
    opening = source.lines[first]
    problem = None if _is_fence(opening) else _bad_fence(opening, Location(source.path, first + 1))
    if problem is not None and not _looks_like_fence(opening):
        return Parts((), first + 1, _body(source, first), problem)
    closing = next((i for i in range(first + 1, len(source.lines)) if _looks_like_fence(source.lines[i])), None)
    if closing is None:
        return _unclosed(source, first, problem)
    if not _is_fence(source.lines[closing]):
        problem = problem or _bad_fence(source.lines[closing], Location(source.path, closing + 1))
    return Parts(source.lines[first + 1 : closing], first + 2, _body(source, closing + 1), problem)


def _is_fence(line: str) -> bool:
    bare = line.rstrip()
    return len(bare) >= 3 and not bare.strip("-")


def _looks_like_fence(line: str) -> bool:
    bare = line.strip()
    return _is_fence(line) or (len(bare) >= 2 and not bare.strip(_DASHES) and bare != "一一")


def _bad_fence(line: str, place: Location) -> Problem:
    bare = line.strip()
    length = max(len(bare), 1)
    if _looks_like_fence(line) and set(bare) != {"-"}:
        advice = "切换到英文输入法，写成三个短横 ---"
        return error("full-width-dashes", f"这一行的“{bare[:10]}”不是半角短横", place, advice, length)
    if _looks_like_fence(line):
        return error("full-width-dashes", "这一行要顶格写三个短横", place, "写成 ---，前面不空格", length)
    if not bare:
        return error("empty-file", "文件是空的", Location(place.path, 0), _SAMPLE)
    return error("missing-head", "开头没有“---”，不知道标题、栏目写在哪里", place, _SAMPLE)


def _unclosed(source: SourceText, first: int, problem: Problem | None) -> Parts:
    """The head is taken to end at the first empty line, or at the last line that looks like a field."""
    end = first + 1
    while end < len(source.lines) and ": " in f"{source.lines[end]} ":
        end += 1
    place = Location(source.path, first + 1)
    message = "开头的“---”没有配对，不知道从哪里起是正文"
    advice = f"在第 {end} 行下面加一行“---”，再空一行写正文"
    unclosed = problem or error("head-not-closed", message, place, advice, len(source.lines[first].strip()))
    return Parts(source.lines[first + 1 : end], first + 2, _body(source, end), unclosed)


def _body(source: SourceText, start: int) -> tuple[Line, ...]:
    lines = enumerate(source.lines[start:], start=start + 1)
    return tuple(Line(line, Location(source.path, number)) for number, line in lines)
