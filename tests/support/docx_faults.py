"""What our own checks of a package tell."""

from __future__ import annotations

from zugong.classes import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something broken in a package."""

    rule: str
    "dead-bookmark, unclosed-field, template-mark, undeclared-font, undefined-style, duplicate-id, unclosed-bookmark, "
    "missing-part, uneven-table"
    part: str
    "name of the part"
    detail: str
    "the name or text at fault"
