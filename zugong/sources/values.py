"""One line of text out of a node, or a sentence on what stands there instead."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import replace
from zugong.diagnostics import Problem, error
from zugong.model.prose import Text
from zugong.sources.characters import visible
from zugong.sources.joining import joined
from zugong.sources.nodes import Line, Mapping, Node, Scalar


def one_line(node: Node, name: str, problems: list[Problem]) -> Text | None:
    """The text of a node; lines are joined as Chinese is. None, with a problem, for lists and mappings."""
    if not isinstance(node, Scalar):
        problems.append(wrong_kind(node, name, "一行文字"))
        return None
    full = [line for line in node.lines if line.content.strip()]
    content = visible(joined(line.content for line in full)).replace("\t", " ").strip()
    if not full:
        return Text("", node.origin)
    inner = node.lines[node.lines.index(full[0]) : node.lines.index(full[-1]) + 1]
    if len(inner) > len(full):
        problems.append(error("one-line", f"“{name}”只能写一段，中间不能有空行", full[0].origin, "删去空行"))
    skipped = len(full[0].content) - len(full[0].content.lstrip())
    return Text(content, full[0].origin.shifted(skipped))


def on_its_line(problem: Problem, text: Text, lines: Sequence[Line]) -> Problem:
    """The problem of a text that was joined from several lines, at its own line instead of behind the first."""
    offset, done = problem.origin.column - text.origin.column, 0
    for line in lines if len(lines) > 1 else ():
        bare = line.content.strip()
        at = text.content.find(bare, done)
        if at >= 0 and at <= offset < at + len(bare):
            return replace(problem, origin=line.origin.shifted(offset - at))
        done = max(at, 0) + len(bare)
    return problem


def wrong_kind(node: Node, name: str, wanted: str) -> Problem:
    """What is told when a text was wanted and something else is there."""
    if isinstance(node, Mapping) and _is_template(node):
        found, advice = "成了一组字段", f'加上英文双引号："{{{node.entries[0].key.value}}}"'
    elif isinstance(node, Mapping) and (not node.flow or _is_pair(node)):
        found, advice = "成了带冒号的字段", "文字里的冒号请用全角“：”，或者把整行文字用引号括起来"
    elif isinstance(node, Mapping):
        found, advice = "成了一组字段", "以“{”开头的文字要用引号括起来"
    elif isinstance(node, Scalar):
        found, advice = "是一行文字", ""
    elif node.flow:
        found, advice = "成了一张列表", "以“[”开头的文字要用引号括起来"
    else:
        found, advice = "是一张列表", "只写一条，并去掉前面的短横"
    return error("wrong-kind", f"“{name}”这里要写{wanted}，现在{found}", node.origin, advice)


def _is_template(node: Mapping) -> bool:
    """`{编发单位}` without quotes, on one line."""
    if not node.flow or len(node.entries) != 1:
        return False
    (entry,) = node.entries
    return isinstance(entry.value, Scalar) and not entry.value.value and "\n" not in entry.key.value


def _is_pair(node: Mapping) -> bool:
    """`注: 甲` in a list: no brace stands before it."""
    return len(node.entries) == 1 and node.entries[0].key.origin == node.origin
