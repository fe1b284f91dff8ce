"""How far an ignore reaches."""

from __future__ import annotations

import pytest

from tests.corpus.texts import BULLETIN, issue_of
from zugong.checks import Context, review
from zugong.diagnostics import Location, Severity
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, open_office
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


BULLETIN_YAML = "刊名: 简报\n编发单位: 某部\n"
ITEM = "---\n标题: 甲县：某事\n---\n\n正文。\n"


def of_note(tmp_path, note):
    """What is told and what is silenced in an issue whose issue.yaml has this 编者按."""
    folder = tmp_path / "issues" / "2023" / "23"
    folder.mkdir(parents=True)
    (tmp_path / "issues" / "bulletin.yaml").write_text(BULLETIN_YAML, encoding="utf-8")
    (folder / "01-甲.md").write_text(ITEM, encoding="utf-8")
    lines = "".join(f"  {line}\n" if line else "\n" for line in note.split("\n"))
    (folder / "issue.yaml").write_text(f"日期: 2023年8月22日\n编者按: |\n{lines}", encoding="utf-8")
    found = examine(open_office(tmp_path, TODAY), IssueKey(2023, 23))
    told = [one for one in found.problems if one.severity > Severity.HINT]
    return [(one.rule, one.origin.line, one.origin.column) for one in told], [
        (one.problem.rule, one.problem.origin.line, one.by.line, one.reason) for one in found.silenced
    ]


@pytest.mark.parametrize(
    ("note", "told", "silenced"),
    [
        ("全市签定承诺书。", [("wrong-word", 3, 5)], []),
        (f"全市签定{NOTE}承诺书。", [], [("wrong-word", 3, 3, "原文")]),
        (f"全市签定{NOTE}承诺书。又布署。", [("wrong-word", 3, 38)], [("wrong-word", 3, 3, "原文")]),
        (f"{NOTE}\n全市签定承诺书，\n又布署。", [], [("wrong-word", 4, 3, "原文"), ("wrong-word", 5, 3, "原文")]),
        (f"{NOTE}\n\n全市签定。\n\n又布署。", [("wrong-word", 7, 4)], [("wrong-word", 5, 3, "原文")]),
        (f"全市签订{NOTE}承诺书。", [("unused-ignore", 3, 23)], []),
        ("全市<!-- zugong: 忽略 错别宇 原文 -->。", [("wrong-ignore", 3, 21)], []),
        ("**甲<!-- zugong: 忽略 段首语缺标点 原文 -->**乙。", [], [("lead-without-closing-mark", 3, 3, "原文")]),
    ],
)
def test_the_editors_note_has_ignores_too(tmp_path, note, told, silenced):
    assert of_note(tmp_path, note) == (told, silenced)
