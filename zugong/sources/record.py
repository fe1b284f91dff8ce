"""A mapping seen through its table: unknown and double keys refused, values by kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from zugong import terms
from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, doubt, error
from zugong.model.issue import DatedText
from zugong.model.prose import Paragraph, Text
from zugong.placeholders import TEMPLATES
from zugong.sources.colons import colon_problem, known_colon_problems
from zugong.sources.fields import Field, Kind, Table
from zugong.sources.markdown import read_body
from zugong.sources.nodes import Entry, Mapping, Node, Scalar, Sequence
from zugong.sources.templates import read_template
from zugong.sources.values import on_its_line, one_line, wrong_kind
from zugong.text.dates import DateFault, parse_date
from zugong.text.numerals import parse_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")


_DATE_ADVICE = "写成 2023年8月22日，或者 2023-08-22"


@dataclass(frozen=True, slots=True)
class Record:
    """The fields that were given; every getter adds what is wrong to `problems`."""

    table: Table
    entries: dict[str, Entry]
    origin: Location
    problems: list[Problem]

    def given(self, key: str) -> Node | None:
        """The value of a field; None when it is missing or left empty."""
        entry = self.entries.get(key)
        if entry is None or (isinstance(entry.value, Scalar) and not entry.value.value and not entry.value.quoted):
            return None
        return entry.value

    def place(self, key: str) -> Location:
        """Where a field stands; the whole record when it is not given."""
        entry = self.entries.get(key)
        return entry.key.origin if entry else self.origin

    def empties(self, key: str) -> bool:
        """Whether the field says 无."""
        node = self.given(key)
        return isinstance(node, Scalar) and self.table[key].may_be_nothing and node.value.lower() in terms.NOTHING

    def text(self, key: str) -> Text | None:
        """One line of text."""
        node = self.given(key)
        return None if node is None else one_line(node, self.table[key].name, self.problems)

    def required_text(self, key: str) -> Text | None:
        """One line of text whose absence is an error."""
        self._require(key)
        return self.text(key)

    def required_texts(self, key: str) -> tuple[Text, ...]:
        """Lines of text whose absence is an error."""
        self._require(key)
        return self.texts(key)

    def _require(self, key: str) -> None:
        node = self.given(key)
        if node is None or _without_text(node):
            field = self.table[key]
            rule = "missing-" + key.replace("_", "-")
            advice = f"加一行“{field.name}: ……”（{field.about}）"
            self.problems.append(error(rule, f"缺“{field.name}”", self.place(key), advice))

    def texts(self, key: str) -> tuple[Text, ...]:
        """Lines of text, in order; empty when the field is not given."""
        node = self.given(key)
        nodes = node.nodes if isinstance(node, Sequence) else (node,) if node else ()
        single = (line for one in nodes for line in _lines(one))
        found = (one_line(one, self.table[key].name, self.problems) for one in single)
        return tuple(text for text in found if text is not None and text.content)

    def flag(self, key: str) -> bool | None:
        """有 or 无."""
        return self._parsed(key, lambda word: terms.FLAGS.get(word.lower()), "not-a-flag", "“有”或“无”")

    def choice(self, key: str) -> str | None:
        """The value of the word chosen."""
        words = "或".join(f"“{word}”" for word in terms.choice_words(key))
        return self._parsed(key, lambda word: terms.chosen(key, word), "not-a-choice", words)

    def number(self, key: str) -> int | None:
        """A whole number; None when the field says 无."""
        return None if self.empties(key) else self._parsed(key, parse_number, "not-a-number", "整数，例如 23")

    def _parsed(self, key: str, parse: Callable[[str], T | None], rule: str, wanted: str) -> T | None:
        text = self.text(key)
        if text is None:
            return None
        value = parse(text.content)
        if value is None:
            message = f"“{self.table[key].name}”只能写{wanted}，现在写的是“{_short(text.content)}”"
            self.problems.append(error(rule, message, text.origin, self.table[key].about, len(text.content)))
        return value

    def day(self, key: str) -> DatedText | None:
        """A date."""
        text = self.text(key)
        if text is None:
            return None
        day = parse_date(text.content)
        if isinstance(day, date):
            return DatedText(day, text.origin)
        self.problems.append(_bad_date(text, day))
        return None

    def template(self, key: str) -> Text | None:
        """One line with placeholders, these in Chinese."""
        return self._filled_in(self.text(key), key)

    def templates(self, key: str) -> tuple[Text, ...]:
        """Lines with placeholders, in order; empty when the field is not given or says 无."""
        found = () if self.empties(key) else self.texts(key)
        return tuple(read for text in found if (read := self._filled_in(text, key)) is not None)

    def _filled_in(self, text: Text | None, key: str) -> Text | None:
        name, allowed = self.table[key].name, TEMPLATES[key]
        if text is None:
            return None
        found: list[Problem] = []
        template, node = read_template(text, name, allowed, found), self.given(key)
        lines = node.lines if isinstance(node, Scalar) and not node.literal else ()
        self.problems.extend(on_its_line(problem, text, lines) for problem in found)
        return template

    def optional(self, key: str, base: Text | None) -> Text | None:
        """One line of text or a template that 无 takes away; `base` when the field is not given."""
        if self.given(key) is None:
            return base
        if self.empties(key):
            return None
        return self.template(key) if self.table[key].kind is Kind.TEMPLATE else self.text(key)

    def markdown(self, key: str) -> tuple[Paragraph, ...]:
        """Paragraphs; none when the field is not given."""
        node = self.given(key)
        if node is None or self.empties(key):
            return ()
        if not isinstance(node, Scalar):
            self.problems.append(wrong_kind(node, self.table[key].name, "一段文字"))
            return ()
        body = read_body(node.lines)
        self.problems.extend(body.problems)
        return body.value

    def records(self, key: str) -> tuple[Record, ...]:
        """A list of mappings; a bare text stands for a mapping with only the field `shorthand`."""
        return tuple(self._inner(one, self.table[key]) for one in self.listed(key))

    def _inner(self, node: Node, field: Field) -> Record:
        assert field.table is not None
        if not isinstance(node, Scalar):
            return open_record(node, field.table, self.problems)
        name = Scalar((), node.origin)
        return Record(field.table, {field.shorthand: Entry(name, node)}, node.origin, self.problems)

    def listed(self, key: str) -> tuple[Node, ...]:
        """The nodes of a list; none, with a problem, of what is no list."""
        node = self.given(key)
        if node is None or self.empties(key):
            return ()
        if not isinstance(node, Sequence):
            self.problems.append(_not_a_list(node, self.table[key]))
            return ()
        return node.nodes


def _lines(node: Node) -> tuple[Node, ...]:
    """The lines of a | block, each a text of its own; anything else as it is."""
    if not isinstance(node, Scalar) or not node.literal:
        return (node,)
    return tuple(Scalar((line,), line.origin) for line in node.lines if line.content.strip())


def _without_text(node: Node) -> bool:
    """Quotes with nothing between them, or a list of such."""
    if isinstance(node, Sequence):
        return all(_without_text(one) for one in node.nodes)
    return isinstance(node, Scalar) and not node.value


def open_record(node: Node, table: Table, problems: list[Problem]) -> Record:
    """The fields of a mapping after the table; what is no mapping gives an empty record and a problem."""
    entries: dict[str, Entry] = {}
    if not isinstance(node, Mapping):
        problems.extend(_no_mapping(node, table))
        return Record(table, entries, node.origin, problems)
    for entry in node.entries:
        field = table.find(entry.key.value)
        if field is None:
            from zugong.sources.unknown import unknown_key  # most files have none

            problems.append(unknown_key(entry, table))
        elif field.key in entries:
            problems.append(_double(entry, entries[field.key]))
        else:
            entries[field.key] = entry
            problems.extend(_left_empty(entry, field))
    return Record(table, entries, node.origin, problems)


def inner_record(record: Record, key: str) -> Record | None:
    """The mapping that a field holds; None when it is not given."""
    node = record.given(key)
    table = record.table[key].table
    if node is None or table is None:
        return None
    return open_record(node, table, record.problems)


def _left_empty(entry: Entry, field: Field) -> list[Problem]:
    """A field that was begun: its text may still be behind a `#`."""
    value = entry.value
    if not isinstance(value, Scalar) or value.value or value.quoted:
        return []
    message = f"“{field.name}”后面没有写内容"
    advice = "写上内容；用不着这一项，就把这一行删去"
    return [doubt("empty-field", message, entry.key.origin, advice, len(entry.key.value))]


def _no_mapping(node: Scalar | Sequence, table: Table) -> list[Problem]:
    if isinstance(node, Scalar):
        if not node.value:
            return []
        first = colon_problem(node.lines[0])
        found = known_colon_problems(node.lines) or ([first] if first else [])
        if found:
            return found
    first_field = table.fields[0].name
    message = f"“{table.name}”要一行一个字段，写成“{first_field}: ……”这样"
    return [error("not-a-record", message, node.origin, "字段名、半角冒号、一个空格，然后是内容")]


def _double(entry: Entry, first: Entry) -> Problem:
    name, other = entry.key.value, first.key.value
    also = "" if name == other else f"，“{other}”和“{name}”是同一个字段"
    message = f"“{name}”写了两次（第一次在第 {first.key.origin.line} 行）{also}"
    return error("duplicate-key", message, entry.key.origin, "留下一个，删去另一个", len(name))


def _bad_date(text: Text, fault: DateFault) -> Problem:
    shown, length = _short(text.content), len(text.content)
    if fault is DateFault.IMPOSSIBLE:
        return error("impossible-date", f"日历上没有“{shown}”这一天", text.origin, "请核对年、月、日", length)
    return error("bad-date", f"“{shown}”不是能认出的日期", text.origin, _DATE_ADVICE, length)


def _not_a_list(node: Node, field: Field) -> Problem:
    sample = "- 报: ……" if field.kind is Kind.LABELLED else "- ……"
    message = f"“{field.name}”要写成列表，一行一条"
    return error("not-a-list", message, node.origin, f"另起一行，空两格，写成“{sample}”，每条一行")


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:19] + "…"
