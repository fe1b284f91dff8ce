"""A foreign file read as an item without being filed: the original, to be compared with what was made of it."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem
from zugong.intake.item_text import markup
from zugong.intake.reading import read_manuscript
from zugong.intake.sorting import sort
from zugong.model.issue import ItemDraft
from zugong.model.prose import Text
from zugong.sources.markdown import read_body
from zugong.sources.nodes import Line


def foreign_item(path: Path, *, reject: bool = False) -> ItemDraft | Problem:
    """The item that import would make of a file, or why it cannot be read."""
    received = read_manuscript(path, reject=reject)
    if isinstance(received, Problem):
        return received
    parts = sort(received.manuscript, (), frozenset())
    place = Location(received.name)
    lines = [Line(text, place) for one in parts.body for text in (markup(one), "")]
    headline = Text(parts.headline, place) if parts.headline else None
    units = tuple(Text(unit, place) for unit in parts.units)
    return ItemDraft(headline, None, units, None, read_body(lines).value, place)
