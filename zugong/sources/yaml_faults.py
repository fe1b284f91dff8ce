"""YAML's own errors told in Chinese: the cause is sought in the line itself, not in the parser's words."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.sources.colons import colon_problem, known_colon_problems
from zugong.sources.flow_faults import flow_problems
from zugong.sources.nodes import Line
from zugong.sources.yaml_library import yaml
from zugong.sources.yaml_scalars import LastScalar

_NEED_QUOTES = "*&!@`%[]{}|>,\"'#?"
_ADVICE = "对照旁边写得对的几行改；拿不准时把冒号后面的文字用英文双引号括起来"


_OUT_OF_PLACE = ("mapping values", "expected key", "block end", "document start", "'-' indicator", "not allowed")
# Words of libyaml and of PyYAML for something that stands in the wrong column.


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where the parser stopped; indices from 0, always inside the lines."""

    lines: tuple[Line, ...]
    index: int
    column: int
    context_index: int
    context_column: int
    told: str
    "the parser's own words"
    last: LastScalar

    @property
    def line(self) -> Line:
        return self.lines[self.index]

    def place(self, index: int, column: int) -> Location:
        return self.lines[index].origin.shifted(column)


def diagnose(fault: yaml.YAMLError, lines: tuple[Line, ...], last: LastScalar) -> list[Problem]:
    """What to tell the editor about this error; never empty."""
    scene = _scene(fault, lines, last)
    for seek in (_flow, _quotes, _colons, _tab, _special, _two_colons, _no_colon, _indentation):
        found = seek(scene)
        if found:
            return found
    return [error("unreadable-yaml", "这一行的写法读不懂", scene.place(scene.index, scene.column), _ADVICE)]


def _scene(fault: yaml.YAMLError, lines: tuple[Line, ...], last: LastScalar) -> _Scene:
    mark = getattr(fault, "problem_mark", None)
    context = getattr(fault, "context_mark", None) or mark
    told = f"{getattr(fault, 'context', '')} {getattr(fault, 'problem', '')}"
    index, column = _inside(mark, lines)
    context_index, context_column = _inside(context, lines)
    return _Scene(lines, index, column, context_index, context_column, told, last)


def _inside(mark: yaml.Mark | None, lines: tuple[Line, ...]) -> tuple[int, int]:
    """The mark, moved back to the last line that holds something when it stands behind the end."""
    index = min(mark.line if mark else 0, len(lines) - 1)
    column = mark.column if mark and mark.line == index else 0
    while index > 0 and mark is not None and not lines[index].content.strip():
        index, column = index - 1, 0
    return index, min(column, len(lines[index].content))


def _flow(scene: _Scene) -> list[Problem]:
    """Where the parser was inside { } or [ ], or at the end of them."""
    near = sorted({scene.context_index, scene.index})
    inside = "flow" in scene.told or any(scene.lines[at].content.rstrip().endswith(("}", "]")) for at in near)
    return flow_problems([scene.lines[at] for at in near]) if inside else []


def _quotes(scene: _Scene) -> list[Problem]:
    if "quoted scalar" in scene.told:
        if "escape" in scene.told:
            # libyaml points at the backslash, PyYAML at the character behind it.
            behind = scene.line.content[scene.column : scene.column + 1] != "\\"
            place = scene.place(scene.index, max(scene.column - behind, 0))
            advice = "把外面的双引号换成单引号，或者把“\\”写成“\\\\”"
            return [error("bad-escape", "双引号里的“\\”有特别的用处", place, advice)]
        return [_unclosed(scene, scene.context_index, scene.context_column)]
    last = scene.last
    if not last.quoted or last.end_line != scene.index or last.end_column > scene.column:
        return []
    if last.line < last.end_line:
        return [_unclosed(scene, last.line, last.column)]
    if not scene.line.content[scene.column :].strip():
        return []
    advice = "把引号移到整个值的最后；文字里要用引号，请用中文引号“”"
    return [error("text-after-quote", "引号后面还有文字", scene.place(scene.index, scene.column), advice)]


def _unclosed(scene: _Scene, index: int, column: int) -> Problem:
    quote = scene.lines[index].content[column : column + 1] or '"'
    place = scene.place(index, column)
    return error("unclosed-quote", f"引号 {quote} 没有配对", place, f"在这一行的末尾补上 {quote}，或者删去开头的引号")


def _colons(scene: _Scene) -> list[Problem]:
    """Top-level keys with a wrong colon anywhere, and any such line where the parser stopped."""
    near = range(max(scene.index - 1, 0), scene.index + 1)
    top = [line for index, line in enumerate(scene.lines) if index in near or not line.content[:1].isspace()]
    known = known_colon_problems(top)
    if known or not ("mapping values" in scene.told or "expected ':'" in scene.told):
        return known
    suspect = scene.lines[scene.context_index if "expected ':'" in scene.told else max(scene.index - 1, 0)]
    found = colon_problem(suspect) if suspect.content.lstrip().startswith("- ") else None
    return [found] if found else []


def _tab(scene: _Scene) -> list[Problem]:
    for index in dict.fromkeys((scene.index, scene.context_index)):
        content = scene.lines[index].content
        indentation = content[: len(content) - len(content.lstrip())]
        if "\t" in indentation:
            place = scene.place(index, indentation.index("\t"))
            return [
                error(
                    "tab-indent", "行首用了 Tab 键，不能用来缩进", place, "删去这个 Tab；确实要缩进的地方改用两个空格"
                )
            ]
    return []


def _value_column(content: str) -> int:
    """Where the value of `key: value` or `- value` begins; -1 when there is none."""
    colon, bare = content.find(": "), content.lstrip()
    if colon < 0 and not bare.startswith("- "):
        return -1
    start = colon + 2 if colon >= 0 else len(content) - len(bare) + 2
    rest = content[start:]
    return start + len(rest) - len(rest.lstrip()) if rest.strip() else -1


def _special(scene: _Scene) -> list[Problem]:
    """A value that begins with a mark of YAML's own."""
    indices = (scene.context_index, scene.index) if "flow" in scene.told else (scene.index,)
    for index in indices:
        content = scene.lines[index].content
        column = _value_column(content)
        if column < 0 or (index == scene.index and scene.column < column):
            continue
        mark = content[column]
        if mark in _NEED_QUOTES or content[column : column + 2] == "- ":
            advice = _quoting(content[:column].strip(), content[column:].strip())
            return [error("needs-quotes", f"以“{mark}”开头的文字要用引号括起来", scene.place(index, column), advice)]
    if scene.line.content.startswith(("%", "@", "`")):
        mark = scene.line.content[0]
        return [error("needs-quotes", f"一行不能以“{mark}”开头", scene.place(scene.index, 0), _ADVICE)]
    return []


def _quoting(key: str, value: str) -> str:
    if value.startswith("**") and key.endswith(":"):
        return f"写成 {key} |，文字从下一行写起，每行前面空两格"
    return f'写成 {key} "{_short(value)}"'


def _two_colons(scene: _Scene) -> list[Problem]:
    content = scene.line.content
    if "mapping values" not in scene.told or ": " not in content[: scene.column]:
        return []
    advice = "文字里的冒号请用全角“：”，或者把冒号后面的整个值用引号括起来"
    place = scene.place(scene.index, scene.column)
    return [error("two-colons", "一行里有两个半角冒号，分不清哪个是字段的", place, advice)]


def _no_colon(scene: _Scene) -> list[Problem]:
    if "expected ':'" in scene.told:
        index = scene.context_index
    elif "mapping values" in scene.told:
        index = next((i for i in range(scene.index - 1, -1, -1) if scene.lines[i].content.strip()), scene.index)
    else:
        return []
    content = scene.lines[index].content
    if ": " in content or content.rstrip().endswith(":"):
        return []
    indentation = len(content) - len(content.lstrip())
    advice = "每一行写成“字段: 文字”；一个值要写几行时，后面的行前面空两格"
    return [error("missing-colon", "这一行没有冒号", scene.place(index, indentation), advice)]


def _indentation(scene: _Scene) -> list[Problem]:
    if not any(word in scene.told for word in _OUT_OF_PLACE):
        return []
    content = scene.line.content
    indentation = len(content) - len(content.lstrip())
    advice = "同一层的字段、列表的短横要上下对齐；不该缩进的行请顶格写"
    return [error("bad-indent", "这一行的缩进和上面的对不齐", scene.place(scene.index, 0), advice, max(indentation, 1))]


def _short(value: str) -> str:
    return value if len(value) <= 16 else value[:15] + "…"
