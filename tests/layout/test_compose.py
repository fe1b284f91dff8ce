"""What stands on the paper, before it has a place."""

from __future__ import annotations

from dataclasses import replace

from tests.support.printed import ISSUE_22, ISSUE_23, issue_of, styles
from zugong.layout.compose import compose
from zugong.layout.sheet import Block, Colophon, ContentsEntry, InstructionBox, NewPage, SheetBlock
from zugong.model.bulletin import EntryNumbering, HeadlinePlacement
from zugong.model.issue import Issue
from zugong.model.prose import Text
from zugong.model.styles import Accent, Role


def blocks_of(issue: Issue) -> tuple[SheetBlock, ...]:
    return compose(issue, styles()).blocks


def with_standing(issue: Issue, **changes: object) -> Issue:
    return replace(issue, standing=replace(issue.standing, **changes))  # type: ignore[arg-type]


def entries(issue: Issue) -> list[str]:
    return [block.content for block in blocks_of(issue) if isinstance(block, ContentsEntry)]


def contents(issue: Issue, role: Role) -> list[str]:
    return [block.content for block in blocks_of(issue) if isinstance(block, Block) and block.role is role]


def test_entry_numbers_on_request() -> None:
    issue = issue_of(ISSUE_22)
    arabic = with_standing(issue, entry_numbering=EntryNumbering.ARABIC)
    chinese = with_standing(issue, entry_numbering=EntryNumbering.CHINESE)
    assert entries(issue)[0].startswith("桐城市")
    assert [entry[:2] for entry in entries(arabic)] == ["1.", "2.", "3.", "4."]
    assert [entry[:2] for entry in entries(chinese)] == ["一、", "二、", "三、", "四、"]


def test_contents_box_and_colophon_can_be_left_out() -> None:
    issue = with_standing(issue_of(ISSUE_22), contents=False, instruction_box=False, distribution=())
    assert entries(issue) == []
    assert not [block for block in blocks_of(issue) if isinstance(block, InstructionBox | Colophon)]


def test_sections_open_once_with_a_star_in_the_contents() -> None:
    assert contents(issue_of(ISSUE_22), Role.CONTENTS_SECTION) == ["★ 市内信息", "★ 市外参考"]
    assert contents(issue_of(ISSUE_22), Role.SECTION) == ["市内信息", "市外参考"]
    assert contents(issue_of(ISSUE_23), Role.SECTION) == []


def test_a_headline_runs_in_or_stands_alone() -> None:
    first, second = issue_of(ISSUE_23).items[:2]
    assert first.headline_placement is HeadlinePlacement.OWN_LINE
    assert contents(issue_of(ISSUE_23), Role.HEADLINE) == ["△潜山市：“书记现场办公”推动基层党建工作提质增效。"]
    run_in = next(text for text in contents(issue_of(ISSUE_23), Role.BODY) if second.headline.content in text)
    assert run_in.startswith("△怀宁县：“三化模式”扎实推进“书记项目”。指数化管理。按照")


def test_several_source_units_end_the_item() -> None:
    issue = issue_of(ISSUE_22)
    origin = issue.items[0].source_units[0].origin
    units = (Text("甲县委组织部", origin), Text("乙县委组织部", origin))
    changed = replace(issue, items=(replace(issue.items[0], source_units=units), *issue.items[1:]))
    first = next(text for text in contents(changed, Role.BODY) if text.startswith("△桐城市"))
    assert first.endswith("交通补助。（甲县委组织部、乙县委组织部）")


def test_the_note_begins_with_its_label() -> None:
    (note,) = [block for block in blocks_of(issue_of(ISSUE_23)) if getattr(block, "role", None) is Role.EDITORS_NOTE]
    assert isinstance(note, Block)
    assert note.runs[0].content == "编者按："
    assert note.runs[0].accent is Accent.LABEL


def test_items_begin_on_a_new_page() -> None:
    blocks = blocks_of(issue_of(ISSUE_23))
    assert sum(isinstance(block, NewPage) for block in blocks) == 1
    after = blocks[blocks.index(NewPage()) + 1]
    assert isinstance(after, Block)
    assert after.role is Role.HEADLINE


def test_every_character_of_an_item_keeps_its_place_in_the_file() -> None:
    from tests.support.printed import ROOT

    for block in blocks_of(issue_of(ISSUE_22)):
        if isinstance(block, Block) and block.role is Role.BODY:
            for run in block.runs:
                if run.origin.path and run.origin.line:
                    line = (ROOT / run.origin.path).read_text(encoding="utf-8").splitlines()[run.origin.line - 1]
                    at = run.origin.column - 1
                    written = line[at : at + len(run.content)].replace(
                        " ", "\u3000" if "\u3000" in run.content else " "
                    )
                    assert written == run.content
