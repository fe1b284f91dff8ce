"""The shipped word list: every entry works, no right form is reported, every guard lets something pass."""

from __future__ import annotations

import re

import pytest

from tests.corpus.texts import reports
from zugong.checks.wording import _hits
from zugong.checks.wordlist import Level, shipped_forms

FORMS = shipped_forms()
RULES = {"wrong-word", "doubtful-word", "variant-word"}


def ids(form):
    return form.wrong


def test_the_list_is_whole():
    assert len(FORMS) >= 320
    assert len({form.wrong for form in FORMS}) == len(FORMS)
    assert all(form.wrong and form.right and form.wrong != form.right for form in FORMS)
    assert {form.level for form in FORMS} == set(Level)


@pytest.mark.parametrize("form", FORMS, ids=ids)
def test_a_guard_is_a_pattern(form):
    re.compile(form.guard)


@pytest.mark.parametrize("form", [form for form in FORMS if not form.guard], ids=ids)
def test_a_wrong_form_is_found(form):
    assert (2, form) in list(_hits(f"我们{form.wrong}。"))


@pytest.mark.parametrize("form", [form for form in FORMS if form.level is Level.SURE], ids=ids)
def test_what_fix_puts_is_right(form):
    found = [one for one in reports([f"我们{form.right}。"], everything=True) if one.rule in RULES]
    assert found == []


LOOK_ALIKE = [
    "公平合理", "和平合作", "取消号码", "一千部手机", "按装置分类", "支付部长", "乌兰图雅", "竹书纪年", "途经三个县",
    "恢复盖房", "自己有办法", "八月末完成", "抽象样式", "校园满意度", "除了望江县", "叫做为民服务",
]  # fmt: skip


@pytest.mark.parametrize("text", LOOK_ALIKE)
def test_words_that_only_look_like_it(text):
    assert [one.message for one in reports([f"他们{text}。"]) if one.rule in RULES] == []


@pytest.mark.parametrize("text", LOOK_ALIKE)
def test_without_its_guard_it_would_be_reported(text):
    bare = [form for form in FORMS if form.guard and form.wrong in f"他们{text}。"]
    assert bare


@pytest.mark.parametrize("text", ["“签定”承诺书", "组织签定承诺书", "第一千部", "发挥平合作用"])
def test_guards_do_not_hide_the_slip(text):
    expected = 0 if text == "第一千部" else 1
    assert len([one for one in reports([f"{text}。"]) if one.rule in RULES]) == expected
