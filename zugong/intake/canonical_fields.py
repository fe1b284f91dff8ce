"""The fields of an item, in a head or a .yaml file, in the order of their table, each with the comments above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zugong.classes import dataclass, field
from zugong.sources.fields import Table

_KEY = re.compile(r"(?:'([^']+)'|\"([^\"]+)\"|([^\s#:'\"&*!|>%@`\[\]{}-][^:#]*?))\s*:(?:\s+|$)")
_CONTINUES = (" ", "\t", "- ")


@dataclass(slots=True)
class _Block:
    """A field with the comments above it and the lines that belong to it."""

    place: int
    lines: list[str] = field(default_factory=list)


def canonical_fields(lines: Sequence[str], table: Table) -> list[str]:
    """The lines in order; as they stood, but for spaces at their ends, where it is not clear what belongs to what."""
    stripped = [line.rstrip() for line in lines]
    blocks = _blocks(stripped, table)
    if blocks is None:
        return _without_gaps(stripped)
    ordered = sorted(blocks, key=lambda one: one.place)
    return [line for block in ordered for line in _without_gaps(block.lines)]


def _blocks(lines: Sequence[str], table: Table) -> list[_Block] | None:
    blocks: list[_Block] = []
    waiting: list[str] = []
    for line in lines:
        key = _KEY.match(line)
        if key:
            blocks.append(_Block(_place(table, key[1] or key[2] or key[3]), [*waiting, line]))
            waiting = []
        elif line.startswith("#"):
            waiting.append(line)
        elif not line:
            (waiting if waiting or not blocks else blocks[-1].lines).append(line)
        elif blocks and not waiting and (line.startswith(_CONTINUES) or line == "-"):
            blocks[-1].lines.append(line)
        else:
            return None
    return [*blocks, _Block(len(table.fields) + 1, waiting)]


def _place(table: Table, word: str) -> int:
    found = table.find(word)
    return table.fields.index(found) if found else len(table.fields)


def _without_gaps(lines: Sequence[str]) -> list[str]:
    """No empty line at the ends, and nowhere two: inside a text that goes over several lines one parts paragraphs."""
    found: list[str] = []
    for line in lines:
        if line or (found and found[-1]):
            found.append(line)
    while found and not found[-1]:
        found.pop()
    return found
