"""Rules and frames as borders."""

from __future__ import annotations

from zugong.model.style_parts import RuleStyle
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.measures import eighths


def border(side: str, rule: RuleStyle, space: int = 0) -> str:
    """One side of a border, `space` points from the text."""
    colour = rule.colour.removeprefix("#").upper()
    return w(side, val="single", sz=eighths(rule.thickness), space=space, color=colour)
