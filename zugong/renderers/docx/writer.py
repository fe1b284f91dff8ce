"""The document while it is being written, and where Pages have what is written next."""

from __future__ import annotations

from zugong.classes import dataclass, field
from zugong.layout.sheet import Block, Sheet
from zugong.model.styles import Role
from zugong.renderers.docx.names import other_id, paragraph_id
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.parts import Part
from zugong.renderers.docx.places import NOWHERE, Place
from zugong.renderers.docx.rows import Room
from zugong.typesetting.pages import Pages


@dataclass(slots=True)
class Writer:
    """The document while it is being written."""

    sheet: Sheet
    pages: Pages
    rooms: dict[Role, Room]
    "what the style of each role gives a paragraph"
    places: tuple[Place, ...]
    "of each block of the sheet"
    forced: dict[int, int]
    "index of a block → characters of it that stay behind when its end has to begin a page"
    flow: list[Paragraph | str] = field(default_factory=list)
    "the document so far; tables are finished markup"
    pictures: list[Part] = field(default_factory=list)
    "each stored once"
    drawings: int = 0
    "figures so far"
    done: int = 0
    "blocks so far"
    turns: bool = False
    "the next paragraph begins a page"

    @property
    def place(self) -> Place:
        """Where Pages have the block that is being written."""
        return self.places[self.done]

    def role(self, role: Role) -> Paragraph:
        """A new paragraph of a role."""
        return self._added(Paragraph(paragraph_id(role), self.rooms[role]))

    def other(self, name: str) -> Paragraph:
        """A new paragraph of a style that belongs to no role."""
        return self._added(Paragraph(other_id(name)))

    def _added(self, paragraph: Paragraph) -> Paragraph:
        """A page begins with its first paragraph, not with an empty one before it."""
        self.flow.append(paragraph)
        if self.turns:
            paragraph.turns = True
            paragraph.spacing["before"] = 0  # rows above are for the middle of a page
            self.turns = False
        return paragraph

    def ends_with_table(self) -> bool:
        """Whether the document so far does."""
        return bool(self.flow) and not isinstance(self.flow[-1], Paragraph)

    def next_is(self, *roles: Role) -> bool:
        """Whether a paragraph of one of these roles follows."""
        following = self.sheet.blocks[self.done + 1 : self.done + 2]
        return any(isinstance(block, Block) and block.role in roles for block in following)

    def next_place(self) -> Place:
        """That of the next block that has any; a page begins for what is nowhere too."""
        return next((place for place in self.places[self.done :] if place is not NOWHERE), Place(0, True, ()))

    def drops_room(self, block: Block) -> bool:
        """Whether rows above a paragraph are left out because it begins a page.

        Office programs do not agree about room at the head of a page, so it is said to begin one.
        """
        return self.place.turns and self.sheet.styles.paragraph(block.role).rows_before > 0
