"""版记 as written: `- 报: ……`, a line without a label, or a line with something at its right."""

from __future__ import annotations

from zugong import terms
from zugong.diagnostics import Problem, error
from zugong.model.bulletin import DistributionLine
from zugong.model.prose import Text
from zugong.placeholders import TEMPLATES
from zugong.sources.colons import colon_problem
from zugong.sources.fields import Field
from zugong.sources.nodes import Entry, Mapping, Node, Scalar
from zugong.sources.record import Record, open_record
from zugong.sources.templates import read_template
from zugong.sources.values import one_line

_KEY = "distribution"
_LABELS = frozenset(("报", "送", "发", "主送", "抄送", "抄报", "呈报", "呈送", "分送", "印发"))


def read_distribution(record: Record) -> tuple[DistributionLine, ...]:
    """The lines of the colophon, in order."""
    field = record.table[_KEY]
    lines = (_line(node, field, record.problems) for node in record.listed(_KEY))
    return tuple(line for line in lines if line is not None)


def _line(node: Node, field: Field, problems: list[Problem]) -> DistributionLine | None:
    if isinstance(node, Mapping) and field.table and any(field.table.find(one.key.value) for one in node.entries):
        return _with_sides(open_record(node, field.table, problems))
    if isinstance(node, Mapping) and len(node.entries) == 1:
        return _labelled(node.entries[0], field, problems)
    if isinstance(node, Scalar) and node.value and not _looks_labelled(node):
        text = _template(one_line(node, field.name, problems), problems)
        return DistributionLine(None, text) if text else None
    slip = colon_problem(node.lines[0]) if isinstance(node, Scalar) and node.lines else None
    message = f"“{field.name}”的每一条要写成“- 报: 内容”，一条一个短横"
    problems.append(slip or error("not-a-pair", message, node.origin, "短横、空格、报或送、半角冒号、空格，然后是内容"))
    return None


def _looks_labelled(node: Scalar) -> bool:
    """A line that was meant to have a label: a wrong colon, or none behind 报、送、发."""
    return colon_problem(node.lines[0]) is not None or node.value.split()[0] in _LABELS


def _labelled(entry: Entry, field: Field, problems: list[Problem]) -> DistributionLine | None:
    label = one_line(entry.key, field.name, problems)
    content = one_line(entry.value, label.content if label else field.name, problems)
    if label is None or content is None:
        return None
    if not content.content or not label.content:
        advice = "写上内容，或者删去这一行"
        problems.append(error("empty-value", f"“{label}”后面没有内容", entry.key.origin, advice))
    return DistributionLine(label, _template(content, problems) or content)


def _with_sides(record: Record) -> DistributionLine | None:
    left = record.template("left") if record.required_text("left") else None
    return DistributionLine(None, left, record.template("right")) if left else None


def _template(text: Text | None, problems: list[Problem]) -> Text | None:
    return None if text is None else read_template(text, terms.chinese(_KEY), TEMPLATES[_KEY], problems)
