"""The tables of fields: complete, and true to what the readers do."""

from __future__ import annotations

import pytest

from zugong import terms
from zugong.sources.fields import Kind, Table
from zugong.sources.nodes import Scalar
from zugong.sources.record import open_record
from zugong.sources.register_tables import TERMS, UNITS
from zugong.sources.sheet_values import inner_record
from zugong.sources.tables import BULLETIN, ISSUE, ITEM, ITEM_HEAD, PARAGRAPH, SECTION
from zugong.sources.yaml_reader import read_yaml

TABLES = (BULLETIN, ISSUE, ITEM, ITEM_HEAD, PARAGRAPH, SECTION, UNITS, TERMS)
SAMPLES = {
    Kind.TEXT: "文字",
    Kind.TEXTS: "[甲, 乙]",
    Kind.MARKDOWN: "|\n  **段首语。**文字",
    Kind.FLAG: "有",
    Kind.NUMBER: "023",
    Kind.DATE: "2023-8-22",
    Kind.TEMPLATE: "第{期号}期",
    Kind.RECORDS: "[甲]",
    Kind.RECORD: "{忽略: [甲]}",
    Kind.LABELLED: "[报: 甲]",
}
GETTERS = {
    Kind.TEXT: "text",
    Kind.TEXTS: "texts",
    Kind.MARKDOWN: "markdown",
    Kind.FLAG: "flag",
    Kind.NUMBER: "number",
    Kind.DATE: "day",
    Kind.CHOICE: "choice",
    Kind.TEMPLATE: "template",
    Kind.RECORDS: "records",
    Kind.LABELLED: "labelled",
}


def fields():
    return [pytest.param(table, field, id=f"{table.name}-{field.key}") for table in TABLES for field in table.fields]


def read(table: Table, field, sample):
    problems = []
    tree = read_yaml(tuple(f"{field.name}: {sample}".split("\n")), "甲.yaml")
    record = open_record(tree.value or Scalar((), None), table, problems)
    inner = field.kind is Kind.RECORD
    value = inner_record(record, field.key) if inner else getattr(record, GETTERS[field.kind])(field.key)
    return value, [*tree.problems, *problems]


@pytest.mark.parametrize(("table", "field"), fields())
def test_a_field_is_described(table, field):
    assert field.key in terms.KEYS
    assert field.about
    assert (field.table is not None) == (field.kind in (Kind.RECORDS, Kind.RECORD))
    assert (field.key in terms.CHOICES) or field.kind is not Kind.CHOICE


@pytest.mark.parametrize(("table", "field"), fields())
def test_a_good_value_is_read(table, field):
    sample = SAMPLES[field.kind] if field.kind is not Kind.CHOICE else terms.choice_words(field.key)[0]
    value, problems = read(table, field, sample)
    assert problems == []
    assert value not in (None, ())


@pytest.mark.parametrize(("table", "field"), fields())
def test_a_value_of_another_kind_is_an_error(table, field):
    """A list of lists is right nowhere."""
    _, problems = read(table, field, "[[甲]]")
    assert problems


@pytest.mark.parametrize(("table", "field"), fields())
@pytest.mark.parametrize("blank", ["", "  "])
def test_an_empty_field_is_as_good_as_none_but_is_told(table, field, blank):
    value, problems = read(table, field, blank)
    assert [problem.rule for problem in problems] == ["empty-field"]
    assert value in (None, ())


@pytest.mark.parametrize(("table", "field"), [one for one in fields() if one.values[1].may_be_nothing])
@pytest.mark.parametrize("word", terms.NOTHING)
def test_nothing(table, field, word):
    value, problems = read(table, field, word)
    assert (value, problems) == ((), [])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_within_a_table_are_clear(table):
    names = [name for field in table.fields for name in {field.name, field.key}]
    assert len(names) == len(set(names))


def test_words_for_choices_are_clear():
    for values in terms.CHOICES.values():
        words = [word for several in values.values() for word in several]
        assert len(words) == len(set(words))
