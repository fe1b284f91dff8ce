"""Issues of a series (增刊, 专报): new-issue, new-item and list."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import small_workspace, zugong


@pytest.fixture
def office(tmp_path: Path) -> Path:
    root = small_workspace(tmp_path)
    with (root / "issues" / "bulletin.yaml").open("a", encoding="utf-8") as stream:
        stream.write("系列:\n  - 增刊\n  - 名称: 专报\n    期号格式: 总第{总期号}期\n    栏目: [调查]\n")
    return root


def issue(office: Path, name: str) -> str:
    return (office / "issues" / name / "issue.yaml").read_text(encoding="utf-8")


def test_a_series_counts_for_itself(office: Path) -> None:
    for expected in ("增刊1", "增刊2"):
        made = zugong("new-issue", "--series", "增刊", "--date", "2026-02-01", cwd=office)
        assert f"issues/2026/{expected}/issue.yaml" in made.output
    assert "issues/2027/增刊1" in zugong("new-issue", "--series", "增刊", "--date", "2027-02-01", cwd=office).output
    assert "issues/2026/2/" in zugong("new-issue", "--date", "2026-02-01", cwd=office).output
    assert (
        "issues/2026/专报7/" in zugong("new-issue", "7", "--series", "专报", "--date", "2026-02-01", cwd=office).output
    )
    assert "2026年增刊第2期" in issue(office, "2026/增刊2")


def test_a_series_that_is_not_declared_is_refused(office: Path) -> None:
    ran = zugong("new-issue", "--series", "特刊", cwd=office)
    assert ran.code == 1
    assert "增刊、专报" in ran.output


def test_without_any_series_one_is_told_where_to_declare_it(tmp_path: Path) -> None:
    ran = zugong("new-issue", "--series", "增刊", cwd=small_workspace(tmp_path))
    assert ran.code == 1
    assert "系列:" in ran.output


def test_an_issue_that_is_there_stays(office: Path) -> None:
    zugong("new-issue", "1", "--series", "增刊", "--date", "2026-02-01", cwd=office)
    ran = zugong("new-issue", "1", "--series", "增刊", "--date", "2026-02-01", cwd=office)
    assert ran.code == 1
    assert "2026/增刊1" in ran.output


def test_the_serial_goes_on_where_it_is_printed(office: Path) -> None:
    zugong("new-issue", "--series", "专报", "--date", "2026-02-01", cwd=office)
    assert "总期号" not in issue(office, "2026/专报1")
    with (office / "issues/2026/专报1/issue.yaml").open("a", encoding="utf-8") as stream:
        stream.write("总期号: 41\n")
    zugong("new-issue", "--series", "专报", "--date", "2027-02-01", cwd=office)
    assert "\n总期号: 42\n" in issue(office, "2027/专报1")


@pytest.mark.parametrize(
    "setting", ["期号格式: 第{期号}期（总第{总期号}期）", "报头: [刊名, {左: 总第{总期号汉字}期}]"]
)
def test_the_serial_of_ordinary_issues(setting: str, tmp_path: Path) -> None:
    office = small_workspace(tmp_path)
    quoted = setting.replace("左: 总第{总期号汉字}期", '左: "总第{总期号汉字}期"')
    with (office / "issues" / "bulletin.yaml").open("a", encoding="utf-8") as stream:
        stream.write(quoted + "\n")
    (office / "issues/2026/1/issue.yaml").write_text("日期: 2026年1月5日\n总期号: 207\n", encoding="utf-8")
    zugong("new-issue", "--date", "2026-02-01", cwd=office)
    assert "\n总期号: 208\n" in issue(office, "2026/2")


def test_items_go_into_the_folder_of_a_series(office: Path) -> None:
    zugong("new-issue", "--series", "专报", "--date", "2026-02-01", cwd=office)
    made = zugong("new-item", "乡镇图书室调查", "--section", "调查", "--issue", "专报1", cwd=office)
    assert made.code == 0, made.output
    assert "issues/2026/专报1/01-" in made.output
    refused = zugong("new-item", "乡镇图书室调查", "--section", "动态", "--issue", "2026/专报1", cwd=office)
    assert refused.code == 1
    assert "调查" in refused.output


def test_the_list_shows_series_beside_ordinary_issues(office: Path) -> None:
    zugong("new-issue", "--series", "增刊", "--date", "2026-02-01", cwd=office)
    lines = zugong("list", cwd=office).output.splitlines()
    assert lines[0].startswith("2026/增刊1")
    assert lines[1].startswith("2026/1     ")
    assert lines[-1] == "共 2 期。"


def test_the_next_step_names_an_issue_that_is_not_meant_anyway(office: Path) -> None:
    assert "--issue 增刊1" in zugong("new-issue", "--series", "增刊", "--date", "2026-02-01", cwd=office).output
    ran = zugong("new-item", "送书下乡", "--source", "县图书馆", "--issue", "增刊1", cwd=office)
    assert "check 增刊1" in ran.output
    assert "--issue" not in zugong("new-issue", "--date", "2026-02-01", cwd=office).output
    assert "--issue 2025/1" in zugong("new-issue", "--date", "2025-02-01", cwd=office).output


def test_series_and_number_may_be_written_together(office: Path) -> None:
    assert "issues/2026/增刊7/" in zugong("new-issue", "增刊7", "--date", "2026-02-01", cwd=office).output
    assert zugong("new-issue", "特刊7", cwd=office).code == 1
    assert zugong("new-issue", "7期刊", cwd=office).code == 2
