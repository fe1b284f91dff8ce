"""What a comparison needs to see and a reader does not: the number of a picture, told as words where it changed."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import replace
from zugong.model.styles import Accent
from zugong.revision.comparing import Change, RevisedParagraph, Span
from zugong.revision.passages import PICTURE, is_picture

CHANGED = "〔图片已更换〕"


def readable(paragraphs: Sequence[RevisedParagraph]) -> tuple[RevisedParagraph, ...]:
    """Pictures by one word; a note beside it where another one came in its place."""
    return tuple(_picture(one) for one in paragraphs)


def _picture(paragraph: RevisedParagraph) -> RevisedParagraph:
    text = {change: _side(paragraph, change) for change in (Change.DELETED, Change.INSERTED)}
    before, after = text[Change.INSERTED], text[Change.DELETED]
    if not (is_picture(before) or is_picture(after)) or not paragraph.spans:
        return paragraph
    if not (is_picture(before) and is_picture(after)):
        changes = {span.change for span in paragraph.spans}
        whole = changes.pop() if len(changes) == 1 else None
        return replace(paragraph, spans=(Span(PICTURE, Accent.PLAIN, whole),)) if whole else paragraph
    spans = [Span(PICTURE, Accent.PLAIN, Change.KEPT)]
    spans += [Span(CHANGED, Accent.PLAIN, Change.INSERTED)] if before != after else []
    return replace(paragraph, spans=tuple(spans))


def _side(paragraph: RevisedParagraph, without: Change) -> str:
    return "".join(span.content for span in paragraph.spans if span.change is not without)
