"""What a result depends on, as hashes: whatever has the same fingerprint need not be found out again.

Everything that an editor can write is hashed by content. The program itself, its libraries and all fonts are known
by what the file system tells of them: to hash the fonts alone would take longer than to draw a proof.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from zugong.classes import dataclass
from zugong.fonts.installed import SWITCH
from zugong.fonts.places import font_files
from zugong.hashes import content, digest, entries, folder_digest, is_folder, told
from zugong.model.issue import IssueKey
from zugong.resources import template_dir

_LIBRARIES = ("site-packages", "dist-packages")
"folders whose time changes when pip installs or removes anything"


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Those of one workspace at one moment."""

    program: str
    "program and libraries alone"
    common: str
    "the same with fonts, and what the office sets for all issues"
    issues: Mapping[IssueKey, str]
    "each issue's own folder"
    histories: Mapping[IssueKey, str]
    "the same with all issues before it: checks compare an issue with earlier ones, never with later ones"

    def of_output(self, key: IssueKey) -> str:
        """What the paper of an issue depends on."""
        return digest([self.common, self.issues[key]])

    def of_checks(self, key: IssueKey, *more: object) -> str:
        """What the problems of an issue depend on; `more` is what else a check knows, such as the day."""
        return digest([self.common, self.histories[key], *map(str, more)])


def take_fingerprints(
    root: Path,
    keys: Iterable[IssueKey],
    *,
    program: str = "",
    issue: Callable[[Path, IssueKey], str] | None = None,
) -> Fingerprints:
    """The fingerprints of a workspace with these issues, all that it has; `issue` says what one contains."""
    program = program or program_fingerprint()
    common = digest([program, *_fonts(root), *_house(root)])
    issues: dict[IssueKey, str] = {}
    histories: dict[IssueKey, str] = {}
    history = ""
    for key in sorted(keys):
        issues[key] = (issue or issue_fingerprint)(root, key)
        history = digest([history, str(key), issues[key]])
        histories[key] = history
    return Fingerprints(program, common, issues, histories)


def issue_folder(root: Path, key: IssueKey) -> str:
    """Where an issue lies."""
    return f"{root}/issues/{key}"


def issue_fingerprint(root: Path, key: IssueKey) -> str:
    """Names and contents of everything in an issue's folder."""
    return folder_digest(issue_folder(root, key))


def program_fingerprint() -> str:
    """Our own files, and the folders of libraries, which pip touches with everything that it installs."""
    libraries = (f"{folder} {_stamp(Path(folder))}" for folder in sys.path if folder.endswith(_LIBRARIES))
    own = (line for folder in (Path(__file__).parent, template_dir()) for line in _below(folder))
    return digest([sys.version, *libraries, *own])


def _below(folder: Path | str) -> Iterator[str]:
    """A line for each file; what Python compiled tells nothing new."""
    yield str(folder)
    for entry in entries(folder):
        if not entry.is_dir(follow_symlinks=False):
            yield _stamp(entry)
        elif entry.name != "__pycache__":
            yield from _below(entry.path)


def _fonts(root: Path) -> Iterator[str]:
    """The installed faces, unless they are switched off."""
    switch = os.environ.get(SWITCH, "")
    yield switch
    if switch != "shipped":
        yield from (f"{file} {_stamp(file)}" for file in font_files(root))


def _house(root: Path) -> Iterator[str | bytes]:
    """Everything below issues/ that belongs to no issue: settings, registers, own templates."""
    for entry in entries(root / "issues"):
        if not (entry.name.isdigit() and is_folder(entry)):
            yield from content(entry)


def _stamp(file: Path | os.DirEntry[str]) -> str:
    """What changes when a file is replaced."""
    try:
        return f"{file.name} {told(file.stat())}"
    except OSError:
        return f"{file.name} missing"
