"""zugong doctor"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path

import click

from zugong.classes import dataclass
from zugong.cli.formatting import ChineseCommand
from zugong.text.widths import display_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.diagnostics import Problem
    from zugong.fonts.faces import FaceSet
    from zugong.renderers.pdf.capabilities import Libraries

_OLDEST = (3, 11)
_RARE = "祎²㎡"
"characters that a GBK console lacks"


class State(Enum):
    """How a thing is; the signs are in GBK, so that every Chinese console can show them."""

    FINE = "√"
    NOTE = "！"
    "works, but not as well as it could"
    FAULT = "×"
    "a build fails or prints something wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    state: State
    name: str
    text: str
    advice: str = ""
    "what to do"


@click.command(name="doctor", cls=ChineseCommand)
@click.argument("issue", required=False, metavar="[期号]")
def command(issue: str | None) -> None:
    """检查这台电脑：组件、字体、本期有没有印不出的字、git、控制台、能不能写文件。

    不写期号，查所在的那一期或最新一期的用字。有问题时退出码为 1。
    """
    from zugong.renderers.pdf.capabilities import find_libraries
    from zugong.sources.workspace import find_root

    root = find_root(Path.cwd())
    findings: list[Finding] = []
    sections: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: python_findings(sys.version_info[:3]),
        lambda: component_findings(find_libraries(), sys.platform),
        lambda: _workspace_findings(root, issue),
        lambda: git_findings(_git, root),
        lambda: console_findings(sys.stdout.encoding or ""),
        lambda: write_findings(root / "build") if root else iter(()),
    )
    for section in sections:
        for finding in section():
            findings.append(finding)
            _show(finding)
    click.echo(conclusion(findings))
    raise click.exceptions.Exit(int(any(finding.state is State.FAULT for finding in findings)))


def _show(finding: Finding) -> None:
    gap = " " * max(14 - display_width(finding.name), 1)
    click.echo(f"{finding.state.value} {finding.name}{gap}{finding.text}")
    if finding.advice:
        click.echo(" " * 16 + f"怎么办：{finding.advice}")


def conclusion(findings: list[Finding]) -> str:
    """The last line."""
    faults = sum(finding.state is State.FAULT for finding in findings)
    notes = sum(finding.state is State.NOTE for finding in findings)
    if faults:
        return f"有 {faults} 处问题要处理" + (f"，另有 {notes} 处可以改进。" if notes else "。")
    return f"可以生成。有 {notes} 处可以改进。" if notes else "一切正常。"


def python_findings(version: tuple[int, ...]) -> Iterator[Finding]:
    """The Python that runs."""
    shown = ".".join(map(str, version))
    if version[:2] >= _OLDEST:
        yield Finding(State.FINE, "Python", shown)
    else:
        yield Finding(State.FAULT, "Python", f"{shown} 太旧", "请安装 Python 3.11 或更新的版本")


def component_findings(found: Libraries, platform: str) -> Iterator[Finding]:
    """WeasyPrint, Pango, HarfBuzz subset."""
    if not found.weasyprint:
        advice = "请运行 pip install weasyprint，或者重新运行 start.py"
        yield Finding(State.FAULT, "WeasyPrint", "没有安装，不能生成 PDF；DOCX 不受影响", advice)
    elif not found.pango:
        text = "没有找到，不能生成 PDF；DOCX 不受影响（可用 zugong build --docx）"
        yield Finding(State.FAULT, "Pango", text, _PANGO_ADVICE.get(platform, _PANGO_ADVICE["linux"]))
    else:
        yield Finding(State.FINE, "Pango", f"{found.pango}（WeasyPrint {found.weasyprint}）")
        yield from _subset_findings(found.subset)


_PANGO_ADVICE = {
    "linux": "Debian、Ubuntu、统信、麒麟执行 apt-get install libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "执行 brew install pango",
    "win32": "安装 MSYS2（www.msys2.org），在它的终端里执行 pacman -S mingw-w64-ucrt-x86_64-pango",
}


def _subset_findings(subset: bool) -> Iterator[Finding]:
    if subset:
        yield Finding(State.FINE, "HarfBuzz 子集", "有，字体裁剪约 0.05 秒")
        return
    text = "没有，每份 PDF 要慢 3 秒以上，内容不受影响"
    yield Finding(State.NOTE, "HarfBuzz 子集", text, "Debian、Ubuntu 执行 apt-get install libharfbuzz-subset0")


def _workspace_findings(root: Path | None, issue: str | None) -> Iterator[Finding]:
    from zugong.fonts.faces import faces_for
    from zugong.fonts.installed import SWITCH, installed_faces
    from zugong.sources.styles import read_styles

    if os.environ.get(SWITCH) == "shipped":
        yield Finding(State.NOTE, "字体", f"环境变量 {SWITCH} 是 shipped，只用随附字体", "要用装好的公文字体，去掉它")
    styles = read_styles(root or Path()).value
    if styles is not None:
        yield from face_findings(faces_for(styles, installed_faces(root)))
    if root is None:
        yield Finding(
            State.NOTE, "工作文件夹", "这里不是工作文件夹", "进入有 issues 的文件夹再查，可以连本期用字一起查"
        )
        return
    yield from _issue_findings(root, issue)


def face_findings(faces: FaceSet) -> Iterator[Finding]:
    """For each role its official face and where it is, or what stands in for it."""
    from zugong.fonts.places import OWN_FOLDER
    from zugong.fonts.substitutes import substitution_problems

    for choice in faces.choices:
        if choice.file is not None:
            where = choice.file.path + (f" 第 {choice.file.index + 1} 种" if choice.file.index else "")
            grown = "，加粗由程序描粗" if choice.file.grown else ""
            yield Finding(State.FINE, choice.role.key, f"{choice.file.title}{grown}（{where}）")
        elif not any(dict(faces.chains)[choice.role.key]):
            yield Finding(State.FAULT, choice.role.key, "随附字体的文件不见了", "请重新安装 zugong")
    missing = substitution_problems(faces)
    for position, problem in enumerate(missing, 1):
        advice = f"要用公文字体，请安装，或者把字体文件放进 {OWN_FOLDER} 文件夹；不装也能生成"
        yield Finding(State.NOTE, "字体", problem.message, advice if position == len(missing) else "")


def _issue_findings(root: Path, issue: str | None) -> Iterator[Finding]:
    from zugong.cli.workspace import today, wanted_issues
    from zugong.pipeline import examine, open_office
    from zugong.sources.workspace import issue_keys

    if not issue_keys(root):
        return
    for key in wanted_issues(root, (issue,) if issue else ()):
        examined = examine(open_office(root, today()), key, draft=True)
        yield from character_findings(str(key), examined.problems)


def character_findings(key: str, problems: tuple[Problem, ...]) -> Iterator[Finding]:
    """Characters of an issue that no face has."""
    missing = [problem for problem in problems if problem.rule == "missing-glyph"]
    for problem in missing:
        place = f"{problem.origin.path}:{problem.origin.line}:{problem.origin.column}"
        yield Finding(State.FAULT, "用字", f"{place} {problem.message}", problem.hint)
    if not missing:
        yield Finding(State.FINE, "用字", f"{key} 没有印不出的字")


Git = Callable[..., str | None]


def _git(*arguments: str, folder: Path | None) -> str | None:
    """What git prints; None when there is no git."""
    try:
        command = ["git", *arguments]
        run = subprocess.run(command, cwd=folder, capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout.decode("utf-8", errors="replace").strip()


def git_findings(git: Git, root: Path | None) -> Iterator[Finding]:
    """Chinese file names readable, commits with a name; no git at all is fine."""
    version = git("--version", folder=root)
    if version is None:
        yield Finding(State.FINE, "git", "没有安装；编排用不着，想留修改记录再装")
        return
    yield Finding(State.FINE, "git", version.removeprefix("git version "))
    if git("config", "core.quotepath", folder=root) != "false":
        text = "中文文件名会显示成 \\346\\241\\220 这样的数字"
        yield Finding(State.NOTE, "git 文件名", text, "执行 git config --global core.quotepath false")
    if not git("config", "user.name", folder=root):
        text = "没有写姓名，提交时会出错"
        yield Finding(State.NOTE, "git 姓名", text, 'git config --global user.name "您的姓名"，user.email 同样要写')


def console_findings(encoding: str) -> Iterator[Finding]:
    """Whether the console can show every character."""
    try:
        _RARE.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        text = f"编码是 {encoding or '未知'}，个别字会显示成 ?，生成的文件不受影响"
        yield Finding(State.NOTE, "控制台", text, "Windows 可先执行 chcp 65001，或者设环境变量 PYTHONUTF8=1")
    else:
        yield Finding(State.FINE, "控制台", f"编码是 {encoding}")


def write_findings(folder: Path) -> Iterator[Finding]:
    """Whether outputs can be written, without leaving anything behind."""
    there = folder if folder.is_dir() else folder.parent
    try:
        with tempfile.NamedTemporaryFile(dir=there):
            pass
    except OSError as refused:
        text = f"{folder} 不能写：{refused.strerror}"
        yield Finding(State.FAULT, "输出", text, "换一个有权限的文件夹，或者用 -o 指定别处")
    else:
        yield Finding(State.FINE, "输出", f"{folder} 可以写")
