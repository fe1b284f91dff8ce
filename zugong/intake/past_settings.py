"""What a past issue sets otherwise than bulletin.yaml, as lines of its issue.yaml."""

from __future__ import annotations

from zugong.intake.item_text import scalar
from zugong.intake.past_headlines import Marks
from zugong.intake.past_looks import look_settings, section_mark
from zugong.intake.past_parts import PastIssue, PastLine
from zugong.model.bulletin import ContentsSections, EntryNumbering, Standing
from zugong.model.prose import Text
from zugong.text.dates import format_date, format_date_in_words

_NUMBERING = {EntryNumbering.NONE: "无", EntryNumbering.ARABIC: "1.", EntryNumbering.CHINESE: "一、"}


def issue_settings(past: PastIssue) -> list[str]:
    """The fields; `past` has a date."""
    assert past.issued_on is not None
    usual = past.bulletin.standing if past.bulletin else Standing()
    lines = [f"日期: {format_date(past.issued_on)}"]
    lines += [f"总期号: {past.serial}"] if past.serial else []
    lines += _sections(past, [one.name.content for one in usual.sections])
    lines += _contents(past, usual)
    lines += _flag("领导批示", past.instruction_box, usual.instruction_box)
    lines += look_settings(past, usual)
    lines += _values(past, usual)
    lines += [] if past.usual_distribution else _distribution(past, usual)
    if not past.usual_after:
        lines += ["版记后:", *(f"  - {scalar(one)}" for one in past.after)] if past.after else ["版记后: 无"]
    return lines


def _flag(name: str, here: bool, usual: bool) -> list[str]:
    return [] if here == usual else [f"{name}: {'有' if here else '无'}"]


def _contents(past: PastIssue, usual: Standing) -> list[str]:
    lines = _flag("目录", past.contents, usual.contents)
    if not past.contents:
        return lines
    if past.contents_title != _printed(usual.contents_title):
        lines.append(f"目录标题: {scalar(past.contents_title) or '无'}")
    by_items = usual.entry_numbering is EntryNumbering.NONE and Marks(past.bulletin).counted
    if past.entry_numbering != _NUMBERING[usual.entry_numbering] and not by_items:
        lines.append(f"目录序号: {past.entry_numbering}")
    said = past.foreign is None and usual.contents_sections is ContentsSections.WITH_PAGES
    if not said and past.bulletin is not None:
        lines += _flag("目录页码", past.contents_pages, usual.contents_pages)
    return lines


def _printed(text: Text | None) -> str:
    """White space as it is compared."""
    return "\u3000".join(text.content.split()) if text else ""


def _values(past: PastIssue, usual: Standing) -> list[str]:
    """密级、份号、签发人、印数 where they are not what the office has always."""
    named = (
        ("密级", usual.classification),
        ("份号", usual.copy_number),
        ("紧急程度", usual.urgency),
        ("签发人", usual.signer),
        ("印数", usual.print_run),
    )
    lines: list[str] = []
    for name, standing in named:
        here = past.values.get(name, "")
        if here and here != _printed(standing):
            lines.append(f"{name}: {scalar(here)}")
        elif not here and standing is not None and past.bulletin is not None:
            lines.append(f"{name}: 无")
    return lines


def _sections(past: PastIssue, usual: list[str]) -> list[str]:
    if not past.sections:
        return ["栏目: 无"] if usual else []
    if [one for one in usual if one in past.sections] == past.sections:
        return []
    return ["栏目:", *(line for one in past.sections for line in _section(one, past))]


def _section(name: str, past: PastIssue) -> list[str]:
    """An item without a unit shows that the section asks for none."""
    if all(item.units for item in past.items if item.section == name):
        return [f"  - {scalar(name)}"]
    return [f"  - 名称: {scalar(name)}", "    供稿单位: 可省", *section_mark(name, past)]


def _distribution(past: PastIssue, usual: Standing) -> list[str]:
    known = [PastLine(_content(one.label), one.content.content, _content(one.right)) for one in usual.distribution]
    if past.distribution == known:
        return []
    if not past.distribution:
        return ["版记: 无"]
    return ["版记:", *(_line(_as_templates(one, past)) for one in past.distribution)]


def _as_templates(line: PastLine, past: PastIssue) -> PastLine:
    """With {日期} and {印数}: what the program writes itself cannot be forgotten in the next issue."""
    assert past.issued_on is not None
    if past.foreign is None:
        return line
    right = line.right
    for day in (format_date(past.issued_on), format_date_in_words(past.issued_on)):
        right = right.replace(day, "{日期}")
    copies = past.values.get("印数")
    return PastLine(line.label, line.content, right.replace(f"印{copies}份", "印{印数}份") if copies else right)


def _content(text: Text | None) -> str:
    return text.content if text else ""


def _line(line: PastLine) -> str:
    label = f"{line.label}：" if line.right and line.label else ""
    content = scalar(label + line.content)
    if line.right:
        return f"  - 左: {content}\n    右: {scalar(line.right)}"
    return f"  - {scalar(line.label)}: {content}" if line.label else f"  - {content}"
