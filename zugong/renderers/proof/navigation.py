"""Links of the contents and the navigation pane (书签) of a proof."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from zugong.classes import dataclass, field
from zugong.fonts.faces import ASCENT, DESCENT
from zugong.renderers.proof.quick_pydyf import pydyf
from zugong.typesetting.pages import Fragment, Pages


@dataclass(slots=True)
class _Bookmark:
    """An entry of the navigation pane with those below it."""

    level: int
    title: str
    place: pydyf.Array
    kids: list[_Bookmark] = field(default_factory=list)


def add_links(pdf: pydyf.PDF, pages: Pages, drawn: Sequence[pydyf.Dictionary]) -> None:
    """Makes every entry of the contents lead to its item; `drawn` are the page objects."""
    height = pages.style.height
    places = {
        fragment.anchor: _place(drawn[index], fragment, height)
        for index, page in enumerate(pages.pages)
        for fragment in page.fragments
        if fragment.anchor
    }
    for page, target in zip(pages.pages, drawn, strict=True):
        links = [_link(one, places[one.link], height) for one in page.fragments if one.link in places]
        for link in links:
            pdf.add_object(link)
        if links:
            target["Annots"] = pydyf.Array([link.reference for link in links])


def _place(page: pydyf.Dictionary, fragment: Fragment, height: float) -> pydyf.Array:
    """Where a viewer goes: the page with the fragment's first line at the top of the window."""
    top = height - fragment.lines[0].baseline + fragment.pitch
    return pydyf.Array([page.reference, "/XYZ", 0, round(top, 3), "null"])


def _link(fragment: Fragment, place: pydyf.Array, height: float) -> pydyf.Dictionary:
    first, last = fragment.lines[0], fragment.lines[-1]
    size = first.runs[0].size
    left = min(line.runs[0].x for line in fragment.lines)
    right = max(line.runs[-1].x + line.runs[-1].width for line in fragment.lines)
    bottom, top = height - last.baseline - DESCENT * size, height - first.baseline + ASCENT * size
    area = pydyf.Array([round(edge, 3) for edge in (left, bottom, right, top)])
    none = pydyf.Array([0, 0, 0])
    return pydyf.Dictionary({"Type": "/Annot", "Subtype": "/Link", "Rect": area, "Border": none, "Dest": place})


def add_outline(pdf: pydyf.PDF, pages: Pages, drawn: Sequence[pydyf.Dictionary]) -> None:
    """Fills the navigation pane with sections and headlines."""
    root = _Bookmark(0, "", pydyf.Array([]))
    path = [root]
    for index, page in enumerate(pages.pages):
        for fragment in page.fragments:
            if fragment.outline_level:
                place = _place(drawn[index], fragment, pages.style.height)
                bookmark = _Bookmark(fragment.outline_level, fragment.outline_title, place)
                while path[-1].level >= bookmark.level:
                    path.pop()
                path[-1].kids.append(bookmark)
                path.append(bookmark)
    if root.kids:
        outlines = pydyf.Dictionary({"Type": "/Outlines"})
        pdf.add_object(outlines)
        _hang(pdf, outlines, root.kids)
        pdf.catalog["Outlines"] = outlines.reference
        pdf.catalog["PageMode"] = "/UseOutlines"


def _hang(pdf: pydyf.PDF, parent: pydyf.Dictionary, bookmarks: list[_Bookmark]) -> None:
    """Adds the entries below a parent, each knowing its neighbours."""
    entries = [_entry(parent, bookmark) for bookmark in bookmarks]
    for entry in entries:
        pdf.add_object(entry)
    for entry, after in pairwise(entries):
        entry["Next"], after["Prev"] = after.reference, entry.reference
    parent["First"], parent["Last"], parent["Count"] = entries[0].reference, entries[-1].reference, len(entries)
    for entry, bookmark in zip(entries, bookmarks, strict=True):
        if bookmark.kids:
            _hang(pdf, entry, bookmark.kids)


def _entry(parent: pydyf.Dictionary, bookmark: _Bookmark) -> pydyf.Dictionary:
    values = {"Title": pydyf.String(bookmark.title), "Parent": parent.reference, "Dest": bookmark.place}
    return pydyf.Dictionary(values)
