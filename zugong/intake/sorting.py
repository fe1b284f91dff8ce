"""Manuscript → what an item consists of: headline, section, units, body, and all that has no place in one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from zugong.intake.attaching import Attached, detached, without_list
from zugong.intake.body_headings import levels
from zugong.intake.drafts import BodyParagraph, DraftAttachment, DraftBlock, DraftFigure, DraftTable
from zugong.intake.emphasis import BodyLook, body_look, leads, stretches_out
from zugong.intake.headings import Heading, body_size, find_heading, is_red_head
from zugong.intake.ledger import Ledger
from zugong.intake.lines import Line, tightened
from zugong.intake.manuscript import Manuscript
from zugong.intake.parts import Aside, Sorted
from zugong.intake.signatures import LONGEST_SIGNATURE, Signature, is_contact, is_date, signature_line, trailing
from zugong.intake.stream import Stream, StreamReader, in_order

RED_HEAD, MARKS, SIGNATURE = "报头", "标题前后的标记", "署名的括号和标签"
REPEATED = "重复的署名"
DATE = "日期"
UNPLACED = "标题前的文字"
_END = 1 << 30
"behind all places"


def sort(manuscript: Manuscript, sections: Sequence[str], known_units: Collection[str]) -> Sorted:
    """Judges every paragraph; `sections` and `known_units` are the office's own."""
    ledger = Ledger(sum(len(one.content) for one in manuscript.paragraphs))
    for reason, count in manuscript.dropped:
        ledger.original += count
        ledger.remove(reason, count)
    found = Sorted(ledger)
    stream = StreamReader(manuscript, found).read(manuscript.paragraphs)
    look = body_look(stream.lines)
    rest, first = _headed(stream, look, sections, known_units, found)
    rest, attached = detached(stream, rest, ledger)
    rest = _signed(without_list(rest, attached, ledger), known_units, found)
    rest = _unsigned(rest, look, known_units, found)
    if not found.units:
        found.guesses.append("没有认出供稿单位，请补上")
    end = attached[0].first if attached else _END
    found.body += _blocks(stream, rest, look, found, (first, end))
    _attach(stream, attached, look, found)
    return found


def _headed(
    stream: Stream, look: BodyLook, sections: Sequence[str], known: Collection[str], found: Sorted
) -> tuple[list[Line], int]:
    """The lines below the headline, and the place where they begin."""
    lines = stream.lines
    heading = find_heading(lines, look, sections)
    if heading is None:
        found.guesses.append("没有认出标题，请补上")
        return list(lines), 0
    found.headline = heading.text
    found.ledger.remove(MARKS, heading.dropped)
    found.guesses.append(f"标题取自第 {heading.first + 1} 段：{heading.reason}")
    _above(lines[: heading.first], sections, known, found)
    first = stream.place(lines[heading.first])
    _set_aside(stream, first, found)
    return _below(lines, heading, known, found), first


def _set_aside(stream: Stream, first: int, found: Sorted) -> None:
    """Tables and figures above the headline belong to a red head, not to the text."""
    for place, block in stream.blocks:
        if place < first and isinstance(block, DraftTable):
            found.asides += [Aside("标题前的表格", text) for text in block.texts if text]
        elif place < first and isinstance(block, DraftFigure):
            found.asides += [Aside("标题前的图注", block.caption)] if block.caption else []


def _blocks(
    stream: Stream, lines: Sequence[Line], look: BodyLook, found: Sorted, between: tuple[int, int]
) -> list[DraftBlock]:
    """Paragraphs, headings, tables and figures in their order."""
    tight = [line for line in (tightened(one, found.ledger) for one in lines) if line.content]
    made: list[tuple[Line, DraftBlock]] = [
        (line, _paragraph(line, level, look, found)) for line, level in zip(tight, levels(tight, look), strict=True)
    ]
    return in_order(stream, made, *between)


def _paragraph(line: Line, level: int, look: BodyLook, found: Sorted) -> BodyParagraph:
    if level:
        found.guesses.append(f"小标题（第 {level} 级）：{line.content[:20]}")
        return BodyParagraph(line.content, (), level)
    stretches = leads(line, look)
    if stretches == ((0, len(line.content)),):
        found.guesses.append(f"整段都是段首语：{line.content[:20]}")
    return BodyParagraph(line.content, stretches)


def _attach(stream: Stream, attached: Sequence[Attached], look: BodyLook, found: Sorted) -> None:
    for number, one in enumerate(attached):
        end = attached[number + 1].first if number + 1 < len(attached) else _END
        body = _blocks(stream, one.lines, look, found, (one.first, end))
        title = tightened(one.title, found.ledger).content
        found.attachments.append(DraftAttachment(title, tuple(body)))
        found.guesses.append(f"附件 {number + 1}：{title[:20]}")


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
            found.asides.append(Aside(DATE, text))
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
            found.asides.append(Aside(DATE if is_date(text) else "撰稿和联系方式", text))
        elif signature is not None and not _already(signature, found):
            _take(signature, found, "最后的署名")
        elif _is_sign_off(rest[-1], signature):
            _sign_off(text, found)
        else:
            break
        rest.pop()
    return _without_trailing(rest, known, found)


def _unsigned(lines: list[Line], look: BodyLook, known: Collection[str], found: Sorted) -> list[Line]:
    """Without a unit on the first line: the one that signed below too, or the only one there is."""
    if len(lines) < 2 or len(lines[0].content) > LONGEST_SIGNATURE:
        return lines
    signature = signature_line(lines[0].content, known)
    if signature is None or not signature.units or lines[0].raw.outline:
        return lines
    if _already(signature, found) and not signature.rest:
        found.ledger.remove(REPEATED, lines[0].content)
        return lines[1:]
    if found.units or stretches_out(lines[0], look) or len(lines[1].content) <= LONGEST_SIGNATURE:
        return lines
    _take(signature, found, "标题下面的一行")
    return lines[1:]


def _sign_off(text: str, found: Sorted) -> None:
    """With the date that stood below it, if one did."""
    dated = bool(found.asides) and found.asides[-1].label == DATE
    found.sign_off[:0] = [text, *([found.asides.pop().text] if dated else [])]


def _is_sign_off(line: Line, signature: Signature | None) -> bool:
    """A unit that is known already and stands at the right: 落款."""
    return signature is not None and line.raw.align == "right" and not (signature.rest or signature.dropped)


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
        found.ledger.remove(REPEATED, "".join(signature.units))
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
