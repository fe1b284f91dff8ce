"""All issues of a workspace: which there are, and what the checks may know of them."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem
from zugong.model.issue import IssueIndexEntry, IssueKey
from zugong.sources.files import read_text, shown_path
from zugong.sources.issue import issue_dir
from zugong.sources.reading import Reading
from zugong.sources.record import open_record
from zugong.sources.tables import ISSUE
from zugong.sources.workspace import survey
from zugong.sources.yaml_reader import read_yaml


def read_archive(root: Path) -> Reading[tuple[IssueIndexEntry, ...]]:
    """An entry for each issue, the oldest first; problems only of folders that are no issue."""
    keys = survey(root)
    return Reading(tuple(read_entry(root, key) for key in keys.value), keys.problems)


def read_entry(root: Path, key: IssueKey) -> IssueIndexEntry:
    """The entry for one issue; what is wrong in its issue.yaml is told when that issue itself is read."""
    path = issue_dir(root, key) / "issue.yaml"
    ignored: list[Problem] = []
    text = read_text(root, path).value
    tree = read_yaml(text.lines, text.path).value if text else None
    record = open_record(tree, ISSUE, ignored) if tree else None
    dated, serial = (record.day("issued_on"), record.number("serial")) if record else (None, None)
    origin = dated.origin if dated else Location(shown_path(root, path))
    return IssueIndexEntry(key, dated.day if dated else None, origin, serial)
