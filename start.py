#!/usr/bin/env python3
"""用法：
  python3 start.py            准备环境，编排 2021 年第 22 期（PDF 和 DOCX）
  python3 start.py test       准备环境，运行全部测试（后面的参数交给 pytest）
  python3 start.py 命令 …     准备环境，运行 zugong 的命令，例如 build 23 --pdf、check、list、new-issue
Windows 上把 python3 换成 py。第一次运行会安装所需组件，以后直接开始。
"""

# Only the standard library, and nothing newer than Python 3.6 in syntax or at import time: an older Python has to
# get as far as the message that says which Python is needed. Hence NamedTuple and annotations in quotation marks.

import ctypes
import hashlib
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
from typing import NamedTuple

OLDEST = (3, 11)
ROOT = pathlib.Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "zugong-start.json"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
AGAIN = "py start.py" if WINDOWS else "python3 start.py"
FIRST_ISSUE = ("2021", "22")
PANGO, SUBSET = "libpangoft2-1.0-0", "libharfbuzz-subset0"
PANGO_NAMES = {"linux": "libpangoft2-1.0.so.0", "darwin": "libpangoft2-1.0.0.dylib", "win32": "libpangoft2-1.0-0.dll"}
# Where WeasyPrint looks on Windows (weasyprint/text/ffi.py, 70.0), and Homebrew's two places on macOS.
DLL_FOLDERS = "C:\\msys64\\ucrt64\\bin;C:\\msys64\\mingw64\\bin;C:\\Program Files\\GTK3-Runtime Win64\\bin"
BREW_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib")


class SetupError(Exception):
    """The set-up cannot go on; the text is for the editor."""


class Machine(NamedTuple):
    """What was found on this machine."""

    system: str  # as sys.platform: linux, win32, darwin
    python: "tuple[int, int]"  # the running Python
    venv_package: str  # Debian's package that makes virtual environments for this Python; "" when none is missing
    pango: bool  # the library that draws Chinese lines for the PDF
    subset: bool  # HarfBuzz's subsetter; without it a PDF takes seconds longer
    apt: bool
    root: bool
    sudo: bool


class Stamp(NamedTuple):
    """What the last set-up did; kept inside .venv, so that it goes when .venv goes."""

    root: str  # a moved checkout leaves an editable install that points to the old place
    python: str
    pyproject: str  # SHA-256
    extras: "list[str]"
    refused: "list[str]"  # system packages that could not be had: not tried again on every start


class Plan(NamedTuple):
    """What this run has to do before the command can start."""

    packages: "list[str]"  # through apt
    new_venv: bool
    extras: "list[str] | None"  # for pip; None: nothing to install


class Job(NamedTuple):
    """What to run once everything is there."""

    extras: "list[str]"
    arguments: "list[str]"  # after .venv's python
    folder: "pathlib.Path | None"  # None: where the editor stands, because zugong takes the issue one stands in


def say(text: str) -> None:
    """Print at once, so that our lines and those of child processes keep their order in a log."""
    print(text, flush=True)


def soften_console() -> None:
    """A GBK console must not crash on a character it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


# ---- looking -------------------------------------------------------------------------------------------------------


def old_python_message(version: "tuple[int, ...]") -> str:
    """What to tell when Python is too old; "" when it is not. The digits help where Chinese cannot be shown."""
    if version[:2] >= OLDEST:
        return ""
    return (
        "需要 Python {}.{} 或更高版本，这里是 {}.{}（Python >= 3.11 needed）。\n"
        "如果本机另外装有新版本，请直接用它，例如：python3.11 start.py；"
        "否则请先安装（Debian 12、Ubuntu 24.04 起自带）。"
    ).format(*OLDEST, *version[:2])


def look_around() -> Machine:
    """Find out what this machine has, in a few milliseconds and without changing anything."""
    return Machine(
        system=sys.platform,
        python=sys.version_info[:2],
        venv_package=missing_venv_package(sys.version_info[1], pathlib.Path("/usr/bin/python3")),
        pango=has_pango(sys.platform),
        subset=sys.platform != "linux" or can_load("libharfbuzz-subset.so.0"),
        apt=shutil.which("apt-get") is not None,
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        sudo=shutil.which("sudo") is not None,
    )


def missing_venv_package(minor: int, default: pathlib.Path) -> str:
    """Debian parts ensurepip from Python; python3-venv serves only the Python that `python3` stands for."""
    if importlib.util.find_spec("ensurepip"):
        return ""
    is_default = default.exists() and default.resolve() == pathlib.Path(sys.executable).resolve()
    return "python3-venv" if is_default else f"python3.{minor}-venv"


def has_pango(system: str) -> bool:
    """Whether WeasyPrint will find Pango."""
    name = PANGO_NAMES.get(system, PANGO_NAMES["linux"])
    if system == "win32":
        folders = os.environ.get("WEASYPRINT_DLL_DIRECTORIES", DLL_FOLDERS).split(";")
    else:
        folders = list(BREW_FOLDERS) if system == "darwin" else []
    return any(pathlib.Path(folder, name).is_file() for folder in folders) or (system != "win32" and can_load(name))


def can_load(library: str) -> bool:
    """Whether the dynamic linker finds a library; asked directly, for find_library starts programs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


# ---- deciding ------------------------------------------------------------------------------------------------------


def route(arguments: "list[str]", pango: bool) -> Job:
    """Turn the command line into a job."""
    if not arguments:
        only_docx = [] if pango else ["--docx"]
        return Job([], ["-P", "-m", "zugong", "build", "/".join(FIRST_ISSUE), *only_docx], ROOT)
    if arguments[0] == "test":
        return Job(["test"], ["-m", "pytest", *arguments[1:]], ROOT)
    # -P: a yaml.py in the folder where the editor stands must not be taken for the library.
    return Job([], ["-P", "-m", "zugong", *arguments], None)


def make_plan(machine: Machine, stamp: "Stamp | None", wanted: Stamp, venv_is_sound: bool) -> Plan:
    """Compare what is there with what is wanted."""
    known = stamp if stamp and venv_is_sound else None
    missing = [] if venv_is_sound else [machine.venv_package]
    missing += [PANGO] * (not machine.pango) + [SUBSET] * (not machine.subset)
    refused = known.refused if known else []
    packages = [name for name in missing if name and name not in refused] if machine.apt else []
    if known is None:
        return Plan(packages, not venv_is_sound, wanted.extras)
    if known.pyproject == wanted.pyproject and set(wanted.extras) <= set(known.extras):
        return Plan(packages, False, None)
    return Plan(packages, False, sorted({*wanted.extras, *known.extras}))


def read_stamp() -> "Stamp | None":
    """The stamp of the last set-up; None when there is none that can be read."""
    try:
        return Stamp(**json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def wanted_stamp(machine: Machine, extras: "list[str]") -> Stamp:
    """The stamp that this run needs to find or to write."""
    pyproject = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return Stamp(str(ROOT), "{}.{}".format(*machine.python), pyproject, extras, [])


def is_sound(stamp: "Stamp | None", wanted: Stamp) -> bool:
    """Whether .venv can be used: same place, same Python. One without a stamp (an editor's own) is asked itself."""
    if not PYTHON.exists():  # also a link to a Python that was removed
        return False
    if stamp:
        return (stamp.root, stamp.python) == (wanted.root, wanted.python)
    question = f"import pip, sys; sys.exit('%d.%d' % sys.version_info[:2] != {wanted.python!r})"
    try:
        return subprocess.run([str(PYTHON), "-c", question], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


# ---- doing ---------------------------------------------------------------------------------------------------------


def prepare(machine: Machine, extras: "list[str]") -> bool:
    """Bring the machine to where the job can start, saying what is done; whether there was anything to do."""
    stamp, wanted = read_stamp(), wanted_stamp(machine, extras)
    plan = make_plan(machine, stamp, wanted, is_sound(stamp, wanted))
    if plan == Plan([], False, None):
        return False
    refused = install_packages(machine, plan.packages) if plan.packages else []
    if plan.new_venv:
        make_venv()
    if plan.extras is not None:
        install_project(plan.extras)
    known = [] if plan.new_venv or stamp is None else stamp.refused
    extras = plan.extras if plan.extras is not None else stamp.extras if stamp else []
    write_stamp(wanted._replace(extras=extras, refused=sorted({*refused, *known})))
    return True


def write_stamp(stamp: Stamp) -> None:
    """Written last: a set-up that broke off is done again."""
    STAMP.write_text(json.dumps(stamp._asdict(), ensure_ascii=False, indent=1), encoding="utf-8")


def install_packages(machine: Machine, packages: "list[str]") -> "list[str]":
    """Install through apt and return the packages that could not be had. Without the venv package it ends here."""
    must = [name for name in packages if name == machine.venv_package]
    by_hand = "apt-get update && apt-get install -y --no-install-recommends " + " ".join(packages)
    advice = f"请以 root 身份（或请管理员）执行：\n  {by_hand}\n然后再运行 {AGAIN}。"
    if not (machine.root or machine.sudo):
        if must:
            raise SetupError(f"缺少系统组件，这里既不是 root，也没有 sudo。\n{advice}")
        return packages
    say("安装系统组件：" + " ".join(packages) + ("" if machine.root else "（通过 sudo，可能要输入登录密码）"))
    apt_get(machine, "update")
    reason = apt_get(machine, "install", packages)
    if not reason:
        return []
    rest = [name for name in packages if name not in must]
    if must and (not rest or apt_get(machine, "install", must)):
        raise SetupError(f"系统组件没有装上：\n{reason}\n可能是网络或权限的原因。{advice}")
    say(f"没有装上：{' '.join(rest)}\n{reason}")
    return rest


def apt_get(machine: Machine, verb: str, packages: "list[str] | None" = None) -> str:
    """Run apt-get; the last lines of its output when it failed, else ""."""
    command = [] if machine.root else ["sudo"]
    # env: sudo does not hand our environment on. The lock: a fresh Ubuntu updates itself just after starting.
    command += ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120", verb]
    command += ["--no-install-recommends", *packages] if packages else []
    return run_quietly(command)


def make_venv() -> None:
    """Make .venv, over a broken one too."""
    say(("重建" if VENV.exists() else "建立") + "虚拟环境 .venv")
    reason = run_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if reason:
        raise SetupError(f"虚拟环境没有建成：\n{reason}\n请删除文件夹 {VENV} 后再运行 {AGAIN}。")


def install_project(extras: "list[str]") -> None:
    """Install zugong (editable) and what it needs into .venv."""
    say("安装 Python 组件，需要联网，大约一两分钟……")
    if STAMP.exists():
        STAMP.unlink()
    what = "." + ("[{}]".format(",".join(extras)) if extras else "")
    command = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input", "-e", what]
    reason = run_quietly(command)
    if reason:
        raise SetupError(
            f"Python 组件没有装上：\n{reason}\n请检查网络后再运行 {AGAIN}。连不上 PyPI 时可改用国内镜像：\n"
            f'  "{PYTHON}" -m pip config set global.index-url https://pypi.tuna.tsinghua.edu.cn/simple\n'
            f"仍不行时，请删除文件夹 {VENV} 再试。"
        )


def run_quietly(command: "list[str]") -> str:
    """Run a command in the checkout; the last lines of its output when it failed, else ""."""
    env = dict(os.environ, PYTHONIOENCODING="utf-8")
    try:
        done = subprocess.run(
            command, cwd=str(ROOT), env=env, check=False, encoding="utf-8", errors="replace",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
    except OSError as error:
        return f"  {command[0]}: {error.strerror}"
    return last_lines(done.stdout) or "  （没有说明原因）" if done.returncode else ""


def last_lines(output: str, count: int = 4) -> str:
    """Why a program failed: the last lines that are marked as errors, else the last lines of all.

    The very last lines of pip's output often say only that an inner pip failed and that pip is not to blame.
    """
    lines = [line.strip()[:300] for line in output.splitlines()]
    lines = list(dict.fromkeys(line for line in lines if line and not line.startswith("[notice]")))
    errors = [line for line in lines if re.match(r"E: |ERROR: |\w+Error: ", line)]
    return "\n".join("  " + line for line in (errors or lines)[-count:])


def without_pango(machine: Machine) -> str:
    """What to tell when there will be no PDF, and how to get it."""
    if machine.apt:
        how = f"请以 root 身份执行：\n  apt-get install -y --no-install-recommends {PANGO} {SUBSET}"
    elif machine.system == "darwin":
        how = "请用 Homebrew 执行：\n  brew install pango"
    elif machine.system == "win32":
        how = "请安装 MSYS2（www.msys2.org），在它的终端里执行：\n  pacman -S mingw-w64-ucrt-x86_64-pango"
    else:
        how = "请用系统的软件包管理器安装 Pango，例如：\n  dnf install pango"
    return f"注意：本机没有 Pango，暂时只能生成 DOCX。要生成 PDF，{how}"


# ---- running -------------------------------------------------------------------------------------------------------


def child_environment(system: str) -> "dict[str, str]":
    """Homebrew on Apple silicon keeps its libraries where the macOS linker does not look."""
    env = dict(os.environ, ZUGONG_COMMAND=command_to_type(pathlib.Path.cwd()), ZUGONG_ANYWHERE=command_to_type(None))
    if system == "darwin":
        env.setdefault("DYLD_FALLBACK_LIBRARY_PATH", ":".join([*BREW_FOLDERS, "/usr/lib"]))
    return env


def command_to_type(here: "pathlib.Path | None") -> str:
    """How to start this file from where the editor stands, or from anywhere: zugong shows it in its next steps."""
    if here == ROOT:
        return AGAIN
    return '{} "{}"'.format(AGAIN.split(maxsplit=1)[0], ROOT / "start.py")


def hand_over(job: Job, system: str) -> int:
    """Run the job and return its exit code. On Ctrl-C the child, which gets it too, tidies up and speaks for itself."""
    cwd = str(job.folder) if job.folder else None
    child = subprocess.Popen([str(PYTHON), *job.arguments], cwd=cwd, env=child_environment(system))
    try:
        code = child.wait()
    except KeyboardInterrupt:
        wait_for_the_end(child)
        return 130
    return code if code >= 0 else 128 - code


def wait_for_the_end(child: "subprocess.Popen[bytes]") -> None:
    """Give an interrupted child ten seconds, or until a second Ctrl-C."""
    try:
        child.wait(timeout=10)
    except (KeyboardInterrupt, subprocess.TimeoutExpired):
        child.terminate()
        child.wait()


def report_files() -> None:
    """Say where the first issue lies; the rest of its name is set in bulletin.yaml."""
    pattern = "*{}*{}*".format(*FIRST_ISSUE)
    files = sorted(path for path in (ROOT / "build").glob(pattern) if path.suffix in (".pdf", ".docx"))
    say("文件在这里：\n" + "\n".join(f"  {path}" for path in files or [ROOT / "build"]))


def start(arguments: "list[str]") -> int:
    """Set up, run, report."""
    machine = look_around()
    prepared = prepare(machine, route(arguments, machine.pango).extras)
    if prepared:
        machine = look_around()
    if not machine.pango and (prepared or not arguments):
        say(without_pango(machine))
    code = hand_over(route(arguments, machine.pango), machine.system)
    if not arguments and code == 0:
        report_files()
    return code


def main(arguments: "list[str]") -> int:
    """The whole run; the one place where troubles become exit codes."""
    soften_console()
    message = old_python_message(sys.version_info[:2])
    if message or arguments[:1] in (["-h"], ["--help"]):
        print(message or __doc__.strip(), file=sys.stderr if message else sys.stdout)
        return 1 if message else 0
    try:
        return start(arguments)
    except SetupError as trouble:
        print(trouble, file=sys.stderr)
    except OSError as error:
        print(f"没有完成：{error.filename or ''} {error.strerror}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\n已中断。", file=sys.stderr)
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
