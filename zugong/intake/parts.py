"""What an item is made of, filled step by step while a manuscript is judged."""

from __future__ import annotations

from zugong.classes import dataclass, field
from zugong.intake.drafts import DraftAttachment, DraftBlock, kept_in
from zugong.intake.figure_files import Prepared
from zugong.intake.ledger import Ledger
from zugong.intake.manuscript import Figure


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that has no place in an item; it is kept as a comment."""

    label: str
    text: str


@dataclass(slots=True)
class Sorted:
    """The parts of an item."""

    ledger: Ledger
    headline: str = ""
    section: str = ""
    "as found in the file; empty: not found"
    units: list[str] = field(default_factory=list)
    body: list[DraftBlock] = field(default_factory=list)
    sign_off: list[str] = field(default_factory=list)
    "落款"
    attachments: list[DraftAttachment] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)
    "what was concluded, for the editor to confirm"
    pictures: dict[str, Prepared] = field(default_factory=dict)
    "key → what can be printed"
    unplaced: list[Figure] = field(default_factory=list)
    "figures that have no place in the body"

    @property
    def kept(self) -> int:
        """Characters that go into the item file and its attachments."""
        texts = [self.headline, self.section, *self.units, *self.sign_off, *(one.text for one in self.asides)]
        attached = sum(len(text) for one in self.attachments for text in one.texts)
        return sum(map(len, texts)) + kept_in(self.body) + attached

    @property
    def blocks(self) -> tuple[DraftBlock, ...]:
        """Of the body and of all attachments."""
        return (*self.body, *(block for one in self.attachments for block in one.body))
