"""The commonest slip of all: a colon that YAML does not take for one (`标题：x`, `标题:x`)."""

from __future__ import annotations

from collections.abc import Iterable

from zugong import terms
from zugong.diagnostics import Problem, error
from zugong.sources.nodes import Line

_LONGEST_KEY = 20
_SHOWN = 16
"characters of a value that an advice repeats"
_KNOWN = frozenset(terms.KEYS.values()) | frozenset(terms.KEYS) | frozenset(terms.SYNONYMS)


def known_colon_problems(lines: Iterable[Line]) -> list[Problem]:
    """A problem for each line that begins with a key of the glossary and a wrong colon."""
    found = [colon_problem(line, known_only=True) for line in lines]
    return [problem for problem in found if problem is not None]


def colon_problem(line: Line, known_only: bool = False) -> Problem | None:
    """What is wrong with the first colon of a line, if it was meant to part a key from its value."""
    bare = line.content.lstrip()
    skipped = len(line.content) - len(bare)
    if bare.startswith("- "):
        rest = bare[2:].lstrip()
        skipped += len(bare) - len(rest)
        bare = rest
    at = min((place for place in (bare.find("："), bare.find(":")) if place >= 0), default=-1)
    key = bare[: max(at, 0)].rstrip()
    if not key or len(key) > _LONGEST_KEY or (known_only and key not in _KNOWN):
        return None
    place = line.origin.shifted(skipped + at)
    value = bare[at + 1 :].strip()
    if value.startswith("{") and value.endswith("}") and ":" not in value:
        value = f'"{value}"'  # a template, which YAML would take for a mapping
    advice = f"写成“{key}: {value or '……'}”，冒号用半角，后面空一格"
    if len(value) > _SHOWN:  # half a sentence to copy would lose the other half
        advice = f"把“{key}”后面的“{bare[at]}”改成半角冒号加一个空格，后面的文字不动"
    if bare[at] == "：":
        return error("full-width-colon", f"“{key}”后面的冒号是全角的，要用半角冒号", place, advice)
    if bare[at + 1 : at + 2].strip():
        return error("missing-space-after-colon", f"“{key}”的冒号后面少一个空格", place, advice)
    return None
