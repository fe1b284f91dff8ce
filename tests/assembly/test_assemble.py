"""Draft → Issue: order, defaults, and no word lost when something is missing."""

from __future__ import annotations

from datetime import date

import pytest

from zugong.assembly import assemble
from zugong.diagnostics import Location
from zugong.model.bulletin import Bulletin, EntryNumbering, HeadlinePlacement, Section, Standing
from zugong.model.issue import DatedText, IssueDraft, IssueKey, ItemDraft, bare_headline
from zugong.model.prose import Paragraph, Run, Text

HERE = Location("issues/2023/23/issue.yaml")


def text(content):
    return Text(content, HERE)


def standing(*sections, placement=HeadlinePlacement.RUN_IN):
    return Standing(tuple(Section(text(name)) for name in sections), (), True, EntryNumbering.NONE, True, placement)


def item(name, section=None, headline="有标题", placement=None):
    place = Location(f"issues/2023/23/{name}.md")
    body = (Paragraph((Run(f"{name}的正文", place),)),)
    return ItemDraft(headline and text(headline), section and text(section), (), placement, body, place)


TWO_SECTIONS = standing("市内信息", "市外参考")


def issue(*items, of=TWO_SECTIONS, day=date(2023, 8, 22)):
    bulletin = Bulletin(text("刊"), text("办"), text("第{期号}期"), text("{年}{期号}"), of, HERE)
    dated = DatedText(day, HERE) if day else None
    return assemble(IssueDraft(IssueKey(2023, 23), dated, of, (), items, HERE, HERE), bulletin)


def bodies(made):
    return [one.body[0].content.removesuffix("的正文") for one in made.items]


def test_items_stand_by_section_and_keep_their_order():
    made = issue(item("1", "市外参考"), item("2", "市内信息"), item("3", "市外参考"), item("4", "市内信息"))
    assert bodies(made) == ["2", "4", "1", "3"]
    assert [one.section.name.content for one in made.items] == ["市内信息"] * 2 + ["市外参考"] * 2


def test_nothing_is_lost_when_sections_are_wrong():
    made = issue(item("1", "没有的"), item("2", "市内信息"), item("3"), item("4", "没有的"))
    assert bodies(made) == ["3", "2", "1", "4"]
    assert made.items[2].section.name.content == "没有的"


def test_without_sections_the_files_order_stands():
    made = issue(item("1", "市外参考"), item("2"), of=standing())
    assert bodies(made) == ["1", "2"]
    assert [one.section for one in made.items] == [None, None]


@pytest.mark.parametrize("headline", [None, "", "△", "。"])
def test_a_missing_headline_shows_the_files_name(headline):
    assert issue(item("05-甲", "市内信息", headline)).items[0].headline.content == "〔缺标题：05-甲.md〕"


def test_placement_of_the_item_wins():
    own, given = HeadlinePlacement.OWN_LINE, standing(placement=HeadlinePlacement.OWN_LINE)
    assert issue(item("1"), of=given).items[0].headline_placement is own
    assert issue(item("1", placement=HeadlinePlacement.RUN_IN), of=given).items[0].headline_placement is not own


def test_a_missing_date_is_the_first_day_of_the_year():
    assert issue(item("1"), day=None).issued_on is None


@pytest.mark.parametrize(
    ("written", "bare", "column"),
    [
        ("甲县：某事", "甲县：某事", 1),
        ("△甲县", "甲县", 2),
        ("★ 甲县。", "甲县", 3),
        ("甲。乙", "甲。乙", 1),
        ("甲！", "甲！", 1),
    ],
)
def test_marks_of_the_paper(written, bare, column):
    found = bare_headline(text(written))
    assert (found.content, found.origin.column) == (bare, column)
