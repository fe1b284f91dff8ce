"""One YAML text as different programs see it: our readers, and editors after YAML 1.2 and 1.1."""

from __future__ import annotations

import re

import yaml

from zugong.sources.nodes import Mapping, Node, Scalar
from zugong.sources.yaml_reader import read_yaml


class BrokenYamlError(Exception):
    """No YAML parser makes anything of it; an editor marks it without any schema."""


def as_text(lines: tuple[str, ...]) -> object:
    """As our readers see it: text, lists and mappings only; nothing is null."""
    tree = read_yaml(lines, "").value
    if tree is None:
        raise BrokenYamlError
    return _plain(tree)


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value if node.value or node.quoted else None
    if isinstance(node, Mapping):
        return {entry.key.value: _plain(entry.value) for entry in node.entries}
    return [_plain(one) for one in node.nodes]


class _Typed(yaml.SafeLoader):
    """YAML 1.1 without dates and without binary data, of which JSON knows nothing."""


class _Core(_Typed):
    """YAML 1.2, core schema."""


_Typed.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in several if not tag.endswith((":timestamp", ":merge", ":value"))]
    for sign, several in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
):
    _firsts = [*_first.replace("\0", ""), *([""] if "\0" in _first else [])]
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})$"), _firsts)


def as_core(lines: tuple[str, ...]) -> object:
    """As editors see it by default: YAML 1.2, where `23` is a number and `no` a word."""
    return _loaded(lines, _Core)


def as_1_1(lines: tuple[str, ...]) -> object:
    """As older editors see it: YAML 1.1, where `no` is false."""
    return _loaded(lines, _Typed)


def _loaded(lines: tuple[str, ...], loader: type[yaml.SafeLoader]) -> object:
    try:
        found = yaml.load("\n".join(lines) + "\n", loader)
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise BrokenYamlError from fault
    return {} if found is None else found
