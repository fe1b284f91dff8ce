"""What a build would refuse is told by `check`; what failed is never called unchanged; --fix leaves broken blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import small_workspace, zugong

WIDE_ROW = "\n\n| 分馆 | 说明 |\n|---|---|\n| 城关 | " + "座位已经增加，读者很满意，" * 120 + " |\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return small_workspace(tmp_path)


def write(office: Path, name: str, text: str) -> Path:
    target = office / "issues" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def add(office: Path, text: str) -> Path:
    item = office / "issues/2026/1/01-图书馆.md"
    item.write_text(item.read_text(encoding="utf-8") + text, encoding="utf-8")
    return item


def test_a_row_that_no_page_holds_is_told_by_check(office: Path) -> None:
    add(office, WIDE_ROW)
    ran = zugong("check", cwd=office)
    assert ran.code == 1
    assert "table-row-too-high" in ran.output


def test_a_colophon_that_no_page_holds_is_told_by_check(office: Path) -> None:
    bulletin = office / "issues/bulletin.yaml"
    bulletin.write_text(bulletin.read_text(encoding="utf-8") + "版记后: " + "各分馆，" * 400 + "\n", encoding="utf-8")
    assert "colophon-too-long" in zugong("check", cwd=office).output


@pytest.mark.parametrize("command", [("check",), ("build", "--proof"), ("build", "--draft")])
def test_a_broken_template_is_told_where_it_is_not_drawn_with(office: Path, command: tuple[str, ...]) -> None:
    write(office, "templates/masthead.html", "{% block x %}没有写完")
    ran = zugong(*command, cwd=office)
    assert ran.code == 1
    assert "issues/templates/masthead.html:1:1 错误" in ran.output


def test_ordinary_text_is_not_laid_out_for_check(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zugong.rehearsal.lay_out", lambda *_: pytest.fail("laid out"))
    assert zugong("check", cwd=office).code == 0


def test_an_issue_that_failed_is_not_called_unchanged(office: Path) -> None:
    write(office, "2026/2/issue.yaml", "日期: 2026年1月6日\n")
    write(office, "2026/2/01-图书馆.md", "---\n标题: 县图书馆送书下乡\n---\n\n流动书箱到了茶园。\n\n**没有关。\n")
    for _ in range(2):
        ran = zugong("build", "--all", "--docx", cwd=office)
        assert ran.code == 1
        assert "2026/2：" in ran.output
        assert "没有生成" in ran.output
    assert "1 期没有变动" in ran.output


def test_a_draft_that_fails_is_not_told_to_try_a_draft(office: Path) -> None:
    write(office, "bulletin.yaml", "刊名：某县工作简报\n编发单位: 某县图书馆\n")
    assert "--draft" in zugong("build", "--docx", cwd=office).output
    assert "--draft" not in zugong("build", "--docx", "--draft", cwd=office).output


@pytest.mark.parametrize(
    "block",
    [
        "```表格\n列: [分馆, 座位]\n行:\n  - [城关, 3-5]\n",
        "｜ 分馆 ｜ 座位 ｜\n｜---｜---｜\n｜ 城关 ｜ 3-5 ｜\n",
        "···表格\n行:\n  - [城关, 3-5]\n···\n",
        "！[签定现场](图片/甲.png)\n",
    ],
)
def test_fix_does_not_touch_a_block_that_cannot_be_read(office: Path, block: str) -> None:
    item = add(office, "\n" + block)
    before = item.read_bytes()
    ran = zugong("check", "--fix", cwd=office)
    assert item.read_bytes() == before
    assert "1 处错误" in ran.output
    assert "疑问" not in ran.output.partition("检查了")[2]


@pytest.mark.parametrize("form", ["--pdf", "--docx", "--proof"])
@pytest.mark.parametrize(
    ("mark", "code"), [('页码: ""', 0), ('目录导引点: ""', 1), ('领导批示: ""', 1), ('编者按: ""', 0)]
)
def test_emptied_marks_are_printed_or_refused(office: Path, mark: str, code: int, form: str) -> None:
    write(office, "templates/sheet.yaml", f"标记: {{{mark}}}\n")
    write(office, "2026/1/issue.yaml", "日期: 2026年1月5日\n编者按: 供参阅。\n")
    assert zugong("build", form, cwd=office).code == code
