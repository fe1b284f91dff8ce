"""Everything that was written in a file, without where: what must be the same before and after."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from zugong.diagnostics import Location
from zugong.model.prose import Paragraph


def wording(value: object) -> object:
    """A value of the model as nested tuples; how a paragraph is cut into runs does not count."""
    if isinstance(value, Location):
        return None
    if isinstance(value, Paragraph):
        ignores = tuple((one.rule.content, one.reason, one.at) for one in value.ignores)
        return value.content, value.leads, value.level, ignores
    if isinstance(value, tuple):
        return tuple(wording(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, tuple(wording(getattr(value, one.name)) for one in fields(value))
    return value
