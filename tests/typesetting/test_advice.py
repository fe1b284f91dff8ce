"""Layout advice: each figure is tried out by deleting or adding just that many characters and typesetting anew."""

from __future__ import annotations

import itertools
import re
from time import process_time

import pytest

from tests.support.changes import changed, short_of
from tests.support.printed import ISSUE_22, ISSUE_23, faces, sheet_of
from tests.support.rule_sets import THREE_LINES, paragraph, run, sheet, text_of_lines, under
from tests.support.tables import caption, figure, tall_table
from zugong.layout.sheet import Block, NewPage, PageTurn, Sheet
from zugong.model.styles import Accent, LineRules, Role
from zugong.typesetting.advice import Advice, advise
from zugong.typesetting.composed import composed
from zugong.typesetting.pages import Pages
from zugong.typesetting.remarks import Remark
from zugong.typesetting.typeset import typeset

SENTENCE = "全县各级党组织把开展“书记项目”作为抓基层党建的重要抓手，2023年共确定116个项目，覆盖20余家单位；"


def prose(characters: int, unit: str = "某县委组织部") -> Block:
    """An item of ordinary text."""
    text = (SENTENCE * (characters // len(SENTENCE) + 1))[: characters - 1].rstrip("，、；“") + "。"
    return Block(
        Role.BODY,
        (run("△某县抓党建。", Accent.HEADLINE), run(text), run(f"（{unit}）", Accent.SOURCE_UNIT)),
    )


def advice_on(made: Sheet) -> Advice:
    return advise(composed(made, faces()))


def pages_of(made: Sheet) -> Pages:
    return typeset(made, faces())


def lines_in(made: Sheet, piece: int) -> int:
    """Lines of one paragraph, counted on the pages: paragraphs of one role come in their order."""
    role = made.blocks[piece].role  # type: ignore[union-attr]
    number = sum(isinstance(block, Block) and block.role is role for block in made.blocks[:piece])
    counts: list[int] = []
    for page in pages_of(made).pages:
        for fragment in page.fragments:
            if fragment.role is role:
                counts += [0] if fragment.begins else []
                counts[-1] += len(fragment.lines)
    return counts[number]


def issues() -> list[tuple[str, Sheet]]:
    made: list[tuple[str, Sheet]] = []
    for rules, even in itertools.product(LineRules, (False, True)):
        for last in range(300, 700, 37):
            blocks = (prose(571), prose(333), prose(90), prose(last), THREE_LINES)
            made.append((f"{rules.value} {last} {even}", sheet(*blocks, rules=rules, even=even)))
    for rules, length in itertools.product(LineRules, range(330, 358, 3)):
        blocks = (prose(length), prose(length + 1, "某委"), prose(length + 41), THREE_LINES)
        made.append((f"{rules.value} {length} short", sheet(*blocks, rules=rules)))
    for rules, last in itertools.product(LineRules, (60, 600, 660, 720)):
        parts = (prose(86 + 7 * number) for number in range(9))
        made.append((f"{rules.value} {last} many", sheet(*parts, prose(last), THREE_LINES, rules=rules)))
    return made + structured()


def structured() -> list[tuple[str, Sheet]]:
    """With a table, a figure or pages of an attachment before, between or behind paragraphs that may be shortened."""
    made: list[tuple[str, Sheet]] = []
    title, note = Block(Role.TABLE_TITLE, (run("表1　任务"),)), Block(Role.TABLE_NOTE, (run("注：无"),))
    for rules, rows in itertools.product(LineRules, range(4, 20, 2)):
        table = (title, tall_table(rows), note)
        orders = {
            "before": (*table, prose(571), prose(333), prose(190)),
            "between": (prose(333), *table, prose(90), prose(380)),
            "behind": (prose(471), prose(333), *table),
            "figure": (prose(471), figure(30.0 * rows), prose(333), figure(120, caption=True), caption(), prose(64)),
            "turn": (prose(571), prose(190), PageTurn(), prose(300), *table, prose(180)),
        }
        for name, blocks in orders.items():
            made.append((f"{rules.value} {rows} {name}", sheet(*blocks, THREE_LINES, rules=rules, even=rows % 4 == 0)))
    # A line of the note can be had for a character, but saves no page: the items begin the second one anyway.
    note_first = (paragraph(text_of_lines(2) + "党", Role.EDITORS_NOTE), NewPage())
    for rules, last in itertools.product(LineRules, range(60, 720, 60)):
        parts = (prose(86 + 7 * number) for number in range(9))
        blocks = (*note_first, *parts, prose(last), THREE_LINES)
        made.append((f"{rules.value} {last} note first", sheet(*blocks, rules=rules)))
    return made


@pytest.mark.parametrize("made", [one for _, one in issues()], ids=[name for name, _ in issues()])
def test_every_figure_is_true_and_the_smallest(made: Sheet) -> None:
    before = len(pages_of(made).pages)
    for remark in advice_on(made).remarks:
        told = [int(number) for number in re.findall(r"(\d+) 字(?!（编|的)", remark.message)]
        for change in (*remark.shorter, *remark.longer):
            assert abs(change.characters) in told
        if "少一行" in remark.message:
            check_line(made, remark)
        elif remark.shorter:
            assert len(pages_of(changed(made, *remark.shorter)).pages) < before, remark
            for index, change in enumerate(remark.shorter):
                others = [*remark.shorter[:index], *remark.shorter[index + 1 :]]
                assert len(pages_of(changed(made, *others, short_of(change))).pages) == before, remark
        if remark.longer:
            check_company(made, remark)


def check_line(made: Sheet, remark: Remark) -> None:
    (change,) = remark.shorter
    lines = lines_in(made, change.piece)
    assert lines_in(changed(made, change), change.piece) == lines - 1, remark
    assert lines_in(changed(made, short_of(change)), change.piece) == lines, remark


def check_company(made: Sheet, remark: Remark) -> None:
    """The text is so much longer that nothing need be carried over."""
    (change,) = remark.longer
    lines = int(re.findall(r"（(\d+) 行）", remark.message)[0])
    longer, shorter = changed(made, change), changed(made, short_of(change))
    assert pages_of(longer).carried_lines == 0
    assert len(pages_of(longer).pages) == len(pages_of(made).pages)
    assert lines_in(longer, change.piece) == lines_in(made, change.piece) + lines
    assert lines_in(shorter, change.piece) == lines_in(made, change.piece) + lines - 1


def test_the_figures_occur() -> None:
    """So that the test above cannot be empty."""
    told = "\n".join(remark.message for _, made in issues() for remark in advice_on(made).remarks)
    for part in (
        "可少一行",
        "可少一面",
        "可少两面",
        "分几处删",
        "只有带过去的 2 行和版记",
        "为凑成双数面",
        "凑够正文",
    ):
        assert part in told, part


def test_the_figures_occur_with_tables_too() -> None:
    told = "\n".join(remark.message for _, made in structured() for remark in advice_on(made).remarks)
    for part in ("可少一面", "可少两面", "分几处删", "独占第", "只有带过去的", "凑够正文"):
        assert part in told, part


@pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)
@pytest.mark.parametrize("fill", range(1, 23))
def test_fill_of_the_last_page(fill: int, rules: LineRules) -> None:
    made = sheet(paragraph(text_of_lines(22 + fill)), THREE_LINES, rules=rules)
    advice = advice_on(made)
    assert advice.pages == (2 if fill + 3 <= 22 else 3)
    filled = max(fill, 2) if fill <= 19 else 2  # a single line gets company
    assert (advice.filled, advice.free) == (filled, 19 - filled)


def test_a_colophon_that_stands_alone_is_reported() -> None:
    """One line of text, and a colophon as high as the page."""
    tall = sheet(paragraph("党建。"), THREE_LINES)
    many = type(THREE_LINES)(THREE_LINES.lines * 8)
    advice = advice_on(sheet(*tall.blocks[:-1], many))
    assert [remark.message for remark in advice.remarks if remark.is_urgent] == ["版记独占第 2 面"]


def test_a_blank_page_is_reported() -> None:
    (remark,) = advice_on(sheet(paragraph("党建。"), even=True)).remarks
    assert remark.message == "为凑成双数面，第 2 面空白"


def test_the_printed_issues() -> None:
    first, second = (advice_on(sheet_of(key)) for key in (ISSUE_22, ISSUE_23))
    assert first.summary == "共 6 面，末面正文 18 行，还空 1 行"
    assert first.remarks == ()
    assert [remark.message for remark in second.remarks] == [
        "第 3 面第 13 行是 02-怀宁县.md 的末行，只有 1 字，删 2 字可少一行",
        "02-怀宁县.md 删 172 字可少一面",
    ]


@pytest.mark.parametrize("rules", LineRules, ids=lambda rules: rules.value)
@pytest.mark.parametrize("key", [ISSUE_22, ISSUE_23], ids=str)
def test_advice_takes_less_than_half_a_second(key: object, rules: LineRules) -> None:
    made = under(sheet_of(key), rules)  # type: ignore[arg-type]
    advice_on(made)
    begin = process_time()
    advice_on(made)
    assert process_time() - begin < 0.5
