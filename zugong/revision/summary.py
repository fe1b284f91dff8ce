"""The changes in numbers, and where they are."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import dataclass
from zugong.revision.comparing import Change, RevisedParagraph


@dataclass(frozen=True, slots=True)
class Count:
    """How much was changed."""

    places: int
    "stretches of change"
    inserted: int
    "characters"
    deleted: int
    "characters"
    looks: int
    "stretches whose look alone changed (段首语)"

    @property
    def chinese(self) -> str:
        """改动 17 处，增 86 字，删 143 字."""
        if not (self.places or self.looks):
            return "没有改动"
        looks = f"，另有 {self.looks} 处只改了字体" if self.looks else ""
        return f"改动 {self.places} 处，增 {self.inserted} 字，删 {self.deleted} 字{looks}"


def count(paragraphs: Sequence[RevisedParagraph]) -> Count:
    """Counts all changes; a paragraph's end that came or went belongs to the change it stands in."""
    places = looks = 0
    lengths = dict.fromkeys(Change, 0)
    changing = False
    for paragraph in paragraphs:
        for span in paragraph.spans:
            lengths[span.change] += len(span.content)
            looks += span.was is not None
            places += span.change is not Change.KEPT and not changing
            changing = span.change is not Change.KEPT
        places += paragraph.end is not Change.KEPT and not changing
        changing = paragraph.end is not Change.KEPT
    return Count(places, lengths[Change.INSERTED], lengths[Change.DELETED], looks)
