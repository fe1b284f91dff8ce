"""Which HTML element a fragment becomes, also where a page break cuts a paragraph or a headline."""

from __future__ import annotations

from tests.support.printed import ISSUE_22, pages_of
from zugong.model.styles import Accent, Role
from zugong.renderers.pdf.elements import parts_of
from zugong.typesetting.pages import Fragment, Page, Pages, PlacedLine, PlacedRun


def run(content: str, accent: Accent = Accent.PLAIN) -> PlacedRun:
    return PlacedRun(content, 80.0, 16.0 * len(content), "Zg FangSong", 16.0, 0.0, "#000000", accent)


def fragment(*lines: tuple[PlacedRun, ...], role: Role = Role.BODY, level: int = 0, begins: bool = True) -> Fragment:
    placed = tuple(PlacedLine(100.0 + 29 * row, runs) for row, runs in enumerate(lines))
    return Fragment(role, placed, 29.0, "a" if level and begins else "", "", level, "题" if level else "", begins)


def parts(*pages: tuple[Fragment, ...]) -> list[list[tuple[str, str]]]:
    """Element and text of each part, page by page."""
    placed = tuple(Page(number, fragments, (), (), (), 22) for number, fragments in enumerate(pages, 1))
    found = parts_of(Pages(pages_of(ISSUE_22).style, placed, (), 0))
    return [[(part.tag, "/".join(line.content for line in part.placed.lines)) for part in page] for page in found]


TITLE = fragment((run("刊名"),), role=Role.TITLE)
HEAD = Accent.HEADLINE


def test_a_headline_that_runs_on_is_parted_from_its_text() -> None:
    item = fragment((run("△标"), run("甲", HEAD)), level=1)
    assert parts((TITLE, item)) == [[("h1", "刊名"), ("p", "△标甲")]], "only at the beginning of a paragraph"
    item = fragment((run("△标题", HEAD),), (run("很长。", HEAD), run("正文")), (run("正文。"),), level=1)
    assert parts((TITLE, item)) == [[("h1", "刊名"), ("h2", "△标题/很长。"), ("p", "正文/正文。")]]


def test_a_paragraph_that_is_cut_is_continued() -> None:
    first, rest = fragment((run("上半"),)), fragment((run("下半"),), begins=False)
    assert parts((first,), (rest, first)) == [[("p", "上半")], [("div", "下半"), ("p", "上半")]]


def test_a_headline_that_is_cut_is_continued_and_its_text_is_not_lost_in_it() -> None:
    first = fragment((run("△标题", HEAD),), level=1)
    rest = fragment((run("很长。", HEAD), run("正文")), begins=False)
    assert parts((first,), (rest,)) == [[("h1", "△标题")], [("div", "很长。"), ("p", "正文")]]
    after = fragment((run("正文"),), begins=False)
    assert parts((first,), (after,)) == [[("h1", "△标题")], [("p", "正文")]], "the headline ends with the page"


def test_levels_follow_one_another() -> None:
    section = fragment((run("栏目"),), role=Role.SECTION, level=1)
    item = fragment((run("标题"),), role=Role.HEADLINE, level=2)
    tags = [tag for tag, _ in parts((TITLE, section, item, item, section, item))[0]]
    assert tags == [
        "h1",
        "h2",
        "h3",
        "h3",
        "h2",
        "h3",
    ]
    assert [tag for tag, _ in parts((TITLE, item))[0]] == ["h1", "h2"], "no level is left out"


def test_a_headline_keeps_the_anchor_and_the_outline() -> None:
    item = fragment((run("△标题。", HEAD), run("正文")), level=1)
    page = Page(1, (item,), (), (), (), 22)
    ((headline, text),) = parts_of(Pages(pages_of(ISSUE_22).style, (page,), (), 0))
    assert (headline.placed.anchor, headline.placed.outline_level) == ("a", 1)
    assert (text.placed.anchor, text.placed.outline_level, text.placed.begins) == ("", 0, True)
