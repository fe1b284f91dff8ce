"""zugong import, diff, log and fmt as an editor uses them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.command_line import small_workspace, zugong
from tests.support.git import require_git
from tests.support.submissions import W, handwritten, package, paragraph, run

DATA = Path(__file__).resolve().parents[1] / "data" / "intake"
ITEM = "issues/2026/1/01-图书馆.md"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return small_workspace(tmp_path)


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=张三", "-c", "user.email=zhang@example.invalid"]
    require_git()
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(workspace: Path) -> Path:
    git(workspace, "init", "-q")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-qm", "第一稿")
    path = workspace / ITEM
    path.write_text(path.read_text(encoding="utf-8").replace("21时", "22时"), encoding="utf-8")
    return workspace


def test_a_submission_becomes_an_item(workspace: Path) -> None:
    made = handwritten(3, "Word")
    (workspace / "来稿.docx").write_bytes(made.data)
    ran = zugong("import", "来稿.docx", cwd=workspace)
    assert ran.code == 0, ran.output
    assert "原文" in ran.output
    (item,) = (workspace / "issues" / "2026" / "1").glob("02-*.md")
    text = item.read_text(encoding="utf-8")
    assert f"标题: {made.truth.headline}" in text
    assert f"供稿单位: {made.truth.unit}" in text
    inbox = (workspace / "issues" / "inbox.csv").read_text(encoding="utf-8-sig")
    assert made.truth.unit in inbox
    assert item.name in inbox


def test_the_same_file_again_and_the_same_text_again(workspace: Path) -> None:
    (workspace / "一.docx").write_bytes(handwritten(3, "Word").data)
    (workspace / "二.docx").write_bytes(handwritten(3, "Word").data + b"\0")
    zugong("import", "一.docx", cwd=workspace)
    again = zugong("import", "一.docx", cwd=workspace)
    assert again.code == 1
    assert "以前来过" in again.output
    assert "文字相同" in zugong("import", "二.docx", cwd=workspace).output


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "县图书馆办好夜读活动\r\n\r\n　　每周六开放至21时。（县图书馆）\r\n".encode("gb18030")),
        ("a.md", "# 县图书馆办好夜读活动\n\n每周六开放至21时。（县图书馆）\n".encode()),
        ("a.html", "<html><h1>县图书馆办好夜读活动</h1><p>每周六开放至21时。（县图书馆）</p></html>".encode()),
    ],
)
def test_text_markdown_and_web_pages(workspace: Path, name: str, content: bytes) -> None:
    (workspace / name).write_bytes(content)
    assert zugong("import", name, cwd=workspace).code == 0
    (item,) = (workspace / "issues" / "2026" / "1").glob("02-*.md")
    text = item.read_text(encoding="utf-8")
    assert "标题: 县图书馆办好夜读活动\n供稿单位: 县图书馆\n---\n\n每周六开放至21时。\n" in text


def test_old_word_files_need_libreoffice(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told by content: it bears the name of a WPS file."""
    shutil.copy(DATA / "libreoffice-400.doc", workspace / "来稿.wps")
    monkeypatch.setattr("zugong.intake.office.soffice", lambda: None)
    ran = zugong("import", "来稿.wps", cwd=workspace)
    assert ran.code == 1
    assert "LibreOffice" in ran.output


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_old_word_files(workspace: Path) -> None:
    shutil.copy(DATA / "libreoffice-400.doc", workspace / "来稿.wps")
    ran = zugong("import", "来稿.wps", cwd=workspace)
    assert ran.code == 0, ran.output
    (item,) = (workspace / "issues" / "2026" / "1").glob("02-*.md")
    from tests.support.submissions import submission

    assert submission(400).headline in item.read_text(encoding="utf-8")


def test_what_has_no_place_is_kept_in_comments(workspace: Path) -> None:
    comments = f'<w:comments {W}><w:comment w:id="0" w:author="王">{paragraph(run("再核"))}</w:comment></w:comments>'
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("甲", "乙"))
    deleted = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    body = [
        paragraph(run("标题：县图书馆办好夜读活动")),
        paragraph(run("每周六开放。") + deleted + run("密", "<w:vanish/>")),
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        paragraph(run("（县图书馆）")),
    ]
    (workspace / "a.docx").write_bytes(package("".join(body), comments=comments))
    ran = zugong("import", "a.docx", cwd=workspace)
    text = next((workspace / "issues" / "2026" / "1").glob("02-*.md")).read_text(encoding="utf-8")
    for kept in ("批注（王）：再核", "隐藏文字：密", "表格 1 第 1 行第 1 格：甲", "表格 1 第 1 行第 2 格：乙"):
        assert kept in text
    assert text.endswith("---\n\n每周六开放。\n")
    assert "删修订中删去的字 1" in ran.output


def test_automatic_numbers_become_text(workspace: Path) -> None:
    form = '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}</w:lvl>'
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = [
        paragraph(run("标题：县图书馆办好夜读活动")),
        paragraph(run("加强领导。"), numbered),
        paragraph(run("抓好落实。"), numbered),
    ]
    (workspace / "a.docx").write_bytes(package("".join(body), numbering=numbering))
    zugong("import", "a.docx", cwd=workspace)
    text = next((workspace / "issues" / "2026" / "1").glob("02-*.md")).read_text(encoding="utf-8")
    assert "一、加强领导。\n\n二、抓好落实。\n" in text


def test_what_is_no_text_is_told(workspace: Path) -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="组工快讯"/></v:shape></w:pict></w:r>'
    body = [
        paragraph(run("标题：县图书馆办好夜读活动") + art),
        '<w:altChunk r:id="x"/>',
        paragraph(run("每周六开放。")),
    ]
    (workspace / "a.docx").write_bytes(package("".join(body)))
    ran = zugong("import", "a.docx", cwd=workspace)
    assert "艺术字没有放进来：组工快讯" in ran.output
    assert "整个嵌着 1 个别的文件" in ran.output


def test_tracked_changes_rejected(workspace: Path) -> None:
    changes = (
        '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>新</w:t></w:r></w:ins>'
    )
    (workspace / "a.docx").write_bytes(
        package(paragraph(run("标题：县图书馆办好夜读活动")) + paragraph(run("说法是") + changes + run("的。")))
    )
    zugong("import", "--tracked", "reject", "a.docx", cwd=workspace)
    text = next((workspace / "issues" / "2026" / "1").glob("02-*.md")).read_text(encoding="utf-8")
    assert "说法是旧的。" in text


def test_diff_against_git(repository: Path) -> None:
    ran = zugong("diff", ITEM, "--docx", "--pdf", "-o", "out", cwd=repository)
    assert ran.code == 0, ran.output
    assert "〔删：21〕〔增：22〕" in ran.output
    assert "改动 1 处，增 2 字，删 2 字" in ran.output
    assert {path.suffix for path in (repository / "out").glob("花脸稿*")} == {".docx", ".pdf"}


@pytest.mark.parametrize("sides", [("HEAD", "1"), ("HEAD", "2026/1"), (f"HEAD:{ITEM}", ITEM)])
def test_diff_of_issues_and_revisions(repository: Path, sides: tuple[str, str]) -> None:
    ran = zugong("diff", *sides, cwd=repository)
    assert "改动 1 处，增 2 字，删 2 字" in ran.output


def test_diff_of_an_original_and_its_item(workspace: Path) -> None:
    (workspace / "来稿.docx").write_bytes(handwritten(3, "Word").data)
    zugong("import", "来稿.docx", cwd=workspace)
    (item,) = (workspace / "issues" / "2026" / "1").glob("02-*.md")
    ran = zugong("diff", "来稿.docx", str(item.relative_to(workspace)), cwd=workspace)
    assert "没有改动" in ran.output


def test_log(repository: Path) -> None:
    git(repository, "commit", "-qam", "改时间")
    ran = zugong("log", ITEM, cwd=repository)
    assert "张三：改时间" in ran.output
    assert "改动 1 处，增 2 字，删 2 字" in ran.output


def test_fmt_changes_no_word(workspace: Path) -> None:
    path = workspace / ITEM
    path.write_text(
        "---\n供稿单位: 县图书馆  \n# 说明\n标题: 县图书馆延长开放时间\n---\n\n\n"
        "　　**周末开放。**每周六  \n\n\n第二段\n",
        encoding="utf-8",
    )
    assert zugong("fmt", "--check", ITEM, cwd=workspace).code == 1
    assert zugong("fmt", ITEM, cwd=workspace).code == 0
    assert path.read_text(encoding="utf-8") == (
        "---\n# 说明\n标题: 县图书馆延长开放时间\n供稿单位: 县图书馆\n---\n\n**周末开放。**每周六\n\n第二段\n"
    )
    assert "整理 0 篇" in zugong("fmt", ITEM, cwd=workspace).output
