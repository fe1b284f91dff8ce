"""How far an ignore reaches."""

from __future__ import annotations

import pytest

from tests.corpus.texts import BULLETIN, issue_of
from zugong.checks import Context, review
from zugong.diagnostics import Location, Severity
from zugong.sources.markdown import read_body
from zugong.sources.nodes import Line

TODAY = issue_of([]).issued_on.day


def reviewed(body):
    """Offsets of the wrong words still told, the number silenced, and the other rules that speak."""
    from dataclasses import replace

    lines = [Line(line, Location("text.txt", number)) for number, line in enumerate(body.split("\n"), start=1)]
    draft = issue_of([])
    item = replace(draft.items[0], body=read_body(lines).value)
    found = review(replace(draft, items=(item,)), Context(BULLETIN, (), TODAY))
    told = [(one.origin.line, one.origin.column) for one in found.problems if one.rule == "wrong-word"]
    rest = [one.rule for one in found.problems if one.severity > Severity.HINT and one.rule != "wrong-word"]
    return told, len(found.silenced), rest


NOTE = "<!-- zugong: 忽略 错别字 原文 -->"


@pytest.mark.parametrize(
    ("body", "told", "silenced", "rest"),
    [
        (f"签定。{NOTE}布署。", [(1, 30)], 1, []),
        (f"签定{NOTE}一、布署二。布署三。", [(1, 35)], 2, []),
        (f"{NOTE}\n签定。布署。", [], 2, []),
        (f"{NOTE}\n\n签定。布署。\n\n签定。", [(5, 1)], 2, []),
        (f"签定。\n{NOTE}\n布署。", [], 2, []),
        (f"签订。{NOTE}", [], 0, ["unused-ignore"]),
        ("签定。<!-- zugong: 忽略 半角标点 原文 -->", [(1, 1)], 0, ["unused-ignore"]),
        ("签定。<!-- zugong: 忽略 没有这条 原文 -->", [(1, 1)], 0, ["wrong-ignore"]),
        ("签定。<!-- zugong: 忽略 wrong-word 原文 -->", [], 1, []),
    ],
)
def test_reach(body, told, silenced, rest):
    assert reviewed(body) == (told, silenced, rest)
