"""What holds where nothing is written, as an editor would write it: shown beside the fields in the schema."""

from __future__ import annotations

from enum import Enum

from zugong import terms
from zugong.resources import template_dir
from zugong.sources.bulletin import FILE_NAME, NUMBER_FORMAT
from zugong.sources.fields import Kind
from zugong.sources.nodes import Mapping, Node, Scalar
from zugong.sources.sheet_tables import SHEET
from zugong.sources.standing import PLAIN
from zugong.sources.tables import BULLETIN
from zugong.sources.yaml_reader import read_yaml


def bulletin_defaults() -> dict[str, object]:
    """Those of bulletin.yaml by field: 有 or 无, the word chosen, templates."""
    found: dict[str, object] = {"number_format": NUMBER_FORMAT, "file_name": FILE_NAME}
    for field in BULLETIN.fields:
        value = getattr(PLAIN, field.key, None)
        if field.kind is Kind.FLAG and isinstance(value, bool):
            found[field.key] = "有" if value else "无"
        elif field.kind is Kind.CHOICE and isinstance(value, Enum):
            found[field.key] = terms.CHOICES[field.key][value.value][0]
    return found


def sheet_defaults() -> dict[str, object]:
    """Those of sheet.yaml by field: the shipped one."""
    text = (template_dir() / "sheet.yaml").read_text(encoding="utf-8")
    tree = read_yaml(tuple(text.split("\n")), "").value
    entries = tree.entries if isinstance(tree, Mapping) else ()
    known = ((SHEET.find(entry.key.value), entry.value) for entry in entries)
    return {field.key: _plain(value) for field, value in known if field}


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {entry.key.value: _plain(entry.value) for entry in node.entries}
    return [_plain(one) for one in node.nodes]
