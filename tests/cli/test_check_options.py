"""`zugong check` with everything an editor may ask of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from ooxml_integrity import check as package_faults
from openxml_audit import FileFormat, OpenXmlValidator

from tests.support.command_line import ROOT, small_workspace, zugong
from tests.support.git import require_git
from zugong.checks import CHECKS


@pytest.fixture
def workspace(tmp_path):
    return small_workspace(tmp_path)


def item(workspace):
    return workspace / "issues" / "2026" / "1" / "01-图书馆.md"


def write(workspace, body, head="", newline="\n"):
    text = f"---\n标题: 某县：某事\n供稿单位: 某县委组织部\n{head}---\n\n{body}\n"
    item(workspace).write_bytes(text.replace("\n", newline).encode())


def git(workspace, *arguments):
    require_git()
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.c"}
    environment |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.c", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["git", *arguments],
        cwd=workspace,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def committed(workspace):
    git(workspace, "init", "-q")
    git(workspace, "add", "-A")
    assert git(workspace, "commit", "-q", "-m", "一").returncode == 0


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.rule)
def test_every_rule_is_explained_by_id_and_by_name(one, tmp_path):
    pages = {zugong("check", "--explain", name, cwd=tmp_path).output for name in (one.rule, one.name)}
    assert len(pages) == 1
    (page,) = pages
    assert one.manual in page
    assert one.wrong in page
    assert one.right in page


def test_explain_lists_all_rules_and_suggests_one(tmp_path):
    listed = zugong("check", "--explain", cwd=tmp_path)
    assert all(one.rule in listed.output and one.name in listed.output for one in CHECKS)
    asked = zugong("check", "--explain", "错别宇", cwd=tmp_path)
    assert asked.code == 2
    assert "是不是“错别字”" in asked.output


def test_the_page_of_rules_is_what_the_program_says():
    ran = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_rule_table.py"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    assert ran.stdout.decode() == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_prose_never_stops_a_build_unless_the_office_says_so(workspace):
    write(workspace, "签定承诺书。")
    assert "疑问 “签定”应为“签订”" in zugong("check", cwd=workspace).output
    assert zugong("build", "--docx", cwd=workspace).code == 0
    settings = workspace / "issues" / "bulletin.yaml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f"{before}\n检查:\n  - {{规则: 错别字, 级别: 错误, 理由: 从严}}\n", encoding="utf-8")
    assert zugong("build", "--docx", cwd=workspace).code == 1
    settings.write_text(f"{before}\n检查:\n  - {{规则: 错别字, 级别: 关, 理由: 不查}}\n", encoding="utf-8")
    assert "错别字" not in zugong("check", cwd=workspace).output
    assert "理由：不查" in zugong("check", "--ignored", cwd=workspace).output


def test_ignores_are_counted_listed_and_not_printed(workspace):
    write(
        workspace, "他们签定<!-- zugong: 忽略 错别字 引用原文 -->承诺书,好。", "检查: {忽略: [半角标点], 理由: 原样}\n"
    )
    ran = zugong("check", "--ignored", cwd=workspace)
    assert "忽略了 2 处" in ran.output
    assert "理由：引用原文（issues/2026/1/01-图书馆.md 第 7 行）" in ran.output
    assert "理由：原样" in ran.output
    assert zugong("build", "--docx", cwd=workspace).code == 0
    (built,) = (workspace / "build").glob("*.docx")
    document = zipfile.ZipFile(built).read("word/document.xml").decode()
    assert "忽略" not in document
    assert "承诺书,好" in document.replace('</w:t></w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>', "")


def test_json_is_complete(workspace):
    write(workspace, "签定承诺书。")
    problems = json.loads(zugong("check", "--format", "json", cwd=workspace).output)["problems"]
    (problem,) = [one for one in problems if one["rule"] == "wrong-word"]
    assert (problem["line"], problem["column"], problem["length"]) == (6, 1, 2)
    assert problem["fix"] == "签订"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_fix_changes_what_it_says_and_nothing_else(workspace, newline):
    write(workspace, '签定承诺书,实施"计划"。', "# 说明，留着\n", newline)
    before = item(workspace).read_bytes()
    looked = zugong("check", "--diff", cwd=workspace)
    assert item(workspace).read_bytes() == before
    assert "+签订承诺书，实施“计划”。" in looked.output
    ran = zugong("check", "--fix", cwd=workspace)
    assert "已改 issues/2026/1/01-图书馆.md：1 行" in ran.output
    expected = before.replace('签定承诺书,实施"计划"。'.encode(), "签订承诺书，实施“计划”。".encode())
    assert item(workspace).read_bytes() == expected
    assert "没有可以由程序改的地方" in zugong("check", "--fix", cwd=workspace).output
    assert item(workspace).read_bytes() == expected


def test_fix_keeps_a_byte_order_mark_and_leaves_other_encodings(workspace):
    write(workspace, "签定承诺书。")
    plain = item(workspace).read_bytes()
    item(workspace).write_bytes(b"\xef\xbb\xbf" + plain)
    zugong("check", "--fix", cwd=workspace)
    assert item(workspace).read_bytes() == b"\xef\xbb\xbf" + plain.replace("签定".encode(), "签订".encode())
    other = plain.decode().encode("gb18030")
    item(workspace).write_bytes(other)
    assert "不是 UTF-8" in zugong("check", "--fix", cwd=workspace).output
    assert item(workspace).read_bytes() == other


def test_since_reports_only_changed_lines(workspace):
    write(workspace, "签定承诺书。\n\n没有错。")
    committed(workspace)
    assert "没有发现问题" in zugong("check", "--since", "HEAD", cwd=workspace).output
    write(workspace, "签定承诺书。\n\n布署工作。")
    ran = zugong("check", "--since", "HEAD", cwd=workspace)
    assert "布署" in ran.output
    assert "“签定”" not in ran.output
    fresh = workspace / "issues" / "2026" / "1" / '02-名字 "怪".md'
    fresh.write_bytes(item(workspace).read_bytes().replace("某事".encode(), "别事".encode()))
    assert "02-名字" in zugong("check", "--since", "HEAD", cwd=workspace).output


def test_staged_reads_what_will_be_committed(workspace):
    write(workspace, "没有错。")
    committed(workspace)
    write(workspace, "布署工作。")
    git(workspace, "add", "-A")
    write(workspace, "改好了，部署工作。")
    assert "“布署”应为“部署”" in zugong("check", "--staged", cwd=workspace).output
    git(workspace, "add", "-A")
    assert "没有发现问题" in zugong("check", "--staged", cwd=workspace).output


def test_git_trouble_is_told_in_chinese(workspace, monkeypatch):
    require_git()
    assert "没有用 git 管理" in zugong("check", "--since", "HEAD", cwd=workspace).output
    committed(workspace)
    assert "git 里没有这个版本" in zugong("check", "--since", "没有", cwd=workspace).output
    assert zugong("check", "--since", "--output=x", cwd=workspace).code == 2
    assert not (workspace / "x").exists()
    monkeypatch.setenv("PATH", str(workspace))
    assert "没有 git" in zugong("check", "--staged", cwd=workspace).output


def test_the_hook_stops_errors_only_and_explains_itself(workspace):
    committed(workspace)
    assert "已装好" in zugong("hook", "install", cwd=workspace).output
    write(workspace, "布署工作。")
    assert git(workspace, "commit", "-qam", "疑问").returncode == 0
    item(workspace).write_text("---\n供稿单位: 甲\n---\n\n正文。\n", encoding="utf-8")
    stopped = git(workspace, "commit", "-qam", "错误")
    assert stopped.returncode == 1
    assert "缺标题" in stopped.stdout + stopped.stderr
    assert "--no-verify" in stopped.stderr


def test_a_hook_of_others_is_not_overwritten(workspace):
    committed(workspace)
    hook = Path(workspace) / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n", encoding="utf-8")
    assert zugong("hook", "install", cwd=workspace).code == 1
    assert hook.read_text(encoding="utf-8") == "#!/bin/sh\n"
    assert zugong("hook", "install", "--force", cwd=workspace).code == 0


def test_docx_has_each_report_as_a_comment_at_its_place(workspace):
    write(workspace, "**签订。**他们签定 14 份承诺书，布署工作。")
    ran = zugong("check", "--docx", cwd=workspace)
    assert "2 条批注" in ran.output
    (path,) = (workspace / "build").glob("*批注*.docx")
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors == []
    assert package_faults(str(path)) == []
    archive = zipfile.ZipFile(path)
    assert "疑问：“签定”应为“签订”" in archive.read("word/comments.xml").decode()
    document = archive.read("word/document.xml").decode()
    marked = [part.partition("<w:commentRangeEnd")[0] for part in document.split("<w:commentRangeStart")[1:]]
    assert [one.partition("<w:t")[2].partition(">")[2].partition("<")[0] for one in marked] == ["签定", "布署"]


def test_an_item_printed_before_is_told(workspace):
    body = (
        "全县坚持党建引领，组织党员干部进村入户，面对面听取意见，逐条登记造册，明确责任单位和完成时限，定期回访问效。"
    )
    write(workspace, body)
    second = workspace / "issues" / "2026" / "2"
    second.mkdir()
    (second / "issue.yaml").write_text("日期: 2026年2月5日\n", encoding="utf-8")
    text = item(workspace).read_text(encoding="utf-8").replace("某事", "别的事")
    (second / "01-甲.md").write_text(text, encoding="utf-8")
    assert "issues/2026/1/01-图书馆.md 有 100% 的文字相同" in zugong("check", "2", cwd=workspace).output
    assert "文字相同" not in zugong("check", "1", cwd=workspace).output


def test_the_page_of_fields_is_what_the_readers_know():
    ran = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_field_table.py"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    assert ran.stdout.decode() == (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
