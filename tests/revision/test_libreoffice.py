"""LibreOffice accepts and rejects our tracked changes to the same two texts, on random edits."""

from __future__ import annotations

import random
from pathlib import Path

from tests.revision.test_comparing import document, edited, passages
from tests.support.tracked import accepted_and_rejected

TEXT = (
    "精准选人。组织120名干部下沉一线，走访群众3400余户，收集意见56条。\n从严管理。建立“一人一档”，按季度分析研判，"
    "动态调整名单。\n强化保障。投入资金86.5万元，改造活动场所14个，覆盖率达到92%。"
)


def test_accept_all_and_reject_all(tmp_path: Path) -> None:
    chance = random.Random(11)
    afters = [edited(TEXT, chance) for _ in range(20)]
    documents = [document(passages(TEXT), passages(after)) for after in afters]
    for after, (accepted, rejected) in zip(afters, accepted_and_rejected(documents, tmp_path), strict=True):
        assert accepted == after.split("\n")
        assert rejected == TEXT.split("\n")
