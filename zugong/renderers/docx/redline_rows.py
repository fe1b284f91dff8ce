"""Rows of tables in a 花脸稿: paragraphs with tab stops and rules, since no two programs track cells alike.

A cell that came or went cannot be tracked at all in LibreOffice 7.4, and Word leaves an empty cell behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby

from zugong.model.styles import Styles
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.measures import twips, type_width
from zugong.revision.comparing import CELL_END, RevisedParagraph
from zugong.revision.passages import ROW_ROLES
from zugong.text.widths import display_width

_LEAST, _MOST = 2.0, 14.0
"characters of a column"
_SIDES = ("top", "bottom", "between")


def row_settings(paragraphs: Sequence[RevisedParagraph], styles: Styles) -> list[str]:
    """For each paragraph what belongs in its w:pPr between style and mark; empty for text that is in no table."""
    found: list[str] = []
    for is_row, group in groupby(paragraphs, key=lambda one: one.role in ROW_ROLES):
        rows = list(group)
        found += [_setting(rows, styles) if is_row else ""] * len(rows)
    return found


def _setting(rows: list[RevisedParagraph], styles: Styles) -> str:
    """In the order of the schema: pBdr, tabs, spacing, ind, jc."""
    rule = styles.table.inner
    size, colour = max(round(rule.thickness * 8), 2), rule.colour.removeprefix("#").upper()
    borders = w("pBdr", *(w(side, val="single", sz=size, space=1, color=colour) for side in _SIDES))
    stops = [w("tab", val="left", pos=one) for one in _stops(rows, styles)]
    tabs = w("tabs", *stops) if stops else ""
    return borders + tabs + w("ind", left=0, right=0, firstLine=0) + w("jc", val="left")


def _stops(rows: list[RevisedParagraph], styles: Styles) -> list[int]:
    """Where the columns begin, twips: shares of the type area after what stands in them, both texts together."""
    widths: list[float] = []
    for row in rows:
        for column, text in enumerate("".join(span.content for span in row.spans).split(CELL_END)):
            widths += [_LEAST] * (column + 1 - len(widths))
            widths[column] = min(max(widths[column], display_width(text) / 2 + 1), _MOST)
    measure = type_width(styles.page)
    share = min(measure / sum(widths), twips(2 * styles.paragraph(rows[0].role).size))
    return [round(edge * share) for edge in accumulate(widths)][:-1]
