"""The document while it is being written, and where Pages have what is written next."""

from __future__ import annotations

from dataclasses import field

from docx.document import Document
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from zugong.classes import dataclass
from zugong.layout.sheet import Block, Sheet
from zugong.model.styles import Role
from zugong.renderers.docx import names
from zugong.renderers.docx.figures import Figures
from zugong.renderers.docx.places import NOWHERE, Place
from zugong.typesetting.pages import Pages


@dataclass(slots=True)
class Writer:
    """The document while it is being written."""

    document: Document
    sheet: Sheet
    pages: Pages
    places: tuple[Place, ...]
    "of each block of the sheet"
    figures: Figures
    forced: dict[int, int] = field(default_factory=dict)
    "index of a block → characters of it that stay behind when its end has to begin a page"
    written: int = 0
    "blocks so far"
    turns: bool = False
    "the next paragraph begins a page"

    @property
    def place(self) -> Place:
        """Where Pages have the block that is being written."""
        return self.places[self.written]

    def paragraph(self, style: str) -> Paragraph:
        """A new paragraph; a page begins with its first paragraph, not with an empty one before it."""
        added = self.document.add_paragraph(style=style)
        if self.turns:
            added.paragraph_format.page_break_before = True
            added.paragraph_format.space_before = Twips(0)  # rows above are for the middle of a page
            self.turns = False
        return added

    def role(self, role: Role) -> Paragraph:
        """A new paragraph of a role."""
        return self.paragraph(names.PARAGRAPH_NAMES[role])

    def next_is(self, *roles: Role) -> bool:
        """Whether a paragraph of one of these roles follows."""
        following = self.sheet.blocks[self.written + 1 : self.written + 2]
        return any(isinstance(block, Block) and block.role in roles for block in following)

    def next_place(self) -> Place:
        """That of the next block that has any; a page begins for what is nowhere too."""
        return next((place for place in self.places[self.written :] if place is not NOWHERE), Place(0, True, ()))

    def drops_room(self, block: Block) -> bool:
        """Whether rows above a paragraph are left out because it begins a page.

        Office programs do not agree about room at the head of a page, so it is said to begin one.
        """
        return self.place.turns and self.sheet.styles.paragraph(block.role).rows_before > 0
