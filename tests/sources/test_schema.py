"""The schemas themselves: valid, Chinese, and to be read by editors that run JavaScript."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from jsonschema import Draft7Validator

from zugong import terms
from zugong.sources.fields import Table
from zugong.sources.schema import KINDS, schema_of, schema_text

NAMES = [kind.name for kind in KINDS]
SCHEMAS = {kind.name: schema_of(kind) for kind in KINDS}


def inner(value: object) -> Iterator[dict[str, object]]:
    """Every mapping inside a schema."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from inner(one)
    elif isinstance(value, list):
        for one in value:
            yield from inner(one)


def fields(table: Table) -> Iterator[str]:
    for field in table.fields:
        yield field.key
        if field.table is not None:
            yield from fields(field.table)


def accepts(name: str, data: object) -> bool:
    return Draft7Validator(SCHEMAS[name]).is_valid(data)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema_and_always_the_same(name):
    kind = next(one for one in KINDS if one.name == name)
    Draft7Validator.check_schema(SCHEMAS[name])
    assert json.loads(schema_text(kind)) == SCHEMAS[name]
    assert schema_text(kind) == schema_text(kind)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_every_field_is_there_in_both_languages_and_explained(kind):
    named = {word for one in inner(SCHEMAS[kind.name]) for word in one}
    for key in fields(kind.table):
        assert {key, terms.chinese(key)} <= named
    for definition in SCHEMAS[kind.name]["definitions"].values():
        assert definition["title"]
        assert not definition["title"].isascii()


@pytest.mark.parametrize("name", NAMES)
def test_references_are_ascii(name):
    """Language servers differ in how they decode a pointer."""
    for one in inner(SCHEMAS[name]):
        target = one.get("$ref", "#/definitions/")
        assert isinstance(target, str)
        assert target.isascii()
        if "$ref" in one:
            assert target.removeprefix("#/definitions/") in SCHEMAS[name]["definitions"]


@pytest.mark.parametrize(
    ("name", "data", "good"),
    [
        ("bulletin", {"刊名": "甲", "编发单位": "乙"}, True),
        ("bulletin", {"title": ["甲", "乙"], "issuing_office": "乙"}, True),
        ("bulletin", {"刊名": "甲"}, False),
        ("bulletin", {"刊名": "甲", "title": "甲", "编发单位": "乙"}, False),
        ("bulletin", {"刊名": "甲", "编发单位": "乙", "报头": ["刊名", {"左": "{编发单位}", "横线": True}]}, True),
        ("bulletin", {"刊名": "甲", "编发单位": "乙", "报头": "无"}, True),
        ("bulletin", {"刊名": "甲", "编发单位": "乙", "版记": [{"报": "甲"}, "乙", {"左": "丙", "右": "丁"}]}, True),
        ("bulletin", {"刊名": "甲", "编发单位": "乙", "版记": [{"右": "丁"}]}, False),
        ("bulletin", {"刊名": "甲", "编发单位": "乙", "系列": ["增刊", {"名称": "专报", "目录": "无"}]}, True),
        ("bulletin", {"刊名": "甲", "编发单位": "乙", "目录序号": 1.0}, True),
        ("issue", {"日期": "2026-08-03", "期号": 23, "领导批示": False}, True),
        ("issue", {"日期": "8月3日"}, False),
        ("issue", {"日期": None}, False),
        ("item", {"标题": "甲", "正文": None}, True),
        (
            "item",
            {"标题": "甲", "段落": ["一段", {"段首语": "甲。", "正文": "乙"}, {"表格": {"行": [["甲", 1, None]]}}]},
            True,
        ),
        ("item", {"标题": "甲", "段落": [{"表格": {"表题": "甲"}}]}, False),
        ("sheet", None, True),
        ("sheet", {"版心": None}, True),
        (
            "sheet",
            {"版心": {"上": "37mm", "行数": 22}, "段落": {"正文": {"字号": "三号"}, "title": {"colour": "red"}}},
            True,
        ),
        ("sheet", {"版心": {"上": 37}}, False),
        ("sheet", {"段落": {"正文": {}, "body": {}}}, False),
        ("units", {"单位": ["某县", {"名称": "某区", "面积": 1686}]}, True),
        ("terms", {"固定表述": ["农家书店"]}, False),
    ],
)
def test_samples(name, data, good):
    assert accepts(name, data) == good


@pytest.mark.skipif(shutil.which("node") is None, reason="no JavaScript here")
def test_patterns_are_javascript():
    patterns = [
        one["pattern"] for schema in SCHEMAS.values() for one in inner(schema) if isinstance(one.get("pattern"), str)
    ]
    assert len(patterns) > 50
    code = "for (const one of JSON.parse(require('fs').readFileSync(0))) { new RegExp(one, 'u'); new RegExp(one) }"
    node = shutil.which("node")
    assert node is not None
    subprocess.run([node, "-e", code], input=json.dumps(patterns).encode(), check=True)
