"""版记: a table without sides at the foot of the last page."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.layout.sheet import Colophon, ColophonLine
from zugong.model.styles import Align, Role, Styles
from zugong.renderers.docx.borders import border
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.measures import twips, type_width
from zugong.renderers.docx.names import paragraph_id
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.rows import room, spread
from zugong.renderers.docx.runs import styled
from zugong.renderers.docx.sides import add_sides, add_split
from zugong.renderers.docx.tables import row_across, table_across
from zugong.text.punctuation import is_full_width
from zugong.typesetting.pages import Fragment, Pages, PlacedLine

_Lines = tuple[PlacedLine, ...]


def colophon_table(colophon: Colophon, styles: Styles, pages: Pages) -> str:
    """The lines at the foot of the type area; what follows must be the paragraph it is tied to.

    Placed from the page's edge: LibreOffice 7.4 loses the table when it is placed from the margin
    (horzAnchor=margin), when it is a frame, or when nothing follows it. Lines below the last rule are rows
    without rules: a paragraph of their own would stand in the text and not at the foot.
    """
    place = w(
        "tblpPr",
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=twips(styles.page.left),
        tblpYSpec="bottom",
    )
    rules = [*_rules(len(colophon.lines), styles), *("" for _ in colophon.after)]
    paragraphs = (*_ruled(colophon, styles, pages), *_after(colophon, styles, pages))
    whole = w("trPr", w("cantSplit"))
    rows = (row_across(styles, whole, rule, one) for rule, one in zip(rules, paragraphs, strict=True))
    return table_across(styles, "", tuple(rows), place + w("tblOverlap", val="never"))


def _ruled(colophon: Colophon, styles: Styles, pages: Pages) -> Iterator[Paragraph]:
    """The lines between the rules."""
    for line, placed in zip(colophon.lines, _placed(pages, Role.COLOPHON), strict=True):
        paragraph = _line(line, placed, styles)
        _space(paragraph, Role.COLOPHON, len(placed), styles)
        yield paragraph


def _after(colophon: Colophon, styles: Styles, pages: Pages) -> Iterator[Paragraph]:
    """The lines below the last rule."""
    for block, placed in zip(colophon.after, _placed(pages, Role.AFTER_COLOPHON), strict=True):
        paragraph = Paragraph(paragraph_id(Role.AFTER_COLOPHON))
        add_split(paragraph, block, placed, styles)
        _space(paragraph, Role.AFTER_COLOPHON, len(placed), styles)
        yield paragraph


def _space(paragraph: Paragraph, role: Role, lines: int, styles: Styles) -> None:
    """Gives a paragraph of several lines the height that it has in Pages; its style is made for one."""
    if lines < 2:
        return
    space = spread(role, styles, lines, twips(styles.colophon_line_height))
    rule = room(role, styles, wraps=False)
    less = twips(styles.colophon_line_height) - rule.line - rule.after
    after = space.after - less
    # Where nothing is left below, the lines themselves give way: no length of a DOCX is negative.
    line = space.line + min(after // lines, 0)
    paragraph.spacing |= {"after": max(after, 0), "line": line, "lineRule": "exact"}


def _placed(pages: Pages, role: Role) -> tuple[_Lines, ...]:
    """The lines of each paragraph of that role on the last page, where the colophon stands."""
    last = pages.pages[-1].fragments
    return tuple(one.lines for one in last if isinstance(one, Fragment) and one.role is role)


def _rules(count: int, styles: Styles) -> list[str]:
    """The borders of each row: thick at both ends, thin between (GB/T 9704—2012, 7.4.1)."""
    edge, inner = styles.colophon_edge, styles.colophon_inner

    def side(name: str, at_end: bool) -> str:
        return border(name, edge if at_end else inner)

    return [w("tcBorders", side("top", index == 0), side("bottom", index == count - 1)) for index in range(count)]


def _line(line: ColophonLine, placed: _Lines, styles: Styles) -> Paragraph:
    """One line of the colophon; what wraps hangs after its colon (7.4.2), however long the label is."""
    paragraph = Paragraph(paragraph_id(Role.COLOPHON))
    character = styles.character(Role.COLOPHON)
    label = () if line.label is None else (line.label,)
    hang = sum(_width(one) for run in label for one in run.content) * character
    left = styles.paragraph(Role.COLOPHON).indent_left * character
    if label:
        paragraph.indents |= {"left": twips(left + hang), "hanging": twips(hang)}
    if line.right is None:
        paragraph.content = styled((*label, line.content))
        return paragraph
    _end_at_tab(paragraph, styles)
    add_sides(paragraph, [(Align.LEFT, (*label, line.content)), (Align.RIGHT, (line.right,))], placed, styles, None)
    return paragraph


def _end_at_tab(paragraph: Paragraph, styles: Styles) -> None:
    """A stop where the lines end, and no right indent beside it: LibreOffice 7.4 loses text at a tab beyond one."""
    right = styles.paragraph(Role.COLOPHON).indent_right * styles.character(Role.COLOPHON)
    paragraph.stop = ("right", type_width(styles.page) - twips(right))
    paragraph.indents["right"] = 0


def _width(character: str) -> float:
    return 1.0 if is_full_width(character) else 0.5
