"""zugong doctor: what it says of a machine, shown with made-up machines."""

from __future__ import annotations

import builtins
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.command_line import small_workspace, zugong
from zugong.cli import doctor
from zugong.cli.doctor import Finding, State
from zugong.diagnostics import Location, error
from zugong.renderers.pdf import capabilities
from zugong.renderers.pdf.capabilities import Libraries


def states(findings: object) -> list[tuple[State, str]]:
    return [(finding.state, finding.name) for finding in findings]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Libraries("70.0", "1.50.12", True), [(State.FINE, "Pango"), (State.FINE, "HarfBuzz 子集")]),
        (Libraries("70.0", "1.50.12", False), [(State.FINE, "Pango"), (State.NOTE, "HarfBuzz 子集")]),
        (Libraries("70.0", "", False), [(State.FAULT, "Pango")]),
        (Libraries("", "", False), [(State.FAULT, "WeasyPrint")]),
    ],
)
@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
def test_libraries(found: Libraries, expected: list[tuple[State, str]], platform: str) -> None:
    findings = list(doctor.component_findings(found, platform))
    assert states(findings) == expected
    assert all(finding.advice for finding in findings if finding.state is not State.FINE)


def test_the_advice_is_that_of_the_system() -> None:
    def advice(platform: str) -> str:
        return next(doctor.component_findings(Libraries("70.0", "", False), platform)).advice

    assert "apt-get install libpangoft2-1.0-0" in advice("linux")
    assert "brew install pango" in advice("darwin")
    assert "pacman -S" in advice("win32")


def test_python() -> None:
    assert states(doctor.python_findings((3, 11, 2))) == [(State.FINE, "Python")]
    assert states(doctor.python_findings((3, 9, 18))) == [(State.FAULT, "Python")]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, [(State.FINE, "git")]),
        (
            {("--version",): "git version 2.39", ("config", "core.quotepath"): "false", ("config", "user.name"): "王"},
            [(State.FINE, "git")],
        ),
        (
            {("--version",): "git version 2.39", ("config", "core.quotepath"): "", ("config", "user.name"): ""},
            [(State.FINE, "git"), (State.NOTE, "git 文件名"), (State.NOTE, "git 姓名")],
        ),
    ],
)
def test_git(answers: dict[tuple[str, ...], str], expected: list[tuple[State, str]]) -> None:
    findings = doctor.git_findings(lambda *arguments, folder: answers.get(arguments), None)
    assert states(findings) == expected


@pytest.mark.parametrize(
    ("encoding", "state"), [("utf-8", State.FINE), ("gbk", State.NOTE), ("cp437", State.NOTE), ("", State.NOTE)]
)
def test_console(encoding: str, state: State) -> None:
    assert states(doctor.console_findings(encoding)) == [(state, "控制台")]


def test_write_access(tmp_path: Path) -> None:
    assert states(doctor.write_findings(tmp_path / "build")) == [(State.FINE, "输出")]
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"
    assert states(doctor.write_findings(tmp_path / "nowhere" / "build")) == [(State.FAULT, "输出")]


def test_characters_that_no_face_has() -> None:
    problem = error("missing-glyph", "没有一种字体有“𰻝”", Location("issues/2026/1/01.md", 7, 3), "请核对")
    other = error("missing-date", "缺日期", Location("issues/2026/1/issue.yaml"))
    (finding,) = doctor.character_findings("2026/1", (problem, other))
    assert finding == Finding(State.FAULT, "用字", "issues/2026/1/01.md:7:3 没有一种字体有“𰻝”", "请核对")
    assert states(doctor.character_findings("2026/1", (other,))) == [(State.FINE, "用字")]


def test_conclusion() -> None:
    fine, note, fault = (Finding(state, "", "") for state in State)
    assert doctor.conclusion([fine]) == "一切正常。"
    assert doctor.conclusion([fine, note]) == "可以生成。有 1 处可以改进。"
    assert doctor.conclusion([fault, note, fault]) == "有 2 处问题要处理，另有 1 处可以改进。"


def test_signs_and_words_can_be_shown_on_a_gbk_console(tmp_path: Path) -> None:
    report = zugong("doctor", cwd=small_workspace(tmp_path)).output
    report.replace(str(tmp_path), "").encode("gbk")


# ---- the whole command ----


def test_a_healthy_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capabilities, "find_libraries", lambda: Libraries("70.0", "1.50.12", True))
    ran = zugong("doctor", cwd=small_workspace(tmp_path))
    assert ran.code == 0, ran.output
    assert "√ 用字          2026/1 没有印不出的字" in ran.output
    assert "仿宋_GB2312 未安装，用随附仿宋代替" in ran.output
    assert not (tmp_path / "build").exists()


def test_outside_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capabilities, "find_libraries", lambda: Libraries("70.0", "1.50.12", True))
    ran = zugong("doctor", cwd=tmp_path)
    assert ran.code == 0
    assert "这里不是工作文件夹" in ran.output


def test_without_weasyprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pango is missing, importing weasyprint raises OSError."""
    real = builtins.__import__

    def refusing(name: str, *rest: object, **named: object) -> object:
        if name.partition(".")[0] == "weasyprint":
            raise OSError("cannot load library 'libgobject-2.0-0'")
        return real(name, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refusing)
    ran = zugong("doctor", cwd=small_workspace(tmp_path))
    assert ran.code == 1
    assert "× Pango" in ran.output
    assert "DOCX 不受影响" in ran.output
    assert "√ 用字" in ran.output, "the rest is still looked at"


def test_an_unprintable_character_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capabilities, "find_libraries", lambda: Libraries("70.0", "1.50.12", True))
    root = small_workspace(tmp_path)
    item = root / "issues/2026/1/01-图书馆.md"
    item.write_text(item.read_text(encoding="utf-8").replace("21时", "21时\U00030edd"), encoding="utf-8")
    ran = zugong("doctor", cwd=root)
    assert ran.code == 1
    assert "× 用字          issues/2026/1/01-图书馆.md:6:" in ran.output


def test_git_that_does_not_answer_is_no_git(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> SimpleNamespace:
        raise FileNotFoundError("git")

    monkeypatch.setattr(doctor.subprocess, "run", missing)
    assert doctor._git("--version", folder=None) is None
