"""`zugong check --layout`, the short remark after a build, 末页 and 排版规则 as an editor writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import Ran, small_workspace, zugong
from tests.support.printed import ROOT


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return small_workspace(tmp_path)


def set_in(folder: Path, line: str) -> None:
    """Writes one more line into the issue."""
    file = folder / "issues" / "2026" / "1" / "issue.yaml"
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


def layout_lines(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.output
    return ran.output[ran.output.index("版面：") :].splitlines()


def test_check_layout_tells_pages_and_fill() -> None:
    ran = zugong("check", "--layout", "23", cwd=ROOT)
    assert "2023/23 版面：共 5 面，末面正文 3 行，还空 15 行。" in ran.output
    assert "删 2 字可少一行" in ran.output


def test_without_the_option_nothing_is_said_of_the_layout() -> None:
    assert "版面" not in zugong("check", "23", cwd=ROOT).output


def test_an_issue_with_errors_has_no_layout(office: Path) -> None:
    (office / "issues" / "2026" / "1" / "02-空.md").write_text("---\n标题:\n---\n", encoding="utf-8")
    ran = zugong("check", "--layout", cwd=office)
    assert ran.code == 1
    assert "2026/1 版面：有错误，还排不出来。" in ran.output


def test_layout_is_for_people_only(office: Path) -> None:
    ran = zugong("check", "--layout", "--format", "json", cwd=office)
    assert ran.code == 2
    assert "--layout 只能和 --format text 一起用" in ran.output


def test_a_build_tells_it_in_short(office: Path) -> None:
    ran = zugong("build", "--docx", cwd=office)
    assert layout_lines(ran) == ["版面：共 2 面，末面正文 2 行，还空 19 行。"]


def test_an_even_last_page_is_said_to_the_editor(office: Path) -> None:
    """Page one is the head, page two holds the item: even as it is; with two pages more, it is said."""
    set_in(office, "末页: 双数页")
    assert layout_lines(zugong("build", "--docx", cwd=office)) == ["版面：共 2 面，末面正文 2 行，还空 19 行。"]
    item = office / "issues" / "2026" / "1" / "01-图书馆.md"
    item.write_text(item.read_text(encoding="utf-8") + "为方便群众读书，开放时间延长。" * 50, encoding="utf-8")
    lines = layout_lines(zugong("check", "--layout", cwd=office))
    assert lines[0] == "版面：共 4 面，末面正文 2 行，还空 19 行。"
    assert lines[1].startswith("  为凑成双数面，第 4 面只有带过去的 2 行和版记")


@pytest.mark.parametrize(
    ("word", "message"),
    [("双数页", ""), ("不限", ""), ("单数页", "“末页”")],
)
def test_words_for_the_last_page(office: Path, word: str, message: str) -> None:
    set_in(office, f"末页: {word}")
    ran = zugong("check", cwd=office)
    assert ran.code == (1 if message else 0)
    assert message in ran.output


@pytest.mark.parametrize(("word", "code"), [("精细", 0), ("一致", 0), ("严格对应", 0), ("fine", 0), ("随便", 1)])
def test_words_for_the_rule_set(office: Path, word: str, code: int) -> None:
    own = office / "issues" / "templates"
    own.mkdir()
    (own / "sheet.yaml").write_text(f"排版规则: {word}\n", encoding="utf-8")
    ran = zugong("check", cwd=office)
    assert ran.code == code, ran.output
    assert ("排版规则" in ran.output) == bool(code)
