"""One item file (稿件), .md or .yaml → ItemDraft."""

from __future__ import annotations

from pathlib import Path

from zugong.classes import replace
from zugong.diagnostics import Location, Problem, doubt, has_errors
from zugong.model.bulletin import HeadlinePlacement
from zugong.model.issue import Extras, ItemDraft, ItemKind
from zugong.model.prose import Text
from zugong.model.structures import BodyBlock
from zugong.sources.attachments import read_attachments
from zugong.sources.blocks import read_blocks
from zugong.sources.fields import Table
from zugong.sources.files import SourceText, read_text, shown_path
from zugong.sources.head import cut
from zugong.sources.ignores import read_ignores
from zugong.sources.materials import Materials
from zugong.sources.nodes import Node, Scalar
from zugong.sources.reading import Reading, capped
from zugong.sources.record import Record, open_record
from zugong.sources.tables import ITEM, ITEM_HEAD
from zugong.sources.yaml_reader import read_yaml
from zugong.text.patterns import Pattern, all_han

_SPACE_BEFORE_DATE = Pattern(r"(?<=[\w）)]) +(?=\d{2})", " ")


def read_item(root: Path, path: Path) -> Reading[ItemDraft]:
    """The item in a file; one that cannot be read gives an empty, incomplete draft that keeps its place."""
    text = read_text(root, path)
    if text.value is None:
        place = Location(shown_path(root, path))
        return Reading(ItemDraft(None, None, (), None, (), place, complete=False), text.problems)
    read = _yaml_item if path.suffix.lower() in (".yaml", ".yml") else _markdown_item
    item = read(text.value, Materials(root, path.parent))
    return Reading(item.value, capped((*text.problems, *item.problems)))


def _markdown_item(source: SourceText, materials: Materials) -> Reading[ItemDraft]:
    parts = cut(source)
    problems = [parts.problem] if parts.problem else []
    head = _head(parts.head, source.path, parts.first_line, ITEM_HEAD, problems)
    body = read_blocks(parts.body, materials)
    draft = _draft(head, source.path, body.value, problems)
    attached = _with_attachments(draft, head, materials)
    return Reading(attached.value, (*problems, *body.problems, *attached.problems))


def _yaml_item(source: SourceText, materials: Materials) -> Reading[ItemDraft]:
    from zugong.sources.body_records import read_record_body  # most items are Markdown

    problems: list[Problem] = []
    record = _head(source.lines, source.path, 1, ITEM, problems)
    bare = _draft(record, source.path, (), problems)
    body = read_record_body(record, materials)
    complete = bare.complete and (bool(body) or not has_errors(tuple(problems)))
    attached = _with_attachments(replace(bare, body=body, complete=complete), record, materials)
    return Reading(attached.value, (*problems, *attached.problems))


def _with_attachments(draft: ItemDraft, record: Record, materials: Materials) -> Reading[ItemDraft]:
    """The item with its attachments; what is wrong inside them is no fault of its own file."""
    reading = read_attachments(record, materials)
    extras = replace(draft.extras, attachments=reading.value)
    return Reading(replace(draft, extras=extras), reading.problems)


def _head(lines: tuple[str, ...], path: str, first_line: int, table: Table, problems: list[Problem]) -> Record:
    tree = read_yaml(lines, path, first_line)
    problems.extend(tree.problems)
    node: Node = Scalar((), Location(path, first_line)) if tree.value is None else tree.value
    return open_record(node, table, problems)


def _draft(record: Record, path: str, body: tuple[BodyBlock, ...], problems: list[Problem]) -> ItemDraft:
    """The fields of the head; it is complete when nothing was wrong with them."""
    headline, section = record.text("headline"), record.text("section")
    source_units = record.texts("source_unit")
    choice = record.choice("headline_placement")
    placement = HeadlinePlacement(choice) if choice else None
    ignores, extras = read_ignores(record), _extras(record)
    complete = not has_errors(tuple(problems))
    return ItemDraft(headline, section, source_units, placement, body, Location(path), complete, ignores, extras)


def _extras(record: Record) -> Extras:
    """What most items do without; the files of attachments are read by `attachments`."""
    kind = record.choice("item_kind")
    byline, sign_off = record.texts("byline"), record.texts("sign_off")
    for name, lines in (("署名", byline), ("落款", sign_off)):
        record.problems.extend(problem for line in lines for problem in _lost_space(line, name))
    return Extras(
        subtitle=record.text("subtitle"),
        byline=byline,
        note=record.markdown("note"),
        metadata=record.text("metadata"),
        kind=ItemKind(kind) if kind else None,
        sign_off=sign_off,
    )


def _lost_space(line: Text, name: str) -> list[Problem]:
    """A space before the date is dropped when the line is set: 县局 2026年1月8日 would run together."""
    spaces = _SPACE_BEFORE_DATE.finditer(line.content)
    found = next((one for one in spaces if all_han(line.content[one.start() - 1].strip("）)"))), None)
    if found is None:
        return []
    first, second = line.content[: found.start()], line.content[found.end() :]
    message = f"“{name}”里数字前面的空格不会印出"
    advice = f"分两行写成列表：{name}: [{first.strip()[-12:]}, {second.strip()[:12]}]"
    return [doubt("space-not-printed", message, line.origin.shifted(found.start()), advice, len(found.group()))]
