"""Text written into a YAML head so that the reader gets the same text back."""

from __future__ import annotations

from zugong.sources.nodes import Mapping, Scalar
from zugong.sources.yaml_reader import read_yaml


def quoted_if_needed(text: str) -> str:
    """The text as it can stand behind `标题: `; in quotes only where YAML would take it for something else."""
    line = " ".join(text.split())
    return line if not line or _reads_back(line) else "'" + line.replace("'", "''") + "'"


def _reads_back(line: str) -> bool:
    """Asks the reader itself: no list of marks to be quoted could be kept complete."""
    reading = read_yaml((f"标题: {line}",), "")
    tree = reading.value
    if reading.problems or not isinstance(tree, Mapping) or len(tree.entries) != 1:
        return False
    value = tree.entries[0].value
    return isinstance(value, Scalar) and not value.quoted and value.value == line
