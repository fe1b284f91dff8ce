"""Slips between { } and [ ]: full-width colons and commas, and text that begins with a brace of its own."""

from __future__ import annotations

from collections.abc import Sequence

from zugong import terms
from zugong.diagnostics import Problem, error
from zugong.sources.nodes import Line
from zugong.text.patterns import Pattern

_KEYS = frozenset(terms.KEYS.values()) | frozenset(terms.SYNONYMS)
_COLON = Pattern(r"[{,，]\s*([^\s{}\[\],，:：\"']{1,20}?)\s*(：)", "：", "{,，")
_COMMA = Pattern(r"(?<=[}\]\"'])\s*(，)|(，)(?=\s*[{\[\"'])", "，")
_BEFORE_KEY = Pattern(r"(，)\s*([^\s{}\[\],，:：\"']{1,20})\s*:", "，", ":")
_BRACED = Pattern(r":\s+(\{[^{}\"':,]*\}[^\s,，}\]\"'][^,，}\]\"']*)", "{", ":")


def flow_problems(lines: Sequence[Line]) -> list[Problem]:
    """The first slip of these lines; none where they hold neither { nor [."""
    for line in lines:
        if "{" in line.content or "[" in line.content:
            found = _colon(line) or _comma(line) or _braced(line)
            if found:
                return [found]
    return []


def _colon(line: Line) -> Problem | None:
    found = next((one for one in _COLON.finditer(line.content) if one[1] in _KEYS), None)
    if found is None:
        return None
    advice = f"写成“{found[1]}: ……”，冒号用半角，后面空一格"
    place = line.origin.shifted(found.start(2))
    return error("full-width-colon", f"“{found[1]}”后面的冒号是全角的，要用半角冒号", place, advice)


def _comma(line: Line) -> Problem | None:
    found = _COMMA.search(line.content) or next(
        (one for one in _BEFORE_KEY.finditer(line.content) if one[2] in _KEYS), None
    )
    if found is None:
        return None
    place = line.origin.shifted(line.content.index("，", found.start()))
    return error("full-width-comma", "几项之间的逗号是全角的，要用半角逗号", place, "把这个“，”改成半角逗号加一个空格")


def _braced(line: Line) -> Problem | None:
    """`右: {日期}印发`: the brace begins a mapping for YAML."""
    found = _BRACED.search(line.content)
    if found is None:
        return None
    text = found[1].strip()
    advice = f'给这一段加上英文双引号："{text}"'
    return error("needs-quotes", f"“{text[:20]}”要用引号括起来", line.origin.shifted(found.start(1)), advice, len(text))
