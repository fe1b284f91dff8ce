"""The body of a .yaml item: 正文 as one text, or 段落 as a list of paragraphs, headings, tables and figures."""

from __future__ import annotations

from zugong.diagnostics import Problem, error
from zugong.model.prose import Paragraph, Run, Text
from zugong.model.structures import BodyBlock
from zugong.sources.blocks import read_blocks
from zugong.sources.characters import visible_pieces
from zugong.sources.figures import read_figure
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line, Mapping, Scalar
from zugong.sources.record import Record, inner_record
from zugong.sources.values import wrong_kind
from zugong.sources.yaml_tables import read_table
from zugong.text.ordinals import ordinal_of


def read_record_body(record: Record, materials: Materials) -> tuple[BodyBlock, ...]:
    """正文 and 段落 of an item; only one of them may be given."""
    if record.given("body") and record.given("paragraphs"):
        place = record.place("paragraphs")
        advice = "把文字并到一处，删去另一个"
        record.problems.append(error("body-given-twice", "“正文”和“段落”只能写一个", place, advice, 2))
    listed = (block for inner in record.records("paragraphs") for block in _blocks(inner, materials))
    return (*_text(record, materials), *listed)


def _text(record: Record, materials: Materials) -> tuple[BodyBlock, ...]:
    node = record.given("body")
    if node is None:
        return ()
    if not isinstance(node, Scalar):
        record.problems.append(wrong_kind(node, record.table["body"].name, "一段文字"))
        return ()
    reading = read_blocks(node.lines, materials)
    record.problems.extend(reading.problems)
    return reading.value


def _blocks(inner: Record, materials: Materials) -> list[BodyBlock]:
    """What one entry of 段落 holds, top to bottom: 小标题, text, 表格, 图片."""
    found: list[BodyBlock] = [*_heading(inner), *_paragraphs(inner)]
    table, figure = _structure(inner, "table"), _structure(inner, "figure")
    read = (read_table(table) if table else None, read_figure(figure, materials) if figure else None)
    return [*found, *(block for block in read if block is not None)]


def _structure(inner: Record, key: str) -> Record | None:
    """The fields of a table or figure; None when it is not given, or told to be no mapping."""
    record = inner_record(inner, key)
    return record if isinstance(inner.given(key), Mapping) else None


def _heading(inner: Record) -> list[Paragraph]:
    level, text = inner.number("level"), inner.text("subheading")
    runs = _runs(inner, "subheading", text, lead=False)
    if not runs or text is None:
        if level is not None:
            message, advice = "“层级”要和“小标题”一起写", "写上小标题，或者删去层级"
            inner.problems.append(error("level-without-heading", message, inner.place("level"), advice))
        return []
    if level is not None and not 1 <= level <= 4:
        inner.problems.append(_bad_level(inner))
        level = None
    number = ordinal_of(text.content)
    return [Paragraph(runs, level=level or (number.level if number else 1))]


def _bad_level(inner: Record) -> Problem:
    message = "小标题的层级只能是 1 到 4"
    return error("bad-level", message, inner.place("level"), inner.table["level"].about)


def _paragraphs(inner: Record) -> list[Paragraph]:
    """A text, or a pair of 段首语 and 正文."""
    lead = _runs(inner, "lead_phrase", inner.text("lead_phrase"), lead=True)
    body = inner.markdown("body")
    if not lead:
        return list(body)
    first = body[0] if body else Paragraph(())
    return [Paragraph((*lead, *first.runs), first.ignores), *body[1:]]


def _runs(inner: Record, key: str, text: Text | None, *, lead: bool) -> tuple[Run, ...]:
    """The field's text line by line, each character with its place."""
    node = inner.given(key)
    if text is None or not isinstance(node, Scalar):
        return ()
    return tuple(run for line in node.lines for run in _line_runs(line, lead))


def _line_runs(line: Line, lead: bool) -> list[Run]:
    pieces = visible_pieces(line.content)
    return [Run(piece.replace("\t", " "), line.origin.shifted(offset), lead) for offset, piece in pieces]
