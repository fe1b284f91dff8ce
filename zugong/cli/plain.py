"""Command lines that leave nothing to ask are read here, for the commands that editors give all day.

click, which knows help, suggestions and everything that can be wrong with a line, takes longer to import than an issue
takes to read and check. A line that is not plain, word by word, is left to it; a test compares both readings.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from zugong.classes import dataclass

FORMATS = ("text", "json", "github")
"how `check` may tell what it finds"

MOST_JOBS = 64

_FOR_CLICK = frozenset("*?[~$%")
"characters that click on Windows takes for patterns and variables"

_COMPLETING = "_ZUGONG_COMPLETE"
"set by a shell that wants to know how a line goes on"


@dataclass(frozen=True, slots=True)
class Lane:
    """One command: its function, and the options that it takes by these names."""

    module: str
    function: str
    flags: Mapping[str, str]
    values: Mapping[str, tuple[str, Callable[[str], object | None]]]
    "option → (name, what its word means; None when that is for click to judge)"
    many: bool = True
    "takes more than one name"


def _jobs(word: str) -> int | None:
    is_short = word.isascii() and word.isdigit() and len(word) <= 2
    return int(word) if is_short and 1 <= int(word) <= MOST_JOBS else None


def _folder(word: str) -> Path | None:
    return Path(word) if not os.path.exists(word) or os.access(word, os.R_OK) else None  # noqa: PTH110 - asked as click does


def _form(word: str) -> str | None:
    return word if word in FORMATS else None


def _flags(*names: str, **others: str) -> dict[str, str]:
    own = {f"--{name}": name.replace("-", "_") for name in names}
    return own | {f"--{name}": other for name, other in others.items()}


LANES = {
    "build": Lane(
        "zugong.cli.building",
        "build",
        _flags("pdf", "docx", "proof", "watch", "draft", "strict-fonts", "force", all="everything"),
        {"-j": ("jobs", _jobs), "-o": ("folder", _folder)},
    ),
    "check": Lane(
        "zugong.cli.checking",
        "check",
        _flags("layout", "ignored", "staged", "fix", "diff", "docx", all="everything"),
        {"--format": ("form", _form), "--since": ("since", str)},
    ),
    "list": Lane("zugong.cli.listing", "list_", {}, {}, many=False),
}
"""Commands that may do without click."""


def plain_call(arguments: Sequence[str]) -> Callable[[], int] | None:
    """What a line asks for, to be called for its exit code; None when click has to look at it."""
    lane = LANES.get(arguments[0]) if arguments else None
    if lane is None or _COMPLETING in os.environ:
        return None
    options: dict[str, object] = {}
    names: list[str] = []
    rest = iter(arguments[1:])
    for word in rest:
        if word in lane.flags:
            options[lane.flags[word]] = True
        elif word in lane.values:
            name, meaning = lane.values[word]
            given = next(rest, "")
            options[name] = meaning(given) if _is_plain(given) else None
            if options[name] is None:
                return None
        elif _is_plain(word):
            names.append(word)
        else:
            return None
    if len(names) > 1 and not lane.many:
        return None
    return partial(_call, lane, tuple(names), options)


def _is_plain(word: str) -> bool:
    return bool(word) and word[0] != "-" and not _FOR_CLICK.intersection(word)


def _call(lane: Lane, names: tuple[str, ...], options: Mapping[str, object]) -> int:
    code: int = getattr(import_module(lane.module), lane.function)(names, **options)
    return code
