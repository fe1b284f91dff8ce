"""The tables of fields: complete, and true to what the readers do."""

from __future__ import annotations

import pytest

from zugong import terms
from zugong.placeholders import TEMPLATES
from zugong.sources.colophon import read_distribution
from zugong.sources.fields import Kind, Table
from zugong.sources.nodes import Scalar
from zugong.sources.record import inner_record, open_record
from zugong.sources.register_tables import TERMS, UNITS
from zugong.sources.sheet_values import length_of
from zugong.sources.tables import (
    ATTACHMENT_HEAD,
    BULLETIN,
    COLOPHON_ROW,
    FIGURE,
    ISSUE,
    ITEM,
    ITEM_HEAD,
    MASTHEAD_ROW,
    PARAGRAPH,
    SECTION,
    SERIES,
    TABLE,
    TABLE_COLUMN,
)
from zugong.sources.yaml_reader import read_yaml
from zugong.sources.yaml_tables import rows_of

TABLES = (
    BULLETIN,
    ISSUE,
    ITEM,
    ITEM_HEAD,
    PARAGRAPH,
    SECTION,
    SERIES,
    MASTHEAD_ROW,
    COLOPHON_ROW,
    TABLE,
    TABLE_COLUMN,
    FIGURE,
    ATTACHMENT_HEAD,
    UNITS,
    TERMS,
)
SAMPLES = {
    Kind.TEXT: "文字",
    Kind.TEXTS: "[甲, 乙]",
    Kind.MARKDOWN: "|\n  **段首语。**文字",
    Kind.FLAG: "有",
    Kind.NUMBER: "023",
    Kind.DATE: "2023-8-22",
    Kind.AMOUNT: "20.5万",
    Kind.ROWS: "[[甲, 乙]]",
    Kind.LENGTH: "10cm",
    Kind.RECORDS: "[甲]",
    Kind.LABELLED: "[报: 甲]",
}
GETTERS = {
    Kind.TEXT: "text",
    Kind.TEXTS: "texts",
    Kind.MARKDOWN: "markdown",
    Kind.FLAG: "flag",
    Kind.NUMBER: "number",
    Kind.DATE: "day",
    Kind.AMOUNT: "text",
    Kind.CHOICE: "choice",
    Kind.TEMPLATE: "template",
    Kind.TEMPLATES: "templates",
    Kind.RECORDS: "records",
}


def fields():
    return [pytest.param(table, field, id=f"{table.name}-{field.key}") for table in TABLES for field in table.fields]


def read(table: Table, field, sample):
    problems = []
    tree = read_yaml(tuple(f"{field.name}: {sample}".split("\n")), "甲.yaml")
    record = open_record(tree.value or Scalar((), None), table, problems)
    return value_of(record, field), [*tree.problems, *problems]


def value_of(record, field):
    match field.kind:
        case Kind.RECORD:
            return inner_record(record, field.key)
        case Kind.LABELLED:
            return read_distribution(record)
        case Kind.LENGTH:
            return length_of(record, field.key, None)
        case Kind.ROWS:
            return rows_of(record, field.key)
        case Kind.TEXT | Kind.TEMPLATE if field.may_be_nothing:
            return record.optional(field.key, None)
        case _:
            return getattr(record, GETTERS[field.kind])(field.key)


def sample_of(field):
    if field.kind is Kind.CHOICE:
        return terms.choice_words(field.key)[0]
    if field.kind in (Kind.TEMPLATE, Kind.TEMPLATES):
        return f'"甲{{{TEMPLATES[field.key][0]}}}"'
    if field.kind is Kind.RECORD:
        return f"{{{field.table.fields[0].name}: {sample_of(field.table.fields[0])}}}"
    return SAMPLES[field.kind]


@pytest.mark.parametrize(("table", "field"), fields())
def test_a_field_is_described(table, field):
    assert field.key in terms.KEYS
    assert field.about
    assert (field.table is not None) == (field.kind in (Kind.RECORDS, Kind.RECORD, Kind.LABELLED))
    assert (field.key in terms.CHOICES) or field.kind is not Kind.CHOICE


@pytest.mark.parametrize(("table", "field"), fields())
def test_a_good_value_is_read(table, field):
    value, problems = read(table, field, sample_of(field))
    assert problems == []
    assert value not in (None, ())


@pytest.mark.parametrize(("table", "field"), fields())
def test_a_value_of_another_kind_is_an_error(table, field):
    """A list of lists is right nowhere but in the rows of a table, and there a third list is not."""
    _, problems = read(table, field, "[[[甲]]]" if field.kind is Kind.ROWS else "[[甲]]")
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
    assert (not value, problems) == (True, [])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_within_a_table_are_clear(table):
    names = [name for field in table.fields for name in {field.name, field.key}]
    assert len(names) == len(set(names))


def test_words_for_choices_are_clear():
    for values in terms.CHOICES.values():
        words = [word for several in values.values() for word in several]
        assert len(words) == len(set(words))
