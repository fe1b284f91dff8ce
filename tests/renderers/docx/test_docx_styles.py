"""Named styles: each Role and Accent of the sheet, in Word's measures."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from tests.renderers.docx.sample import W, part, rendered, sheet, titled, with_styles
from tests.renderers.docx.structured import COLOPHON_MANY, REPORT
from tests.support.printed import styles
from zugong.model.styles import Accent, Align, Role
from zugong.renderers.docx.names import CHARACTER_NAMES, PARAGRAPH_NAMES, bookmark_name
from zugong.renderers.docx.rows import Room, room, spread
from zugong.renderers.docx.uses import uses_of

PITCH = 579


@pytest.fixture(scope="module")
def package() -> bytes:
    return rendered(sheet())


@pytest.fixture(scope="module")
def named(package: bytes):
    return {style.name: style for style in Document(io.BytesIO(package)).styles}


def attributes(style, path: str) -> dict[str, str]:
    found = style.element.find("/".join(W + step for step in path.split("/")))
    return {} if found is None else {key.removeprefix(W): value for key, value in found.attrib.items()}


def test_there_is_a_style_for_every_role_and_accent(named) -> None:
    assert set(PARAGRAPH_NAMES) == set(Role)
    assert set(CHARACTER_NAMES) == set(Accent) - {Accent.PLAIN}
    used = {PARAGRAPH_NAMES[role] for role in uses_of(sheet()).roles}
    assert {*used, *CHARACTER_NAMES.values()} <= set(named)


def test_a_style_that_no_document_asks_for_is_not_written(named) -> None:
    """The printed issues have no tables: an editor finds no styles for them, and files stay small."""
    assert "组工-表格" not in named and "组工-图片" not in named
    whole = {style.name for style in Document(io.BytesIO(rendered(sheet((*REPORT, COLOPHON_MANY))))).styles}
    assert {"组工-表头", "组工-表格", "组工-合计行", "组工-图片", "组工-版记后", "组工-二级小标题"} <= whole


def test_nothing_of_a_default_template_is_left(named) -> None:
    ours = {name for name in named if name.startswith("组工-")}
    assert set(named) - ours == {"Normal", "Default Paragraph Font", "Normal Table", "No List"}


def test_body_is_in_characters_and_twips(named) -> None:
    body = named["组工-正文"]
    assert attributes(body, "pPr/ind") == {"firstLineChars": "200", "firstLine": "632"}
    assert attributes(body, "rPr/spacing") == {"val": "-6"}
    assert attributes(body, "rPr/sz") == {"val": "32"}
    assert attributes(body, "pPr/spacing") == {}, "it stands on the document grid"
    assert attributes(body, "rPr/rFonts") == {
        "hint": "eastAsia",
        "ascii": "Times New Roman",
        "hAnsi": "Times New Roman",
        "eastAsia": "仿宋_GB2312",
        "cs": "Times New Roman",
    }


def test_smaller_type_is_indented_in_twips_alone(named) -> None:
    assert attributes(named["组工-版记"], "pPr/ind") == {"left": "280", "right": "280"}
    assert attributes(named["组工-版记"], "rPr/spacing") == {}


def test_leads_are_bold_and_titles_red(named) -> None:
    assert named["组工-段首语"].font.bold
    assert not named["组工-接排标题"].font.bold
    assert attributes(named["组工-报头"], "rPr/color") == {"val": styles().paragraph(Role.TITLE).colour[1:].upper()}


def test_headings_stay_with_their_text(named) -> None:
    assert named["组工-栏目"].paragraph_format.keep_with_next
    assert not named["组工-正文"].paragraph_format.keep_with_next


def test_what_stands_right_has_a_tab_and_no_right_indent(named) -> None:
    entry, office = named["组工-目录条"], named["组工-编发单位"]
    assert attributes(entry, "pPr/tabs/tab") == {"val": "right", "leader": "middleDot", "pos": "8845"}
    assert attributes(office, "pPr/tabs/tab") == {"val": "right", "pos": str(8845 - 316)}
    assert "right" not in attributes(entry, "pPr/ind") and "right" not in attributes(office, "pPr/ind")


def test_the_rule_spans_the_type_area(named) -> None:
    """A border begins at the left indent, so the office is indented by its first line."""
    office = named["组工-编发单位"]
    assert attributes(office, "pPr/ind") == {"firstLineChars": "100", "firstLine": "316"}
    assert attributes(office, "pPr/pBdr/bottom")["sz"] == "20"


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.FOLIO, Role.DRAFT)], ids=str)
@pytest.mark.parametrize("wraps", [False, True])
def test_every_paragraph_takes_whole_rows(role: Role, wraps: bool) -> None:
    style, found = styles().paragraph(role), room(role, styles(), wraps=wraps)
    if role in (Role.COLOPHON, Role.AFTER_COLOPHON):
        assert found.line + found.after == 510 - (15 if role is Role.COLOPHON else 0), "9 mm, its rule included"
        return
    if role in (Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_TOTAL):
        assert found == Room(line=18 * 20), "the distance of lines in a cell; its row is whole rows of the grid"
        return
    rule = round(style.rule_below.thickness * 20) if style.rule_below else 0
    height = (found.line or PITCH) + found.above_rule * 20 + rule + found.after
    assert height == (style.rows + style.rows_after) * PITCH
    assert found.before == (0 if role is Role.INSTRUCTION else style.rows_before * PITCH)


def test_lines_of_several_rows_keep_their_distance() -> None:
    of = with_styles(sheet(), Role.SECTION, rows=2).styles
    assert room(Role.SECTION, of, wraps=True) == Room(line=2 * PITCH)
    alone = room(Role.SECTION, of, wraps=False)
    assert alone.line * 0.8 == pytest.approx(PITCH + 0.38 * 320, abs=1), "the baseline of the PDF"


@pytest.mark.parametrize("lines", [2, 3, 4, 6])
def test_lines_of_the_colophon_are_spread_over_its_rows(lines: int) -> None:
    found = spread(Role.COLOPHON, styles(), lines, 510)
    assert lines * found.line + found.after == lines * 510
    middle = 510 / 2 + 0.38 * 14 * 20
    off = [(number + 0.8) * found.line - number * 510 - middle for number in range(lines)]
    assert max(map(abs, off)) < 2 * 20, "twips; lines at their full distance are 2.4 pt off, at that of one 13 pt"


def test_a_line_too_tall_for_the_grid_is_exact() -> None:
    """22 pt of 小标宋 would take two rows of a grid of 28.95 pt in LibreOffice."""
    assert room(Role.CENTRED_HEADLINE, styles(), wraps=True) == Room(PITCH, PITCH, PITCH)
    assert room(Role.SUBTITLE, styles(), wraps=True).line == 0


@pytest.mark.parametrize(
    ("title", "characters", "size"),
    [("简报", 2, 60), ("某地简报", 4, 60), ("某地组工信息", 0, 60), ("某某省某某市组工信息", 0, 44)],
)
def test_the_title_fills_the_measure(title: str, characters: int, size: int) -> None:
    """Spread by the program; a short one is not torn apart, a long one is set in smaller type."""
    style = Document(io.BytesIO(rendered(titled(title)))).styles["组工-报头"]
    assert style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.DISTRIBUTE
    assert style.font.size == Pt(size)
    inset = (styles().page.type_width - 60 * characters - 30 * (characters - 1)) / 2 if characters else 0
    indents = attributes(style, "pPr/ind")
    assert int(indents.get("left", 0)) == int(indents.get("right", 0)) == pytest.approx(inset * 20, abs=1)


def test_page_numbers_follow_the_sheet() -> None:
    package = rendered(with_styles(sheet(), Role.FOLIO, align=Align.CENTRE))
    named = Document(io.BytesIO(package)).styles
    assert named["组工-页码"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert named["组工-页码（双面）"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_the_section_is_the_page_of_the_sheet(package: bytes) -> None:
    xml = part(package, "word/document.xml")
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in xml
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in xml
    assert 22 * 579 <= 16838 - 2098 - 1984


def test_the_rule_set_is_written_down(package: bytes) -> None:
    normal = part(package, "word/styles.xml")
    for rule in ('overflowPunct w:val="0"', 'autoSpaceDE w:val="0"', 'autoSpaceDN w:val="0"'):
        assert rule in normal
    settings = part(package, "word/settings.xml")
    assert 'characterSpacingControl w:val="doNotCompress"' in settings
    before = settings.partition('noLineBreaksBefore w:lang="zh-CN" w:val="')[2].partition('"/>')[0]
    assert set("。，”）…—％") <= set(before)
    assert "evenAndOddHeaders" in settings


def test_theme_and_font_table_name_the_sheets_faces_only(package: bytes) -> None:
    declared = {face.office_name for face in styles().faces}
    theme = part(package, "word/theme/theme1.xml")
    assert {piece.partition('"')[0] for piece in theme.split('typeface="')[1:]} <= declared
    assert 'w:altName w:val="仿宋,FangSong"' in part(package, "word/fontTable.xml")


def test_bookmarks_have_names_that_word_allows() -> None:
    assert bookmark_name("item-001") == "_item_001"
    assert len(bookmark_name("甲" * 60)) == 40
