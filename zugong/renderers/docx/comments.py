"""Remarks of the checker as Word comments (批注) in a finished document, to send back to the unit that wrote it."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Sequence

from zugong.classes import dataclass
from zugong.renderers.docx.archive import zipped
from zugong.renderers.docx.markup import element, part, w
from zugong.renderers.docx.parts import OFFICE, OPENXML
from zugong.renderers.docx.runs import run_text
from zugong.renderers.docx.tree import Element, W, made, parse, serialized

_TYPE = f"{OPENXML}officedocument.wordprocessingml.comments+xml"
_AUTHOR = "检查"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark and the characters it is about."""

    paragraph: str
    "the whole text of its paragraph, by which it is found; of equal ones the first"
    start: int
    length: int
    "characters; at least 1"
    text: str
    "what is told; lines become paragraphs"


def with_comments(package: bytes, comments: Sequence[Comment]) -> bytes:
    """The document with its comments; those whose paragraph it does not hold are left out."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parse(parts["word/document.xml"])
    paragraphs = {_text(one): one for one in reversed(list(document.iter(f"{W}p")))}
    placed = [one for one in comments if one.paragraph in paragraphs]
    for number, comment in enumerate(placed):
        _mark(paragraphs[comment.paragraph], comment, str(number))
    if not placed:
        return package
    parts["word/document.xml"] = serialized(document)
    parts["word/comments.xml"] = _comments_part(placed).encode()
    parts["word/_rels/document.xml.rels"] = _added(parts["word/_rels/document.xml.rels"], _relation())
    parts["[Content_Types].xml"] = _added(parts["[Content_Types].xml"], _override())
    return zipped(parts)


def _text(paragraph: Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


def _mark(paragraph: Element, comment: Comment, number: str) -> None:
    """Puts the range and its anchor around the characters; runs are parted where it begins and ends."""
    end = min(comment.start + max(comment.length, 1), len(comment.paragraph))
    first = _run_at(paragraph, comment.start)
    behind = _run_at(paragraph, end)
    if first is not None:
        first.addprevious(_node("commentRangeStart", number))
    closing = [_node("commentRangeEnd", number), _reference(number)]
    if behind is None:
        paragraph.extend(closing)
    else:
        for one in closing:
            behind.addprevious(one)


def _run_at(paragraph: Element, at: int) -> Element | None:
    """The run whose text begins at that character, parted from the one before; None behind the last."""
    done = 0
    for text in list(paragraph.iter(f"{W}t")):
        content = text.text or ""
        run: Element = text.getparent()
        if done == at:
            return run
        if done < at < done + len(content):
            return _parted(run, text, at - done)
        done += len(content)
    return None


def _parted(run: Element, text: Element, at: int) -> Element:
    """What stands before that character stays in the run; the rest, and all behind it, becomes one of its own."""
    place, content = run.index(text), text.text
    second = copy.deepcopy(run)
    look = second.find(f"{W}rPr")
    for one in second[:place]:
        if one is not look:
            second.remove(one)
    for one in run[place + 1 :]:
        run.remove(one)
    _set(text, content[:at])
    _set(second.find(f"{W}t"), content[at:])
    run.addnext(second)
    return second


def _set(text: Element, content: str) -> None:
    text.text = content
    text.set(_SPACE, "preserve")


def _node(name: str, number: str) -> Element:
    return made(name, id=number)


def _reference(number: str) -> Element:
    run = made("r")
    run.append(_node("commentReference", number))
    return run


def _comments_part(comments: Sequence[Comment]) -> str:
    """comments.xml; without dates, so that the same check gives the same bytes."""
    return part("comments", *(_comment(number, one.text) for number, one in enumerate(comments)))


def _comment(number: int, text: str) -> str:
    paragraphs = (w("p", w("r", run_text(line))) for line in text.splitlines())
    return w("comment", *paragraphs, id=number, author=_AUTHOR, initials=_AUTHOR)


def _relation() -> str:
    return element("Relationship", Id="rIdComments", Type=f"{OFFICE}/comments", Target="comments.xml")


def _override() -> str:
    return element("Override", PartName="/word/comments.xml", ContentType=_TYPE)


def _added(listing: bytes, entry: str) -> bytes:
    """A list part with one more entry at its end."""
    head, mark, tail = listing.rpartition(b"</")
    return head + entry.encode() + mark + tail
