"""The Sheet: what stands on the paper, in order, without a place yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zugong.diagnostics import Location
from zugong.model.styles import Accent, Role, Styles

ADDED = Location("", 0, 0)
"the origin of what the program adds"


@dataclass(frozen=True, slots=True)
class StyledRun:
    """A stretch of text of one look; spaces are already as printed."""

    content: str
    accent: Accent
    origin: Location
    "where its first character was written"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of one role: masthead line, heading, headline, body, note."""

    role: Role
    runs: tuple[StyledRun, ...]
    anchor: str = ""
    "name by which contents and bookmarks find it; empty: none"
    outline_level: int = 0
    "1 or 2 in the navigation pane (书签); 0: not there"
    outline_title: str = ""
    "what the navigation pane shows"

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(run.content for run in self.runs)


@dataclass(frozen=True, slots=True)
class SplitBlock:
    """One line with text at both ends: 编发单位 left, date right."""

    role: Role
    left: StyledRun
    right: StyledRun


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """目录条: leads by dots to the page of its item."""

    runs: tuple[StyledRun, ...]
    "entry number, if any, and headline"
    target: str
    "the anchor of the item"

    @property
    def content(self) -> str:
        """The plain text, without the page number."""
        return "".join(run.content for run in self.runs)


@dataclass(frozen=True, slots=True)
class InstructionBox:
    """领导批示: an empty box that takes what is left of its page."""

    label: StyledRun


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins the second page; if the front matter ran over to it, it follows on there."""


@dataclass(frozen=True, slots=True)
class ColophonLine:
    """One distribution line: 报：…"""

    label: StyledRun
    "with its colon"
    content: StyledRun


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记: at the foot of the last page."""

    lines: tuple[ColophonLine, ...]


SheetBlock = Block | SplitBlock | ContentsEntry | InstructionBox | NewPage | Colophon


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Metadata of the file."""

    title: str
    "e.g. 安庆组工信息2023年第23期"
    author: str
    "编发单位"
    issued_on: date
    "the day that stands for both creation and change, so that builds are the same"
    language: str = "zh-CN"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is printed, top to bottom."""

    info: DocumentInfo
    styles: Styles
    blocks: tuple[SheetBlock, ...]
    draft_mark: str
    "stands at the head of every page; empty on a final issue"
    even_pages: bool = False
    "末页: 双数页: the number of pages is even, the colophon on the last of them"


def runs_by_role(sheet: Sheet) -> tuple[tuple[Role, StyledRun], ...]:
    """Every stretch of text of the sheet with the role of its paragraph, in reading order."""
    found: list[tuple[Role, StyledRun]] = []
    for block in sheet.blocks:
        match block:
            case Block(role=role, runs=runs):
                found.extend((role, run) for run in runs)
            case ContentsEntry(runs=runs):
                found.extend((Role.CONTENTS_ENTRY, run) for run in runs)
            case SplitBlock(role=role, left=left, right=right):
                found.extend(((role, left), (role, right)))
            case InstructionBox(label=label):
                found.append((Role.INSTRUCTION, label))
            case Colophon(lines=lines):
                found.extend((Role.COLOPHON, run) for line in lines for run in (line.label, line.content))
            case NewPage():
                pass
    return tuple(found)
