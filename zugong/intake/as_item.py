"""A foreign file read as an item without being filed: the original, to be compared with what was made of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from zugong.diagnostics import Location, Problem
from zugong.intake.drafts import DraftAttachment, DraftBlock, DraftFigure
from zugong.intake.item_text import body_text
from zugong.intake.parts import Sorted
from zugong.intake.reading import read_manuscript
from zugong.intake.sorting import sort
from zugong.model.issue import Extras, ItemDraft
from zugong.model.prose import Text
from zugong.model.structures import Attachment, BodyBlock, Figure
from zugong.sources.blocks import read_blocks
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line


def foreign_item(path: Path, *, reject: bool = False) -> ItemDraft | Problem:
    """The item that import would make of a file, or why it cannot be read."""
    received = read_manuscript(path, reject=reject)
    if isinstance(received, Problem):
        return received
    parts = sort(received.manuscript, (), frozenset())
    place = Location(received.name)
    headline = Text(parts.headline, place) if parts.headline else None
    units = tuple(Text(unit, place) for unit in parts.units)
    extras = Extras(
        sign_off=tuple(Text(line, place) for line in parts.sign_off),
        attachments=tuple(_attachment(one, parts, place) for one in parts.attachments),
    )
    body = _blocks(parts.body, parts, place)
    return ItemDraft(headline, None, units, None, body, place, extras=extras)


def _attachment(attachment: DraftAttachment, parts: Sorted, place: Location) -> Attachment:
    return Attachment(Text(attachment.title, place), _blocks(attachment.body, parts, place), place)


def _blocks(drafts: Iterable[DraftBlock], parts: Sorted, place: Location) -> tuple[BodyBlock, ...]:
    """As the reader of items takes them; only figures need no file."""
    found: list[BodyBlock] = []
    for draft in drafts:
        if isinstance(draft, DraftFigure):
            caption = Text(draft.caption, place) if draft.caption else None
            found.append(Figure(Text("", place), parts.pictures[draft.key].picture, place, caption))
        else:
            lines = [Line(text, place) for text in body_text([draft], {}).split("\n")]
            found += read_blocks(lines, Materials(Path(), Path())).value
    return tuple(found)
