"""Which word was meant."""

from __future__ import annotations

import pytest

from zugong import terms
from zugong.sources.tables import FILES
from zugong.text.likeness import nearest

KEYS = ("标题", "栏目", "供稿单位", "headline", "source_unit")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("供搞单位", "供稿单位"),
        ("供稿单", "供稿单位"),
        ("标提", "标题"),
        ("Headline", "headline"),
        ("sourceunit", "source_unit"),
        ("天气", None),
        ("", None),
        ("供", None),
        ("标题" * 100, None),
        ("headlines here", None),
    ],
)
def test_nearest(word, meant):
    assert nearest(word, KEYS) == meant


def test_nothing_known():
    assert nearest("标题", ()) is None


def test_synonyms_lead_to_fields():
    assert set(terms.SYNONYMS.values()) <= set(terms.KEYS)
    # A synonym may be a key of another file: 单位 in units.yaml, yet 供稿单位 is what it means in an item.
    item_keys = {field.name for table in FILES for field in table.fields}
    assert not set(terms.SYNONYMS) & item_keys
