"""What the paper puts before headlines and around the names of sections (稿件标记、栏目样式)."""

from __future__ import annotations

import re

from zugong.intake.past_templates import values_in
from zugong.model.bulletin import Bulletin
from zugong.model.issue import ITEM_MARKERS

_COUNTED = (("一", r"[一二三四五六七八九十百]{1,4}"), ("1", r"\d{1,3}"), ("①", "[①-⑳]"))
"sign in a 稿件标记 that stands for the number → what is printed for it"
SIGNS = "■□●○◆◇▲△▼★☆※▶➤◎⊙"
"marks that offices set before headlines; no headline begins with one of its own"
_SECTION_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、")
_DECORATION = SIGNS + "【】≡《》〔〕[] \u3000"


class Marks:
    """The marks of one office."""

    def __init__(self, bulletin: Bulletin | None) -> None:
        self._standing = bulletin.standing if bulletin else None

    def section(self, text: str) -> str:
        """The name of the section in a printed heading."""
        standing = self._standing
        for one in standing.sections if standing else ():
            template = one.heading or (standing.section_heading if standing else None)
            shown = template.content if template else "{栏目}"
            if values_in(shown, text, {"栏目": one.name.content}) is not None:
                return one.name.content
        numbered = _SECTION_NUMBER.match(text)
        return text[numbered.end() if numbered else 0 :].strip(_DECORATION)

    def begins_item(self, text: str) -> bool:
        """Whether a line of text opens with a mark that only headlines have."""
        return text[0] in self.signs

    @property
    def signs(self) -> str:
        """Marks of one character that are no numbers."""
        standing = self._standing
        names = [one.name.content for one in standing.sections] if standing else []
        marks = {self._mark(name) or "" for name in (*names, "")}
        return ITEM_MARKERS + "".join(sorted(one for one in marks if len(one) == 1 and not one.isalnum()))

    def bare(self, text: str, section: str) -> str:
        """The headline without its mark and its 。"""
        mark = self._mark(section)
        found = _pattern(mark).match(text) if mark is not None else None
        return text[found.end() if found else 0 :].lstrip(SIGNS + " \u3000").strip(ITEM_MARKERS + "。 ")

    def _mark(self, section: str) -> str | None:
        """As the office sets it for this section; None: the sheet's."""
        standing = self._standing
        if standing is None:
            return None
        own = next((one for one in standing.sections if one.name.content == section), None)
        mark = own.item_marker if own is not None and own.item_marker is not None else standing.item_marker
        return None if mark is None else mark.content

    @property
    def counted(self) -> bool:
        """Whether some items have numbers: then the contents show them too."""
        standing = self._standing
        marks = [self._mark(one.name.content) for one in standing.sections] if standing else []
        return any(sign in (mark or "") for mark in (*marks, self._mark("")) for sign, _ in _COUNTED)


def _pattern(mark: str) -> re.Pattern[str]:
    for sign, form in _COUNTED:
        before, found, after = mark.partition(sign)
        if found:
            return re.compile(re.escape(before) + form + re.escape(after))
    return re.compile(re.escape(mark))
