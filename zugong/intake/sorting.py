"""Manuscript → what an item consists of: headline, section, units, body, and all that has no place in one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from zugong.intake.emphasis import BodyLook, body_look, leads
from zugong.intake.headings import Heading, body_size, find_heading, is_red_head
from zugong.intake.layout_text import without_layout
from zugong.intake.ledger import Ledger
from zugong.intake.lines import Line, cleaned, tightened
from zugong.intake.manuscript import Manuscript, Place, RawParagraph
from zugong.intake.signatures import LONGEST_SIGNATURE, Signature, is_contact, is_date, signature_line, trailing

RED_HEAD, MARKS, SIGNATURE = "报头", "标题前后的标记", "署名的括号和标签"
UNPLACED = "标题前的文字"
_MOSTLY_BOX = 0.6


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that has no place in an item; it is kept as a comment."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """A paragraph of the body with its lead phrases."""

    content: str
    leads: tuple[tuple[int, int], ...] = ()
    "start and stop of each"


@dataclass(slots=True)
class Sorted:
    """The parts of an item; filled step by step."""

    ledger: Ledger
    headline: str = ""
    section: str = ""
    "as found in the file; empty: not found"
    units: list[str] = field(default_factory=list)
    body: list[BodyParagraph] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)
    "what was concluded, for the editor to confirm"

    @property
    def kept(self) -> int:
        """Characters that go into the item file."""
        texts = [self.headline, self.section, *self.units]
        return (
            sum(map(len, texts))
            + sum(len(one.content) for one in self.body)
            + sum(len(one.text) for one in self.asides)
        )


def sort(manuscript: Manuscript, sections: Sequence[str], known_units: Collection[str]) -> Sorted:
    """Judges every paragraph; `sections` and `known_units` are the office's own."""
    ledger = Ledger(sum(len(one.content) for one in manuscript.paragraphs))
    for reason, count in manuscript.dropped:
        ledger.original += count
        ledger.remove(reason, count)
    found = Sorted(ledger)
    lines = _lines(manuscript, found)
    look = body_look(lines)
    heading = find_heading(lines, look, sections)
    if heading is None:
        found.guesses.append("没有认出标题，请补上")
        rest = lines
    else:
        found.headline = heading.text
        ledger.remove(MARKS, heading.dropped)
        found.guesses.append(f"标题取自第 {heading.first + 1} 段：{heading.reason}")
        _above(lines[: heading.first], sections, known_units, found)
        rest = _below(lines, heading, known_units, found)
    rest = _signed(rest, known_units, found)
    if not found.units:
        found.guesses.append("没有认出供稿单位，请补上")
    tight = [tightened(line, ledger) for line in rest]
    found.body += [_paragraph(line, look, found) for line in tight if line.content]
    return found


def _lines(manuscript: Manuscript, found: Sorted) -> list[Line]:
    """The lines of the text itself; what stood elsewhere goes aside."""
    paragraphs = without_layout(manuscript.paragraphs, found.ledger)
    boxed = sum(len(one.content) for one in paragraphs if one.place is Place.BOX)
    total = sum(len(one.content) for one in paragraphs if one.place in (Place.BOX, Place.TEXT))
    boxes_are_text = boxed > _MOSTLY_BOX * total
    lines: list[Line] = []
    for paragraph in paragraphs:
        line = _without_hidden(cleaned(paragraph, found.ledger), found)
        if line.content and _is_text(paragraph, boxes_are_text):
            lines.append(line)
        elif line.content:
            found.asides.append(Aside(_label(paragraph), line.content))
    if any(aside.label.startswith("表格") for aside in found.asides):
        found.guesses.append("表格没有放进正文，文字留在文件开头的说明里")
    return lines


def _without_hidden(line: Line, found: Sorted) -> Line:
    hidden = "".join(piece.content for piece in line.pieces if piece.hidden)
    if not hidden:
        return line
    found.asides.append(Aside("隐藏文字", hidden))
    return Line(tuple(piece for piece in line.pieces if not piece.hidden), line.raw)


def _is_text(paragraph: RawParagraph, boxes_are_text: bool) -> bool:
    if paragraph.place is Place.BOX:
        return boxes_are_text
    framed = paragraph.cell is not None and paragraph.cell.columns == 1
    return paragraph.place is Place.TEXT or (paragraph.place is Place.CELL and framed)


def _label(paragraph: RawParagraph) -> str:
    if paragraph.place is Place.CELL and paragraph.cell is not None:
        cell = paragraph.cell
        return f"表格 {cell.table} 第 {cell.row + 1} 行第 {cell.column + 1} 格"
    return f"{paragraph.place.value}（{paragraph.label}）" if paragraph.label else paragraph.place.value


def _above(lines: Sequence[Line], sections: Sequence[str], known: Collection[str], found: Sorted) -> None:
    """What stands over the headline."""
    size = body_size(lines)
    for line in lines:
        text = line.content
        bare = text.strip("【】[]★☆◆ \u3000").removeprefix("栏目：")
        signature = signature_line(text, known)
        if bare in sections and not found.section:
            found.section = bare
            found.ledger.remove(MARKS, len(text) - len(bare))
            found.guesses.append(f"栏目取自标题上面的“{bare}”")
        elif is_red_head(line, size) or is_red_head(line, 0):
            found.ledger.remove(RED_HEAD, text)
        elif signature is not None and not found.units:
            _take(signature, found, "标题上面")
        else:
            found.asides.append(Aside(UNPLACED, text))


def _below(lines: Sequence[Line], heading: Heading, known: Collection[str], found: Sorted) -> list[Line]:
    """The body, without a signature or date that stands between it and the headline."""
    rest = list(lines[heading.last + 1 :])
    while rest and len(rest) > 1 and len(rest[0].content) <= LONGEST_SIGNATURE:
        text = rest[0].content
        signature = (
            signature_line(text, known) if rest[0].raw.align in ("center", "right") or text[0] in "（(" else None
        )
        if is_date(text):
            found.asides.append(Aside("日期", text))
        elif signature is not None and not found.units:
            _take(signature, found, "标题下面的一行")
        else:
            break
        rest.pop(0)
    return [*([heading.rest] if heading.rest else []), *rest]


def _signed(lines: list[Line], known: Collection[str], found: Sorted) -> list[Line]:
    """The body without what stands below it: units, date, writer, telephone."""
    rest = list(lines)
    while len(rest) > 1:
        text = rest[-1].content
        signature = signature_line(text, known)
        if is_date(text) or is_contact(text):
            found.asides.append(Aside("日期" if is_date(text) else "撰稿和联系方式", text))
        elif signature is not None and not _already(signature, found):
            _take(signature, found, "最后的署名")
        else:
            break
        rest.pop()
    return _without_trailing(rest, known, found)


def _already(signature: Signature, found: Sorted) -> bool:
    return bool(found.units) and set(signature.units) <= set(found.units)


def _without_trailing(lines: list[Line], known: Collection[str], found: Sorted) -> list[Line]:
    """（单位） at the end of the last paragraph; a writer's line may follow it."""
    if not lines:
        return lines
    tail = trailing(lines[-1].content, known)
    if tail is None or (found.units and set(tail[1].units) != set(found.units)):
        return lines
    start, signature = tail
    if found.units:
        found.ledger.remove("重复的署名", "".join(signature.units))
        signature = Signature((), signature.rest, signature.dropped)
    _take(signature, found, "文末括号")
    last = lines[-1].part(0, start)
    return [*lines[:-1], *([last] if last.content else [])]


def _take(signature: Signature, found: Sorted, where: str) -> None:
    found.units = [*signature.units, *found.units] if where == "最后的署名" else [*found.units, *signature.units]
    found.ledger.remove(SIGNATURE, signature.dropped)
    if signature.rest:
        found.asides.append(Aside("撰稿和联系方式", signature.rest))
    if signature.units:
        found.guesses.append(f"供稿单位取自{where}：{'、'.join(signature.units)}")


def _paragraph(line: Line, look: BodyLook, found: Sorted) -> BodyParagraph:
    stretches = leads(line, look)
    if stretches == ((0, len(line.content)),):
        found.guesses.append(f"小标题：{line.content[:20]}")
    return BodyParagraph(line.content, stretches)
