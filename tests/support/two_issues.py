"""A workspace with two issues, one of which brings along a figure and an attachment; and edits that leave no trace."""

from __future__ import annotations

import os
from pathlib import Path

from tests.support.command_line import small_workspace


def two_issues(folder: Path) -> Path:
    """2026/1 with materials, 2026/2 after it."""
    small_workspace(folder)
    second = folder / "issues" / "2026" / "2"
    second.mkdir()
    (second / "issue.yaml").write_text("日期: 2026年2月5日\n", encoding="utf-8")
    text = "---\n标题: 县文化馆办讲座\n供稿单位: 县文化馆\n---\n\n讲座共有六场。\n"
    (second / "01-文化馆.md").write_text(text, encoding="utf-8")
    _bring_materials(folder / "issues" / "2026" / "1")
    return folder


def _bring_materials(issue: Path) -> None:
    """A figure and an attachment, in folders of their own."""
    (issue / "图片").mkdir()
    (issue / "附件").mkdir()
    size = 'xmlns="http://www.w3.org/2000/svg" width="60" height="30"'
    drawing = f'<svg {size}><path fill="#cccccc" d="M0 0h60v30z"/></svg>'
    (issue / "图片" / "书架.svg").write_text(drawing, encoding="utf-8")
    (issue / "附件" / "清单.md").write_text("---\n标题: 清单\n---\n\n书架十二个。\n", encoding="utf-8")
    item = issue / "01-图书馆.md"
    text = item.read_text(encoding="utf-8").replace("\n---\n\n", "\n附件: 清单\n---\n\n")
    item.write_text(f"{text}\n![书架](图片/书架.svg)\n", encoding="utf-8")


def edit(path: Path, old: str, new: str) -> None:
    """A change that leaves the size as it is, and the time too: content is what counts."""
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
