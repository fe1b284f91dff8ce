"""Text as the editor wrote it, each piece knowing its place in the file."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text in a field (字段): headline, unit, name."""

    content: str
    "as written, white space at both ends taken off"
    origin: Location
    "its first character"

    def __str__(self) -> str:
        return self.content


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of body text that is contiguous on one line of the file.

    So the character i of it stands at `origin.shifted(i)`.
    """

    content: str
    "as written; spaces between 汉字 and digits are still there"
    origin: Location
    "its first character"
    lead: bool = False
    "part of a lead phrase (段首语)"


@dataclass(frozen=True, slots=True)
class PlaceIgnore:
    """`<!-- zugong: 忽略 规则名 理由 -->` in a body: a rule silenced at one place, never printed."""

    rule: Text
    "id or Chinese name, as written"
    reason: str
    "理由; empty when none was given"
    at: int | None
    "before which character of the paragraph: its sentence is meant; None: the whole paragraph"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (自然段); line breaks of the file are already joined."""

    runs: tuple[Run, ...]
    "in reading order; never empty"
    ignores: tuple[PlaceIgnore, ...] = ()
    "rules silenced here"
    level: int = 0
    "of a heading inside a body (小标题): 1 一、 2 （一） 3 1. 4 （1）; 0: text"
    verbatim: bool = False
    "lines of a table or figure (表格、图片) that could not be read, as they stand: no prose to be judged or mended"

    @property
    def origin(self) -> Location:
        """Its first character."""
        return self.runs[0].origin

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(run.content for run in self.runs)

    @property
    def leads(self) -> tuple[str, ...]:
        """The lead phrases (段首语) in order; neighbouring runs make one."""
        found: list[str] = []
        previous = False
        for run in self.runs:
            if run.lead and previous:
                found[-1] += run.content
            elif run.lead:
                found.append(run.content)
            previous = run.lead
        return tuple(found)
