"""What belongs to a figure (图片)."""

from __future__ import annotations

from zugong.checks.context import Context
from zugong.diagnostics import Problem, hint
from zugong.model.issue import IssueDraft
from zugong.model.structures import Figure


def figure_without_caption(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """图片没有图注。读的人不知道图上是什么，读屏软件也念不出来。"""
    bodies = [body for item in draft.items for body in (item.body, *(one.body for one in item.extras.attachments))]
    figures = (block for body in bodies for block in body if isinstance(block, Figure))
    advice = "方括号里写上图注：![图注](文件)；```图片 里加一行“图注: ……”"
    return tuple(
        hint("figure-without-caption", "图片没有图注", figure.origin, advice, 2)
        for figure in figures
        if figure.caption is None or not figure.caption.content
    )
