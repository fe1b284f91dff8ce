"""A whole bulletin as it was printed → the parts of an issue."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from zugong.intake.emphasis import BodyLook, body_look, leads
from zugong.intake.issue_roles import roles
from zugong.intake.layout_text import PAGE_NUMBER, without_layout
from zugong.intake.ledger import Ledger
from zugong.intake.lines import Line, cleaned
from zugong.intake.manuscript import Manuscript
from zugong.intake.own_styles import headline_end, is_own_run_in, own_units
from zugong.intake.signatures import trailing
from zugong.intake.sorting import BodyParagraph
from zugong.model.issue import ITEM_MARKERS
from zugong.model.styles import Role
from zugong.text.dates import parse_date
from zugong.text.numerals import parse_number

MASTHEAD, CONTENTS, BOX, MARKS, SIGNATURE, MARGIN = (
    "报头",
    "目录",
    "批示框",
    "标题前后的标记",
    "署名的括号和标签",
    "页眉页脚和杂项",
)
_DAY = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_NUMBER = re.compile(r"第\s*([\d〇零一二三四五六七八九十]+)\s*期")
_NOTE_LABEL = re.compile(r"[【（(]?\s*编\s*者?\s*[按案]\s*[】）)]?\s*[:：]?\s*")
_COLOPHON = re.compile(r"(.{1,6}?)\s*[:：]\s*(.*)")
_ENTRY_NUMBER = re.compile(r"(?:(\d{1,2})[.．]|([一二三四五六七八九十]{1,3})、)")


@dataclass(slots=True)
class PastItem:
    """One item of it."""

    headline: str
    section: str
    own_line: bool
    units: list[str] = field(default_factory=list)
    body: list[BodyParagraph] = field(default_factory=list)


@dataclass(slots=True)
class PastIssue:
    """What was read; `ledger` accounts for every character."""

    ledger: Ledger
    title: str = ""
    office: str = ""
    number: int | None = None
    issued_on: date | None = None
    contents: bool = False
    entry_numbering: str = "无"
    instruction_box: bool = False
    note: list[BodyParagraph] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    items: list[PastItem] = field(default_factory=list)
    distribution: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    "texts that have no place in an issue, kept in a comment"

    @property
    def kept(self) -> int:
        """Characters that go into the issue's files; section names once for each time they are printed."""
        items = [text for one in self.items for text in (one.headline, *one.units, *(p.content for p in one.body))]
        notes = [one.content for one in self.note]
        lines = [text for pair in self.distribution for text in pair]
        return sum(map(len, (*items, *notes, *lines, *self.dropped)))


def read_past_issue(manuscript: Manuscript, sections: Sequence[str], known_units: Collection[str]) -> PastIssue:
    """Goes through the paragraphs by their roles; contents pages are found by role too."""
    ledger = Ledger(sum(len(one.content) for one in manuscript.paragraphs))
    for reason, count in manuscript.dropped:
        ledger.original += count
        ledger.remove(reason, count)
    own = [one for one in manuscript.paragraphs if one.style.startswith("组工-目录")]
    others = [one for one in manuscript.paragraphs if not one.style.startswith("组工-目录")]
    before = ledger.removed[CONTENTS]
    paragraphs = without_layout(tuple(others), ledger)
    found = PastIssue(ledger, contents=bool(own) or ledger.removed[CONTENTS] > before)
    for entry in own:
        ledger.remove(CONTENTS, entry.content)
        _entry_number(entry.content, found)
    lines = [line for line in (cleaned(one, ledger) for one in paragraphs) if line.content]
    _Reader(found, known_units, sections).read(lines)
    return found


def _entry_number(text: str, found: PastIssue) -> None:
    number = _ENTRY_NUMBER.match(text)
    if number:
        found.entry_numbering = "1." if number[1] else "一、"


class _Reader:
    """Puts line after line where it belongs."""

    def __init__(self, found: PastIssue, known: Collection[str], sections: Sequence[str]) -> None:
        self.found, self.known, self.known_sections = found, known, sections
        self.section = ""
        self.look = BodyLook(False, "")

    def read(self, lines: list[Line]) -> None:
        judged = list(zip(lines, roles(lines, self.known_sections), strict=True))
        self.look = body_look([line for line, role in judged if role is Role.BODY])
        note = body_look([line for line, role in judged if role in (Role.EDITORS_NOTE, Role.EDITORS_NOTE_MORE)])
        for line, role in judged:
            self._line(line, role, note)
        self._colophon([line for line, role in judged if role is Role.COLOPHON])
        for item in self.found.items:
            self._sign(item)

    def _line(self, line: Line, role: Role, note: BodyLook) -> None:
        found, text = self.found, line.content
        match role:
            case Role.TITLE | Role.NUMBER | Role.OFFICE:
                self._masthead(role, text)
            case Role.CONTENTS_SECTION | Role.CONTENTS_ENTRY:
                found.contents = True
                found.ledger.remove(CONTENTS, text)
            case Role.INSTRUCTION:
                found.instruction_box = True
                found.ledger.remove(BOX, text)
            case Role.EDITORS_NOTE | Role.EDITORS_NOTE_MORE:
                self._note(line, role, note)
            case Role.SECTION:
                self.section = text.strip("★【】 \u3000")
                found.sections += [self.section] if self.section not in found.sections else []
                found.ledger.remove("栏目名", text)
            case Role.HEADLINE | Role.BODY:
                self._item_line(line, role)
            case Role.FOLIO | Role.DRAFT:
                found.ledger.remove(PAGE_NUMBER if role is Role.FOLIO else MARGIN, text)
            case Role.COLOPHON:
                pass

    def _masthead(self, role: Role, text: str) -> None:
        found = self.found
        found.ledger.remove(MASTHEAD, text)
        number, day = _NUMBER.search(text), _DAY.search(text)
        if role is Role.TITLE:
            found.title += text
        if number and found.number is None:
            found.number = parse_number(number[1])
        if day and found.issued_on is None:
            read = parse_date(day.group())
            found.issued_on = read if isinstance(read, date) else None
            found.office = (text[: day.start()] + text[day.end() :]).strip()

    def _note(self, line: Line, role: Role, look: BodyLook) -> None:
        label = _NOTE_LABEL.match(line.content) if role is Role.EDITORS_NOTE else None
        if label:
            self.found.ledger.remove(MARKS, label.end())
            line = line.part(label.end())
        if line.content:
            self.found.note.append(BodyParagraph(line.content, leads(line, look)))

    def _item_line(self, line: Line, role: Role) -> None:
        text = line.content
        if text[0] in ITEM_MARKERS or role is Role.HEADLINE or is_own_run_in(line):
            line = self._new_item(line, own_line=role is Role.HEADLINE)
        if not line.content:
            return
        if not self.found.items:
            self.found.dropped.append(line.content)
            return
        item = self.found.items[-1]
        line, units = own_units(line)
        item.units += units
        # The brackets, and 、 between several units.
        self.found.ledger.remove(SIGNATURE, 1 + len(units) if units else 0)
        if line.content:
            item.body.append(BodyParagraph(line.content, leads(line, self.look)))

    def _new_item(self, line: Line, *, own_line: bool) -> Line:
        """Starts an item; what follows its headline on the line is returned."""
        text = line.content
        stop = headline_end(line, own_line)
        headline = text[:stop].strip(ITEM_MARKERS + "。 ")
        self.found.ledger.remove(MARKS, stop - len(headline))
        self.found.items.append(PastItem(headline, self.section, own_line))
        return line.part(stop)

    def _sign(self, item: PastItem) -> None:
        """The （单位） of a foreign bulletin."""
        if item.units or not item.body:
            return
        last = item.body[-1]
        tail = trailing(last.content, self.known)
        if tail is None:
            return
        start, signature = tail
        item.units += signature.units
        self.found.ledger.remove(SIGNATURE, signature.dropped + len(signature.rest))
        kept = tuple(one for one in last.leads if one[1] <= start)
        item.body[-1:] = [BodyParagraph(last.content[:start], kept)] if start else []

    def _colophon(self, lines: list[Line]) -> None:
        """报：…; a line without a label goes on with the one before."""
        for line in lines:
            parted = _COLOPHON.fullmatch(line.content)
            if parted:
                self.found.distribution.append((parted[1].strip(), parted[2].strip()))
                self.found.ledger.remove(
                    "版记的冒号", len(line.content) - len(parted[1].strip()) - len(parted[2].strip())
                )
            elif self.found.distribution:
                label, text = self.found.distribution[-1]
                self.found.distribution[-1] = (label, text + line.content)
            else:
                self.found.dropped.append(line.content)
