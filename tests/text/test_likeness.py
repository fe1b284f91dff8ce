"""Which word was meant."""

from __future__ import annotations

import pytest

from zugong import terms
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
    assert not set(terms.SYNONYMS) & set(terms.KEYS.values())
