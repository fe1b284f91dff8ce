"""Every command as an editor types it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, small_workspace, zugong, zugong_process
from zugong.cli.app import COMMANDS


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return small_workspace(tmp_path)


def item(workspace: Path) -> Path:
    return workspace / "issues" / "2026" / "1" / "01-图书馆.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_chinese_help(name: str, tmp_path: Path) -> None:
    ran = zugong(name, "--help", cwd=tmp_path)
    assert ran.code == 0
    assert ran.output.startswith(f"用法：zugong {name}")
    assert "Options" not in ran.output
    assert "Usage" not in ran.output


def test_the_whole_way_from_an_empty_folder(tmp_path: Path) -> None:
    office = tmp_path / "简报"
    assert zugong("init", str(office), cwd=tmp_path).code == 0
    made = zugong("new-issue", "--date", "2026-03-01", cwd=office)
    assert "issues/2026/1/issue.yaml" in made.output
    made = zugong("new-item", "图书馆: 延长“开放”时间", "--section", "市内信息", "--source", "某县委组织部", cwd=office)
    assert made.code == 0, made.output
    (file,) = (office / "issues/2026/1").glob("*.md")
    assert file.name == "01-某县委组织部.md"
    assert zugong("check", cwd=office).code == 1
    with file.open("a", encoding="utf-8") as stream:
        stream.write("**周末开放。**每周六、周日开放至21时。\n")
    checked = zugong("check", cwd=office)
    assert checked.code == 0, checked.output
    built = zugong("build", "--docx", cwd=office)
    assert built.code == 0, built.output
    assert (office / "build" / "某某组工信息2026年第1期.docx").is_file()


def test_new_issue_takes_the_next_number_and_never_overwrites(workspace: Path) -> None:
    assert "issues/2026/2/issue.yaml" in zugong("new-issue", "--date", "2026-02-01", cwd=workspace).output
    assert "issues/2027/1/issue.yaml" in zugong("new-issue", "--date", "2027-02-01", cwd=workspace).output
    again = zugong("new-issue", "1", "--date", "2026-02-01", cwd=workspace)
    assert again.code == 1
    assert "已经有了" in again.output
    assert (workspace / "issues/2026/1/issue.yaml").read_text(encoding="utf-8") == "日期: 2026年1月5日\n"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("new-issue", "--date", "2026-02-30"), "日期"),
        (("new-issue", "某期"), "期号"),
        (("new-issue", "0"), "期号"),
        (("build", "99"), "99"),
        (("check", "../.."), "找不到"),
        (("bulid",), "build"),
        (("build", "--al", "1"), "--all"),
        (("build", "--all", "1"), "--all"),
        (("check", "--format", "xml"), "text"),
        (("new-item",), "标题"),
    ],
)
def test_usage_errors_are_chinese_and_exit_2(arguments: tuple[str, ...], word: str, workspace: Path) -> None:
    ran = zugong(*arguments, cwd=workspace)
    assert ran.code == 2, ran.output
    assert word in ran.output
    assert "Traceback" not in ran.output


def test_unknown_section_is_refused_by_new_item(tmp_path: Path) -> None:
    zugong("init", str(tmp_path / "x"), cwd=tmp_path)
    zugong("new-issue", cwd=tmp_path / "x")
    ran = zugong("new-item", "标题", "--section", "市外", cwd=tmp_path / "x")
    assert ran.code == 1
    assert "市外参考" in ran.output


def test_outside_a_workspace(tmp_path: Path) -> None:
    ran = zugong("build", cwd=tmp_path)
    assert ran.code == 2
    assert "zugong init" in ran.output


def test_check_shows_line_caret_and_hint(workspace: Path) -> None:
    item(workspace).write_text("---\n标题: 甲\n供搞单位: 乙\n---\n\n正文。\n", encoding="utf-8")
    ran = zugong("check", cwd=workspace)
    assert ran.code == 1
    lines = ran.output.splitlines()
    at = next(index for index, line in enumerate(lines) if "[unknown-key]" in line)
    assert lines[at].startswith("issues/2026/1/01-图书馆.md:3:1 错误 ")
    assert lines[at + 1] == "  供搞单位: 乙"
    assert lines[at + 2] == "  ^^^^^^^^"
    assert lines[at + 3] == "  提示：是不是“供稿单位”？"


def test_check_as_json(workspace: Path) -> None:
    item(workspace).write_text("---\n标题: 甲\n---\n\n正文。\n", encoding="utf-8")
    ran = zugong("check", "--format", "json", cwd=workspace)
    (problem,) = json.loads(ran.output)["problems"]
    assert set(problem) == {"path", "line", "column", "length", "severity", "rule", "message", "hint", "fix"}
    assert problem["rule"] == "missing-source-unit"
    assert problem["severity"] == "error"
    assert problem["path"] == "issues/2026/1/01-图书馆.md"


def test_check_as_github_annotations(workspace: Path) -> None:
    item(workspace).write_text("---\n标题: 甲\n---\n\n正文。\n", encoding="utf-8")
    ran = zugong("check", "--format", "github", cwd=workspace)
    assert ran.output.startswith("::error file=issues/2026/1/01-图书馆.md,line=")
    assert ran.output.count("\n") == 1


def test_errors_stop_the_build_and_leave_the_last_good_file(workspace: Path) -> None:
    assert zugong("build", "--docx", cwd=workspace).code == 0
    output = workspace / "build" / "某县工作简报2026年第1期.docx"
    good = output.read_bytes()
    item(workspace).write_text("---\n标题: 甲\n---\n\n正文。\n", encoding="utf-8")
    ran = zugong("build", "--docx", cwd=workspace)
    assert ran.code == 1
    assert "没有生成" in ran.output
    assert output.read_bytes() == good


def test_a_draft_is_built_all_the_same(workspace: Path) -> None:
    item(workspace).write_text("---\n供稿单位: 乙\n---\n\n正文。\n", encoding="utf-8")
    ran = zugong("build", "--docx", "--draft", cwd=workspace)
    assert (workspace / "build" / "某县工作简报2026年第1期（草稿）.docx").is_file(), ran.output
    assert not (workspace / "build" / "某县工作简报2026年第1期.docx").exists()
    assert "missing-headline" in ran.output


def test_a_file_changed_by_hand_is_not_overwritten(workspace: Path) -> None:
    """An editor's corrections in WPS must not be lost by a second build."""
    zugong("build", "--docx", cwd=workspace)
    output = workspace / "build" / "某县工作简报2026年第1期.docx"
    output.write_bytes(b"changed in WPS")
    ran = zugong("build", "--docx", cwd=workspace)
    assert ran.code == 1
    assert "--force" in ran.output
    assert output.read_bytes() == b"changed in WPS"
    assert zugong("build", "--docx", "--force", cwd=workspace).code == 0
    assert output.read_bytes() != b"changed in WPS"
    assert zugong("build", "--docx", cwd=workspace).code == 0


def test_build_all_goes_on_after_a_broken_issue(workspace: Path) -> None:
    zugong("new-issue", "2", "--date", "2026-02-01", cwd=workspace)
    ran = zugong("build", "--all", "--docx", cwd=workspace)
    assert ran.code == 1
    assert (workspace / "build" / "某县工作简报2026年第1期.docx").is_file()


def test_output_folder_that_is_a_file(workspace: Path) -> None:
    (workspace / "out").write_text("x", encoding="utf-8")
    ran = zugong("build", "--docx", "-o", "out", cwd=workspace)
    assert ran.code == 1
    assert "写不了文件" in ran.output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_leaves_the_old_file(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zugong("build", "--docx", cwd=workspace)
    output = workspace / "build" / "某县工作简报2026年第1期.docx"
    good = output.read_bytes()
    item(workspace).write_text(item(workspace).read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    real = os.fdopen

    def full(handle: int, mode: str) -> object:
        os.close(handle)
        return real(os.open("/dev/full", os.O_WRONLY), mode)

    monkeypatch.setattr("zugong.outputs.os.fdopen", full)
    ran = zugong("build", "--docx", cwd=workspace)
    assert ran.code == 1
    assert "磁盘满了" in ran.output
    assert output.read_bytes() == good
    assert not list((workspace / "build").glob("*.tmp"))


def test_read_only_output_folder_leaves_the_old_file(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated: root may write everywhere."""
    zugong("build", "--docx", cwd=workspace)
    output = workspace / "build" / "某县工作简报2026年第1期.docx"
    good = output.read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("zugong.outputs._fresh_file", refuse)
    ran = zugong("build", "--docx", "--force", cwd=workspace)
    assert ran.code == 1
    assert "没有写入权限，或者文件正被 WPS、Word 打开" in ran.output
    assert "Permission denied" not in ran.output
    assert output.read_bytes() == good


@pytest.mark.parametrize("when", ["zugong.renderers.docx.render", "zugong.outputs.os.fdopen"])
def test_interrupted_build_leaves_no_half_written_file(
    when: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zugong("build", "--docx", cwd=workspace)
    output = workspace / "build" / "某县工作简报2026年第1期.docx"
    good = output.read_bytes()
    item(workspace).write_text(item(workspace).read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(when, interrupt)
    ran = zugong("build", "--docx", cwd=workspace)
    assert ran.code == 130
    assert "已中断" in ran.output
    assert output.read_bytes() == good
    assert [file.name for file in (workspace / "build").iterdir() if file.suffix == ".tmp"] == []


def test_a_bug_shows_no_traceback(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("zugong.pipeline.examine", broken)
    ran = zugong("check", cwd=workspace)
    assert ran.code == 3
    assert "程序自己出了错" in ran.output
    assert "Traceback" not in ran.output
    assert "secret" not in ran.output


def test_list_shows_issues_and_items_with_pages(workspace: Path) -> None:
    assert "2026/1  2026年1月5日  1 篇" in zugong("list", cwd=workspace).output
    listed = zugong("list", "1", cwd=workspace).output
    assert "第 2 面" in listed
    assert "县图书馆延长开放时间" in listed


def test_list_counts_how_items_came(workspace: Path) -> None:
    (item,) = (workspace / "issues" / "2026" / "1").glob("*.md")
    item.write_text(item.read_text(encoding="utf-8").replace("标题:", "采用: 综合\n标题:", 1), encoding="utf-8")
    listed = zugong("list", "1", cwd=workspace)
    assert "综合" in listed.output.splitlines()[0]
    assert listed.output.splitlines()[-1].endswith("，其中综合 1 篇。")


def test_a_path_names_an_issue(workspace: Path) -> None:
    for place in ("issues/2026/1", "2026/1", "1", "issues/2026/1/01-图书馆.md"):
        assert zugong("check", place, cwd=workspace).code == 0
    assert zugong("check", cwd=workspace / "issues" / "2026" / "1").code == 0


def test_docx_list_and_check_need_no_weasyprint(workspace: Path) -> None:
    """Where Pango is missing they work, and --pdf says in Chinese what to install."""
    (workspace / "sitecustomize.py").write_text(
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'weasyprint':\n"
        "            raise OSError('cannot load library gobject-2.0-0')\n"
        "sys.meta_path.insert(0, Missing())\n",
        encoding="utf-8",
    )
    path = f"{workspace}{os.pathsep}{ROOT}"
    for command in (("check",), ("list", "1"), ("build", "--docx")):
        ran = zugong_process(*command, cwd=workspace, PYTHONPATH=path)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    ran = zugong_process("build", cwd=workspace, PYTHONPATH=path)
    assert ran.returncode == 1
    assert "Pango" in ran.stdout
    assert (workspace / "build" / "某县工作简报2026年第1期.docx").is_file()
    assert (workspace / "build" / "某县工作简报2026年第1期校样.pdf").is_file()
    assert not (workspace / "build" / "某县工作简报2026年第1期.pdf").exists()
    ran = zugong_process("build", "--pdf", "--proof", "--force", cwd=workspace, PYTHONPATH=path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "没有归档标记" in ran.stdout


@pytest.mark.parametrize("command", [("--help",), ("list",), ("check",)])
def test_light_commands_import_no_heavy_library(command: tuple[str, ...], workspace: Path) -> None:
    code = (
        "import sys\nsys.argv = ['zugong', *sys.argv[1:]]\nfrom zugong.cli.entry import run as main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = 'weasyprint docx lxml fontTools jinja2 uharfbuzz pydyf decimal tempfile xml http concurrent'.split()\n"
        "print('HEAVY', sorted(set(heavy) & set(sys.modules)))"
    )
    import subprocess

    ran = subprocess.run(
        [sys.executable, "-c", code, *command],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "HEAVY []" in ran.stdout


def test_a_gbk_console_does_not_crash(workspace: Path) -> None:
    item(workspace).write_text("---\n标题: ✅²𠮷 #x\n供稿单位: 乙\n---\n\n**正文𠮷✅\n", encoding="utf-8")
    ran = zugong_process("check", "--all", cwd=workspace, PYTHONIOENCODING="gbk")
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr


HOSTILE = {
    "script": "<script>alert(1)</script><b>粗</b>",
    "jinja": "{{ 7 * 7 }}{% raw %}{# 注 #}{{ config }}",
    "css": "</style><style>p{display:none}",
    "entity": "&lt;&nbsp;&#20826;",
    "field": 'PAGEREF item-001 \\h <w:t>"',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_markup_in_a_body_is_printed_as_text(name: str, workspace: Path) -> None:
    text = HOSTILE[name]
    item(workspace).write_text(f"---\n标题: 甲\n供稿单位: 乙\n---\n\n前{text}后\n", encoding="utf-8")
    ran = zugong("build", "--docx", cwd=workspace)
    assert ran.code == 0, ran.output
    import docx

    document = docx.Document(str(workspace / "build" / "某县工作简报2026年第1期.docx"))
    printed = "".join("".join(paragraph.text.split()) for paragraph in document.paragraphs)
    assert "".join(f"前{text}后".split()) in printed


@pytest.mark.parametrize(
    "link", ["![图](../../../etc/passwd)", "![图](http://example.com/a.png)", "[甲](file:///etc/passwd)"]
)
def test_links_and_images_are_refused(link: str, workspace: Path) -> None:
    item(workspace).write_text(f"---\n标题: 甲\n供稿单位: 乙\n---\n\n正文{link}\n", encoding="utf-8")
    ran = zugong("build", cwd=workspace)
    assert ran.code == 1
    assert "-in-body]" in ran.output
    assert not (workspace / "build").exists()


LONG_OFFICE = "中共某某省某某土家族苗族自治州委组织部研究室"


def test_a_long_issuing_office_does_not_run_into_the_date(workspace: Path) -> None:
    """22 characters and a date overfill the line: the date gets a line of its own."""
    settings = workspace / "issues" / "bulletin.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("某县图书馆", LONG_OFFICE), encoding="utf-8")
    from datetime import date

    from zugong.model.issue import IssueKey
    from zugong.model.styles import Role
    from zugong.pipeline import examine, lay_out, open_office

    office = open_office(workspace, date(2026, 1, 5))
    issue = examine(office, IssueKey(2026, 1)).issue
    assert issue is not None
    laid_out = lay_out(office, issue)
    assert laid_out is not None
    (fragment,) = [one for one in laid_out.pages.pages[0].fragments if one.role is Role.OFFICE]
    assert [line.content for line in fragment.lines] == [LONG_OFFICE, "2026年1月5日"]


def test_without_front_matter_items_begin_under_the_masthead(workspace: Path) -> None:
    settings = workspace / "issues" / "bulletin.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("目录: 有\n领导批示: 有", "目录: 无\n领导批示: 无"), encoding="utf-8")
    assert "第 1 面" in zugong("list", "1", cwd=workspace).output
