"""zugong import of files with tables, figures and attachments, zugong diff of what was edited in them, fmt of .yaml."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.support.command_line import small_workspace, zugong
from tests.support.structured import as_html, handwritten_structured, picture, structured
from tests.support.submissions import package, paragraph, run

ISSUE = "issues/2026/1"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return small_workspace(tmp_path)


def item_of(workspace: Path) -> Path:
    (item,) = (workspace / ISSUE).glob("02-*.md")
    return item


def test_tables_and_figures(workspace: Path) -> None:
    made = handwritten_structured(6, "Word")
    (workspace / "来稿.docx").write_bytes(made.data)
    ran = zugong("import", "来稿.docx", cwd=workspace)
    assert ran.code == 0, ran.output
    assert "字数对不上" not in ran.output
    text = item_of(workspace).read_text(encoding="utf-8")
    (file,) = (workspace / ISSUE / "图片").iterdir()
    assert file.read_bytes() == picture(6)
    assert f"](图片/{file.name})" in text
    assert "```表格\n表题: " in text
    assert "\n# 一、" in text
    assert "\n## （一）" in text
    checked = zugong("check", ISSUE, cwd=workspace)
    assert "错误" not in checked.output.replace("0 个错误", ""), checked.output
    assert zugong("fmt", "--check", str(item_of(workspace)), cwd=workspace).code == 0
    assert "没有改动" in zugong("diff", "来稿.docx", str(item_of(workspace)), cwd=workspace).output


def test_a_picture_is_never_overwritten(workspace: Path) -> None:
    folder = workspace / ISSUE / "图片"
    (workspace / "一.html").write_text(as_html(structured(1), 1), encoding="utf-8")
    zugong("import", "一.html", cwd=workspace)
    (first,) = folder.iterdir()
    item_of(workspace).unlink()
    (workspace / "二.html").write_text(as_html(structured(1), 2), encoding="utf-8")
    zugong("import", "二.html", cwd=workspace)
    assert sorted(one.read_bytes() for one in folder.iterdir()) == sorted([picture(1), picture(2)])
    assert first.read_bytes() == picture(1)


def test_a_gif_becomes_a_png_and_a_wmf_is_told(workspace: Path) -> None:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(buffer, "GIF")
    (workspace / "a.gif").write_bytes(buffer.getvalue())
    (workspace / "b.wmf").write_bytes(b"\xd7\xcd\xc6\x9a" + b"\0" * 40)
    body = '<h1>县图书馆办好夜读活动</h1><p>每周六开放。</p><p><img src="a.gif"></p><p><img src="b.wmf"></p>'
    (workspace / "来稿.html").write_text(body, encoding="utf-8")
    ran = zugong("import", "来稿.html", cwd=workspace)
    assert "由 GIF 转成 PNG" in ran.output
    assert "图片没有放进正文" in ran.output
    assert sorted(one.suffix for one in (workspace / ISSUE / "图片").iterdir()) == [".png", ".wmf"]
    assert item_of(workspace).read_text(encoding="utf-8").count("![") == 1


def test_attachments_and_sign_off(workspace: Path) -> None:
    centre, right = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
    body = [
        paragraph(run("县图书馆办好夜读活动", '<w:sz w:val="44"/>'), centre),
        paragraph(run("县图书馆"), centre),
        paragraph(run("每周六开放至21时，全年接待读者3万人次，群众普遍反映很好。")),
        paragraph(run("附件：1.开放时间")),
        paragraph(run("县图书馆"), right),
        paragraph(run("2026年8月3日"), right),
        paragraph(run("附件1")),
        paragraph(run("开放时间"), centre),
        paragraph(run("周一至周五9时至21时，周六9时至22时。")),
    ]
    (workspace / "来稿.docx").write_bytes(package("".join(body)))
    ran = zugong("import", "来稿.docx", cwd=workspace)
    assert "删附件说明（程序会自动排） 9" in ran.output
    text = item_of(workspace).read_text(encoding="utf-8")
    assert "落款:\n  - 县图书馆\n  - 2026年8月3日\n" in text
    (attached,) = (workspace / ISSUE / "附件").iterdir()
    assert f"附件: 附件/{attached.name}" in text
    assert attached.read_text(encoding="utf-8") == "---\n标题: 开放时间\n---\n\n周一至周五9时至21时，周六9时至22时。\n"
    assert text.endswith("---\n\n每周六开放至21时，全年接待读者3万人次，群众普遍反映很好。\n")


@pytest.mark.parametrize("line", ["# 甲", "## 乙", "| 甲 | 乙 |", "```表格", "![图](x.png)", "---"])
def test_text_that_looks_like_markup_stays_text(workspace: Path, line: str) -> None:
    (workspace / "来稿.txt").write_text(f"县图书馆办好夜读活动\n\n每周六开放。\n\n{line}\n\n{line}\n", encoding="utf-8")
    zugong("import", "来稿.txt", cwd=workspace)
    from zugong.model.prose import Paragraph
    from zugong.sources.item import read_item

    item = read_item(workspace, item_of(workspace)).value
    assert all(isinstance(one, Paragraph) and not one.level for one in item.body)
    if line != "---":  # a rule is layout
        bare = line.replace(" ", "")
        assert [one.content.replace(" ", "") for one in item.paragraphs][1:] == [bare, bare]


def test_fmt_of_a_yaml_item(workspace: Path) -> None:
    path = workspace / ISSUE / "02-甲.yaml"
    path.write_text("正文: |\n  一段。  \n\n\n  又一段。\n# 来信\n供稿单位: 甲局\n标题: 甲局办实事\n", encoding="utf-8")
    assert zugong("fmt", cwd=workspace / ISSUE).code == 0
    assert path.read_text(encoding="utf-8") == (
        "标题: 甲局办实事\n# 来信\n供稿单位: 甲局\n正文: |\n  一段。\n\n  又一段。\n"
    )
