"""What `zugong schema` says of a file and what the readers say: the same, but for the differences named here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.support.yaml_views import BrokenYamlError, as_1_1, as_core, as_text
from zugong.checks.fields import missing_date, missing_headline
from zugong.diagnostics import Problem, Severity
from zugong.model.issue import IssueKey
from zugong.sources.bulletin import read_bulletin
from zugong.sources.files import read_text, shown_path
from zugong.sources.folder import item_files
from zugong.sources.head import cut
from zugong.sources.issue import read_issue
from zugong.sources.item import read_item
from zugong.sources.registers import read_registers
from zugong.sources.schema import KINDS, SchemaKind, schema_of
from zugong.sources.styles import read_styles
from zugong.sources.tables import ITEM_HEAD
from zugong.sources.workspace import issue_keys

ROOT = Path(__file__).parents[2]
READING, RULES, SHEETS = (ROOT / "tests" / "cases" / name for name in ("reading", "checks", "sheet"))

READER_ALONE = {
    "duplicate-key": "a mapping that was parsed has each key once; editors mark doubles themselves",
    "one-line": "an empty line inside a text is folded away by the parser",
    "comment-after-value": "comments are no part of the data",
    "needs-quotes": "anchors, aliases and tags are YAML, only not ours",
    "bidi-control": "the readers drop such characters and say so; a pattern would repeat it at every field",
    "control-character": "the same",
    "merge-conflict": "marks of git inside a text that runs over several lines",
    "full-width-colon": "a line taken into the value above it",
    "missing-space-after-colon": "the same",
    "impossible-date": "no pattern knows how long a month is",
    "body-given-twice": "a rule on two fields",
    "level-without-heading": "a rule on two fields",
    "empty-masthead-row": "a rule on several fields",
    "duplicate-section": "a rule on several entries",
    "duplicate-series": "a rule on several entries",
    "item-listed-twice": "a rule on several entries",
    "attachment-twice": "a rule on several entries",
    "uneven-rows": "a rule on several rows",
    "bad-series-name": "letters of all scripts are a matter of Unicode",
    "bad-file-name": "depends on what the placeholders are filled with",
    "number-mismatch": "the folder's name",
    "item-missing": "names of files",
    "item-ambiguous": "names of files",
    "material-missing": "names of files",
    "bad-path": "names of files",
    "bad-attachment": "another file",
    "bad-picture": "another file",
    "unknown-series": "another file",
    "missing-headline": "a headline of nothing but the mark △",
    "unclosed-bold": "marks inside a text",
    "image-in-body": "marks inside a text",
    "impossible-sheet": "what is possible depends on other measures",
    "unknown-face": "depends on the names under 字体",
}
"errors of the readers that no schema can tell → why"

SCHEMA_ALONE: dict[str, str] = {}
"files refused by the schema alone → why"


@dataclass(frozen=True, slots=True)
class Seen:
    """A file with what the readers hold against it."""

    kind: str
    path: Path
    lines: tuple[str, ...]
    errors: tuple[Problem, ...]


def workspaces() -> Iterator[Path]:
    """This repository, every example, every case that is a whole workspace."""
    yield ROOT
    for folder in (ROOT / "examples", ROOT / "tests" / "cases"):
        for path in sorted(folder.rglob("issues/bulletin.yaml")):
            yield path.parent.parent


@cache
def everything() -> tuple[Seen, ...]:
    found = [one for root in workspaces() for one in _in_workspace(root)]
    found += [one for root in sorted(SHEETS.iterdir()) for one in _sheet(root)]
    lone = [path for case in sorted(READING.iterdir()) for path in case.iterdir() if path.stem == "item"]
    found += [one for path in lone for one in _item(path.parent, path)]
    for path in sorted(RULES.rglob("*.md")):
        found += _item(path.parent, path)
    return tuple(found)


def _sheet(root: Path) -> Iterator[Seen]:
    yield from _file(root, "sheet", root / "issues" / "templates" / "sheet.yaml", read_styles(root).problems)


def _in_workspace(root: Path) -> Iterator[Seen]:
    bulletin = read_bulletin(root)
    yield from _file(root, "bulletin", root / "issues" / "bulletin.yaml", bulletin.problems)
    registers = read_registers(root).problems
    for name in ("units", "terms"):
        yield from _file(root, name, root / "issues" / f"{name}.yaml", registers)
    yield from _sheet(root)
    for key in issue_keys(root):
        folder = root / "issues" / str(key.year) / key.folder
        yield from _issue(root, key, folder / "issue.yaml")
        for file in item_files(folder, shown_path(root, folder)).value:
            yield from _item(root, file.path)


def _issue(root: Path, key: IssueKey, path: Path) -> Iterator[Seen]:
    reading = read_issue(root, key, read_bulletin(root).value)
    missing = missing_date(reading.value, None) if reading.value else ()
    yield from _file(root, "issue", path, (*reading.problems, *missing))


def _item(root: Path, path: Path) -> Iterator[Seen]:
    """A .yaml item, or the head of one in .md: editors cannot judge that, but it obeys the same tables."""
    reading = read_item(root, path)
    missing = missing_headline(_Draft((reading.value,)), None)
    if path.suffix.lower() in (".yaml", ".yml"):
        yield from _file(root, "item", path, (*reading.problems, *missing))
        return
    source = read_text(root, path).value
    parts = cut(source) if source else None
    if parts is None or parts.problem is not None:
        return
    last = parts.first_line + len(parts.head)
    inside = tuple(one for one in (*reading.problems, *missing) if one.origin.line < last)
    yield from _file(root, "head", path, inside, parts.head)


@dataclass(frozen=True, slots=True)
class _Draft:
    """As much of an IssueDraft as the check looks at."""

    items: tuple[object, ...]


def _file(
    root: Path, kind: str, path: Path, problems: tuple[Problem, ...], lines: tuple[str, ...] = ()
) -> Iterator[Seen]:
    source = read_text(root, path).value if path.is_file() else None
    if source is None:
        return
    errors = tuple(
        one for one in problems if one.severity is Severity.ERROR and one.origin.path == shown_path(root, path)
    )
    yield Seen(kind, path, lines or source.lines, errors)


HEAD = SchemaKind("head", ITEM_HEAD, "稿件开头", ())


@cache
def validator(kind: str) -> Draft7Validator:
    wanted = next(one for one in (*KINDS, HEAD) if one.name == kind)
    return Draft7Validator(schema_of(wanted))


def refused(seen: Seen, view) -> bool:
    try:
        data = view(seen.lines)
    except BrokenYamlError:
        return True
    return not validator(seen.kind).is_valid(data)


def name(seen: Seen) -> str:
    return seen.path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("view", [as_text, as_core, as_1_1], ids=lambda view: view.__name__)
def test_schema_and_readers_agree(view):
    odd = []
    for seen in everything():
        told = refused(seen, view)
        if told and not seen.errors and name(seen) not in SCHEMA_ALONE:
            odd.append(f"{name(seen)}: refused by the schema alone")
        rules = {problem.rule for problem in seen.errors}
        if not told and rules - set(READER_ALONE):
            odd.append(f"{name(seen)}: refused by the reader alone, {sorted(rules - set(READER_ALONE))}")
    assert odd == []


def test_enough_is_compared():
    """How far they agree, in numbers: (reader refuses, schema refuses)."""
    verdicts = Counter((bool(seen.errors), refused(seen, as_text)) for seen in everything())
    told = ", ".join(f"{name}: {count}" for name, count in sorted(verdicts.items()))
    assert sum(verdicts.values()) >= 400, told
    assert verdicts[True, True] >= 60, told
    assert verdicts[True, False] <= 40, told
    assert verdicts[False, True] == len(SCHEMA_ALONE), told
