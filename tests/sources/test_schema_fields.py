"""Every field of every kind of file with values of every sort: the schema and the readers judge alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.support.yaml_views import BrokenYamlError, as_1_1, as_core, as_text
from zugong import terms
from zugong.checks.fields import missing_date, missing_headline
from zugong.diagnostics import Severity
from zugong.model.issue import IssueKey
from zugong.sources.bulletin import read_bulletin
from zugong.sources.fields import Field, Kind, Table
from zugong.sources.issue import read_issue
from zugong.sources.item import read_item
from zugong.sources.registers import read_registers
from zugong.sources.schema import KINDS, SchemaKind, schema_of
from zugong.sources.styles import read_styles

VALUES = (
    "", '""', "甲", "无", "None", "有", "NO", "true", "Off", "1", "0", "023", "2000000", "-3", "1.5", "1.",
    "第二十三期", "二十", "2023-8-22", "2023年8月22日", "二〇二三年八月二十二日", "2023/8.22", "8月22日",
    "20230822", "37mm", "三号", "16", "2.5 磅", "三寸", '"#e60012"', '"#e6001"', "红", "red", "接排", "BLOCK",
    "带页码", "一、", "双数页", "外侧", "居中", "关", "简讯", "必填", "第{期号}期", "第{ NUMBER }期", "{怪}",
    '"{刊名}{年}{期号}"', "{栏目}期", '"【{栏目}】"', '"{印数}份"', "第｛期号｝期", '"}"', '"{"', "甲：乙",
    '"甲:乙"', '"甲: 乙"', "[]", "[甲, 乙]", "[甲, '']", "[[甲, 乙], [丙, <]]", "[[[甲]]]", "{}", "{甲: 乙}",
    "{甲: }", "{甲: 乙, 丙: 丁}", "[甲: 乙]", "[甲: ]", "['']", "[左: 甲]", "[{左: 甲, 右: 乙}]", "[右: 乙]",
    "[刊名, 期号]", "[{名称: 甲, 怪: 乙}]", "[{名称: 甲, name: 乙}]",
)  # fmt: skip

DIFFERENCES = {
    "number-mismatch": "the folder's name",
    "item-missing": "names of files",
    "bad-file-name": "depends on what the placeholders are filled with",
    "empty-masthead-row": "a rule on several fields",
    "bad-series-name": "letters of all scripts are a matter of Unicode",
    "body-given-twice": "a rule on two fields",
    "duplicate-section": "a rule on several entries",
    "needs-quotes": "tags are YAML, only not ours",
    "impossible-sheet": "what is possible depends on other measures",
    "unknown-face": "depends on the names under 字体",
    "level-without-heading": "a rule on two fields",
    "uneven-rows": "a rule on several rows",
    "material-missing": "names of files",
}
"errors of the readers alone → why"

TYPED = {
    "1.": "a number to an editor",
    "1": "as good as 1. to an editor, which both are numbers (目录序号)",
    "NO": "false to an editor of YAML 1.1",
    "true": "as good as any word for 无 to an editor",
    "Off": "the same",
    "None": "the same",
}

EMPTY_QUOTES = '""'
"where a mapping is wanted the readers take them for nothing; no editor writes that"

BOUNDS = {"picture_width": "lengths have units, so a pattern knows no bounds: bad-length"}
"fields whose readers ask for more than the kind says"


def paths(table: Table, above: tuple[Field, ...] = ()) -> Iterator[tuple[Field, ...]]:
    """The way to every field, through the mappings that hold it."""
    for field in table.fields:
        yield (*above, field)
        if field.table is not None and field.key != "series":
            yield from paths(field.table, (*above, field))


def written(path: tuple[Field, ...], value: str) -> str:
    """A value at the end of a way, in flow style, with all that is required on the way."""
    field = path[0]
    if len(path) == 1:
        return f"{field.name}: {value}"
    assert field.table is not None
    required = [f"{one.name}: {sample(one)}" for one in field.table.fields if one.required and one is not path[1]]
    inner = "{" + ", ".join([*required, written(path[1:], value)]) + "}"
    if field.kind is Kind.NAMED:
        return f"{field.name}: {{{name_in(field)}: {inner}}}"
    return f"{field.name}: {inner}" if field.kind is Kind.RECORD else f"{field.name}: [{inner}]"


def name_in(field: Field) -> str:
    return "正文" if field.key == "paragraph_styles" else "段首语" if field.key == "accents" else "仿宋"


def sample(field: Field) -> str:
    return "[[甲]]" if field.kind is Kind.ROWS else "图.png" if field.key == "file" else "甲"


BASE = {
    "bulletin": {"title": "甲", "issuing_office": "乙"},
    "issue": {"issued_on": "2023-8-22"},
    "item": {"headline": "甲"},
}


def text_of(kind: SchemaKind, path: tuple[Field, ...], value: str) -> str:
    others = [f"{terms.chinese(key)}: {given}" for key, given in BASE.get(kind.name, {}).items() if key != path[0].key]
    return "\n".join([*others, written(path, value)]) + "\n"


CASES = [
    pytest.param(kind, path, id=f"{kind.name}-{'.'.join(field.key for field in path)}")
    for kind in KINDS
    for path in paths(kind.table)
]


def errors(kind: SchemaKind, root: Path, text: str) -> set[str]:
    """The rules that the reader of that kind of file finds broken."""
    folder = root / "issues"
    if kind.name == "item":
        (root / "item.yaml").write_text(text, encoding="utf-8")
        item = read_item(root, root / "item.yaml")
        problems = (*item.problems, *missing_headline(Draft((item.value,)), None))
    elif kind.name == "issue":
        (folder / "2023" / "23" / "issue.yaml").write_text(text, encoding="utf-8")
        reading = read_issue(root, IssueKey(2023, 23), None)
        assert reading.value is not None or reading.problems
        problems = (*reading.problems, *(missing_date(reading.value, None) if reading.value else ()))
    elif kind.name == "sheet":
        (folder / "templates" / "sheet.yaml").write_text(text, encoding="utf-8")
        problems = read_styles(root).problems
    else:
        (folder / f"{kind.name}.yaml").write_text(text, encoding="utf-8")
        read = read_bulletin if kind.name == "bulletin" else read_registers
        problems = [one for one in read(root).problems if one.origin.path.endswith(f"/{kind.name}.yaml")]
    return {problem.rule for problem in problems if problem.severity is Severity.ERROR}


@dataclass(frozen=True, slots=True)
class Draft:
    """As much of an IssueDraft as the check of headlines looks at."""

    items: tuple[object, ...]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "issues" / "2023" / "23").mkdir(parents=True)
    (tmp_path / "issues" / "templates").mkdir()
    return tmp_path


@pytest.mark.parametrize(("kind", "path"), CASES)
def test_values_are_judged_alike(kind, path, root):
    validator = Draft7Validator(schema_of(kind))
    odd = []
    for value in VALUES:
        text = text_of(kind, path, value)
        found = errors(kind, root, text)
        for view in (as_text, as_core, as_1_1):
            try:
                told = not validator.is_valid(view(tuple(text.split("\n"))))
            except BrokenYamlError:
                told = True
            if told and not found and (path[-1].kind is not Kind.RECORD or value != EMPTY_QUOTES):
                odd.append(f"{value!r}: refused by the schema alone ({view.__name__})")
            left = found - set(DIFFERENCES) - ({"bad-length"} if path[-1].key in BOUNDS else set())
            if not told and left and not (view is not as_text and value in TYPED):
                odd.append(f"{value!r}: refused by the reader alone ({view.__name__}): {sorted(found)}")
    assert odd == []
