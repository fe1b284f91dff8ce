"""A colophon that fills a page is an error before it is printed over text."""

from __future__ import annotations

from pathlib import Path

from tests.support.command_line import small_workspace, zugong


def with_colophon(folder: Path, units: int) -> Path:
    workspace = small_workspace(folder)
    settings = workspace / "issues" / "bulletin.yaml"
    text = settings.read_text(encoding="utf-8")
    long = "、".join(["某某县委组织部办公室"] * units)
    settings.write_text(text.replace("县文化局。", f"{long}。"), encoding="utf-8")
    return workspace


def test_a_colophon_that_fits_is_built(tmp_path: Path) -> None:
    assert zugong("build", "--docx", cwd=with_colophon(tmp_path, 30)).code == 0


def test_a_colophon_that_fills_the_page_is_refused_with_its_place(tmp_path: Path) -> None:
    workspace = with_colophon(tmp_path, 80)
    ran = zugong("build", "--docx", cwd=workspace)
    assert ran.code == 1
    assert "issues/bulletin.yaml:6:8 错误 版记太长" in ran.output
    assert not list((workspace / "build").glob("*.docx"))
    assert zugong("build", "--docx", "--draft", cwd=workspace).code == 1
    assert list((workspace / "build").glob("*（草稿）.docx"))
