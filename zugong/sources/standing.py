"""What bulletin.yaml sets and a series or an issue.yaml may set anew, read by one function for all."""

from __future__ import annotations

import re
from enum import Enum

from zugong import terms
from zugong.classes import replace
from zugong.diagnostics import Location, Problem, doubt, error
from zugong.model.bulletin import (
    ContentsSections,
    Counting,
    DateStyle,
    EntryNumbering,
    HeadlinePlacement,
    LastPage,
    MastheadPart,
    MastheadRow,
    PrintRunPlacement,
    Section,
    SourceUnitPlacement,
    Standing,
)
from zugong.model.prose import Text
from zugong.sources.colons import colon_problem
from zugong.sources.colophon import read_distribution
from zugong.sources.nodes import Scalar
from zugong.sources.record import Record
from zugong.sources.templates import literal_braces, section_heading_problems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Choice = TypeVar("Choice", bound=Enum)


_ADDED = Location("", 0, 0)

_PLAIN_TEXT = ("contents_title", "entry_marker", "item_marker", "classification", "urgency", "copy_number", "signer")
"fields without placeholders that are taken for templates"

PLAIN = Standing(
    masthead=(
        MastheadRow(MastheadPart.TITLE),
        MastheadRow(MastheadPart.NUMBER),
        MastheadRow(MastheadPart.LINE, Text("{编发单位}", _ADDED), None, Text("{日期}", _ADDED), rule=True),
    )
)
"what holds where nothing is set"


def read_standing(record: Record, base: Standing) -> Standing:
    """The base with everything that this file sets."""
    for key in _PLAIN_TEXT:
        if record.given(key):
            record.problems.extend(literal_braces(_said(record, key, None), record.table[key].name))
    return _furniture(record, _items(record, _contents(record, base)))


def _contents(record: Record, base: Standing) -> Standing:
    return replace(
        base,
        contents=_flag(record, "contents", base.contents),
        contents_title=record.optional("contents_title", base.contents_title),
        contents_pages=_flag(record, "contents_pages", base.contents_pages),
        contents_sections=_choice(record, "contents_sections", base.contents_sections, ContentsSections),
        contents_headings=_flag(record, "contents_headings", base.contents_headings),
        entry_marker=record.optional("entry_marker", base.entry_marker),
        entry_numbering=_choice(record, "entry_numbering", base.entry_numbering, EntryNumbering),
        instruction_box=_flag(record, "instruction_box", base.instruction_box),
        body_on_new_page=_flag(record, "body_on_new_page", base.body_on_new_page),
    )


def _items(record: Record, base: Standing) -> Standing:
    placement = base.source_unit_placement
    heading = record.optional("section_heading", base.section_heading)
    if record.given("section_heading"):
        record.problems.extend(section_heading_problems(heading))
    return replace(
        base,
        sections=_sections(record) if record.given("sections") else base.sections,
        section_heading=heading,
        headline_placement=_choice(record, "headline_placement", base.headline_placement, HeadlinePlacement),
        item_marker=_said(record, "item_marker", base.item_marker),
        headline_stop=_flag(record, "headline_stop", base.headline_stop),
        counting=_choice(record, "counting", base.counting, Counting),
        source_unit_placement=_choice(record, "source_unit_placement", placement, SourceUnitPlacement),
    )


def _furniture(record: Record, base: Standing) -> Standing:
    """报头、版记 and what stands in them."""
    run, placement = _print_run(record, base), base.print_run_placement
    return replace(
        base,
        masthead=_masthead(record) if record.given("masthead") else base.masthead,
        date_style=_choice(record, "date_style", base.date_style, DateStyle),
        classification=_said(record, "classification", base.classification),
        urgency=_said(record, "urgency", base.urgency),
        copy_number=_said(record, "copy_number", base.copy_number),
        signer=_said(record, "signer", base.signer),
        print_run=run,
        print_run_format=record.optional("print_run_format", base.print_run_format),
        print_run_placement=_choice(record, "print_run_placement", placement, PrintRunPlacement),
        last_page=_choice(record, "last_page", base.last_page, LastPage),
        distribution=read_distribution(record) if record.given("distribution") else base.distribution,
        after_colophon=record.templates("after_colophon") if record.given("after_colophon") else base.after_colophon,
    )


def _flag(record: Record, key: str, base: bool) -> bool:
    value = record.flag(key)
    return base if value is None else value


def _choice(record: Record, key: str, base: Choice, kind: type[Choice]) -> Choice:
    value = record.choice(key)
    return kind(value) if value else base


def _said(record: Record, key: str, base: Text | None) -> Text | None:
    """A text; 无 gives an empty one, which is not the same as none given."""
    if record.given(key) is None:
        return base
    return Text("", record.place(key)) if record.empties(key) else record.text(key)


def _print_run(record: Record, base: Standing) -> Text | None:
    if record.empties("print_run"):
        return None
    number = record.number("print_run")
    return base.print_run if number is None else Text(str(number), record.place("print_run"))


def _masthead(record: Record) -> tuple[MastheadRow, ...]:
    """The rows; the rule stands below the last line that is no 刊名 or 期号, unless a row says where."""
    given = record.records("masthead")
    found = [row for inner in given if (row := _row(inner)) is not None]
    title = next((at for at, row in enumerate(found) if row.part is MastheadPart.TITLE), 0)
    found = [replace(row, above_title=row.part is MastheadPart.LINE and at < title) for at, row in enumerate(found)]
    if found and not any(inner.given("rule_under") for inner in given):
        last = found[-1]
        found[-1] = replace(last, rule=last.part is MastheadPart.LINE and not last.above_title)
    return tuple(found)


def _row(record: Record) -> MastheadRow | None:
    if bare := _bare_text(record):
        record.problems.append(bare)
        return None
    part, rule = record.choice("part"), record.flag("rule_under") or False
    left, centre, right = (record.template(key) for key in ("left", "centre", "right"))
    if part is not None:
        record.problems.extend(_beside(record))
        return MastheadRow(MastheadPart(part))
    if not (left or centre or right):
        if not any(map(record.given, ("part", "left", "centre", "right"))) and not _told(record):
            advice = '写成“- 刊名”“- 期号”，或者“- {左: "{编发单位}", 右: "{日期}"}”'
            record.problems.append(error("empty-masthead-row", "“报头”的这一行没有内容", record.origin, advice))
        return None
    return MastheadRow(MastheadPart.LINE, left, centre, right, rule)


def _bare_text(record: Record) -> Problem | None:
    """`- 内部资料`: a text that does not say on which side it stands."""
    node = record.given("part")
    if not isinstance(node, Scalar) or record.entries["part"].key.lines or terms.chosen("part", node.value):
        return None
    slip = colon_problem(node.lines[0])
    if slip and record.table.find(re.split("[:：]", node.value)[0].strip()):
        return slip
    message = f"“报头”的这一行“{node.value[:20]}”要说明放在左边、中间还是右边"
    advice = f'写成“- {{左: "{node.value[:20]}"}}”，或者用 中、右；刊名、期号各自一行写“- 刊名”“- 期号”'
    return error("masthead-side", message, node.origin, advice, len(node.lines[0].content))


def _told(record: Record) -> bool:
    """Whether something about this row was told already: a field that is not known."""
    at = (record.origin.path, record.origin.line)
    return any((one.origin.path, one.origin.line) == at for one in record.problems)


def _beside(record: Record) -> list[Problem]:
    """What a row of 刊名 or 期号 has no place for."""
    beside = next((key for key in ("left", "centre", "right", "rule_under") if record.given(key)), None)
    if beside is None:
        return []
    message = f"刊名、期号这样的一行里，“{record.table[beside].name}”不起作用，不会印出"
    advice = '另写一行；期号要和别的字同行，就写“- {左: "{期号行}", 右: ……}”'
    return [doubt("masthead-row-mixed", message, record.place(beside), advice)]


def sections_place(record: Record, base: Standing, otherwise: Location) -> Location:
    """Where the sections that hold were declared."""
    if record.given("sections"):
        return record.place("sections")
    return base.sections[0].name.origin if base.sections else otherwise


def _sections(record: Record) -> tuple[Section, ...]:
    found: dict[str, Section] = {}
    for inner in record.records("sections"):
        name = inner.required_text("name")
        section = None if name is None or not name.content else _section(inner, name)
        if name is None or section is None:
            continue
        if name.content in found:
            message = f"栏目“{name.content}”写了两次"
            record.problems.append(error("duplicate-section", message, name.origin, "删去一个", len(name.content)))
        found.setdefault(name.content, section)
    return tuple(found.values())


def _section(record: Record, name: Text) -> Section:
    counting, placement = record.choice("counting"), record.choice("headline_placement")
    heading, marker = record.optional("heading", None), _said(record, "item_marker", None)
    record.problems.extend((*section_heading_problems(heading), *literal_braces(marker, "稿件标记")))
    return Section(
        name,
        record.choice("source_unit") != "optional",
        Text("{栏目}", name.origin) if record.empties("heading") else heading,
        marker,
        Counting(counting) if counting else None,
        HeadlinePlacement(placement) if placement else None,
    )
