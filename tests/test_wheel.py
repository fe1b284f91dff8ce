"""The wheel carries everything, and works in a fresh environment, away from the checkout and without a network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS, EXE = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
HEADLINE = "某区推行联审联办"
BODY = "**一窗受理。**建立联审联办机制，让群众少跑腿。"
NO_NETWORK = """
import socket
def refuse(*_):
    raise OSError("a network was used")
socket.socket.connect = socket.getaddrinfo = refuse
"""


def run(*command, cwd, ok=True):
    """Run a command without what pytest or the checkout put into the environment; its output."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    env |= {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert not ok or done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    # -P: build/, where the bulletins go, must not be taken for the tool of that name.
    run(sys.executable, "-P", "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def fresh(wheel, tmp_path_factory):
    """An environment with the wheel and the libraries of the running one, but not its link to the checkout."""
    folder = tmp_path_factory.mktemp("fresh") / "环境"
    venv.create(folder, with_pip=False)
    python = folder / SCRIPTS / f"python{EXE}"
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])", cwd=folder).strip())
    # A folder named in a .pth file is searched, but the .pth files in it (the editable install is one) are not read.
    borrowed = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    (packages / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", python]
    run(*pip, "install", "--no-index", "--no-deps", "--no-compile", "--ignore-installed", wheel, cwd=folder)
    (packages / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return SimpleNamespace(folder=folder, python=python, zugong=folder / SCRIPTS / f"zugong{EXE}")


def test_wheel_carries_templates_fonts_and_words(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    beside = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert "zugong/templates/sheet.yaml" in names
    assert {f"zugong/{name}" for name in beside} <= names
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "zugong").rglob("*") if path.is_file()}
    shipped = {name for name in shipped if "__pycache__" not in name}
    assert shipped <= names
    for ending in (".ttf", ".mo"):
        assert any(name.endswith(ending) for name in shipped), ending


def test_wheel_carries_the_licences(wheel):
    licences = [name.split("/licenses/")[1] for name in zipfile.ZipFile(wheel).namelist() if "/licenses/" in name]
    assert "LICENSE" in licences
    for folder in {path.parent for path in (ROOT / "zugong" / "fonts").rglob("*.ttf")}:
        place = folder.relative_to(ROOT).as_posix()
        assert any(name.startswith(place) for name in licences), place


def test_wheel_carries_nothing_else(wheel):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"zugong"}


def test_installed_wheel_makes_an_issue(fresh, tmp_path):
    where = Path(run(fresh.python, "-c", "import zugong; print(zugong.__file__)", cwd=tmp_path).strip())
    assert where.is_relative_to(fresh.folder)

    run(fresh.zugong, "init", "简报", cwd=tmp_path)
    workspace = tmp_path / "简报"
    run(fresh.zugong, "new-issue", "--date", "2024-05-06", cwd=workspace)
    run(fresh.zugong, "new-item", HEADLINE, "--section", "市内信息", "--source", "某区委组织部", cwd=workspace)
    (item,) = (path for path in (workspace / "issues").rglob("*.md") if HEADLINE in path.read_text(encoding="utf-8"))
    with item.open("a", encoding="utf-8") as file:
        file.write(f"\n{BODY}\n")
    run(fresh.zugong, "build", "--docx", cwd=workspace)

    (document,) = (workspace / "build").glob("*.docx")
    words = re.sub("<[^>]*>", "", zipfile.ZipFile(document).read("word/document.xml").decode("utf-8"))
    assert HEADLINE in words
    assert BODY.replace("*", "") in words
