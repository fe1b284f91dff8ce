"""Text of the editors → styled runs with their spaces as printed, each character still at its place in the file."""

from __future__ import annotations

from zugong.diagnostics import Location
from zugong.layout.naming import filled
from zugong.layout.sheet import ADDED, StyledRun
from zugong.model.prose import Paragraph, Run, Text
from zugong.model.styles import Accent
from zugong.text.patterns import Pattern
from zugong.text.spacing import set_spaces, spaced

_WIDE_GAP = Pattern("(\u3000{2,})")


def plain(content: str, origin: Location, accent: Accent = Accent.PLAIN) -> StyledRun:
    """A text whose places inside do not matter; several full-width blanks together are meant as they stand."""
    parts = _WIDE_GAP.compiled.split(content) if "\u3000\u3000" in content else [content]
    return StyledRun("".join(part if part.isspace() else set_spaces(part) for part in parts), accent, origin)


def filled_run(template: Text | None, values: dict[str, str]) -> StyledRun | None:
    """A template filled in; None without one, and where its placeholders stand for nothing."""
    content = filled(template, values)
    return plain(content, template.origin) if template and content else None


def added(content: str, accent: Accent = Accent.PLAIN) -> tuple[StyledRun, ...]:
    """What the program adds; nothing for an empty text."""
    return (StyledRun(content, accent, ADDED),) if content else ()


def exact(text: Text, accent: Accent = Accent.PLAIN) -> tuple[StyledRun, ...]:
    """A field's text, each character of it still at its place in the file."""
    return tuple(_exact_runs(spaced(text.content), accent, text.origin))


def paragraph_runs(paragraph: Paragraph) -> tuple[StyledRun, ...]:
    """The runs of a paragraph with their spaces set."""
    return styled(paragraph.runs)


def styled(source: tuple[Run, ...]) -> tuple[StyledRun, ...]:
    """Runs with their spaces set; a space is judged by its neighbours in the whole text."""
    printed = spaced("".join(run.content for run in source))
    runs: list[StyledRun] = []
    start = 0
    for run in source:
        stop = start + len(run.content)
        runs.extend(_exact_runs(printed[start:stop], Accent.LEAD if run.lead else Accent.PLAIN, run.origin))
        start = stop
    return tuple(runs)


def _exact_runs(printed: list[str], accent: Accent, origin: Location) -> list[StyledRun]:
    """A run ends where a space was dropped, so that the place of each character in the file stays exact."""
    runs: list[StyledRun] = []
    begin = 0
    for end in [*(index for index, one in enumerate(printed) if not one), len(printed)]:
        if content := "".join(printed[begin:end]):
            runs.append(StyledRun(content, accent, origin.shifted(begin)))
        begin = end + 1
    return runs
