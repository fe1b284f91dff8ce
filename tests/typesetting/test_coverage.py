"""Characters that no face has are told with their exact place."""

from __future__ import annotations

from pathlib import Path

from tests.support.command_line import small_workspace, zugong


def checked(workspace: Path, item: str) -> list[str]:
    (workspace / "issues/2026/1/01-图书馆.md").write_text(item, encoding="utf-8")
    shown = zugong("check", "--all", cwd=workspace).output.splitlines()
    return [line for line in shown if line.endswith(("[missing-glyph]", "[substituted-face]"))]


def test_a_missing_character_is_an_error_at_its_place(tmp_path: Path) -> None:
    workspace = small_workspace(tmp_path)
    found = checked(workspace, "---\n标题: 甲✅乙\n供稿单位: 丙😀\n---\n\n开头 2021 年👍👍，**段首🙂。**正文\n")
    path = "issues/2026/1/01-图书馆.md"
    assert [line.partition(" ")[0] for line in found] == [f"{path}:2:6", f"{path}:3:8", f"{path}:6:10", f"{path}:6:17"]
    assert all("[missing-glyph]" in line for line in found)
    assert "“👍👍”（U+1F44D、U+1F44D）" in found[2]


def test_a_substituted_character_is_a_doubt_and_told_once(tmp_path: Path) -> None:
    workspace = small_workspace(tmp_path)
    found = checked(workspace, "---\n标题: 甲\n供稿单位: 乙\n---\n\n王祎、李祎和张玥。\n")
    assert [line.partition(" ")[2].partition("，")[0] for line in found] == [
        "疑问 仿宋里没有“祎”字",
        "疑问 仿宋里没有“玥”字",
    ]
    assert zugong("build", "--docx", cwd=workspace).code == 0


def test_everyday_text_has_nothing_to_tell(tmp_path: Path) -> None:
    assert checked(small_workspace(tmp_path), "---\n标题: 甲\n供稿单位: 乙\n---\n\n“十四五”期间①，增长5%…—·。\n") == []
