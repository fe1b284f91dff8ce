"""start.py's decisions: what is installed for what was found, what is run, and what an editor is told."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "start.py"
PANGO = ["libpangoft2-1.0-0", "libharfbuzz-subset0"]


def load():
    spec = importlib.util.spec_from_file_location("start", SOURCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


start = load()


def machine(**found):
    """A complete Debian machine, apart from what is named."""
    complete = {
        "system": "linux",
        "python": (3, 11),
        "venv_package": "",
        "pango": True,
        "subset": True,
        "apt": True,
        "root": True,
        "sudo": False,
    }
    return start.Machine(**{**complete, **found})


def stamp(extras=(), pyproject="a", **other):
    return start.Stamp(
        **{
            "root": "here",
            "python": "3.11",
            "pyproject": pyproject,
            "extras": list(extras),
            "refused": [],
            **other,
        }
    )


BARE = {"venv_package": "python3-venv", "pango": False, "subset": False}


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout without .venv, in a folder with a Chinese name."""
    root = tmp_path / "编排"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    venv = root / ".venv"
    for name, value in {"ROOT": root, "VENV": venv, "STAMP": venv / "stamp", "PYTHON": venv / "bin" / "python"}.items():
        monkeypatch.setattr(start, name, value)
    return root


class Shell:
    """Stands in for subprocess: records commands, fails those that hold every word of a phrase, makes .venv."""

    def __init__(self, monkeypatch, failing=(), output="x\nE: 原因在此\n", code=0):
        self.commands, self.failing, self.output, self.code = [], list(failing), output, code
        monkeypatch.setattr(start.subprocess, "run", self.run)
        monkeypatch.setattr(start.subprocess, "Popen", self.popen)

    def run(self, command, **_):
        self.commands.append(command)
        failed = any(set(phrase.split()) <= set(command) for phrase in self.failing)
        if "venv" in command and not failed:
            start.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            start.PYTHON.touch()
        return subprocess.CompletedProcess(command, 100 if failed else 0, stdout=self.output)

    def popen(self, command, **_):
        self.commands.append(command)
        return self

    def wait(self, **_):
        return self.code

    def words(self):
        """The commands without options and paths."""
        paths = {sys.executable, str(start.PYTHON), str(start.VENV)}
        return [" ".join(word for word in command if word[0] != "-" and word not in paths) for command in self.commands]


@pytest.fixture
def found(monkeypatch):
    """Set what look_around finds."""

    def set_found(**facts):
        monkeypatch.setattr(start, "look_around", lambda: machine(**facts))

    return set_found


# ---- older Pythons -------------------------------------------------------------------------------------------------


def test_parses_on_python_3_6():
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert imported <= {
        "ctypes", "hashlib", "importlib.util", "json", "os", "pathlib", "re", "shutil", "subprocess", "sys",
    }  # fmt: skip


def test_annotations_of_new_kinds_are_in_quotation_marks():
    """`list[str]` or `X | None` as they are would fail on 3.8 before the message is shown."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    nodes = [getattr(node, field, None) for node in ast.walk(tree) for field in ("annotation", "returns")]
    assert [ast.unparse(node) for node in nodes if isinstance(node, ast.Subscript | ast.BinOp)] == []


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_old_python_gets_a_message(version):
    message = start.old_python_message(version)
    assert "需要 Python 3.11" in message
    assert "{}.{}".format(*version) in message


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_new_python_gets_none(version):
    assert start.old_python_message(version) == ""


def test_old_python_ends_with_1_and_changes_nothing(monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 2, "final", 0))
    shell = Shell(monkeypatch)
    assert start.main([]) == 1
    assert "这里是 3.9" in capsys.readouterr().err
    assert shell.commands == []


# ---- routing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "pango", "extras", "run"),
    [
        ([], True, [], "-P -m zugong build 2021/22"),
        ([], False, [], "-P -m zugong build 2021/22 --docx"),
        (["test"], True, ["test"], "-m pytest"),
        (["test", "-k", "pdf", "-x"], True, ["test"], "-m pytest -k pdf -x"),
        (["build", "23", "--pdf"], True, [], "-P -m zugong build 23 --pdf"),
        (["build", "23", "--pdf"], False, [], "-P -m zugong build 23 --pdf"),
        (["new-issue"], True, [], "-P -m zugong new-issue"),
        (["--version"], True, [], "-P -m zugong --version"),
    ],
)
def test_route(arguments, pango, extras, run):
    job = start.route(arguments, pango)
    assert job.extras == extras
    assert " ".join(job.arguments) == run


def test_a_command_runs_where_the_editor_stands():
    assert start.route(["build"], True).folder is None
    assert start.route([], True).folder == start.route(["test"], True).folder == start.ROOT


def test_help_sets_nothing_up(monkeypatch, capsys):
    shell = Shell(monkeypatch)
    assert start.main(["--help"]) == 0
    assert "python3 start.py test" in capsys.readouterr().out
    assert shell.commands == []


# ---- what to do for what was found ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "has_venv", "packages"),
    [
        (BARE, False, ["python3-venv", *PANGO]),
        ({**BARE, "venv_package": "python3.13-venv"}, False, ["python3.13-venv", *PANGO]),
        (BARE, True, PANGO),
        ({"subset": False}, True, ["libharfbuzz-subset0"]),
        ({}, False, []),
        ({**BARE, "apt": False}, False, []),
        ({"pango": False, "apt": False, "system": "win32"}, False, []),
    ],
)
def test_packages(facts, has_venv, packages):
    known = stamp() if has_venv else None
    assert start.make_plan(machine(**facts), known, stamp(), has_venv).packages == packages


@pytest.mark.parametrize(
    ("known", "wanted", "sound", "new_venv", "extras"),
    [
        (None, stamp(), False, True, []),
        (None, stamp(["test"]), False, True, ["test"]),
        (None, stamp(), True, False, []),  # an editor's own .venv
        (stamp(), stamp(), True, False, None),
        (stamp(), stamp(["test"]), True, False, ["test"]),
        (stamp(["test"]), stamp(), True, False, None),
        (stamp(["test"]), stamp(pyproject="b"), True, False, ["test"]),
        (stamp(["test"]), stamp(), False, True, []),
    ],
)
def test_plan_of_venv_and_extras(known, wanted, sound, new_venv, extras):
    assert start.make_plan(machine(), known, wanted, sound) == start.Plan([], new_venv, extras)


def test_refused_packages_are_asked_for_once():
    known = stamp(refused=PANGO)
    assert start.make_plan(machine(pango=False, subset=False), known, stamp(), True).packages == []
    assert start.make_plan(machine(pango=False, subset=False), known, stamp(), False).packages == PANGO


@pytest.mark.parametrize(("same", "package"), [(True, "python3-venv"), (False, "python3.13-venv")])
def test_venv_package_belongs_to_the_running_python(monkeypatch, tmp_path, same, package):
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    default = Path(sys.executable) if same else tmp_path / "python3"
    default.exists() or default.touch()
    assert start.missing_venv_package(13, default) == package


def test_no_venv_package_where_ensurepip_is_there(monkeypatch):
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: object())
    assert start.missing_venv_package(11, Path("python3")) == ""


# ---- the stamp -----------------------------------------------------------------------------------------------------


def test_stamp_is_read_back(checkout):
    start.VENV.mkdir()
    written = stamp(["test"], refused=PANGO)
    start.write_stamp(written)
    assert start.read_stamp() == written


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", '{"root": "x"}'])
def test_unreadable_stamp_counts_as_none(checkout, text):
    start.VENV.mkdir()
    if text is not None:
        start.STAMP.write_text(text, encoding="utf-8")
    assert start.read_stamp() is None


@pytest.mark.parametrize(
    ("changed", "sound"),
    [({}, True), ({"root": "moved"}, False), ({"python": "3.13"}, False), ({"pyproject": "b"}, True)],
)
def test_venv_of_another_place_or_python_is_not_sound(checkout, changed, sound):
    start.PYTHON.parent.mkdir(parents=True)
    start.PYTHON.touch()
    assert start.is_sound(stamp()._replace(**changed), stamp()) is sound


def test_venv_whose_python_is_gone_is_not_sound(checkout):
    assert not start.is_sound(stamp(), stamp())


@pytest.mark.parametrize(("failing", "sound"), [([], True), (["-c"], False)])
def test_venv_without_stamp_is_asked(checkout, monkeypatch, failing, sound):
    start.PYTHON.parent.mkdir(parents=True)
    start.PYTHON.touch()
    Shell(monkeypatch, failing)
    assert start.is_sound(None, stamp()) is sound


def test_pyproject_changes_the_stamp(checkout):
    before = start.wanted_stamp(machine(), [])
    (checkout / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert start.wanted_stamp(machine(), []).pyproject != before.pyproject


# ---- whole runs ----------------------------------------------------------------------------------------------------


def test_bare_machine_then_second_run(checkout, monkeypatch, found, capsys):
    shell = Shell(monkeypatch)
    found(**BARE)
    start.main([])
    apt, python = "env DEBIAN_FRONTEND=noninteractive apt-get DPkg::Lock::Timeout=120", str(start.PYTHON)
    packages = " ".join(["python3-venv", *PANGO])
    assert shell.words()[:4] == [f"{apt} update", f"{apt} install {packages}", "venv", "pip install ."]
    assert "--no-install-recommends" in shell.commands[1]
    assert shell.commands[2][0] == sys.executable
    assert shell.commands[3][0] == python
    assert f"安装系统组件：{packages}" in capsys.readouterr().out

    shell.commands.clear()
    found()
    assert start.main([]) == 0
    assert shell.commands == [[python, "-P", "-m", "zugong", "build", "2021/22"]]
    assert "安装" not in capsys.readouterr().out


def test_test_after_build_adds_only_the_extra(checkout, monkeypatch, found):
    shell = Shell(monkeypatch)
    found()
    start.main([])
    shell.commands.clear()
    start.main(["test", "-x"])
    assert shell.words() == ["pip install .[test]", "pytest"]
    assert json.loads(start.STAMP.read_text(encoding="utf-8"))["extras"] == ["test"]
    shell.commands.clear()
    start.main(["list"])
    start.main(["test"])
    assert shell.words() == ["zugong list", "pytest"]


def test_through_sudo_when_not_root(checkout, monkeypatch, found, capsys):
    shell = Shell(monkeypatch)
    found(**BARE, root=False, sudo=True)
    assert start.main([]) == 0
    assert [command[0] for command in shell.commands[:2]] == ["sudo", "sudo"]
    assert "sudo" in capsys.readouterr().out


def test_neither_root_nor_sudo_gets_the_command_to_type(checkout, monkeypatch, found, capsys):
    shell = Shell(monkeypatch)
    found(**BARE, root=False)
    assert start.main([]) == 1
    assert f"apt-get install -y --no-install-recommends {' '.join(['python3-venv', *PANGO])}" in capsys.readouterr().err
    assert shell.commands == []


def test_without_root_but_with_venv_it_goes_on_to_docx(checkout, monkeypatch, found, capsys):
    shell = Shell(monkeypatch)
    found(pango=False, subset=False, root=False)
    assert start.main([]) == 0
    assert shell.words() == ["venv", "pip install .", "zugong build 2021/22"]
    assert shell.commands[-1][-1] == "--docx"
    out = capsys.readouterr().out
    assert "暂时只能生成 DOCX" in out
    assert "apt-get install -y --no-install-recommends " + " ".join(PANGO) in out
    assert start.read_stamp().refused == sorted(PANGO)
    start.main(["list"])
    assert "DOCX" not in capsys.readouterr().out
    start.main([])
    assert "暂时只能生成 DOCX" in capsys.readouterr().out


def test_pango_refused_by_apt_does_not_stop_the_venv(checkout, monkeypatch, found, capsys):
    shell = Shell(monkeypatch, failing=[PANGO[0]])
    found(**BARE)
    assert start.main([]) == 0
    assert [words.split("120 ")[-1] for words in shell.words()[:4]] == [
        "update",
        "install python3-venv " + " ".join(PANGO),
        "install python3-venv",
        "venv",
    ]
    assert "没有装上：libpangoft2-1.0-0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("failing", "says"),
    [
        ("apt-get install", "系统组件没有装上"),
        ("-m venv", "虚拟环境没有建成"),
        ("-m pip", "pip config set global.index-url"),
    ],
)
def test_failures_end_with_the_reason_and_no_traceback(checkout, monkeypatch, found, capsys, failing, says):
    Shell(monkeypatch, failing=[failing])
    found(**BARE)
    assert start.main([]) == 1
    error = capsys.readouterr().err
    assert says in error
    assert "E: 原因在此" in error
    assert "Traceback" not in error
    assert start.read_stamp() is None


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"system": "darwin", "apt": False}, "brew install pango"),
        ({"system": "win32", "apt": False}, "MSYS2"),
        ({"system": "linux", "apt": False}, "dnf install pango"),
    ],
)
def test_other_systems_are_told_what_else_is_needed(checkout, monkeypatch, found, capsys, facts, says):
    shell = Shell(monkeypatch)
    found(pango=False, **facts)
    assert start.main(["check"]) == 0
    assert says in capsys.readouterr().out
    assert shell.words() == ["venv", "pip install .", "zugong check"]


def test_moved_checkout_gets_a_new_venv(checkout, monkeypatch, found, capsys):
    Shell(monkeypatch)
    found()
    start.main(["list"])
    start.write_stamp(start.read_stamp()._replace(root="elsewhere"))
    start.main(["list"])
    assert "重建虚拟环境" in capsys.readouterr().out
    assert start.read_stamp().root == str(checkout)


def test_exit_code_is_handed_on(checkout, monkeypatch, found):
    found()
    Shell(monkeypatch, code=2)
    assert start.main(["check"]) == 2
    Shell(monkeypatch, code=-9)
    assert start.main(["check"]) == 137


def test_ctrl_c_is_quiet(checkout, monkeypatch, found, capsys):
    found()

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(start.subprocess, "run", interrupted)
    assert start.main([]) == 130
    assert capsys.readouterr().err.strip() == "已中断。"


def test_ctrl_c_leaves_the_child_time_to_tidy_up(checkout, monkeypatch, found, capsys):
    found()
    waits = []

    class Child(Shell):
        def wait(self, timeout=None):
            waits.append(timeout)
            if timeout is None:
                raise KeyboardInterrupt
            return 1

    Child(monkeypatch)
    assert start.main(["check"]) == 130
    assert waits == [None, 10]
    assert capsys.readouterr().err == ""


def test_the_files_of_the_first_issue_are_named(checkout, capsys):
    (checkout / "build").mkdir()
    for name in ("某市简报2021年第22期.pdf", "某市简报2021年第22期.docx", "某市简报2021年第23期.pdf"):
        (checkout / "build" / name).touch()
    start.report_files()
    assert [Path(line.strip()).name for line in capsys.readouterr().out.splitlines()[1:]] == [
        "某市简报2021年第22期.docx",
        "某市简报2021年第22期.pdf",
    ]


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("", ""),
        ("一\n\n二\n三\n[notice] A new release of pip\n", "  二\n  三"),
        (
            "Collecting\n  ERROR: 一\nERROR: 二\nERROR: 三\n× pip subprocess failed\nnote: not pip's fault\n",
            "  ERROR: 二\n  ERROR: 三",
        ),
        ("W: 一\nE: 二\nE: 二\n", "  E: 二"),
        ("error: subprocess\n  OSError: 没有 README.md\nhint: See above\n", "  OSError: 没有 README.md"),
    ],
)
def test_the_reason_is_picked_from_the_output(output, reason):
    assert start.last_lines(output, 2) == reason


def test_gbk_console_does_not_crash():
    code = f"import sys; sys.argv = ['x']; sys.path.insert(0, {str(SOURCE.parent)!r}); import start;"
    code += "start.soften_console(); start.say('建立 ² ✓')"
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], env=dict(os.environ, PYTHONIOENCODING="gbk"),
        capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.decode("gbk").strip() == "建立 ? ?"


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="Debian only")
def test_looking_around_here():
    assert start.look_around().apt
