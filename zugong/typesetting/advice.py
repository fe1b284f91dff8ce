"""Layout advice (版面建议): what an editor fights with in the last hour, in figures that were tried out.

Every figure is found by breaking the paragraph again and flowing the issue again, not by estimate.
"""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.layout.sheet import Block
from zugong.model.styles import Accent, Role
from zugong.typesetting.composed import Composed
from zugong.typesetting.grid import Slot, Strip, rows_at
from zugong.typesetting.remarks import Remark, Texts, loss_of, name_of, spaced_name
from zugong.typesetting.saving import fewer_pages
from zugong.typesetting.shortening import text_of

_SHORT = 2
"characters, marks aside, up to which a last line is mentioned"

_TEXT_ROLES = (Role.BODY, Role.EDITORS_NOTE, Role.EDITORS_NOTE_MORE)


@dataclass(frozen=True, slots=True)
class Advice:
    """How an issue fills its pages."""

    pages: int
    filled: int
    "lines of text on the last page; of tables and figures there the rows of the grid"
    free: int
    "lines of the grid that are free there, above the colophon"
    remarks: tuple[Remark, ...]

    @property
    def summary(self) -> str:
        """One line."""
        text = f"末面正文 {self.filled} 行" if self.filled else "末面没有正文"
        return f"共 {self.pages} 面，{text}，还空 {self.free} 行"


def advise(issue: Composed) -> Advice:
    """The advice for an issue."""
    texts = _texts(issue)
    last = issue.flow.page_count - 1
    slots = [slot for slot in issue.flow.slots if slot.page == last]
    filled = sum(_lines(slot, issue) for slot in slots)
    below = max((slot.row + rows_at(slot, issue.pieces) for slot in slots), default=0)
    free = issue.sheet.styles.page.lines - issue.foot.rows - below
    remarks = (*_short_lines(issue, texts), *fewer_pages(issue, texts))
    return Advice(last + 1, filled, max(free, 0), remarks)


def _texts(issue: Composed) -> Texts:
    """The paragraphs that may be changed, by their piece."""
    blocks = [block for block, _ in zip(issue.sheet.blocks, issue.pieces, strict=False)]
    return {
        index: text_of(block, issue.setter)
        for index, block in enumerate(blocks)
        if isinstance(block, Block)
        and block.role in _TEXT_ROLES
        and any(run.accent in (Accent.PLAIN, Accent.LEAD) for run in block.runs)
    }


def _lines(slot: Slot, issue: Composed) -> int:
    """What a slot counts for: a line of text is one, however many rows it takes."""
    return 1 if isinstance(issue.pieces[slot.piece], Strip) else rows_at(slot, issue.pieces)


def _short_lines(issue: Composed, texts: Texts) -> tuple[Remark, ...]:
    """段末一行只有一两个字."""
    return tuple(
        _short_line(issue, texts, piece)
        for piece, text in texts.items()
        if text.lines > 1 and text.last_line() <= _SHORT
    )


def _short_line(issue: Composed, texts: Texts, piece: int) -> Remark:
    text = texts[piece]
    slot = next(slot for slot in issue.flow.slots if (slot.piece, slot.line) == (piece, text.lines - 1))
    name = spaced_name(name_of(texts, piece))
    told = f"第 {slot.page + 1} 面第 {slot.row + 1} 行是 {name}的末行，只有 {text.last_line()} 字"
    change = loss_of(texts, piece, 1)
    return Remark(f"{told}，删 {-change.characters} 字可少一行", (change,)) if change else Remark(told)
