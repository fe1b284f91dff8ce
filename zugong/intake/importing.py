"""One submission → one item file, its figures beside it, a line in the inbox."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.intake import inbox
from zugong.intake.archive_texts import ArchiveTexts
from zugong.intake.drafts import DraftFigure
from zugong.intake.figure_files import FigureNames, prepared
from zugong.intake.inbox import Entry
from zugong.intake.item_text import HeadField, comment_lines, item_text
from zugong.intake.ledger import told
from zugong.intake.parts import Sorted
from zugong.intake.reading import Received, read_manuscript
from zugong.intake.sorting import sort
from zugong.model.bulletin import Bulletin
from zugong.model.issue import IssueKey
from zugong.sources.bulletin import read_bulletin
from zugong.sources.folder import item_files
from zugong.sources.issue import issue_dir
from zugong.sources.registers import read_registers

_UNFIT = re.compile(r'[\s/\\:*?"<>|\x00-\x1f\x7f。，、；：？！…“”‘’（）《》]+')
_NAME_LENGTH = 16
_ATTACHMENT_FOLDER = "附件"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of one file."""

    file: str
    target: Path | None
    "the item file; None when nothing was written"
    parts: Sorted | None
    remarks: tuple[str, ...]
    problem: Problem | None = None
    "why nothing was written"

    @property
    def sum(self) -> str:
        """The sum of characters, in Chinese."""
        if self.parts is None:
            return ""
        balanced = self.parts.ledger.kept == self.parts.kept
        return told(self.parts.ledger, self.parts.kept) + ("" if balanced else "（字数对不上，请对照原稿）")


class Desk:
    """Where submissions come in: what is known of the office and its archive, read once a run."""

    def __init__(self, root: Path, key: IssueKey, day: date, *, section: str = "", reject: bool = False) -> None:
        self.root, self.key, self.day = root, key, day
        self.section, self.reject = section, reject
        self.bulletin: Bulletin | None = read_bulletin(root).value
        self.known_units = frozenset(name for unit in read_registers(root).value.units for name in unit.names)
        self._fates = inbox.fates(root)
        self._texts = ArchiveTexts(root)
        self._entries: list[Entry] = []
        self._number = _last_number(issue_dir(root, key))

    @property
    def sections(self) -> tuple[str, ...]:
        """Names of the sections that the bulletin has."""
        return tuple(one.name.content for one in self.bulletin.standing.sections) if self.bulletin else ()

    def take(self, path: Path) -> Imported:
        """Imports one file; nothing that is there is overwritten."""
        received = read_manuscript(path, reject=self.reject)
        if isinstance(received, Problem):
            self._entries.append(Entry(self.day, "", "", 0, "", path.name, f"没有导入：{received.message}"))
            return Imported(path.name, None, None, (), received)
        before = self._fates.get(received.sha256)
        if before:
            return _came_before(received, before)
        return self._file(received)

    def _file(self, received: Received) -> Imported:
        parts = sort(received.manuscript, self.sections, self.known_units)
        remarks = list(received.manuscript.remarks)
        text = _text(parts)
        earlier = self._texts.nearest(text)
        if earlier:
            remarks.append(f"和 {earlier.shown} 有 {earlier.share:.0%} 的文字相同，可能是重复来稿或已经刊发")
        self._number += 1
        stem = f"{self._number:02d}-{_stem(parts)}"
        folder = issue_dir(self.root, self.key)
        files, made = self._files(parts, stem, folder, remarks)
        fields = [HeadField("sign_off", tuple(parts.sign_off)), HeadField("attachments", tuple(made))]
        comments = comment_lines(received.name, parts.guesses, remarks, parts.asides)
        section = self.section or parts.section
        content = item_text(parts.headline, section, parts.units, parts.body, comments, fields, files.paths)
        target = folder / f"{stem}.md"
        texts = {target.name: content, **made}
        problem = _create_all(folder, {**{name: _bytes(one) for name, one in texts.items()}, **files.names.new})
        if problem:
            return Imported(received.name, None, parts, tuple(remarks), problem)
        shown = target.relative_to(self.root).as_posix()
        self._texts.add(shown, text)
        self._note(received, parts, shown)
        return Imported(received.name, target, parts, tuple(remarks))

    def _files(self, parts: Sorted, stem: str, folder: Path, remarks: list[str]) -> tuple[_Figures, dict[str, str]]:
        """The figures with their names, and the attachments: name → text."""
        files = _figures(parts, stem, FigureNames(folder), remarks)
        made: dict[str, str] = {}
        for number, one in enumerate(parts.attachments, start=1):
            name = f"{_ATTACHMENT_FOLDER}/{stem}-{number}{_UNFIT.sub('', one.title)[:_NAME_LENGTH]}.md"
            made[name] = item_text(one.title, "", (), one.body, files=files.paths)
            remarks.append(f"附件存在 {name}")
        return files, made

    def _note(self, received: Received, parts: Sorted, fate: str) -> None:
        unit, size = "、".join(parts.units), len(_text(parts))
        self._entries.append(Entry(self.day, unit, parts.headline, size, received.sha256, received.name, fate))
        self._fates[received.sha256] = fate

    def close(self) -> Problem | None:
        """Writes the inbox."""
        if not self._entries:
            return None
        try:
            inbox.log(self.root, self._entries)
        except OSError as fault:
            return _unwritable(inbox.inbox_path(self.root), fault)
        self._entries = []
        return None


def _came_before(received: Received, before: str) -> Imported:
    message = f"这个文件以前来过（{before}），没有再导入"
    advice = "要重新导入，先在 issues/inbox.csv 里删去那一行"
    return Imported(received.name, None, None, (), error("import-again", message, Location(received.name, 0), advice))


def _last_number(folder: Path) -> int:
    return max((file.leading_number or 0 for file in item_files(folder, "").value), default=0)


def _stem(parts: Sorted) -> str:
    unit = parts.units[0] if parts.units else ""
    return _UNFIT.sub("", unit or parts.headline).strip(".-")[:_NAME_LENGTH] or "来稿"


def _text(parts: Sorted) -> str:
    return "".join(text for block in parts.body for text in block.texts)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class _Figures:
    """The pictures of one submission."""

    paths: dict[str, str]
    "key → path in the folder of the issue"
    names: FigureNames


def _figures(parts: Sorted, stem: str, names: FigureNames, remarks: list[str]) -> _Figures:
    """Every picture is saved; those that no page can hold, or that stand nowhere in the text, are told."""
    captions = {one.key: one.caption for one in parts.blocks if isinstance(one, DraftFigure) and one.caption}
    paths: dict[str, str] = {}
    for number, (key, made) in enumerate(parts.pictures.items(), start=1):
        name = names.name(made.picture.data, f"{stem}-{captions.get(key) or number}", made.ending)
        paths[key] = name
        remarks.append(f"图片存在 {name}" + (f"（由 {made.converted} 转成 PNG）" if made.converted else ""))
    for number, figure in enumerate(parts.unplaced, start=1):
        seen = prepared(figure)
        if isinstance(seen, str):
            ending = figure.name.rpartition(".")[2].lower()
            ending = ending if ending.isalnum() and ending.isascii() and len(ending) <= 4 else "bin"
            name = names.name(figure.content, f"{stem}-未放{number}", ending)
            remarks.append(f"图片没有放进正文：{seen}，原样存在 {name}，请另存为 png 再放进来")
        else:
            name = names.name(seen.picture.data, f"{stem}-未放{number}", seen.ending)
            remarks.append(f"图片不在正文里（报头、文本框、页眉等处），没有放进正文，存在 {name}")
    return _Figures(paths, names)


def _create_all(folder: Path, files: dict[str, bytes]) -> Problem | None:
    """Writes new files, and only new ones; the first that fails ends it."""
    for name, content in files.items():
        problem = _create(folder / name, content)
        if problem:
            return problem
    return None


def _create(target: Path, content: bytes) -> Problem | None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        return error("already-there", f"{target.name} 已经有了", Location(target.name, 0), "没有改动它；请先给它改名")
    except OSError as fault:
        return _unwritable(target, fault)
    return None


def _unwritable(target: Path, fault: OSError) -> Problem:
    reason = (
        "没有写入权限，或者文件正被 WPS、Excel 打开"
        if isinstance(fault, PermissionError)
        else fault.strerror or "原因不明"
    )
    return error("cannot-write", f"写不了 {target.name}：{reason}", Location(target.name, 0), "请检查文件夹能不能写入")
