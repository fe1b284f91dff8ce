"""Character styles of our own DOCX: they say exactly where a run-in headline ends and a unit begins."""

from __future__ import annotations

from zugong.intake.lines import Line

_OWN_UNIT, _OWN_HEADLINE = "组工-供稿单位", "组工-接排标题"


def is_own_run_in(line: Line) -> bool:
    """Whether a line begins with a run-in headline (接排标题)."""
    return bool(line.pieces) and line.pieces[0].style == _OWN_HEADLINE


def headline_end(line: Line, own_line: bool) -> int:
    """Where the headline ends, its 。 counted in."""
    text = line.content
    if own_line:
        return len(text)
    styled = 0
    for piece in line.pieces:
        if piece.style != _OWN_HEADLINE:
            break
        styled += len(piece.content)
    return styled or (text.find("。") + 1 or len(text))


def own_units(line: Line) -> tuple[Line, list[str]]:
    """（单位） by our own character style, at the end of a paragraph."""
    start = len(line.content)
    for piece in reversed(line.pieces):
        if piece.style != _OWN_UNIT:
            break
        start -= len(piece.content)
    units = [one for one in line.content[start:].strip("（）").split("、") if one]
    return (line.part(0, start), units) if units else (line, [])
