"""Company names, addresses and words of others have fewer rules."""

from __future__ import annotations

import pytest

from tests.corpus.texts import reports
from zugong.checks.zones import ZoneKind, zones_of


@pytest.mark.parametrize(
    ("text", "kind", "inside"),
    [
        ("见http://a.cn/b,c。", ZoneKind.ADDRESS, "http://a.cn/b,c"),
        ("发a.b@c.cn来", ZoneKind.ADDRESS, "a.b@c.cn"),
        ("、海南（安徽）普利药业有限公司在", ZoneKind.COMPANY, "海南（安徽）普利药业有限公司"),
        ("他说：“我们一定要把这件实事办好。”", ZoneKind.QUOTATION, "我们一定要把这件实事办好。"),
    ],
)
def test_a_zone_is_seen(text, kind, inside):
    assert [(one.kind, text[one.start : one.end]) for one in zones_of(text)] == [(kind, inside)]


@pytest.mark.parametrize(
    "text",
    [
        "邮箱qian,ding@a.cn可用。",
        "，成份科技有限公司来了。",
        "他说：“俺们那时候签定了二个合同，真好啊。”大家笑了。",
        "推行“书记抓、抓书记”机制。",
    ],
)
def test_no_rule_of_wording_speaks_there(text):
    assert reports([text]) == []


def test_a_set_phrase_in_quotes_is_the_offices_own_word():
    assert [one.rule for one in reports(["实施“布署计划”。"])] == ["wrong-word"]


def test_marks_are_judged_in_a_quotation_too():
    assert [one.rule for one in reports(["他说：“俺们那时候,真不容易啊。”"])] == ["half-width-mark"]
