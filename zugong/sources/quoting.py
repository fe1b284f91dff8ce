"""Text → a YAML value that reads back as the same text."""

from __future__ import annotations

from zugong.sources.nodes import Mapping, Scalar
from zugong.sources.yaml_reader import read_yaml


def as_scalar(text: str) -> str:
    """The text as an editor would type it, in quotes only where YAML would misunderstand it."""
    line = text.replace("\r", " ").replace("\n", " ").strip()
    if not line or _reads_back(line):
        return line
    quoted = line.replace("'", "''")
    return f"'{quoted}'"


def _reads_back(line: str) -> bool:
    read = read_yaml((f"k: {line}",), "")
    if read.problems or not isinstance(read.value, Mapping) or len(read.value.entries) != 1:
        return False
    value = read.value.entries[0].value
    return isinstance(value, Scalar) and not value.quoted and value.value == line
