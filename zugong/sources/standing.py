"""What bulletin.yaml sets and issue.yaml may set anew, read by one function for both."""

from __future__ import annotations

from zugong.diagnostics import Location, error
from zugong.model.bulletin import DistributionLine, EntryNumbering, HeadlinePlacement, LastPage, Section, Standing
from zugong.sources.record import Record

PLAIN = Standing((), (), False, EntryNumbering.NONE, False, HeadlinePlacement.RUN_IN)
"what holds where nothing is set"


def read_standing(record: Record, base: Standing) -> Standing:
    """The base with everything that this file sets."""
    contents, box = record.flag("contents"), record.flag("instruction_box")
    numbering = record.choice("entry_numbering")
    placement, last_page = record.choice("headline_placement"), record.choice("last_page")
    return Standing(
        sections=_sections(record) if record.given("sections") else base.sections,
        distribution=_distribution(record) if record.given("distribution") else base.distribution,
        contents=base.contents if contents is None else contents,
        entry_numbering=EntryNumbering(numbering) if numbering else base.entry_numbering,
        instruction_box=base.instruction_box if box is None else box,
        headline_placement=HeadlinePlacement(placement) if placement else base.headline_placement,
        last_page=LastPage(last_page) if last_page else base.last_page,
    )


def sections_place(record: Record, base: Standing, otherwise: Location) -> Location:
    """Where the sections that hold were declared."""
    if record.given("sections"):
        return record.place("sections")
    return base.sections[0].name.origin if base.sections else otherwise


def _sections(record: Record) -> tuple[Section, ...]:
    found: dict[str, Section] = {}
    for inner in record.records("sections"):
        name = inner.required_text("name")
        optional = inner.choice("source_unit") == "optional"
        if name is None or not name.content:
            continue
        if name.content in found:
            message = f"栏目“{name.content}”写了两次"
            record.problems.append(error("duplicate-section", message, name.origin, "删去一个", len(name.content)))
        found.setdefault(name.content, Section(name, not optional))
    return tuple(found.values())


def _distribution(record: Record) -> tuple[DistributionLine, ...]:
    return tuple(DistributionLine(label, content) for label, content in record.labelled("distribution"))
