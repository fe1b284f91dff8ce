"""Strict YAML: strings, lists and mappings only, built from the parser's events without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.classes import dataclass, field
from zugong.diagnostics import Location, Problem, error
from zugong.sources.nodes import Entry, Line, Mapping, Node, Scalar, Sequence
from zugong.sources.reading import Reading
from zugong.sources.yaml_library import yaml
from zugong.sources.yaml_scalars import LastScalar, scalar_lines, scalar_problems, span_of

_LOADER = getattr(yaml, "CLoader", yaml.SafeLoader)
DEEPEST = 20
MOST_NODES = 20_000

_BEGINNINGS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_ENDS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class _StopReadingError(Exception):
    """The rest of the file cannot be understood; its problem is already noted."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping whose end was not seen yet."""

    origin: Location
    flow: bool
    mapping: bool
    nodes: list[Node] = field(default_factory=list)
    "of a mapping: key, value, key, value …"


class _Builder:
    """Turns events into the tree; one for each file."""

    def __init__(self, lines: tuple[str, ...], path: str, first_line: int) -> None:
        self.lines = lines
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.stack: list[_Frame] = []
        self.root: Node | None = None
        self.count = 0
        self.last: yaml.ScalarEvent | None = None

    def place(self, event: yaml.Event) -> Location:
        span = span_of(event)
        return Location(self.path, span.line + self.first_line, span.column + 1)

    def feed(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, _BEGINNINGS):
            self.begin(event)
        elif isinstance(event, _ENDS):
            self.end(event)
        elif isinstance(event, yaml.AliasEvent):
            self.needs_quotes(self.place(event), "*")
            self.add(Scalar((), self.place(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self.document(event)

    def document(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            advice = "删去这一行；带正文的稿件请把扩展名改成 .md"
            self.stop("second-document", "文件中间多了一行“---”", self.place(event), advice)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        self.refuse_marks(event)
        span = span_of(event)
        place = Location(self.path, span.line + self.first_line, span.column + 1)
        lines = scalar_lines(event, span, self.lines, place)
        node = Scalar(lines, lines[0].origin if lines else place, event.style in ("'", '"'), event.style == "|")
        self.problems += scalar_problems(event, span, node, self.lines)
        self.last = event
        block = event.style in ("|", ">")
        self.comment(span.line if block else span.end_line, span.column if block else span.end_column)
        self.add(node)

    def begin(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        self.refuse_marks(event)
        place = self.place(event)
        if len(self.stack) >= DEEPEST:
            self.stop("too-deep", f"层次太多，超过 {DEEPEST} 层", place, "文字里的括号请用引号括起来")
        if self.stack and self.stack[-1].mapping and len(self.stack[-1].nodes) % 2 == 0:
            self.stop("bad-key", "冒号前面要写字段名", place, "以“[”“{”“?”开头的文字要用引号括起来")
        flow = bool(event.flow_style)
        self.stack.append(_Frame(place, flow, isinstance(event, yaml.MappingStartEvent)))

    def end(self, event: yaml.SequenceEndEvent | yaml.MappingEndEvent) -> None:
        frame = self.stack.pop()
        if frame.flow:
            span = span_of(event)
            self.comment(span.end_line, span.end_column)
        self.add(_closed(frame))

    def add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            self.stop("too-many-values", f"内容太多，超过 {MOST_NODES} 项", node.origin, "请看看是不是放错了文件")
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node

    def comment(self, index: int, column: int) -> None:
        """A `#` behind a value starts a remark in YAML: what looks like text would be lost in silence."""
        line = self.lines[index] if index < len(self.lines) else ""
        if "#" not in line:
            return
        rest = line[column:].lstrip("|>+-0123456789")
        at = len(line) - len(rest.lstrip())
        if not rest.lstrip().startswith("#") or not line[:column].strip():
            return
        origin = Location(self.path, index + self.first_line, at + 1)
        advice = "如果是正文，请把整个值用引号括起来；如果是说明，请另起一行写"
        message = "空格加“#”，后面的文字会被当作说明，印不出来"
        self.problems.append(error("comment-after-value", message, origin, advice, len(rest.strip())))

    def refuse_marks(self, event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        if event.anchor is not None:
            self.needs_quotes(self.place(event), "&")
        elif event.tag is not None:
            self.needs_quotes(self.place(event), "!")

    def needs_quotes(self, origin: Location, mark: str) -> None:
        advice = '把整个值用引号括起来，例如 标题: "' + mark + '……"'
        self.problems.append(error("needs-quotes", f"以“{mark}”开头的文字要用引号括起来", origin, advice))

    def stop(self, rule: str, message: str, origin: Location, advice: str) -> None:
        self.problems.append(error(rule, message, origin, advice))
        raise _StopReadingError


def read_yaml(lines: tuple[str, ...], path: str, first_line: int = 1) -> Reading[Node | None]:
    """The tree of these lines, the first of which is `first_line` of the file; None when it cannot be built."""
    builder = _Builder(lines, path, first_line)
    try:
        for event in yaml.parse("\n".join(lines) + "\n", Loader=_LOADER):
            builder.feed(event)
    except _StopReadingError:
        return Reading(None, tuple(builder.problems))
    except yaml.YAMLError as fault:
        from zugong.sources.yaml_faults import diagnose  # most runs meet no fault

        found = diagnose(fault, tuple(_located(lines, path, first_line)), _last(builder.last))
        return Reading(None, (*builder.problems, *found))
    empty = Mapping((), Location(path, first_line))
    return Reading(empty if builder.root is None else builder.root, tuple(builder.problems))


def _last(event: yaml.ScalarEvent | None) -> LastScalar:
    if event is None:
        return LastScalar()
    span = span_of(event)
    return LastScalar(event.style or "", span.line, span.column, span.end_line, span.end_column)


def _located(lines: tuple[str, ...], path: str, first_line: int) -> Iterator[Line]:
    for number, line in enumerate(lines, start=first_line):
        yield Line(line, Location(path, number))


def _closed(frame: _Frame) -> Node:
    if not frame.mapping:
        return Sequence(tuple(frame.nodes), frame.origin, frame.flow)
    entries: list[Entry] = []
    for key, value in zip(frame.nodes[::2], frame.nodes[1::2], strict=True):
        assert isinstance(key, Scalar)
        entries.append(Entry(key, value))
    return Mapping(tuple(entries), frame.origin, frame.flow)
