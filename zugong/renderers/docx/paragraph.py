"""A paragraph while it is being written: a named style, what the paragraph has of its own, its content."""

from __future__ import annotations

from zugong.classes import dataclass, field
from zugong.model.styles import Role
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.names import paragraph_id
from zugong.renderers.docx.rows import Room

_BODY = paragraph_id(Role.BODY)


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is being written; whatever is empty is left to its style."""

    style: str
    "id of its named style"
    room: Room = Room()
    "what that style gives it"
    keeps_next: bool = False
    "stays on one page with what follows"
    keeps_together: bool = False
    "its lines stay on one page"
    turns: bool = False
    "begins a page"
    stop: tuple[str, int] | None = None
    "a tab stop of its own: what stands at it how, and twips from the left"
    spacing: dict[str, str | int] = field(default_factory=dict)
    "attributes of w:spacing"
    indents: dict[str, int] = field(default_factory=dict)
    "attributes of w:ind"
    align: str = ""
    outline_level: int = 0
    "as of a Block"
    section: str = ""
    "w:sectPr of the section that it ends"
    content: str = ""
    "finished markup"

    @property
    def is_body(self) -> bool:
        """Whether it is text of an item."""
        return self.style == _BODY

    @property
    def before(self) -> int:
        """The room above it, twips."""
        return int(self.spacing.get("before", self.room.before))

    @property
    def after(self) -> int:
        """The room below it, twips."""
        return int(self.spacing.get("after", self.room.after))

    def markup(self) -> str:
        """`w:p`; properties in the order of the schema."""
        properties = w(
            "pPr",
            w("pStyle", val=self.style),
            w("keepNext") if self.keeps_next else "",
            w("keepLines") if self.keeps_together else "",
            w("pageBreakBefore") if self.turns else "",
            w("tabs", w("tab", val=self.stop[0], pos=self.stop[1])) if self.stop else "",
            w("spacing", **self.spacing) if self.spacing else "",
            w("ind", **self.indents) if self.indents else "",
            w("jc", val=self.align) if self.align else "",
            w("outlineLvl", val=self.outline_level - 1) if self.outline_level else "",
            self.section,
        )
        return w("p", properties, self.content)
