"""issues/bulletin.yaml → Bulletin."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem
from zugong.model.bulletin import Bulletin
from zugong.model.prose import Text
from zugong.sources.files import SourceText, read_text
from zugong.sources.ignores import read_rule_settings
from zugong.sources.reading import Reading, capped
from zugong.sources.record import open_record
from zugong.sources.standing import PLAIN, read_standing
from zugong.sources.tables import BULLETIN
from zugong.sources.templates import file_name_problems, number_format_problems
from zugong.sources.yaml_reader import read_yaml

NUMBER_FORMAT = "第{期号}期"
FILE_NAME = "{刊名}{年}年第{期号}期"


def bulletin_path(root: Path) -> Path:
    """The file that makes a folder a workspace."""
    return root / "issues" / "bulletin.yaml"


def read_bulletin(root: Path) -> Reading[Bulletin | None]:
    """What the office sets once; None when the file cannot be read or has no 刊名 or 编发单位."""
    text = read_text(root, bulletin_path(root))
    if text.value is None:
        return Reading(None, text.problems)
    problems = list(text.problems)
    bulletin = _bulletin(text.value, problems)
    return Reading(bulletin, capped(problems))


def _bulletin(source: SourceText, problems: list[Problem]) -> Bulletin | None:
    tree = read_yaml(source.lines, source.path)
    problems.extend(tree.problems)
    if tree.value is None:
        return None
    record = open_record(tree.value, BULLETIN, problems)
    title, office = record.required_text("title"), record.required_text("issuing_office")
    number_format = record.template("number_format") or _default(NUMBER_FORMAT, source)
    file_name = record.template("file_name") or _default(FILE_NAME, source)
    problems.extend(number_format_problems(number_format))
    problems.extend(file_name_problems(file_name, title.content if title else ""))
    standing = read_standing(record, PLAIN)
    settings = read_rule_settings(record)
    if title is None or office is None:
        return None
    return Bulletin(title, office, number_format, file_name, standing, _start(source), settings)


def _default(content: str, source: SourceText) -> Text:
    return Text(content, _start(source))


def _start(source: SourceText) -> Location:
    return Location(source.path)
