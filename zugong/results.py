"""What comes of an issue on its way to paper: examined, laid out, built. Apart from the stages that make them, so that
what an earlier run found out can be told without importing these."""

from __future__ import annotations

from pathlib import Path

from zugong.classes import dataclass
from zugong.diagnostics import Problem, Silenced
from zugong.model.issue import IssueKey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.fonts.faces import FaceSet
    from zugong.layout.sheet import Sheet
    from zugong.model.issue import Issue
    from zugong.typesetting.composed import Composed
    from zugong.typesetting.pages import Pages


@dataclass(frozen=True, slots=True)
class Examined:
    """An issue that was read and checked."""

    key: IssueKey
    issue: Issue | None
    "None when it cannot be assembled"
    problems: tuple[Problem, ...]
    silenced: tuple[Silenced, ...] = ()
    "what editors chose to ignore"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An issue on paper."""

    sheet: Sheet
    pages: Pages
    faces: FaceSet
    "those that the pages were set with"
    composed: Composed
    "its lines, for whoever tries out what else could be done with them"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building one issue."""

    key: IssueKey
    files: tuple[Path, ...]
    "written, or already there with the same content"
    page_count: int
    problems: tuple[Problem, ...]
    substitutes: tuple[Problem, ...] = ()
    "official faces that others stand in for; among the problems instead when faces are strict"
    digests: tuple[str, ...] | None = None
    "of its files as they were written; None: it is not to be remembered, for paper or files had problems of their own"
    laid_out: LaidOut | None = None
    "the issue on paper; None when nothing was built"
