"""Every field of sheet.yaml, changed by an office, reaches both formats."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import pytest

from tests.support.everything import DRAWING
from zugong import terms
from zugong.fonts.faces import faces_for
from zugong.layout.compose import compose
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, open_office
from zugong.renderers import docx
from zugong.renderers.pdf.markup import markup
from zugong.sources.fields import Table
from zugong.sources.sheet_tables import SHEET
from zugong.sources.styles import read_styles
from zugong.typesetting.typeset import typeset

CHANGES = {
    "paper.width": "纸张: {宽: 220mm}",
    "paper.height": "纸张: {高: 300mm}",
    "type_area.top": "版心: {上: 36mm}",
    "type_area.left": "版心: {左: 27mm}",
    "type_area.width": "版心: {宽: 150mm}",
    "type_area.height": "版心: {高: 226mm}",
    "type_area.grid_lines": "版心: {行数: 21}",
    "type_area.grid_characters": "版心: {字数: 27}",
    "line_rules": "排版规则: 精细",
    "faces.office_name": "字体: {仿宋: {公文字体: 华文仿宋}}",
    "faces.alternatives": "字体: {仿宋: {替代: [华文仿宋]}}",
    "faces.shipped": "字体: {仿宋: {随附: [Zg Kai, Zg Song, Zg Hei]}}",
    "faces.western": "字体: {仿宋: {西文: 黑体}}",
    "faces.bold": "字体: {黑体: {加粗: 是}}",
    "shipped_fangsong": "随附仿宋: 无",
    "paragraph_styles.face": "段落: {正文: {字体: 楷体}}",
    "paragraph_styles.size": "段落: {正文: {字号: 小三}}",
    "paragraph_styles.colour": "段落: {正文: {颜色: 红}}",
    "paragraph_styles.align": "段落: {正文: {对齐: 居中}}",
    "paragraph_styles.indent_first": "段落: {正文: {首行缩进: 3}}",
    "paragraph_styles.indent_left": "段落: {正文: {左缩进: 1}}",
    "paragraph_styles.indent_right": "段落: {正文: {右缩进: 1}}",
    "paragraph_styles.rows": "段落: {正文: {占行: 2}}",
    "paragraph_styles.rows_before": "段落: {正文: {前空: 1}}",
    "paragraph_styles.rows_after": "段落: {正文: {后空: 1}}",
    "paragraph_styles.keep_with_next": "段落: {正文: {与下段同页: 是}}",
    "paragraph_styles.rule_below.thickness": "段落: {编发单位: {下划线: {粗: 5pt}}}",
    "paragraph_styles.rule_below.colour": "段落: {编发单位: {下划线: {颜色: 黑}}}",
    "accents.face": "文字: {段首语: {字体: 黑体}}",
    "box.rule.thickness": "批示框: {线: {粗: 2pt}}",
    "box.rule.colour": "批示框: {线: {颜色: 红}}",
    "box.min_rows": "批示框: {至少行数: 21}",
    "colophon.edge.thickness": "版记: {首末线: {粗: 2pt}}",
    "colophon.edge.colour": "版记: {首末线: {颜色: 红}}",
    "colophon.inner.thickness": "版记: {中间线: {粗: 2pt}}",
    "colophon.inner.colour": "版记: {中间线: {颜色: 红}}",
    "colophon.line_height": "版记: {行距: 12mm}",
    "table_style.frame.thickness": "表格: {框线: {粗: 2pt}}",
    "table_style.frame.colour": "表格: {框线: {颜色: 红}}",
    "table_style.inner.thickness": "表格: {中间线: {粗: 2pt}}",
    "table_style.inner.colour": "表格: {中间线: {颜色: 红}}",
    "table_style.line_height": "表格: {行距: 20pt}",
    "table_style.padding": "表格: {左右空: 8pt}",
    "folio_drop": "页码下移: 10mm",
    "marks.item": "标记: {稿件: ●}",
    "marks.contents_section": "标记: {目录栏目: ◆}",
    "marks.leader": "标记: {目录导引点: …}",
    "marks.folio": '标记: {页码: "－{页码}－"}',
    "marks.instruction": "标记: {领导批示: 批示：}",
    "marks.editors_note": "标记: {编者按: 按：}",
    "marks.draft": "标记: {草稿: 征求意见}",
}
"""Field → a sheet of the office's own that changes it."""

DOCX_ALONE = {
    "faces.office_name": "the PDF asks for it only where it is installed",
    "faces.alternatives": "the same",
    "faces.bold": "the PDF has faces that are bold already",
}
PDF_ALONE = {
    "faces.shipped": "a DOCX brings no faces",
    "shipped_fangsong": "the same",
    "line_rules": "精细 is of the PDF; Word breaks lines by its own rules",
}

FILES = {
    "bulletin.yaml": """\
刊名: [某县图书馆, 工作简报]
编发单位: 某县图书馆
密级: 内部资料
报头:
  - {左: "{密级}"}
  - 刊名
  - {中: 逢周一出刊}
  - 期号
  - {左: "{编发单位}", 右: "{日期}", 横线: 有}
目录: 有
目录标题: 本期目录
领导批示: 有
栏目: [各馆动态]
版记:
  - 报: 县文化局。
  - 送: 各镇文化站。
  - 发: 各分馆。
版记后: 联系电话：5123456
""",
    "2026/1/issue.yaml": """\
日期: 2026年3月2日
编者按: |
  各馆要把延长开放时间办好。

  现将有关情况刊发。
""",
    "2026/1/01-城关馆.yaml": """\
标题: 城关馆周末不闭馆
栏目: 各馆动态
供稿单位: 城关馆
排法: 接排
段落:
  - {段首语: 时间更长。, 正文: 每周六、周日开放至21时，增加 WiFi 座位36个，读者比上年同期增加1200人次。}
""",
    "2026/1/02-南浦馆.yaml": """\
标题: 南浦馆送书到茶园
栏目: 各馆动态
供稿单位: 南浦馆
排法: 另行
正文: |
  采茶季里，馆员每周两次把书送到茶园边，三个月借出1200册次，茶农在歇晌时就能读上书，还能当场预约下一批要借的图书。

  下一步，流动书箱还要增加农技类图书。
""",
    "2026/1/03-调查.yaml": """\
标题: 乡镇图书室服务能力调查
栏目: 各馆动态
供稿单位: 县图书馆
排法: 居中
副标题: ——以六个分馆为例
署名: [调查组]
按语: 现将调查报告摘要刊发，供参考。
稿件信息: （县图书馆3月1日报送）
落款: [县图书馆, 2026年3月1日]
附件: [附件/清单.md]
段落:
  - {小标题: 一、基本情况, 层级: 1}
  - {小标题: （一）阵地, 层级: 2}
  - {小标题: 1.面积, 层级: 3}
  - {小标题: （1）阅览室, 层级: 4}
  - 六个分馆的阅览室都已改造，面积增加三成，座位增加四成，冬夏两季都能安心读书，周边中小学生放学后也有了去处。
  - 表格:
      表题: 各馆情况
      计量单位: 单位：册
      列: [{名称: 分馆, 宽: 4}, {名称: 藏书, 宽: 4}, {名称: 特色服务, 宽: 6}]
      行:
        - [城关馆, "4000", 延时开放至21时，寒暑假全天开放，节假日不休息]
        - [南浦馆, "5000", 送书到茶园]
        - [合计, "9000", ""]
      合计行: 有
      表注: 截至2025年底。
  - 图片: {文件: 图片/借阅.svg, 图注: 各季借阅量, 说明: 柱形图}
  - 各馆的借阅量逐季上升，读者对开放时间最满意。
  - 部分分馆的图书更新还不够快。
  - 馆员的业务培训要跟上。
  - 流动服务点的线路要排得更合理。
""",
    "2026/1/附件/清单.md": "---\n标题: 任务清单\n---\n\n各分馆按清单抓好落实。\n",
}


def fields(table: Table, above: str = "") -> Iterator[str]:
    """The way to every field that holds a value."""
    for field in table.fields:
        if field.table is None:
            yield above + field.key
        else:
            yield from fields(field.table, f"{above}{field.key}.")


def test_every_field_is_changed_here():
    assert set(fields(SHEET)) == set(CHANGES)
    assert not set(DOCX_ALONE) & set(PDF_ALONE)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A function from the text of an own sheet.yaml to the markup of the PDF and the parts of the DOCX."""
    root = tmp_path_factory.mktemp("office")
    for name, text in FILES.items():
        target = root / "issues" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    picture = root / "issues/2026/1/图片/借阅.svg"
    picture.parent.mkdir()
    picture.write_bytes(DRAWING)
    examined = examine(open_office(root, date(2026, 3, 3)), IssueKey(2026, 1), draft=True)
    assert examined.issue is not None, examined.problems
    assert [one for one in examined.problems if one.severity.word == "error"] == []

    @lru_cache(2)
    def made(text: str) -> tuple[str, dict[str, bytes]]:
        own = root / "issues" / "templates" / "sheet.yaml"
        own.parent.mkdir(exist_ok=True)
        own.write_text(text + "\n", encoding="utf-8")
        reading = read_styles(root)
        assert reading.problems == ()
        assert reading.value is not None
        faces = faces_for(reading.value)
        sheet = compose(examined.issue, reading.value, draft=True)
        pages = typeset(sheet, faces)
        with zipfile.ZipFile(io.BytesIO(docx.render(sheet, pages))) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        drawn = markup(sheet, pages)
        return f"{drawn.html}{drawn.texts}", parts

    return made


@pytest.mark.parametrize("field", CHANGES)
def test_a_field_reaches_both_formats(field, printed):
    html, parts = printed("")
    own_html, own_parts = printed(CHANGES[field])
    assert (own_html != html) == (field not in DOCX_ALONE), "PDF"
    assert (own_parts != parts) == (field not in PDF_ALONE), "DOCX"


@pytest.mark.parametrize("role", terms.ROLES)
def test_every_kind_of_paragraph_can_be_coloured(role, printed):
    html, parts = printed(f'段落: {{{terms.ROLES[role]}: {{颜色: "#12ab34"}}}}')
    assert "#12ab34" in html
    assert any(b"12AB34" in part.upper() for part in parts.values())


@pytest.mark.parametrize("size", ["小二", "18pt", "6.35mm"])
def test_sizes_by_name_or_measure(size, printed):
    html, parts = printed(f"段落: {{正文: {{字号: {size}}}}}")
    assert "18" in html
    assert b'w:sz w:val="36"' in parts["word/styles.xml"]
