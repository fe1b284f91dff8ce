"""A whole bulletin as it was printed → the parts of an issue."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from zugong.classes import replace
from zugong.intake.drafts import BodyParagraph, DraftBlock, DraftFigure, DraftTable
from zugong.intake.emphasis import BodyLook, body_look, leads
from zugong.intake.issue_roles import is_own, roles
from zugong.intake.layout_text import CONTENTS, PAGE_NUMBER
from zugong.intake.ledger import Ledger
from zugong.intake.lines import Line
from zugong.intake.manuscript import Manuscript
from zugong.intake.own_styles import headline_end, is_own_run_in, own_units
from zugong.intake.past_elements import Element, PartedLine, elements, furniture
from zugong.intake.past_headlines import SIGNS, Marks
from zugong.intake.past_looks import heading_template, take_numbers
from zugong.intake.past_masthead import guess_date, read_colophon, read_masthead
from zugong.intake.past_parts import PastAttachment, PastIssue, PastItem
from zugong.intake.past_templates import Printed
from zugong.intake.signatures import is_unit, trailing
from zugong.intake.table_lines import bare_unit, named
from zugong.model.bulletin import Bulletin, SourceUnitPlacement
from zugong.model.styles import Role

MASTHEAD, BOX, MARKS, SIGNATURE, MARGIN = (
    "报头",
    "批示框",
    "标题前后的标记",
    "署名的括号和标签",
    "页眉页脚和杂项",
)
_NOTE_LABEL = re.compile(r"[【（(]?\s*编\s*者?\s*[按案]\s*[】）)]?\s*[:：]?\s*")
_ENTRY_NUMBER = re.compile(r"(?:(\d{1,2})[.．]|([一二三四五六七八九十]{1,3})、)")
_LISTED = re.compile(r"\s*(?:附\s*件\s*[:：]\s*)?(?:\d{1,2}\s*[.．])?\s*")
_ENTRY_PAGE = re.compile(r"\t\s*\d{1,4}\s*$")
_TOP = 12
"lines at both ends among which a date may stand"
_ABOVE = frozenset({Role.TITLE_ABOVE, Role.TITLE, Role.NUMBER, Role.MARKING, Role.MASTHEAD_LINE, Role.OFFICE})
_HEADINGS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3, Role.HEADING_4: 4}
_PLACEMENTS = {Role.HEADLINE: "另行", Role.CENTRED_HEADLINE: "居中"}


def read_past_issue(manuscript: Manuscript, bulletin: Bulletin | None, known_units: Collection[str]) -> PastIssue:
    """Goes through the paragraphs by their roles."""
    ledger = Ledger(sum(len(one.content) for one in manuscript.paragraphs))
    for reason, count in manuscript.dropped:
        ledger.original += count
        ledger.remove(reason, count)
    before = ledger.removed[CONTENTS]
    found = PastIssue(ledger)
    parts = elements(manuscript, found)
    found.contents = ledger.removed[CONTENTS] > before
    _Reader(found, bulletin, known_units).read(parts, manuscript.title)
    return found


class _Reader:
    """Puts element after element where it belongs."""

    def __init__(self, found: PastIssue, bulletin: Bulletin | None, known: Collection[str]) -> None:
        self.found, self.known, self.bulletin = found, known, bulletin
        self.section = ""
        self.look = self.note_look = BodyLook(False, "")
        self.marks = Marks(None)
        self.note: list[BodyParagraph] = []
        "按语, before the headline of its item"
        self.above: dict[Role, str] = {}
        "表题 and 计量单位 of the table that comes next"
        self.attachments: list[PastAttachment] = []
        self.body: list[DraftBlock] | None = None
        "of the item or attachment at hand"

    def read(self, parts: Sequence[Element], title: str) -> None:
        lines = [one for one in parts if isinstance(one, PartedLine)]
        known = [one.name.content for one in self.bulletin.standing.sections] if self.bulletin else []
        marks = Marks(self.bulletin)
        beside = {} if any(is_own(one.line.raw) for one in lines) else furniture(parts)
        alone = [one for one in lines if id(one) not in beside]
        told = roles([one.line for one in alone], known, numbered_items=marks.counted, markers=marks.signs)
        judged = {**beside, **dict(zip(map(id, alone), told, strict=True))}
        by_role = [(one, judged[id(one)]) for one in lines]
        self.look = body_look([one.line for one, role in by_role if role is Role.BODY])
        notes = (Role.EDITORS_NOTE, Role.EDITORS_NOTE_MORE)
        self.note_look = body_look([one.line for one, role in by_role if role in notes])
        masthead = [Printed(role, one.parts, one.places) for one, role in by_role if role in _ABOVE]
        own = any(is_own(one.line.raw) for one in lines)
        read_masthead(masthead, self.bulletin, title, self.found, own=own)
        self.marks = Marks(self.found.bulletin)
        for one in parts:
            if isinstance(one, PartedLine):
                self._line(one.line, judged[id(one)])
            else:
                self._block(one)
        colophon = [Printed(role, one.parts) for one, role in by_role if role is Role.COLOPHON]
        after = [Printed(role, one.parts) for one, role in by_role if role is Role.AFTER_COLOPHON]
        read_colophon(colophon, after, self.found)
        guess_date([one.line.content for one in (*lines[:_TOP], *lines[-_TOP:])], self.found)
        take_numbers(self.found)
        for item in self.found.items:
            self._sign(item)
        self._give_attachments()

    def _line(self, line: Line, role: Role) -> None:
        found, text = self.found, line.content
        begins = role in (Role.SECTION, Role.NOTE) or role in _PLACEMENTS or is_own_run_in(line)
        if found.on_new_page is None and begins:
            found.on_new_page = line.raw.on_new_page
        if role in _ABOVE:
            found.ledger.remove(MASTHEAD, text)
        elif role in (Role.CONTENTS_TITLE, Role.CONTENTS_SECTION, Role.CONTENTS_ENTRY):
            self._contents(line, role)
        elif role is Role.INSTRUCTION:
            found.instruction_box = True
            found.ledger.remove(BOX, text)
        elif role in (Role.EDITORS_NOTE, Role.EDITORS_NOTE_MORE):
            self._note(line, role)
        elif role is Role.SECTION:
            self.section = self.marks.section(text)
            found.section_headings.append(heading_template(text, self.section))
            found.sections += [self.section] if self.section not in found.sections else []
            found.ledger.remove("栏目名", text)
        elif role in (Role.FOLIO, Role.DRAFT):
            found.ledger.remove(PAGE_NUMBER if role is Role.FOLIO else MARGIN, text)
        elif role not in (Role.COLOPHON, Role.AFTER_COLOPHON):
            self._of_item(line, role)

    def _contents(self, line: Line, role: Role) -> None:
        found = self.found
        found.contents = True
        found.ledger.remove(CONTENTS, line.content)
        if role is Role.CONTENTS_TITLE:
            found.contents_title = line.content
        elif role is Role.CONTENTS_SECTION:
            found.entry_sections.add("带页码" if _ENTRY_PAGE.search(line.raw.content) else "有")
        elif role is Role.CONTENTS_ENTRY:
            found.entry_marks.append(line.content[0] if line.content[0] in SIGNS else "")
            found.contents_pages = found.contents_pages or bool(_ENTRY_PAGE.search(line.raw.content))
            number = _ENTRY_NUMBER.match(line.content)
            if number:
                found.entry_numbering = "1." if number[1] else "一、"

    def _note(self, line: Line, role: Role) -> None:
        label = _NOTE_LABEL.match(line.content) if role is Role.EDITORS_NOTE else None
        if label:
            self.found.ledger.remove(MARKS, label.end())
            line = line.part(label.end())
        if line.content:
            self.found.note.append(BodyParagraph(line.content, leads(line, self.note_look)))

    def _of_item(self, line: Line, role: Role) -> None:
        """Everything between the first section or headline and the colophon."""
        text = line.content
        if role is Role.NOTE:
            self.note.append(BodyParagraph(text, leads(line, self.look)))
        elif role in _PLACEMENTS or is_own_run_in(line) or (role is Role.BODY and self.marks.begins_item(text)):
            rest = self._new_item(line, _PLACEMENTS.get(role, "接排"))
            self._body_line(rest) if rest.content else None
        elif role is Role.ATTACHMENT_MARK:
            self.found.ledger.remove("附件的标记", text)
        elif role is Role.ATTACHMENT_TITLE:
            self.attachments.append(PastAttachment(text))
            self.body = self.attachments[-1].body
        elif role in (Role.TABLE_TITLE, Role.TABLE_UNIT):
            text = named(line, self.found.ledger)
            self.above[role] = bare_unit(text) or text
            self.found.ledger.remove("计量单位的括号", len(text) - len(self.above[role]))
        elif role in (Role.TABLE_NOTE, Role.CAPTION):
            self._below_block(named(line, self.found.ledger), role)
        elif not self.found.items:
            self.found.dropped.append(text)
        elif not self._beside_body(self.found.items[-1], text, role):
            self._body_line(line, _HEADINGS.get(role, 0))

    def _beside_body(self, item: PastItem, text: str, role: Role) -> bool:
        """What stands above and below the text of an item."""
        if role is Role.SUBTITLE:
            item.subtitle = text
        elif role is Role.BYLINE:
            self._byline(item, text)
        elif role is Role.METADATA:
            item.metadata = text
        elif role is Role.SIGN_OFF:
            item.sign_off.append(text)
        elif role is Role.ATTACHMENT_LIST:
            named = _LISTED.match(text)
            item.listed.append(text[named.end() :] if named else text)
            self.found.ledger.remove("附件说明", text)
        else:
            return False
        return True

    def _byline(self, item: PastItem, text: str) -> None:
        """署名, or the units of an office that prints them there."""
        found, units = self.found, [one for one in text.split("\u3000") if one]
        placement = found.bulletin.standing.source_unit_placement if found.bulletin and found.foreign is None else None
        below = placement is SourceUnitPlacement.BELOW_HEADLINE and not (item.units or item.byline)
        if below and all(is_unit(one, self.known) for one in units):
            item.units += units
            self.found.ledger.remove(SIGNATURE, len(text) - sum(map(len, units)))
        else:
            item.byline.append(text)

    def _body_line(self, line: Line, level: int = 0) -> None:
        line, units = (line, []) if level or self.attachments else own_units(line)
        if self.body is None:
            self.found.dropped.append(line.content)
            return
        if units:
            self.found.items[-1].units += units
            # The brackets, and 、 between several units.
            self.found.ledger.remove(SIGNATURE, 1 + len(units))
        if line.content:
            self.body.append(BodyParagraph(line.content, () if level else leads(line, self.look), level))

    def _flush(self) -> None:
        """A title below which no table came is text."""
        for role in (Role.TABLE_TITLE, Role.TABLE_UNIT):
            text = self.above.pop(role, "")
            if text and self.body is not None:
                self.body.append(BodyParagraph(text))
            elif text:
                self.found.dropped.append(text)

    def _below_block(self, text: str, role: Role) -> None:
        last = self.body[-1] if self.body else None
        if self.body is not None and isinstance(last, DraftTable):
            self.body[-1] = replace(last, notes=(*last.notes, text))
        elif self.body is not None and isinstance(last, DraftFigure) and not last.caption:
            told = "" if last.description == text else last.description
            self.body[-1] = replace(last, caption=text, description=told)
        elif self.body is not None:
            self.body.append(BodyParagraph(text))
        else:
            self.found.dropped.append(text)

    def _block(self, block: DraftTable | DraftFigure) -> None:
        if self.body is None:
            self.found.dropped += [text for text in block.texts if text]
            self._flush()
        elif isinstance(block, DraftTable):
            title, unit = self.above.pop(Role.TABLE_TITLE, ""), self.above.pop(Role.TABLE_UNIT, "")
            self.body.append(replace(block, title=title, unit=unit))
        else:
            self.body.append(block)

    def _new_item(self, line: Line, placement: str) -> Line:
        """Starts an item; what follows its headline on the line is returned."""
        self._flush()
        stop = headline_end(line, placement != "接排")
        headline = self.marks.bare(line.content[:stop], self.section)
        self.found.ledger.remove(MARKS, stop - len(headline))
        mark, _, behind = line.content[:stop].partition(headline)
        item = PastItem(headline, self.section, placement, note=self.note, mark=mark.strip(), stop="。" in behind)
        self.note = []
        self.found.items.append(item)
        self.body = item.body
        return line.part(stop)

    def _sign(self, item: PastItem) -> None:
        """The （单位） of a foreign bulletin."""
        last = item.body[-1] if item.body else None
        if item.units or not isinstance(last, BodyParagraph) or last.level:
            return
        tail = trailing(last.content, self.known)
        if tail is None:
            return
        start, signature = tail
        item.units += signature.units
        self.found.ledger.remove(SIGNATURE, signature.dropped + len(signature.rest))
        kept = tuple(one for one in last.leads if one[1] <= start)
        item.body[-1:] = [BodyParagraph(last.content[:start], kept)] if start else []

    def _give_attachments(self) -> None:
        """Each to the item that names it, else to the last one."""
        self._flush()
        waiting = list(self.attachments)
        for item in self.found.items:
            for title in item.listed:
                named = next((one for one in waiting if one.title == title), None)
                if named is not None:
                    item.attachments.append(named)
                    waiting.remove(named)
        if self.found.items:
            self.found.items[-1].attachments += waiting
        if self.note:
            self.found.dropped += [one.content for one in self.note]
