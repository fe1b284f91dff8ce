"""zugong init: a workspace that editors understand, and shipped templates to change."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.support.command_line import small_workspace, zugong
from zugong.cli.init import _TEMPLATES as OFFERED
from zugong.resources import template_dir
from zugong.scaffold import TEMPLATES, stale_schemas
from zugong.sources.registers import read_registers
from zugong.sources.styles import read_styles


@pytest.fixture
def office(tmp_path: Path) -> Path:
    assert zugong("init", "简报", cwd=tmp_path).code == 0
    return tmp_path / "简报"


def schema_of(file: Path) -> Path:
    """The schema that the first line of a file names."""
    first = file.read_text(encoding="utf-8").split("\n")[0]
    before, _, way = first.partition("$schema=")
    assert before == "# yaml-language-server: "
    return (file.parent / way).resolve()


def test_new_files_name_their_schema(office: Path) -> None:
    zugong("new-issue", "--date", "2026-03-01", cwd=office)
    zugong("init", "--templates", "sheet", cwd=office)
    files = [*office.glob("issues/*.yaml"), office / "issues/templates/sheet.yaml", office / "issues/2026/1/issue.yaml"]
    assert len(files) == 5
    for file in files:
        schema = schema_of(file)
        assert schema.parent == office / ".zugong" / "schema"
        assert schema.stem == file.stem
        assert file.name in json.loads(schema.read_text(encoding="utf-8"))["title"]


def test_editor_settings_name_the_schemas_that_are_there(office: Path) -> None:
    settings = json.loads((office / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["files.encoding"] == "utf8"
    for schema, patterns in settings["yaml.schemas"].items():
        assert (office / schema).is_file()
        assert all(pattern.startswith("issues/") for pattern in patterns)
    extensions = json.loads((office / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]
    assert "charset = utf-8" in (office / ".editorconfig").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["units", "terms"])
def test_the_registers_are_empty_until_somebody_writes_into_them(office: Path, name: str) -> None:
    file = office / "issues" / f"{name}.yaml"
    registers = read_registers(office)
    assert registers.problems == ()
    assert registers.value.units == ()
    sample = file.read_text(encoding="utf-8").split("\n\n", 1)[1]
    file.write_text("\n".join(line.removeprefix("# ") for line in sample.split("\n")).replace("\n#\n", "\n\n"), "utf-8")
    filled = read_registers(office)
    assert filled.problems == ()
    assert filled.value.units or filled.value.terms.phrases


def test_a_new_workspace_has_nothing_to_complain_of(office: Path) -> None:
    zugong("new-issue", cwd=office)
    zugong("new-item", "县图书馆延长开放时间", "--source", "县图书馆", "--section", "市内信息", cwd=office)
    (item,) = office.glob("issues/*/1/*.md")
    with item.open("a", encoding="utf-8") as stream:
        stream.write("**周末开放。**每周六、周日开放至21时。\n")
    assert zugong("check", cwd=office).code == 0


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    own = tmp_path / "简报" / ".vscode" / "settings.json"
    own.parent.mkdir(parents=True)
    own.write_text("{}", encoding="utf-8")
    assert zugong("init", "简报", cwd=tmp_path).code == 0
    assert own.read_text(encoding="utf-8") == "{}"
    again = zugong("init", "简报", cwd=tmp_path)
    assert again.code == 1
    assert "已经是工作文件夹" in again.output


def test_a_folder_or_a_template_is_wanted(tmp_path: Path) -> None:
    ran = zugong("init", cwd=tmp_path)
    assert ran.code == 2
    assert "文件夹" in ran.output


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_copied_once(name: str, tmp_path: Path) -> None:
    office = small_workspace(tmp_path)
    ran = zugong("init", "--templates", name, cwd=office)
    assert ran.code == 0, ran.output
    (file,) = (office / "issues" / "templates").iterdir()
    assert file.name in ran.output
    assert "下一步" in ran.output
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = file.read_bytes()
    again = zugong("init", "--templates", name, cwd=office)
    assert again.code == 1
    assert "没有改动" in again.output
    assert file.read_bytes() == before


def test_several_templates_at_once_and_in_a_new_workspace(tmp_path: Path) -> None:
    ran = zugong("init", "简报", "--templates", "masthead", "--templates", "sheet", cwd=tmp_path)
    assert ran.code == 0, ran.output
    assert sorted(file.name for file in (tmp_path / "简报/issues/templates").iterdir()) == [
        "masthead.html",
        "sheet.yaml",
    ]
    more = zugong("init", "简报", "--templates", "page", "--templates", "sheet", cwd=tmp_path)
    assert more.code == 1
    assert (tmp_path / "简报/issues/templates/page.html").is_file()


def test_unknown_templates_are_refused(tmp_path: Path) -> None:
    ran = zugong("init", "--templates", "footer", cwd=small_workspace(tmp_path))
    assert ran.code == 2
    assert "masthead" in ran.output


def test_the_command_offers_what_can_be_copied() -> None:
    assert tuple(TEMPLATES) == OFFERED


def test_a_copied_sheet_changes_nothing_until_a_line_is_opened(tmp_path: Path) -> None:
    office = small_workspace(tmp_path)
    shipped = read_styles(office).value
    zugong("init", "--templates", "sheet", cwd=office)
    file = office / "issues" / "templates" / "sheet.yaml"
    assert read_styles(office).problems == ()
    assert read_styles(office).value == shipped
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("#版心:", "版心:").replace("#  行数: 22", "  行数: 21"), encoding="utf-8")
    reading = read_styles(office)
    assert reading.problems == ()
    assert reading.value is not None
    assert reading.value.page.lines == 21


def test_a_copied_sheet_wholly_opened_is_the_shipped_one(tmp_path: Path) -> None:
    office = small_workspace(tmp_path)
    zugong("init", "--templates", "sheet", cwd=office)
    file = office / "issues" / "templates" / "sheet.yaml"
    opened = re.sub(r"(?m)^#(?! \S)", "", file.read_text(encoding="utf-8"))
    shipped = (template_dir() / "sheet.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(opened) == yaml.safe_load(shipped)


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "sheet"])
def test_a_copied_template_draws_what_the_shipped_one_draws(name: str, tmp_path: Path) -> None:
    from zugong.templating import render_template

    office = small_workspace(tmp_path)
    zugong("init", "--templates", name, cwd=office)
    own = office / "issues" / "templates"
    text = (own / f"{name}.html").read_text(encoding="utf-8")
    assert text.startswith("{#")
    assert f'{{% extends "shipped/{name}.html" %}}' in text
    (own / "probe.html").write_text("ok", encoding="utf-8")
    assert render_template("probe.html", {}, own) == "ok"


def test_schemas_of_another_version_are_noticed(office: Path) -> None:
    assert stale_schemas(office) == ()
    (office / ".zugong" / "schema" / "item.json").write_text("{}\n", encoding="utf-8")
    assert [file.name for file in stale_schemas(office)] == ["item.json"]


def test_the_next_step_can_be_typed_in_the_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """start.py is not there; where one stands already, the short form will do."""
    monkeypatch.setenv("ZUGONG_COMMAND", "python3 start.py")
    monkeypatch.setenv("ZUGONG_ANYWHERE", 'python3 "/opt/zugong/start.py"')
    there = zugong("init", "简报", cwd=tmp_path)
    assert there.output.splitlines()[-1] == '        然后 cd 简报，执行 python3 "/opt/zugong/start.py" new-issue'
    (tmp_path / "here").mkdir()
    assert (
        zugong("init", ".", cwd=tmp_path / "here").output.splitlines()[-1]
        == "        然后 执行 python3 start.py new-issue"
    )
