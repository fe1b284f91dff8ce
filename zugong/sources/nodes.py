"""The tree a YAML text is read into: text, lists, mappings; every node knows its place."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one line of a file."""

    content: str
    origin: Location
    "its first character"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value."""

    lines: tuple[Line, ...]
    "as it stands in the file, without quotes and line indentation"
    origin: Location
    quoted: bool = False
    literal: bool = False
    "written below a |, where every line stands for itself"

    @property
    def value(self) -> str:
        """The plain text, white space at both ends taken off."""
        if len(self.lines) == 1:
            return self.lines[0].content.strip()
        return "\n".join(line.content for line in self.lines).strip()


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list (列表)."""

    nodes: tuple[Node, ...]
    origin: Location
    flow: bool = False
    "written in [ ]"


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Several `key: value`, in the order of the file; doubles are still there."""

    entries: tuple[Entry, ...]
    origin: Location
    flow: bool = False
    "written in { }"


Node = Scalar | Sequence | Mapping
