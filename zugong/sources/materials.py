"""Files that an item brings along (图片、附件): found inside the folder of its issue and nowhere else."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from unicodedata import normalize

from zugong.classes import dataclass
from zugong.diagnostics import Problem, error
from zugong.hashes import is_folder
from zugong.model.prose import Text
from zugong.sources.files import shown_path
from zugong.text.likeness import nearest
from zugong.text.patterns import Pattern

_ADDRESS = Pattern(r"[A-Za-z][A-Za-z0-9+.\-]+:|//", (":", "//"))
_DRIVE = Pattern(r"[A-Za-z]:", ":")
_LONGEST = 200
"characters; no file system of ours has longer names in a folder"


@dataclass(frozen=True, slots=True)
class Materials:
    """The folder of an issue, as far as items may name files in it."""

    root: Path
    "of the workspace"
    folder: Path

    def shown(self, path: Path) -> str:
        """The path as told to the editor."""
        return shown_path(self.root, path)

    def find(self, name: Text, what: str, default: str = "", endings: tuple[str, ...] = ("",)) -> Path | Problem:
        """The file of that name: a path inside the folder, or a bare name inside its folder `default`.

        `what` names it to the editor, `endings` may be left out by them.
        """
        written = name.content.replace("\\", "/")
        refusal = _refusal(written)
        if refusal:
            return error("bad-path", refusal[0], name.origin, refusal[1], len(name.content) or 1)
        parts = [part for part in written.split("/") if part not in ("", ".")]
        place = self.folder / default if default and len(parts) == 1 else self.folder
        found = _walked(place, parts, endings)
        if isinstance(found, Path):
            return found if self._is_inside(found) else _outside(name, what)
        message = f"找不到{what}“{written[:40]}”"
        return error("material-missing", message, name.origin, self._advice(found), len(name.content))

    def _is_inside(self, path: Path) -> bool:
        """Links may lead about the workspace, not out of it."""
        real, home = os.path.realpath(path), os.path.realpath(self.root)
        return real.startswith(home.rstrip(os.sep) + os.sep)

    def _advice(self, lost: _Lost) -> str:
        folder = "这一期的文件夹" if lost.folder == self.folder else f"文件夹“{lost.folder.name}”"
        below = next((path for path in _below(self.folder) if path.name == lost.part), None)
        if not lost.near and below is not None:
            return f"它在文件夹“{below.parent.name}”里，写成 {below.parent.name}/{below.name}"
        if not lost.near:
            return f"请把文件放进{folder}，文件名写得和它一样，连同扩展名"
        if lost.near.casefold() == lost.part.casefold():
            return f"{folder}里是“{lost.near}”，大小写不同，请改成一样"
        return f"{folder}里有“{lost.near}”，是不是它？"


@dataclass(frozen=True, slots=True)
class _Lost:
    """Where the search ended."""

    folder: Path
    part: str
    near: str


def _walked(folder: Path, parts: list[str], endings: tuple[str, ...]) -> Path | _Lost:
    """Name by name in the lists of the folders, so that capitals count on every system alike."""
    for index, part in enumerate(parts):
        wanted = normalize("NFC", part)
        names = {normalize("NFC", name): name for name in _names(folder)}
        last = index == len(parts) - 1
        known = next((wanted + end for end in (endings if last else ("",)) if wanted + end in names), None)
        if known is None:
            return _Lost(folder, wanted, _near(wanted, sorted(names), endings if last else ("",)))
        folder /= names[known]
    return folder


def _near(wanted: str, names: list[str], endings: tuple[str, ...]) -> str:
    """What was probably meant: other capitals, an ending left out, a slip; `endings` do not count."""
    same = next((name for name in names if name.casefold() == wanted.casefold()), None)
    longer = next((name for name in names if name.startswith(f"{wanted}.")), None)
    if same or longer:
        return same or longer or ""
    twin = next((name for name in names if "." in name and name.rpartition(".")[0] == wanted.rpartition(".")[0]), None)
    if twin:
        return twin
    stems = [name.removesuffix(end) for name in names for end in endings if end and name.endswith(end)]
    return nearest(wanted, [*names, *stems]) or ""


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _below(folder: Path) -> list[Path]:
    """The files one folder deeper."""
    return [
        folder / name / file for name in _names(folder) if is_folder(folder / name) for file in _names(folder / name)
    ]


def _refusal(written: str) -> tuple[str, str] | None:
    """What is wrong with a path before anybody looks for it, and what to do."""
    advice = "只写文件夹里的位置，例如 图片/任务分布.png"
    if not written.strip("/. "):
        return "没有写文件名", advice
    if len(written) > _LONGEST:
        return "文件名太长", advice
    if _ADDRESS.match(written):
        return "这里不能写网址，也不会去下载", "把文件存到这一期的文件夹里，写它的名字"
    if _DRIVE.match(written) or written.startswith(("/", "~")):
        return "这里不能写整个路径", "把文件复制到这一期的文件夹里，" + advice
    if ".." in written.split("/"):
        return "文件要在这一期的文件夹里，不能写“..”", "把文件复制到这一期的文件夹里，" + advice
    return None


def _outside(name: Text, what: str) -> Problem:
    message = f"{what}是一个指到工作目录以外的链接，不会读取"
    return error("outside-workspace", message, name.origin, "请把文件本身复制到这里", len(name.content))


def read_bytes(path: Path, name: Text, what: str, largest: int) -> bytes | Problem:
    """The content of a plain file; at most one byte more than the largest, so that it can be told."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return error("not-a-file", f"{what}“{name}”不是普通文件", name.origin, "请换成文件", len(name.content))
        with path.open("rb") as stream:
            return stream.read(largest + 1)
    except OSError:
        advice = "请关掉正在使用它的软件，看看文件能不能打开"
        return error("file-unreadable", f"{what}“{name}”打不开", name.origin, advice, len(name.content))
