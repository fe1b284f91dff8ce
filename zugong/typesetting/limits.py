"""What no page can hold, told before it is printed over other text."""

from __future__ import annotations

from zugong.diagnostics import Problem, error
from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import Colophon, Sheet
from zugong.typesetting.ending import CARRIED_LINES
from zugong.typesetting.foot import colophon_lines
from zugong.typesetting.strips import Setter


def limit_problems(sheet: Sheet, faces: FaceSet) -> tuple[Problem, ...]:
    """An error for a colophon (版记) that leaves no room for text on its page."""
    page = sheet.styles.page
    most = page.lines - CARRIED_LINES
    problems: list[Problem] = []
    for block in sheet.blocks:
        if isinstance(block, Colophon):
            rows = colophon_lines(block, Setter(sheet.styles, faces)).rows(page.line_pitch)
            if rows > most:
                message = f"版记太长，要占 {rows} 行，一面最多放 {most} 行"
                advice = "请把报、送、发的单位合并或减少；单位太多的，可写成“各县（市、区）委……”"
                problems.append(error("colophon-too-long", message, block.lines[0].content.origin, advice))
    return tuple(problems)
