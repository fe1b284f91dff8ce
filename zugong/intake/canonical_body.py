"""The body of an .md item: blocks parted by one empty line; what stands between backticks stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FENCE = "```"
_ALONE = re.compile(r"#{1,4}[ \t\u3000]+\S|!\[.*\]\(.*\)$")
"a heading or a figure: a block of its own, whatever stands above and below"


def canonical_body(lines: Sequence[str]) -> list[str]:
    """The lines, with one empty line between blocks."""
    blocks: list[list[str]] = [[]]
    at = 0
    while at < len(lines):
        end = _end_of_fence(lines, at)
        bare = lines[at].strip()
        if end > at:
            blocks += [_fence(lines[at : end + 1]), []]
        elif _ALONE.match(bare):
            blocks += [[bare], []]
        elif bare:
            blocks[-1].append(bare)
        else:
            blocks.append([])
        at = max(end, at) + 1
    full = [block for block in blocks if block]
    return [line for index, block in enumerate(full) for line in ([""] if index else []) + block]


def _end_of_fence(lines: Sequence[str], at: int) -> int:
    """Where the block that begins here ends; -1 when none does."""
    bare = lines[at].strip()
    if not bare.startswith(_FENCE) or not bare.strip("`").strip():
        return -1
    end = next((index for index in range(at + 1, len(lines)) if lines[index].strip().startswith(_FENCE)), -1)
    return end if end > 0 and not lines[end].strip().strip("`") else -1


def _fence(lines: Sequence[str]) -> list[str]:
    """Without the indentation that all its lines share, and without spaces at their ends."""
    inner = [line.rstrip() for line in lines[1:-1]]
    shared = min((len(line) - len(line.lstrip(" ")) for line in inner if line), default=0)
    return [lines[0].strip(), *(line[shared:] for line in inner), lines[-1].strip()]
