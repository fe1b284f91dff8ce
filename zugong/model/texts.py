"""Every text of an issue that editors wrote, whatever field it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.model.bulletin import Standing
from zugong.model.issue import Issue, Item
from zugong.model.prose import Paragraph, Text
from zugong.model.structures import BodyBlock, Figure, Table


def texts_of(issue: Issue) -> Iterator[str]:
    """The texts in no order; a template with its placeholders."""
    bulletin = issue.bulletin
    fields = (bulletin.title, bulletin.issuing_office, bulletin.number_format)
    yield from _given(*fields, *bulletin.title_lines, *_standing(issue.standing))
    yield from (paragraph.content for paragraph in issue.editors_note)
    for item in issue.items:
        yield from _item(item)


def _given(*texts: Text | None) -> Iterator[str]:
    return (text.content for text in texts if text is not None)


def _standing(standing: Standing) -> Iterator[Text | None]:
    for line in standing.distribution:
        yield from (line.label, line.content, line.right)
    for row in standing.masthead:
        yield from (row.left, row.centre, row.right)
    yield from standing.after_colophon
    yield from (standing.contents_title, standing.section_heading, standing.item_marker, standing.print_run_format)
    yield from (standing.classification, standing.copy_number, standing.signer)


def _item(item: Item) -> Iterator[str]:
    extras = item.extras
    fields = (item.headline, extras.subtitle, extras.metadata, *extras.byline, *extras.sign_off, *item.source_units)
    yield from _given(*fields)
    yield item.marker or ""
    if item.section:
        yield from _given(item.section.name, item.section.heading)
    yield from (paragraph.content for paragraph in extras.note)
    yield from _body(item.body)
    for attachment in extras.attachments:
        yield from _given(attachment.title)
        yield from _body(attachment.body)


def _body(body: tuple[BodyBlock, ...]) -> Iterator[str]:
    for block in body:
        match block:
            case Paragraph():
                yield block.content
            case Table():
                yield from _given(block.title, block.unit, *block.notes)
                yield from (cell.content for row in (*block.head, *block.rows) for cell in row.cells)
            case Figure():
                yield from _given(block.caption)
