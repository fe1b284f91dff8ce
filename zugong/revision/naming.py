"""Where a change is, in the editor's words: 第 3 段, 副标题, 表格 1 第 2 行第 3 列."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zugong.classes import dataclass
from zugong.model.styles import Role
from zugong.revision.comparing import CELL_END, Change, RevisedParagraph, Span
from zugong.revision.passages import ROW_ROLES

_NAMES = {
    Role.HEADLINE: "标题",
    Role.CENTRED_HEADLINE: "标题",
    Role.SUBTITLE: "副标题",
    Role.BYLINE: "署名",
    Role.NOTE: "按语",
    Role.HEADING_1: "小标题",
    Role.HEADING_2: "小标题",
    Role.HEADING_3: "小标题",
    Role.HEADING_4: "小标题",
    Role.TABLE_TITLE: "表题",
    Role.TABLE_UNIT: "计量单位",
    Role.TABLE_NOTE: "表注",
    Role.CAPTION: "图片和图注",
    Role.METADATA: "稿件信息",
    Role.SIGN_OFF: "落款",
    Role.ATTACHMENT_LIST: "附件说明",
    Role.ATTACHMENT_MARK: "附件",
    Role.ATTACHMENT_TITLE: "附件标题",
    Role.SECTION: "栏目",
    Role.EDITORS_NOTE: "编者按",
    Role.EDITORS_NOTE_MORE: "编者按",
    Role.TITLE_ABOVE: "报头",
    Role.TITLE: "报头",
    Role.NUMBER: "报头",
    Role.MARKING: "报头",
    Role.MASTHEAD_LINE: "报头",
    Role.OFFICE: "报头",
    Role.COLOPHON: "版记",
    Role.AFTER_COLOPHON: "版记",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph or a cell with its changes."""

    name: str
    spans: tuple[Span, ...]
    end: Change
    is_row: bool = False
    "a whole row of a table"

    @property
    def touched(self) -> bool:
        """Whether anything changed here."""
        changed = any(span.change is not Change.KEPT or span.was is not None for span in self.spans)
        return changed or self.end is not Change.KEPT


def places(paragraphs: Sequence[RevisedParagraph]) -> Iterator[Place]:
    """Every paragraph; a row of a table cell by cell, unless the whole row or its columns came or went."""
    tables = row = 0
    before: Role | None = None
    for number, paragraph in enumerate(paragraphs, start=1):
        name = _NAMES.get(paragraph.role)
        if paragraph.role in ROW_ROLES:
            begins = before not in ROW_ROLES or (paragraph.role is Role.TABLE_HEAD and before is not Role.TABLE_HEAD)
            tables, row = (tables + 1, 1) if begins else (tables, row + 1)
            yield from _row(paragraph, f"表格 {tables} 第 {row} 行")
        else:
            yield Place(f"第 {number} 段（{name}）" if name else f"第 {number} 段", paragraph.spans, paragraph.end)
        before = paragraph.role


def _row(paragraph: RevisedParagraph, name: str) -> Iterator[Place]:
    tabs = [span for span in paragraph.spans if CELL_END in span.content]
    if paragraph.end is not Change.KEPT or any(span.change is not Change.KEPT for span in tabs):
        yield Place(name, paragraph.spans, paragraph.end, is_row=True)
        return
    for column, spans in enumerate(_by_cell(paragraph.spans), start=1):
        yield Place(f"{name}第 {column} 列", spans, Change.KEPT)


def _by_cell(spans: Sequence[Span]) -> list[tuple[Span, ...]]:
    found: list[list[Span]] = [[]]
    for span in spans:
        for index, text in enumerate(span.content.split(CELL_END)):
            found += [[]] if index else []
            found[-1] += [Span(text, span.accent, span.change, span.was)] if text else []
    return [tuple(one) for one in found]
