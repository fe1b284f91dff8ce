"""目录条: the DOCX takes over where they are broken, so both rule sets break them alike."""

import pytest

from tests.support.printed import faces
from tests.support.rule_sets import paragraph, run, sheet
from zugong.layout.sheet import Block, ContentsEntry, NewPage
from zugong.model.styles import LineRules, Role
from zugong.typesetting.typeset import typeset


@pytest.mark.parametrize("length", range(12, 40))
def test_entries_break_alike_though_marks_share_cells(length: int) -> None:
    headline = "某县：“书记项目”、“红色指数”，" + "抓基层党建" * 8
    found = []
    for rules in LineRules:
        target = Block(Role.BODY, paragraph("党建。").runs, "item")
        made = sheet(ContentsEntry((run(headline[:length]),), "item"), NewPage(), target, rules=rules)
        (entry,) = typeset(made, faces()).pages[0].fragments
        found.append(["".join(one.content for one in line.runs).rstrip("·2") for line in entry.lines])
        assert entry.lines[-1].content.endswith("2")
    assert found[0] == found[1]
