"""One issue's folder → IssueDraft: issue.yaml and the item files."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem, error, has_errors
from zugong.model.bulletin import Bulletin
from zugong.model.issue import IssueDraft, IssueKey, ItemDraft
from zugong.sources.attachments import unnamed_attachments
from zugong.sources.files import SourceText, read_text, shown_path
from zugong.sources.folder import ItemFile, item_files
from zugong.sources.item import read_item
from zugong.sources.order import by_list, by_name
from zugong.sources.reading import Reading, capped
from zugong.sources.record import Record, open_record
from zugong.sources.standing import PLAIN, read_standing, sections_place
from zugong.sources.tables import ISSUE
from zugong.sources.yaml_reader import read_yaml


def issue_dir(root: Path, key: IssueKey) -> Path:
    """The folder of an issue."""
    return root / "issues" / str(key.year) / key.folder


def read_issue(root: Path, key: IssueKey, bulletin: Bulletin | None) -> Reading[IssueDraft | None]:
    """The issue as written; None when issue.yaml cannot be read, with the problems of its items all the same."""
    folder = issue_dir(root, key)
    text = read_text(root, folder / "issue.yaml")
    problems: list[Problem] = []
    record = _record(text.value, problems) if text.value else None
    files = item_files(folder, shown_path(root, folder))
    items, item_problems = _items(root, files, record, problems)
    told = [*files.problems, *item_problems, *unnamed_attachments(root, folder, items)]
    if record is None or text.value is None:
        return Reading(None, (*text.problems, *capped(problems), *told))
    draft = _draft(record, key, bulletin, items, Location(text.value.path))
    return Reading(draft, (*text.problems, *capped(problems), *told))


def _record(source: SourceText, problems: list[Problem]) -> Record | None:
    tree = read_yaml(source.lines, source.path)
    problems.extend(tree.problems)
    return None if tree.value is None else open_record(tree.value, ISSUE, problems)


def _items(
    root: Path, files: Reading[tuple[ItemFile, ...]], record: Record | None, problems: list[Problem]
) -> tuple[tuple[ItemDraft, ...], list[Problem]]:
    """The items in the order of the paper, and what is wrong inside their files."""
    listed = record is not None and record.given("items") is not None
    if record is not None and listed:
        ordered = by_list(files.value, record.texts("items"), problems)
    else:
        ordered = by_name(files.value, problems)
    readings = [read_item(root, file.path) for file in ordered]
    return tuple(reading.value for reading in readings), [one for reading in readings for one in reading.problems]


def _draft(
    record: Record, key: IssueKey, bulletin: Bulletin | None, items: tuple[ItemDraft, ...], origin: Location
) -> IssueDraft:
    base = bulletin.of_series(key.series).standing if bulletin else PLAIN
    _compare_number(record, key)
    _known_series(record, key, bulletin)
    issued_on = record.day("issued_on")
    standing = read_standing(record, base)
    editors_note = record.markdown("editors_note")
    return IssueDraft(
        key=key,
        issued_on=issued_on,
        standing=standing,
        editors_note=editors_note,
        items=items,
        origin=origin,
        sections_origin=sections_place(record, base, bulletin.origin if bulletin else origin),
        serial=record.number("serial"),
        complete=not has_errors(tuple(record.problems)),
    )


def _known_series(record: Record, key: IssueKey, bulletin: Bulletin | None) -> None:
    if not key.series or bulletin is None or any(one.name.content == key.series for one in bulletin.series):
        return
    message = f"文件夹“{key.folder}”属于系列“{key.series}”，bulletin.yaml 里没有这个系列"
    advice = f"在 bulletin.yaml 里加“系列”，写上“- {key.series}”；或者把文件夹改成期号"
    record.problems.append(error("unknown-series", message, Location(record.origin.path, 0), advice))


def _compare_number(record: Record, key: IssueKey) -> None:
    number = record.number("number")
    node = record.given("number")
    if number is None or number == key.number or node is None:
        return
    message = f"“期号”写的是 {number}，文件夹却是 {key.number}"
    advice = "以文件夹为准：改成一致，或者删去这一行"
    record.problems.append(error("number-mismatch", message, node.origin, advice))
