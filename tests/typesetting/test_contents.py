"""目录条: the DOCX takes over where they are broken, so both rule sets break them alike."""

import pytest

from tests.support.printed import faces, styles
from tests.support.rule_sets import paragraph, run, sheet
from zugong.layout.sheet import Block, ContentsEntry, NewPage
from zugong.model.styles import LineRules, Role
from zugong.typesetting.pages import Fragment, Pages
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


def pages_with(*entries: ContentsEntry, rules: LineRules) -> Pages:
    section = Block(Role.SECTION, (run("市内信息"),), "section")
    item = Block(Role.HEADLINE, (run("△某县抓党建"),), "item")
    return typeset(sheet(*entries, NewPage(), section, item, paragraph("党建。"), rules=rules), faces())


def entry_of(entry: ContentsEntry, rules: LineRules) -> Fragment:
    (fragment,) = pages_with(entry, rules=rules).pages[0].fragments
    return fragment


@pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)
def test_a_section_may_have_its_page_too(rules: LineRules) -> None:
    section = ContentsEntry((run("★ 市内信息"),), "section", Role.CONTENTS_SECTION)
    fragment = entry_of(section, rules)
    (line,) = fragment.lines
    assert (fragment.role, fragment.link) == (Role.CONTENTS_SECTION, "section")
    assert line.content.startswith("★ 市内信息·")
    assert line.content.endswith("·2")
    assert line.right == pytest.approx(styles().page.left + styles().page.type_width, abs=0.02)
    face = styles().face(styles().paragraph(Role.CONTENTS_SECTION).face)
    assert line.runs[-2].family in face.shipped


@pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)
@pytest.mark.parametrize("role", [Role.CONTENTS_ENTRY, Role.CONTENTS_SECTION])
def test_entries_without_page_numbers_have_the_whole_measure(role: Role, rules: LineRules) -> None:
    room = int(styles().page.type_width / 15.79 - styles().paragraph(role).indent_left + 0.01)
    for length, lines in ((room, 1), (room + 1, 2), (2 * room, 2)):
        fragment = entry_of(ContentsEntry((run("党" * length),), "item", role, numbered=False), rules)
        assert "".join(line.content for line in fragment.lines) == "党" * length
        assert len(fragment.lines) == lines
        assert fragment.link == "item"
