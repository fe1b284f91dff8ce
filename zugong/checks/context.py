"""What a check may know besides the issue itself; nothing is looked up behind its back."""

from __future__ import annotations

from datetime import date

from zugong.classes import dataclass
from zugong.model.bulletin import Bulletin
from zugong.model.issue import IssueIndexEntry
from zugong.model.likeness import PastItem
from zugong.model.registers import NO_REGISTERS, Registers


@dataclass(frozen=True, slots=True)
class Context:
    """The world around an issue."""

    bulletin: Bulletin
    archive: tuple[IssueIndexEntry, ...]
    "all issues of the workspace, this one too"
    today: date
    registers: Registers = NO_REGISTERS
    "units and set phrases"
    past: tuple[PastItem, ...] = ()
    "items of earlier issues that resemble one of this issue"
