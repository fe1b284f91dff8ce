"""版记: a table without sides at the foot of the last page."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from zugong.layout.sheet import Colophon, ColophonLine
from zugong.model.styles import Align, Role, Styles
from zugong.renderers.docx.borders import border
from zugong.renderers.docx.markup import w
from zugong.renderers.docx.measures import twips, type_width
from zugong.renderers.docx.names import PARAGRAPH_NAMES
from zugong.renderers.docx.rows import room, spread
from zugong.renderers.docx.runs import add_text
from zugong.renderers.docx.sides import add_sides, add_split
from zugong.renderers.docx.tables import add_table_across, row_across
from zugong.text.punctuation import is_full_width
from zugong.typesetting.pages import Fragment, Pages, PlacedLine

_Lines = tuple[PlacedLine, ...]


def add_colophon(document: Document, colophon: Colophon, styles: Styles, pages: Pages) -> None:
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
    rows = tuple(row_across(styles, w("trPr", w("cantSplit")), rule) for rule in rules)
    table = add_table_across(document, styles, "", rows, place + w("tblOverlap", val="never"))
    paragraphs = [Paragraph(tr.tc_lst[0].p_lst[0], document._body) for tr in table._tbl.tr_lst]
    lines = (*_placed(pages, Role.COLOPHON), *_placed(pages, Role.AFTER_COLOPHON))
    count = len(colophon.lines)
    for paragraph, line, placed in zip(paragraphs[:count], colophon.lines, lines[:count], strict=True):
        _fill(paragraph, line, placed, styles)
        _space(paragraph, Role.COLOPHON, len(placed), styles)
    for paragraph, block, placed in zip(paragraphs[count:], colophon.after, lines[count:], strict=True):
        paragraph.style = PARAGRAPH_NAMES[Role.AFTER_COLOPHON]
        add_split(paragraph, block, placed, styles)
        _space(paragraph, Role.AFTER_COLOPHON, len(placed), styles)


def _space(paragraph: Paragraph, role: Role, lines: int, styles: Styles) -> None:
    """Gives a paragraph of several lines the height that it has in Pages; its style is made for one."""
    if lines < 2:
        return
    space = spread(role, styles, lines, twips(styles.colophon_line_height))
    rule = room(role, styles, wraps=False)
    less = twips(styles.colophon_line_height) - rule.line - rule.after
    setting = paragraph.paragraph_format
    setting.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    setting.line_spacing = Twips(space.line)
    setting.space_after = Twips(space.after - less)


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


def _fill(paragraph: Paragraph, line: ColophonLine, placed: _Lines, styles: Styles) -> None:
    """One line of the colophon; what wraps hangs after its colon (7.4.2), however long the label is."""
    paragraph.style = PARAGRAPH_NAMES[Role.COLOPHON]
    character = styles.character(Role.COLOPHON)
    label = () if line.label is None else (line.label,)
    hang = sum(_width(one) for run in label for one in run.content) * character
    left = styles.paragraph(Role.COLOPHON).indent_left * character
    if label:
        paragraph.paragraph_format.left_indent = Twips(twips(left + hang))
        paragraph.paragraph_format.first_line_indent = Twips(-twips(hang))
    if line.right is None:
        add_text(paragraph, (*label, line.content))
        return
    _end_at_tab(paragraph, styles)
    add_sides(paragraph, [(Align.LEFT, (*label, line.content)), (Align.RIGHT, (line.right,))], placed, styles, None)


def _end_at_tab(paragraph: Paragraph, styles: Styles) -> None:
    """A stop where the lines end, and no right indent beside it: LibreOffice 7.4 loses text at a tab beyond one."""
    right = styles.paragraph(Role.COLOPHON).indent_right * styles.character(Role.COLOPHON)
    stop = type_width(styles.page) - twips(right)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(stop), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.right_indent = Twips(0)


def _width(character: str) -> float:
    return 1.0 if is_full_width(character) else 0.5
