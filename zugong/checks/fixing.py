"""Corrections that cannot change the meaning, put into the text of a file; every other character stays."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zugong.diagnostics import Fix, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")


def fixed(text: str, problems: Iterable[Problem]) -> str:
    """The text of a file with the fixes of its problems; of two that overlap the first is made."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    edits = sorted(edit for problem in problems if problem.fix for edit in _edit(text, starts, problem, problem.fix))
    pieces: list[str] = []
    done = 0
    for start, end, put in edits:
        if start >= done:
            pieces += [text[done:start], put]
            done = end
    return "".join([*pieces, text[done:]])


def _edit(text: str, starts: list[int], problem: Problem, fix: Fix) -> list[tuple[int, int, str]]:
    """Where the fix goes; nowhere when the file does not hold there what was found (an escape in YAML)."""
    if not 1 <= problem.origin.line <= len(starts):
        return []
    start = starts[problem.origin.line - 1] + problem.origin.column - 1
    end = start + len(fix.found)
    return [(start, end, fix.put)] if text[start:end] == fix.found else []
