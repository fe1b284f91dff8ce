"""LibreOffice accepts and rejects our tracked changes to the same two texts, on random edits."""

from __future__ import annotations

import random
from pathlib import Path

from tests.revision.test_comparing import document, edited, passages
from tests.support.examples import examples, laid_out
from tests.support.tracked import accepted_and_rejected
from zugong.model.styles import Accent
from zugong.revision.passages import Passage, sheet_passages

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


def reworked(passages: list[Passage], chance: random.Random) -> list[Passage]:
    """Paragraphs and rows out, others in, words and ends changed."""
    found: list[Passage] = []
    for one in passages:
        dice = chance.random()
        if dice < 0.06:
            continue
        if dice < 0.12:
            found.append(Passage(one.role, (("新增的一段", Accent.PLAIN),)))
        text = one.content
        if dice < 0.35:
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(("", "改", "2026", "。")) + text[at + chance.randint(0, 3) :]
            text += "末尾" * (chance.random() < 0.3)
        found.append(one if text == one.content else Passage(one.role, ((text, Accent.PLAIN),)))
    return found or passages


def test_whole_issues_with_all_that_may_stand_in_them(tmp_path: Path) -> None:
    """Every example, edited at random: masthead, headings, rows of tables, captions, sign-off, colophon."""
    chance = random.Random(3)
    befores = [list(sheet_passages(laid_out(one).sheet)) for one in examples()]
    pairs = [(before, reworked(before, chance)) for before in befores]
    documents = [document(before, after) for before, after in pairs]
    for (before, after), (accepted, rejected) in zip(pairs, accepted_and_rejected(documents, tmp_path), strict=True):
        assert accepted == [one.content for one in after]
        assert rejected == [one.content for one in before]
