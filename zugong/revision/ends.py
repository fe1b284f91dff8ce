"""Which end of a paragraph is tracked, where there is a choice."""

from __future__ import annotations

from collections.abc import Sequence

from zugong.classes import replace
from zugong.revision.comparing import Change, RevisedParagraph


def shifted_ends(paragraphs: Sequence[RevisedParagraph]) -> tuple[RevisedParagraph, ...]:
    """The same two texts, but no paragraph that is wholly new stands behind text that is new as well.

    LibreOffice 7.4 takes both for one insertion and loses the end between them when it is rejected: so that end
    becomes the inserted one, and the end of the last new paragraph the kept one.
    """
    found = list(paragraphs)
    for index in range(len(found) - 1):
        last = _last_new(found, index)
        if last > index and found[index].end is Change.KEPT and _ends_new(found[index]):
            found[index] = replace(found[index], end=Change.INSERTED)
            found[last] = replace(found[last], end=Change.KEPT)
    return tuple(found)


def _last_new(paragraphs: Sequence[RevisedParagraph], index: int) -> int:
    """The last of the wholly new paragraphs behind that one; itself when there is none."""
    while index + 1 < len(paragraphs) and _is_new(paragraphs[index + 1]):
        index += 1
    return index


def _ends_new(paragraph: RevisedParagraph) -> bool:
    return bool(paragraph.spans) and paragraph.spans[-1].change is Change.INSERTED


def _is_new(paragraph: RevisedParagraph) -> bool:
    changes = {span.change for span in paragraph.spans}
    return paragraph.end is Change.INSERTED and changes <= {Change.INSERTED}
