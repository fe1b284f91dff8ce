"""Which files of an issue's folder are items (稿件), and which are only lying there."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, doubt, error, hint
from zugong.hashes import is_folder
from zugong.sources.naming import leading_number
from zugong.sources.reading import Reading

ITEM_ENDINGS = (".md", ".yaml", ".yml")
ISSUE_FILE = "issue.yaml"
MATERIAL_FOLDERS = ("附件", "图片")
"folders inside an issue's for what items bring along"
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".svg")

_BACKUP_ENDINGS = ("~", ".tmp", ".bak", ".swp", ".swo", ".orig", ".rej", ".part", ".crdownload")
_SYSTEM_FILES = ("thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx")
_OFFICE_ENDINGS = (".docx", ".doc", ".wps", ".txt", ".rtf", ".odt", ".pdf")


@dataclass(frozen=True, slots=True)
class ItemFile:
    """An item's file in an issue's folder."""

    path: Path
    shown: str
    "its path as told to the editor"

    @property
    def name(self) -> str:
        """Its name in one Unicode normal form (NFC): macOS may have stored another."""
        return normalize("NFC", self.path.name)

    @property
    def stem(self) -> str:
        """The name without ending."""
        return self.name.rpartition(".")[0]

    @property
    def leading_number(self) -> int | None:
        """The number its name begins with."""
        return leading_number(self.name)


def item_files(folder: Path, shown: str) -> Reading[tuple[ItemFile, ...]]:
    """The item files of a folder, in no particular order, and a remark on every other file."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return Reading(())
    files: list[ItemFile] = []
    problems: list[Problem] = []
    for path in paths:
        place = Location(f"{shown}/{_printable(path.name)}", 0)
        if is_leftover(path.name) or path.name == ISSUE_FILE or _belongs_to_items(path):
            continue
        if _printable(path.name) != path.name:
            problems.append(error("bad-file-name", "文件名里有读不出的字", place, "请给文件改个名字"))
        elif path.name.lower().endswith(ITEM_ENDINGS):
            files.append(ItemFile(path, place.path))
        else:
            problems.append(_stranger(path, place))
    return Reading(tuple(files), tuple(problems))


def is_leftover(name: str) -> bool:
    """Hidden files, lock files of Word and WPS, backups of editors."""
    lower = name.lower()
    hidden = lower.startswith((".", "~$", "#", ".#")) or lower in _SYSTEM_FILES
    return hidden or lower.endswith(_BACKUP_ENDINGS)


def _belongs_to_items(path: Path) -> bool:
    """Figures and attachments, which items name themselves."""
    if is_folder(path):
        return path.name in MATERIAL_FOLDERS
    return path.name.lower().endswith(PICTURE_ENDINGS)


def _printable(name: str) -> str:
    return name.encode("utf-8", errors="replace").decode("utf-8")


def _stranger(path: Path, place: Location) -> Problem:
    office = path.name.lower().endswith(_OFFICE_ENDINGS)
    if office:
        advice = "如果是稿件，请把文件名的结尾改成 .md（Word 文件要另存为纯文本）"
        return doubt("not-an-item", "这个文件不会编进本期：稿件的文件名要以 .md 或 .yaml 结尾", place, advice)
    if is_folder(path):
        return doubt("not-an-item", "这个文件夹里的文件不会编进本期", place, "稿件要直接放在期号文件夹里")
    return hint("not-an-item", "这个文件不是稿件，不会编进本期", place, "稿件的文件名以 .md 或 .yaml 结尾")
