"""One item file (稿件), .md or .yaml → ItemDraft."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem, error, has_errors
from zugong.model.bulletin import HeadlinePlacement
from zugong.model.issue import ItemDraft
from zugong.model.prose import Paragraph, Run
from zugong.sources.characters import visible_pieces
from zugong.sources.fields import Table
from zugong.sources.files import SourceText, read_text, shown_path
from zugong.sources.head import cut
from zugong.sources.ignores import read_ignores
from zugong.sources.markdown import read_body
from zugong.sources.nodes import Line, Node, Scalar
from zugong.sources.reading import Reading, capped
from zugong.sources.record import Record, open_record
from zugong.sources.tables import ITEM, ITEM_HEAD
from zugong.sources.yaml_reader import read_yaml


def read_item(root: Path, path: Path) -> Reading[ItemDraft]:
    """The item in a file; one that cannot be read gives an empty, incomplete draft that keeps its place."""
    text = read_text(root, path)
    if text.value is None:
        place = Location(shown_path(root, path))
        return Reading(ItemDraft(None, None, (), None, (), place, complete=False), text.problems)
    read = _yaml_item if path.suffix.lower() in (".yaml", ".yml") else _markdown_item
    item = read(text.value)
    return Reading(item.value, capped((*text.problems, *item.problems)))


def _markdown_item(source: SourceText) -> Reading[ItemDraft]:
    parts = cut(source)
    problems = [parts.problem] if parts.problem else []
    head = _head(parts.head, source.path, parts.first_line, ITEM_HEAD, problems)
    body = read_body(parts.body)
    draft = _draft(head, source.path, body.value, problems)
    return Reading(draft, (*problems, *body.problems))


def _yaml_item(source: SourceText) -> Reading[ItemDraft]:
    problems: list[Problem] = []
    record = _head(source.lines, source.path, 1, ITEM, problems)
    bare = _draft(record, source.path, (), problems)
    body = (*record.markdown("body"), *_paragraphs(record))
    if record.given("body") and record.given("paragraphs"):
        place = record.place("paragraphs")
        problems.append(error("body-given-twice", "“正文”和“段落”只能写一个", place, "把文字并到一处，删去另一个", 2))
    found = ItemDraft(
        bare.headline,
        bare.section,
        bare.source_units,
        bare.headline_placement,
        body,
        bare.origin,
        bare.complete and (bool(body) or not has_errors(tuple(problems))),
        bare.ignores,
    )
    return Reading(found, tuple(problems))


def _head(lines: tuple[str, ...], path: str, first_line: int, table: Table, problems: list[Problem]) -> Record:
    tree = read_yaml(lines, path, first_line)
    problems.extend(tree.problems)
    node: Node = Scalar((), Location(path, first_line)) if tree.value is None else tree.value
    return open_record(node, table, problems)


def _draft(record: Record, path: str, body: tuple[Paragraph, ...], problems: list[Problem]) -> ItemDraft:
    """The fields of the head; it is complete when nothing was wrong with them."""
    headline, section = record.text("headline"), record.text("section")
    source_units = record.texts("source_unit")
    choice = record.choice("headline_placement")
    placement = HeadlinePlacement(choice) if choice else None
    ignores = read_ignores(record)
    complete = not has_errors(tuple(problems))
    return ItemDraft(headline, section, source_units, placement, body, Location(path), complete, ignores)


def _paragraphs(record: Record) -> tuple[Paragraph, ...]:
    """段落: texts, or pairs of 段首语 and 正文."""
    found: list[Paragraph] = []
    for inner in record.records("paragraphs"):
        lead = _lead_runs(inner)
        body = inner.markdown("body")
        if lead:
            first = body[0].runs if body else ()
            found += [Paragraph((*lead, *first)), *body[1:]]
        else:
            found += body
    return tuple(found)


def _lead_runs(inner: Record) -> tuple[Run, ...]:
    node = inner.given("lead_phrase")
    if inner.text("lead_phrase") is None or not isinstance(node, Scalar):
        return ()
    return tuple(run for line in node.lines for run in _line_runs(line))


def _line_runs(line: Line) -> list[Run]:
    pieces = visible_pieces(line.content)
    return [Run(piece.replace("\t", " "), line.origin.shifted(offset), lead=True) for offset, piece in pieces]
