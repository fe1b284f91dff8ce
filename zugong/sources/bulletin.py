"""issues/bulletin.yaml → Bulletin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from zugong.classes import replace
from zugong.diagnostics import Location, Problem, doubt, error
from zugong.model.bulletin import Bulletin, Series
from zugong.model.prose import Text
from zugong.sources.files import SourceText, read_text
from zugong.sources.ignores import read_rule_settings
from zugong.sources.naming import unfit_for_folder
from zugong.sources.reading import Reading, capped
from zugong.sources.record import Record, open_record
from zugong.sources.standing import PLAIN, read_standing
from zugong.sources.tables import BULLETIN
from zugong.sources.templates import file_name_problems, number_format_problems
from zugong.sources.yaml_reader import read_yaml

NUMBER_FORMAT = "第{期号}期"
FILE_NAME = "{刊名}{年}年第{期号}期"
SERIES_NUMBER_FORMAT = "{系列}第{期号}期"
SERIES_FILE_NAME = "{刊名}{年}年{系列}第{期号}期"


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
    title, office = record.required_texts("title"), record.required_text("issuing_office")
    whole = _joined(title)
    number_format = record.optional("number_format", Text(NUMBER_FORMAT, _start(source)))
    file_name = record.template("file_name") or Text(FILE_NAME, _start(source))
    problems.extend(number_format_problems(number_format))
    problems.extend(file_name_problems(file_name, whole.content if whole else ""))
    standing = read_standing(record, PLAIN)
    settings = read_rule_settings(record)
    if whole is None or office is None:
        return None
    bulletin = Bulletin(whole, office, number_format, file_name, standing, _start(source), settings, title)
    return replace(bulletin, series=_series(record, bulletin))


def _joined(lines: tuple[Text, ...]) -> Text | None:
    return Text("".join(line.content for line in lines), lines[0].origin) if lines else None


def _series(record: Record, bulletin: Bulletin) -> tuple[Series, ...]:
    """系列: each is the bulletin with what the series sets anew."""
    found: dict[str, Series] = {}
    for inner in record.records("series"):
        name = inner.required_text("name")
        if name is None or not name.content:
            continue
        if name.content in found or unfit_for_folder(name.content):
            record.problems.append(_bad_series(name, again=name.content in found))
            continue
        found[name.content] = Series(name, _of_series(inner, name, bulletin))
    record.problems.extend(_same_file_names(bulletin, tuple(found.values())))
    return tuple(found.values())


def _same_file_names(bulletin: Bulletin, series: tuple[Series, ...]) -> Iterator[Problem]:
    """Issues of two series whose files would have one name: the later would be written over the earlier."""
    taken = {bulletin.file_name.content.replace("{刊名}", bulletin.title.content).replace("{系列}", "")}
    for one in series:
        template = one.bulletin.file_name
        name = template.content.replace("{刊名}", one.bulletin.title.content).replace("{系列}", one.name.content)
        if name in taken:
            message = f"系列“{one.name}”的文件名和别的同名，后生成的会盖掉先生成的"
            yield doubt("file-name-not-unique", message, template.origin, "在“文件名”里加上 {系列}")
        taken.add(name)


def _of_series(record: Record, name: Text, base: Bulletin) -> Bulletin:
    lines = record.texts("title") or base.title_lines
    title = _joined(lines) or base.title
    number_format = record.optional("number_format", Text(SERIES_NUMBER_FORMAT, name.origin))
    file_name = record.template("file_name") or Text(SERIES_FILE_NAME, name.origin)
    record.problems.extend(number_format_problems(number_format))
    record.problems.extend(file_name_problems(file_name, title.content))
    return replace(
        base,
        title=title,
        title_lines=lines,
        number_format=number_format,
        file_name=file_name,
        standing=read_standing(record, base.standing),
    )


def _bad_series(name: Text, *, again: bool) -> Problem:
    length = len(name.content)
    if again:
        return error("duplicate-series", f"系列“{name}”写了两次", name.origin, "删去一个", length)
    message = f"“{name}”不能作系列的名称：文件夹的名字由它和期号拼成"
    return error("bad-series-name", message, name.origin, "用几个汉字作名称，不要有数字、空格和符号，如 增刊", length)


def _start(source: SourceText) -> Location:
    return Location(source.path)
