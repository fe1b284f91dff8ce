"""What a body consists of while it is made: paragraphs, tables, figures; each knows how many characters it keeps."""

from __future__ import annotations

from zugong.classes import dataclass


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """A paragraph of the body with its lead phrases."""

    content: str
    leads: tuple[tuple[int, int], ...] = ()
    "start and stop of each"
    level: int = 0
    "of a heading (小标题), 1…4; 0: text"

    @property
    def texts(self) -> tuple[str, ...]:
        """All text."""
        return (self.content,)


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A cell and what it covers."""

    row: int
    column: int
    text: BodyParagraph
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table (表格)."""

    rows: int
    columns: int
    head: int
    "rows of the head (表头) at its top"
    cells: tuple[DraftCell, ...]
    "each place is covered once, empty cells included"
    aligns: tuple[str, ...]
    "left, center, right for each column; empty: not said"
    title: str = ""
    unit: str = ""
    "with its label, as 单位：万元"
    notes: tuple[str, ...] = ()
    total: bool | None = None
    "whether the last row is a total (合计行); None: as its first cell says"

    @property
    def texts(self) -> tuple[str, ...]:
        """All text."""
        cells = [cell.text.content for cell in self.cells]
        return (*cells, self.title, self.unit, *self.notes)


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A figure (图片) in its place."""

    key: str
    "of the manuscript's figure"
    caption: str = ""
    width: float = 0.0
    "pt, where it is printed otherwise than in its own size; 0: its own"
    description: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """All text."""
        return (self.caption,)


DraftBlock = BodyParagraph | DraftTable | DraftFigure


@dataclass(frozen=True, slots=True)
class DraftAttachment:
    """附件: becomes a file of its own."""

    title: str
    body: tuple[DraftBlock, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All text."""
        return (self.title, *(text for block in self.body for text in block.texts))


def kept_in(blocks: tuple[DraftBlock, ...] | list[DraftBlock]) -> int:
    """Characters of text in these blocks."""
    return sum(len(text) for block in blocks for text in block.texts)
